"""An owner shares what they choose, with whom they choose, in words that are kept; and nothing is left of what they took back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.consent import Bounds, Consent, checked, checked_beside, seen_by
from contract_registry.core.disclosure.consent.ladder import COUNTED, PUBLIC, Circle, Level, Part, Purpose
from contract_registry.core.disclosure.consent.projection import Found, KeptClause, KeptContract, Row, project, readable_by, rows_of
from contract_registry.core.disclosure.consent.wordings import NEWEST, WORDINGS
from contract_registry.errors import WrongUsage

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
UNION, OTHER_UNION, CLINIC = Circle("union"), Circle("other union"), Circle("clinic")
FOUND = KeptClause(0, (Found("moral-waiver-total"),), Fingerprint("aa"), "[creator] waives all moral rights.")
PLAIN = KeptClause(1, (), Fingerprint("bb"), "[creator] delivers by the end of [quarter].")
CONTRACT = KeptContract("c1", "ada", "Northlight Books", (("sector", "publishing"), ("year", "2026")), (FOUND, PLAIN))


def a_consent(level: Level = Level.CLAUSES, **more: object) -> Consent:
    usual = Consent("k1", "c1", "ada", level, frozenset({UNION}), frozenset({Purpose.SEARCH}), NEWEST.version, NOON)
    return replace(usual, **more)


def read(*consents: Consent, at: datetime = NOON, organisation: str = "union", purpose: Purpose = Purpose.SEARCH) -> list[Row]:
    return list(readable_by(project({"c1": CONTRACT}, consents, at), organisation, "", purpose))


consents = st.builds(
    Consent,
    id=st.text("abc", min_size=1, max_size=3),
    contract=st.sampled_from(["c1", "c2", "gone"]),
    owner=st.sampled_from(["ada", "bo"]),
    level=st.sampled_from(Level),
    circles=st.frozensets(st.sampled_from([UNION, OTHER_UNION, Circle("union", "north"), CLINIC, COUNTED])),
    purposes=st.frozensets(st.sampled_from(Purpose)),
    wording=st.just(NEWEST.version),
    given_at=st.integers(0, 5).map(lambda days: NOON + days * DAY),
    withdrawn_at=st.none() | st.integers(5, 9).map(lambda days: NOON + days * DAY),
)
VAULT = {"c1": CONTRACT, "c2": replace(CONTRACT, contract="c2", owner="bo")}


@pytest.mark.parametrize(
    ("level", "texts", "engager"),
    [
        (Level.NOTHING, [], set()),
        (Level.FACTS, ["", ""], {""}),
        (Level.CLAUSES, [FOUND.redacted, ""], {""}),
        (Level.TEXT, [FOUND.redacted, PLAIN.redacted], {""}),
        (Level.ENGAGER, [FOUND.redacted, PLAIN.redacted], {"Northlight Books"}),
    ],
)
def test_each_rung_shows_more_and_nothing_of_the_next(level: Level, texts: list[str], engager: set[str]) -> None:
    rows = read(a_consent(level))

    assert [row.text for row in rows] == texts
    assert {row.engager for row in rows} == engager


def test_others_than_those_chosen_see_nothing() -> None:
    consent = a_consent(Level.ENGAGER, circles=frozenset({UNION, CLINIC}))

    assert read(consent, organisation="clinic")
    assert not read(consent, organisation="other union")
    assert not read(consent, organisation="")


def test_what_is_for_a_branch_is_for_that_branch_alone() -> None:
    rows = project({"c1": CONTRACT}, [a_consent(circles=frozenset({Circle("union", "north")}))], NOON)

    assert readable_by(rows, "union", "north", Purpose.SEARCH)
    assert not readable_by(rows, "union", "south", Purpose.SEARCH)
    assert not readable_by(rows, "union", "", Purpose.SEARCH)


@pytest.mark.parametrize("purpose", Purpose)
def test_each_purpose_is_agreed_to_by_itself(purpose: Purpose) -> None:
    consent = a_consent(purposes=frozenset({purpose}))

    assert [other for other in Purpose if read(consent, purpose=other)] == [purpose]


def test_what_is_given_to_statistics_alone_nobody_can_read() -> None:
    rows = project({"c1": CONTRACT}, [a_consent(Level.FACTS, circles=frozenset({COUNTED}), purposes=frozenset({Purpose.STATISTICS}))], NOON)

    assert [row.circle for row in rows] == [COUNTED, COUNTED]
    assert not any(readable_by(rows, organisation, "", purpose) for organisation in ("union", "") for purpose in Purpose)


@pytest.mark.parametrize(
    ("consent", "bounds", "says"),
    [
        (a_consent(Level.NOTHING), Bounds(), "take back what you gave"),
        (a_consent(circles=frozenset()), Bounds(), "with whom"),
        (a_consent(purposes=frozenset()), Bounds(), "for what"),
        (a_consent(wording="1999-01"), Bounds(), "1999-01"),
        (a_consent(circles=frozenset({COUNTED})), Bounds(), "statistics alone"),
        (a_consent(Level.FACTS, circles=frozenset({COUNTED, UNION})), Bounds(), "statistics alone"),
        (a_consent(), Bounds(forbids_showing=True), "ask an officer"),
        (a_consent(Level.FACTS), Bounds(is_of_a_minor=True), "under eighteen"),
        (a_consent(circles=frozenset({PUBLIC})), Bounds(), "read already"),
    ],
)
def test_what_cannot_be_agreed_to_is_refused_with_what_to_do(consent: Consent, bounds: Bounds, says: str) -> None:
    with pytest.raises(WrongUsage, match=says):
        checked(consent, bounds)


@pytest.mark.parametrize(
    ("level", "bounds"),
    [
        (Level.ENGAGER, Bounds()),
        (Level.FACTS, Bounds(forbids_showing=True)),
        (Level.TEXT, Bounds(forbids_showing=True, officer_agreed=True)),
        (Level.TEXT, Bounds(is_published=True)),
    ],
)
def test_what_can_be_agreed_to_is_taken(level: Level, bounds: Bounds) -> None:
    assert checked(a_consent(level), bounds) == a_consent(level)


def test_published_terms_are_read_by_whoever_is_signed_in() -> None:
    rows = project({"c1": CONTRACT}, [a_consent(Level.TEXT, circles=frozenset({PUBLIC}))], NOON)

    assert checked(a_consent(circles=frozenset({PUBLIC})), Bounds(is_published=True))
    assert readable_by(rows, "other union", "north", Purpose.SEARCH)
    assert readable_by(rows, "", "", Purpose.SEARCH)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (UNION, UNION, True),
        (UNION, OTHER_UNION, False),
        (UNION, Circle("union", "north"), True),
        (Circle("union", "south"), Circle("union", "north"), False),
        (COUNTED, UNION, False),
        (PUBLIC, UNION, True),
        (PUBLIC, COUNTED, False),
    ],
)
def test_nobody_sees_one_contract_by_two_consents(one: Circle, other: Circle, meet: bool) -> None:
    stands, wanted = a_consent(circles=frozenset({one})), a_consent(id="k2", circles=frozenset({other}))

    for consents in ((stands, wanted), (wanted, stands)):
        if meet:
            with pytest.raises(WrongUsage, match="already"):
                checked_beside(consents[1], [consents[0]])
        else:
            assert checked_beside(consents[1], [consents[0]]) == consents[1]


def test_an_owner_sees_who_can_see_what_now() -> None:
    given = [a_consent(), a_consent(Level.ENGAGER, id="k2", circles=frozenset({CLINIC}), purposes=frozenset({Purpose.EVIDENCE}))]

    seeing = seen_by([*given, a_consent(Level.TEXT, id="k3", given_at=NOON + DAY)], NOON)

    assert [(each.circle, each.level, each.purposes) for each in seeing] == [
        (CLINIC, Level.ENGAGER, {Purpose.EVIDENCE}),
        (UNION, Level.CLAUSES, {Purpose.SEARCH}),
    ]
    assert Part.ENGAGER in seeing[0].parts - seeing[1].parts


@given(consents, st.integers(0, 9))
def test_the_preview_is_what_will_stand(consent: Consent, days: int) -> None:
    at = NOON + days * DAY
    contract = VAULT.get(consent.contract)

    expected = rows_of(contract, consent) if contract and contract.owner == consent.owner and consent.stands(at) else ()

    assert sorted(project(VAULT, [consent], at), key=str) == sorted(expected, key=str)


@given(st.lists(consents, max_size=4), consents, st.integers(0, 9), st.integers(0, 9))
def test_what_was_taken_back_was_never_there(others: list[Consent], consent: Consent, taken_back: int, days: int) -> None:
    taken = replace(consent, withdrawn_at=None).withdrawn(NOON + taken_back * DAY)
    at = max(NOON + days * DAY, NOON + taken_back * DAY)

    assert project(VAULT, [*others, taken], at) == project(VAULT, others, at)


@given(st.lists(consents, max_size=4), st.integers(0, 9))
def test_nobody_reads_what_no_consent_gives_them(given: list[Consent], days: int) -> None:
    at = NOON + days * DAY
    seen = {(each.contract, circle) for each in given if each.stands(at) for circle in each.circles}

    for row in project(VAULT, given, at):
        assert (row.contract, row.circle) in seen
    for contract in VAULT:
        kept = {name: each for name, each in VAULT.items() if name != contract}
        assert not any(row.contract == contract for row in project(kept, given, at))


def test_who_takes_back_twice_took_back_the_first_time() -> None:
    once = a_consent().withdrawn(NOON + DAY)

    assert once.withdrawn(NOON + 3 * DAY) == once
    assert (once.stands(NOON), once.stands(NOON + DAY)) == (True, False)


def test_what_became_of_a_clause_is_shared_with_whoever_agreed_to_words_that_say_so() -> None:
    found = replace(FOUND, found=(Found("moral-waiver-total", became="narrowed"),))
    contract = {"c1": replace(CONTRACT, clauses=(found,))}

    told = {wording: project(contract, [a_consent(wording=wording)], NOON)[0].became for wording in WORDINGS}

    assert told == {"2026-12": "", "2026-12b": "narrowed", "2026-12c": "narrowed", "2026-12d": "narrowed"}


def test_what_officers_say_of_a_clause_is_told_in_their_own_organisation_alone_and_by_words_that_say_so() -> None:
    disputed = Found("moral-waiver-total", reviews=(("clinic", "agree"), ("union", "dispute")))
    contract = {"c1": replace(CONTRACT, clauses=(replace(FOUND, found=(Found("ai-training"), disputed)), PLAIN))}
    circles = [Circle("union"), Circle("union", "north"), Circle("clinic"), Circle("stranger"), COUNTED, PUBLIC]

    told = {
        (wording, circle): [
            row.review for row in project(contract, [replace(a_consent(wording=wording), circles=frozenset({circle}))], NOON)
        ]
        for wording in WORDINGS
        for circle in circles
    }

    assert [told["2026-12c", circle][0] for circle in circles] == ["dispute", "dispute", "agree", "none", "", ""]
    assert {
        clause for (wording, _), reviews in told.items() for clause in (reviews[1:] if wording in {"2026-12c", "2026-12d"} else reviews)
    } == {""}
    rows = project(contract, [a_consent()], NOON)
    assert all(not found.reviews for row in rows for found in row.found), "what others said is not in it at all"


def test_what_was_agreed_instead_is_told_beside_words_that_may_be_read_and_by_words_of_consent_that_say_so() -> None:
    contract = {"c1": replace(CONTRACT, clauses=(replace(FOUND, counter="The Author is named."), replace(PLAIN, counter="Nothing.")))}

    told = {
        (wording, level): [row.counter for row in project(contract, [a_consent(level=level, wording=wording)], NOON)]
        for wording in WORDINGS
        for level in (Level.FACTS, Level.CLAUSES, Level.ENGAGER)
    }

    assert {where: counters[0] for where, counters in told.items() if any(counters)} == {
        ("2026-12d", Level.CLAUSES): "The Author is named.",
        ("2026-12d", Level.ENGAGER): "The Author is named.",
    }
    assert not any(counters[1] for counters in told.values()), "in which nothing was found"
    for circle in (COUNTED, PUBLIC):
        rows = project(contract, [replace(a_consent(level=Level.CLAUSES), circles=frozenset({circle}))], NOON)
        assert [row.counter for row in rows] == ["", ""]


def test_the_words_of_a_version_never_change() -> None:
    assert {version: wording.sum for version, wording in WORDINGS.items()} == {
        "2026-12": "9bca23952e05cbdf",
        "2026-12b": "d90c1968060c8ad2",
        "2026-12c": "db4641a88c8da124",
        "2026-12d": "ebca7e0048e3b2d8",
    }
    assert all(set(wording.levels) == set(Level) and set(wording.purposes) == set(Purpose) for wording in WORDINGS.values())
