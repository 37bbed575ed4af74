"""Signing in: nobody is told who is known here, guessing gets slower, and a stranger cannot lock anybody out for good."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from threading import Thread
from time import perf_counter
from uuid import uuid4

import pyotp
import pytest
from argon2 import PasswordHasher

from browser import PASSWORD
from contract_registry.core.disclosure.people import VISITOR, Stage
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import NotFound, NotSignedIn, SignInRefused, TooBusy, TooManyTries, WrongUsage
from contract_registry.operations.access import Access
from contract_registry.operations.account import change_password
from contract_registry.operations.askers import asker_of_session, asker_of_token
from contract_registry.operations.joining import Invitation, accept, invite, set_new_password
from contract_registry.operations.letters import Letter, new_link
from contract_registry.operations.passwords import MOST_AT_ONCE, Passwords
from contract_registry.operations.people import change_role, disable, enable, erase, everybody, find_person, reset_second_factor
from contract_registry.operations.second_factor import give_code, new_secret, set_up
from contract_registry.operations.signing_in import FREE_TRIES, FREE_TRIES_OF_A_NETWORK, Browser, SignedIn, sign_in, sign_out
from contract_registry.operations.tokens import make_token
from database_of_tests import Clock
from members import Someone, an_organisation, someone

HOME, STRANGER = Browser("the browser at home", "192.0.2.1"), Browser("the browser of a stranger", "192.0.2.2")


@pytest.fixture
def ann(access: Access) -> Someone:
    return someone(access)


def enter(access: Access, who: Someone, browser: Browser = HOME, password: str = PASSWORD) -> SignedIn:
    return sign_in(access, who.address, password, browser)


def fail(access: Access, who: Someone, browser: Browser, times: int = 1) -> None:
    for _ in range(times):
        with pytest.raises(SignInRefused):
            enter(access, who, browser, "a wrong password")


def test_address_and_password_open_a_session_that_signing_out_ends(access: Access, ann: Someone) -> None:
    session = sign_in(access, f" {ann.address.upper()} ", PASSWORD, HOME).session

    assert (asker_of_session(access, session).person, asker_of_session(access, session).role) == (ann.id, Role.MEMBER)
    sign_out(access, session)
    assert asker_of_session(access, session) is VISITOR


def test_a_session_ends_when_nobody_used_it_and_in_the_end_however_much_it_is_used(access: Access, ann: Someone, clock: Clock) -> None:
    session = enter(access, ann).session
    for _ in range(27):
        clock.move(hours=11)
        assert asker_of_session(access, session).person == ann.id
    clock.move(days=2)
    assert asker_of_session(access, session) is VISITOR

    idle = enter(access, ann).session
    clock.move(hours=13)
    assert asker_of_session(access, idle) is VISITOR

    used = enter(access, ann).session
    for _ in range(40):
        clock.move(hours=9)
        asker_of_session(access, used)
    assert asker_of_session(access, used) is VISITOR


def test_an_unknown_address_and_a_wrong_password_are_told_apart_by_nothing(access: Access, ann: Someone) -> None:
    def told(address: str, password: str) -> list[str]:
        words = []
        for _ in range(FREE_TRIES + 1):
            with pytest.raises((SignInRefused, TooManyTries)) as refused:
                sign_in(access, address, password, Browser("", uuid4().hex))
            words.append(f"{type(refused.value).__name__} {refused.value.message}")
        return words

    assert told(ann.address, "a wrong password") == told("nobody@union.example", "a wrong password")


def test_a_hash_takes_the_memory_that_the_standard_asks_for() -> None:
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in Passwords().hashed(PASSWORD)


def test_an_unknown_address_takes_as_long_as_a_wrong_password(access: Access) -> None:
    access = replace(access, passwords=Passwords())
    known, unknown = someone(access).address, "nobody@union.example"
    taken: dict[str, list[float]] = {known: [], unknown: []}

    for _ in range(FREE_TRIES):
        for address, seconds in taken.items():
            began = perf_counter()
            with pytest.raises(SignInRefused):
                sign_in(access, address, "a wrong password", Browser("", uuid4().hex))
            seconds.append(perf_counter() - began)

    assert 0.5 < min(taken[unknown]) / min(taken[known]) < 2, "a hash was computed for nobody, too"


def test_whoever_is_disabled_or_has_not_joined_is_refused_like_anybody(access: Access, ann: Someone) -> None:
    invite(access, None, Invitation("ben@union.example", Role.MEMBER, ann.organisation))
    disable(access, None, ann.id)

    for address in (ann.address, "ben@union.example"):
        with pytest.raises(SignInRefused, match="do not belong together"):
            sign_in(access, address, PASSWORD, HOME)


def test_guessing_has_to_wait_and_even_the_right_password_with_it(access: Access, ann: Someone, clock: Clock) -> None:
    fail(access, ann, STRANGER, FREE_TRIES)

    with pytest.raises(TooManyTries):
        enter(access, ann, STRANGER)
    clock.move(minutes=1, seconds=1)
    assert enter(access, ann, STRANGER).person == ann.id


def test_the_wait_grows_to_a_quarter_of_an_hour_and_no_further(access: Access, ann: Someone, clock: Clock) -> None:
    fail(access, ann, STRANGER, FREE_TRIES)
    for _ in range(12):
        clock.move(minutes=15, seconds=1)
        fail(access, ann, STRANGER)

    clock.move(minutes=14)
    with pytest.raises(TooManyTries):
        enter(access, ann, STRANGER)
    clock.move(minutes=1, seconds=1)
    assert enter(access, ann, STRANGER)


def test_a_stranger_cannot_lock_out_the_browser_that_somebody_uses(access: Access, ann: Someone) -> None:
    enter(access, ann, HOME)
    fail(access, ann, STRANGER, FREE_TRIES)

    assert enter(access, ann, HOME).person == ann.id
    with pytest.raises(TooManyTries):
        enter(access, ann, Browser("", "192.0.2.9"))
    fail(access, ann, HOME, FREE_TRIES)
    with pytest.raises(TooManyTries):
        enter(access, ann, HOME)


def test_a_link_for_a_new_password_lets_in_whoever_is_locked_out(access: Access, ann: Someone) -> None:
    fail(access, ann, STRANGER, FREE_TRIES)
    with access.store.writing() as writing:
        words = new_link(access, writing, ann.id, Letter.PASSWORD).rpartition("/")[2]

    again = set_new_password(access, words, "quite another lantern 9", STRANGER)

    assert asker_of_session(access, again.session).person == ann.id
    with pytest.raises(NotFound):
        set_new_password(access, words, "quite another lantern 10", STRANGER)


def test_one_network_cannot_try_many_addresses(access: Access, clock: Clock) -> None:
    for number in range(FREE_TRIES_OF_A_NETWORK):
        with pytest.raises(SignInRefused):
            sign_in(access, f"somebody{number}@union.example", "", STRANGER)

    with pytest.raises(TooManyTries):
        sign_in(access, "another@union.example", "", STRANGER)
    with pytest.raises(SignInRefused):
        sign_in(access, "another@union.example", "", HOME)


def test_a_whole_office_signs_in_from_one_network(access: Access, ann: Someone) -> None:
    for _ in range(FREE_TRIES_OF_A_NETWORK + 10):
        assert enter(access, ann).is_whole


def test_a_right_password_buys_a_network_no_further_wrong_ones(access: Access, ann: Someone, clock: Clock) -> None:
    for number in range(FREE_TRIES_OF_A_NETWORK):
        with pytest.raises(SignInRefused):
            sign_in(access, f"somebody{number}@union.example", "", HOME)

    clock.move(minutes=16)
    enter(access, ann)
    with pytest.raises(SignInRefused):
        sign_in(access, "another@union.example", "", HOME)
    for address in (ann.address, "another@union.example"):
        with pytest.raises(TooManyTries):
            sign_in(access, address, PASSWORD, HOME)


@pytest.mark.parametrize(
    "address",
    ["ann\u200b@union.example", "ann\u202e@union.example", "ann@uni\x00n.example", "=?utf-8?q?ben=40union.example=2Cx?=@c.example"],
)
def test_what_hides_signs_is_no_address(address: str, access: Access) -> None:
    with pytest.raises(WrongUsage, match="no mail address"):
        invite(access, None, Invitation(address, Role.MEMBER, an_organisation(access)))


def test_two_addresses_that_are_two_mailboxes_are_two_people(access: Access) -> None:
    union, name = an_organisation(access), uuid4().hex[:6]
    for letters in ("ß", "ss"):
        invite(access, None, Invitation(f"{name}stra{letters}e@union.example", Role.MEMBER, union))

    assert find_person(access, f"{name}straße@union.example").id != find_person(access, f"{name}strasse@union.example").id


def test_a_changed_password_ends_every_other_session(access: Access, ann: Someone) -> None:
    here, elsewhere = enter(access, ann).session, enter(access, ann).session

    with pytest.raises(SignInRefused):
        change_password(access, ann.id, "a wrong password", "another lantern 55", here, HOME)
    change_password(access, ann.id, PASSWORD, "another lantern 55", here, HOME)

    assert asker_of_session(access, here).person == ann.id
    assert asker_of_session(access, elsewhere) is VISITOR
    fail(access, ann, HOME)


@pytest.mark.parametrize(
    "password", ["short", "aaaaaaaaaaaaaa", "Password123456", "ann-lantern@union.example", "Somebody Somebody", "123412341234", "x" * 300]
)
def test_a_password_that_is_easy_to_guess_is_refused(password: str, access: Access, ann: Someone) -> None:
    link = invite(access, None, Invitation("ann-lantern@union.example", Role.MEMBER, ann.organisation))

    with pytest.raises(WrongUsage):
        accept(access, link.rpartition("/")[2], "Somebody", password, HOME)


def test_an_officer_is_asked_for_a_code_that_counts_once(access: Access, clock: Clock) -> None:
    olga = someone(access, Role.OFFICER)
    waiting = enter(access, olga)
    code = pyotp.TOTP(olga.secret)

    assert asker_of_session(access, waiting.session).stage is Stage.PASSWORD_GIVEN
    with pytest.raises(SignInRefused):
        give_code(access, waiting.session, code.at(clock.now), HOME)  # it was used to set it up
    clock.move(seconds=30)
    whole = give_code(access, waiting.session, code.at(clock.now), HOME)

    assert asker_of_session(access, whole.session).stage is Stage.INSIDE
    assert asker_of_session(access, waiting.session) is VISITOR, "what waited for the code opens nothing"
    again = enter(access, olga)
    with pytest.raises(SignInRefused):
        give_code(access, again.session, code.at(clock.now), HOME)


@pytest.mark.parametrize("code", ["", "000000", "12345", "１２３４５６", "x" * 5_000])
def test_a_wrong_code_is_refused(code: str, access: Access) -> None:
    olga = someone(access, Role.OFFICER)

    with pytest.raises(SignInRefused):
        give_code(access, enter(access, olga).session, code, HOME)


def test_codes_cannot_be_guessed_one_after_the_other(access: Access, clock: Clock) -> None:
    olga = someone(access, Role.OFFICER)
    waiting = enter(access, olga)
    for _ in range(FREE_TRIES):
        with pytest.raises(SignInRefused):
            give_code(access, waiting.session, "000000", HOME)

    clock.move(seconds=30)
    with pytest.raises(TooManyTries):
        give_code(access, waiting.session, pyotp.TOTP(olga.secret).at(clock.now), HOME)


def test_a_recovery_code_opens_once(access: Access, clock: Clock) -> None:
    olga = someone(access, Role.OFFICER, with_second_factor=False)
    secret = new_secret()
    codes = set_up(access, olga.id, secret, pyotp.TOTP(secret).at(clock.now), olga.session)

    assert len(set(codes)) == 10
    assert give_code(access, enter(access, olga).session, codes[3].upper().replace("-", " "), HOME).is_whole
    with pytest.raises(SignInRefused):
        give_code(access, enter(access, olga).session, codes[3], HOME)


def test_without_a_second_factor_an_officer_gets_no_further_than_setting_it_up(access: Access) -> None:
    olga = someone(access, Role.OFFICER, with_second_factor=False)

    assert asker_of_session(access, enter(access, olga).session).stage is Stage.TO_SET_UP


def test_a_second_factor_ends_the_sessions_that_were_opened_without_it(access: Access, ann: Someone, clock: Clock) -> None:
    elsewhere, here, secret = enter(access, ann).session, enter(access, ann).session, new_secret()

    set_up(access, ann.id, secret, pyotp.TOTP(secret).at(clock.now), here)

    assert asker_of_session(access, here).person == ann.id
    assert asker_of_session(access, elsewhere) is VISITOR


def test_a_new_role_and_a_lost_telephone_end_every_session_and_token(access: Access, ann: Someone) -> None:
    session, token = enter(access, ann).session, make_token(access, ann.id, "a program", 5, can_write=True)
    change_role(access, None, ann.id, Role.OFFICER)

    assert asker_of_session(access, session) is VISITOR
    with pytest.raises(NotSignedIn):
        asker_of_token(access, f"Bearer {token}")
    olga = someone(access, Role.OFFICER)
    reset_second_factor(access, None, olga.id)
    assert asker_of_session(access, enter(access, olga).session).stage is Stage.TO_SET_UP


def test_a_token_ends_when_its_time_is_up_and_when_its_owner_is_disabled(access: Access, ann: Someone, clock: Clock) -> None:
    short, long = (make_token(access, ann.id, "a program", days, can_write=True) for days in (1, 30))
    clock.move(days=2)

    with pytest.raises(NotSignedIn):
        asker_of_token(access, f"Bearer {short}")
    assert asker_of_token(access, f"Bearer {long}").person == ann.id
    disable(access, None, ann.id)
    enable(access, None, ann.id)
    with pytest.raises(NotSignedIn):
        asker_of_token(access, f"Bearer {long}")


def test_the_last_administrator_stays(access: Access) -> None:
    root = someone(access, Role.ADMINISTRATOR)

    for undo in (
        lambda: disable(access, None, root.id),
        lambda: change_role(access, None, root.id, Role.MEMBER),
        lambda: erase(access, None, root.id),
    ):
        with pytest.raises(WrongUsage, match="last administrator"):
            undo()
    second = someone(access, Role.ADMINISTRATOR)
    disable(access, second.id, root.id)
    with pytest.raises(WrongUsage, match="yourself"):
        disable(access, second.id, second.id)


def test_whoever_is_erased_is_known_no_more_and_their_contracts_with_them(access: Access, ann: Someone) -> None:
    with access.store.writing() as writing:
        kept, _ = writing.shelf(ann.id).keep([("a.txt", b"words")])

    assert erase(access, None, ann.id) == 1

    assert ann.id not in {person.id for person in everybody(access).people}
    with pytest.raises(NotFound):
        find_person(access, ann.address)
    with access.store.reading() as reading, pytest.raises(NotFound):
        reading.shelf(ann.id).contract(kept.id)
    assert invite(access, None, Invitation(ann.address, Role.MEMBER, ann.organisation)), "and may come again"


def test_no_name_and_no_address_stands_in_the_open(access: Access, ann: Someone) -> None:
    name = find_person(access, ann.address).name
    fail(access, ann, STRANGER)
    every = ("people", "audit_entries", "attempts", "sessions", "known_browsers", "one_time_links")
    with access.store.engine.connect() as connection:
        rows = [row for table in every for row in connection.exec_driver_sql(f"SELECT {table}::text FROM {table}").scalars()]

    assert len(rows) > 2
    plain = (ann.address, name, ann.address.encode().hex(), hashlib.sha256(f"address {ann.address}".encode()).hexdigest())
    assert not [row for row in rows if any(word in row for word in plain)]


def test_an_invitation_to_somebody_known_elsewhere_looks_like_any_other(access: Access, ann: Someone) -> None:
    olga = someone(access, Role.OFFICER)
    asker = asker_of_session(access, olga.session)

    known, unknown = (
        invite(access, asker, Invitation(address, Role.MEMBER, olga.organisation)) for address in (ann.address, "new@union.example")
    )

    assert known.rpartition("/")[0] == unknown.rpartition("/")[0]
    assert len(known) == len(unknown)
    with pytest.raises(NotFound):
        accept(access, known.rpartition("/")[2], "Ann", PASSWORD, HOME)
    assert ann.id not in {person.id for person in everybody(access, asker).people}


def test_an_administrator_is_told_that_somebody_is_known_already(access: Access, ann: Someone) -> None:
    root = someone(access, Role.ADMINISTRATOR)

    for by in (None, asker_of_session(access, root.session)):
        with pytest.raises(WrongUsage, match="known by this address already: Somebody"):
            invite(access, by, Invitation(ann.address, Role.OFFICER, ann.organisation))


def test_a_flood_of_passwords_waits_outside() -> None:
    passwords = Passwords(PasswordHasher(time_cost=40, memory_cost=4_096, parallelism=1))
    told: list[type] = []

    def try_one() -> None:
        try:
            told.append(type(passwords.fits("a wrong password", None)))
        except TooBusy:
            told.append(TooBusy)

    threads = [Thread(target=try_one) for _ in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert TooBusy in told
    assert told.count(bool) >= MOST_AT_ONCE
    assert passwords.fits("a wrong password", None) is False, "and there is room again"


def test_links_work_once_and_for_a_while(access: Access, ann: Someone, clock: Clock) -> None:
    def invited() -> str:
        return invite(access, None, Invitation("ben@union.example", Role.MEMBER, ann.organisation)).rpartition("/")[2]

    first, second = invited(), invited()
    with pytest.raises(NotFound):
        accept(access, first, "Ben", PASSWORD, HOME)  # a later one took its place
    clock.move(days=8)
    with pytest.raises(NotFound):
        accept(access, second, "Ben", PASSWORD, HOME)
    third = invited()
    accept(access, third, "Ben", PASSWORD, HOME)
    with pytest.raises(NotFound):
        accept(access, third, "Ben", PASSWORD, HOME)


def test_an_officer_invites_members_of_their_own_organisation_alone(access: Access) -> None:
    olga, elsewhere = someone(access, Role.OFFICER), an_organisation(access)
    asker = asker_of_session(access, olga.session)

    for role, organisation in (
        (Role.OFFICER, olga.organisation),
        (Role.ADMINISTRATOR, None),
        (Role.MEMBER, elsewhere),
        (Role.MEMBER, None),
    ):
        with pytest.raises(Exception, match="into your own organisation"):
            invite(access, asker, Invitation("ben@union.example", role, organisation))
