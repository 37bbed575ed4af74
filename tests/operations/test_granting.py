"""A grant and a stated purpose last as long as they say, and the owner keeps reading who looked."""

from __future__ import annotations

import pytest

from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations.access import Access
from contract_registry.operations.askers import asker_of_session
from contract_registry.operations.granting import (
    grant,
    granted_to,
    grants_of,
    is_open,
    open_granted,
    opened_contract,
    opened_file,
    take_back,
    who_looked,
    who_looked_at_any,
)
from contract_registry.operations.people import erase
from database_of_tests import Clock
from members import Someone, an_organisation, someone

PURPOSE = "Advice on the waiver before she signs"


@pytest.fixture
def ann(access: Access) -> Someone:
    return someone(access)


@pytest.fixture
def carl(access: Access) -> Someone:
    return someone(access, Role.CASEWORKER, an_organisation(access, OrganisationKind.CLINIC))


def keep(access: Access, owner: Someone, name: str = "a.txt") -> str:
    with access.store.writing() as writing:
        return writing.shelf(owner.id).keep([(name, name.encode())])[0].id


@pytest.fixture
def kept(access: Access, ann: Someone, carl: Someone) -> str:
    """A contract that Ann has granted to Carl."""
    contract = keep(access, ann)
    grant(access, asker_of_session(access, ann.session), contract, carl.id)
    return contract


def test_a_stated_purpose_opens_for_four_hours(access: Access, carl: Someone, kept: str, clock: Clock) -> None:
    open_granted(access, carl.id, kept, PURPOSE)
    clock.move(hours=3, minutes=59)
    assert opened_contract(access, carl.id, kept).name == "a.txt"

    clock.move(minutes=2)

    assert not is_open(access, carl.id, kept)
    with pytest.raises(NotFound, match="State a purpose"):
        opened_file(access, carl.id, kept, 0)
    open_granted(access, carl.id, kept, PURPOSE)
    assert opened_file(access, carl.id, kept, 0) == ("a.txt", b"a.txt")


def test_a_grant_ends_after_ninety_days_even_while_it_is_open(access: Access, ann: Someone, carl: Someone, kept: str, clock: Clock) -> None:
    clock.move(days=89, hours=23)
    open_granted(access, carl.id, kept, PURPOSE)
    clock.move(hours=2)

    with pytest.raises(NotFound):
        opened_contract(access, carl.id, kept)
    assert granted_to(access, carl.id) == []
    assert grants_of(access, ann.id, kept) == []
    assert [each.opening.purpose for each in who_looked(access, ann.id, kept)] == [PURPOSE], "what was done is still told"


def test_a_purpose_opens_to_whoever_stated_it_alone(access: Access, ann: Someone, carl: Someone, kept: str) -> None:
    cora = someone(access, Role.CASEWORKER)
    grant(access, asker_of_session(access, ann.session), kept, cora.id)
    open_granted(access, carl.id, kept, PURPOSE)

    with pytest.raises(NotFound):
        opened_contract(access, cora.id, kept)


@pytest.mark.parametrize("words", ["", "   ", "because", "x" * 30, "a b " * 200])
def test_what_is_no_purpose_opens_nothing(words: str, access: Access, ann: Someone, carl: Someone, kept: str) -> None:
    with pytest.raises(WrongUsage):
        open_granted(access, carl.id, kept, words)

    assert not is_open(access, carl.id, kept)
    assert who_looked(access, ann.id, kept) == []


def test_a_purpose_is_sealed_and_goes_with_its_contract(access: Access, ann: Someone, carl: Someone, kept: str) -> None:
    open_granted(access, carl.id, kept, PURPOSE)
    with access.store.engine.connect() as connection:
        stored = str(connection.exec_driver_sql("SELECT openings::text FROM openings").scalars().all())
    assert PURPOSE.encode().hex() not in stored

    with access.store.writing() as writing:
        writing.shelf(ann.id).delete(kept)

    assert granted_to(access, carl.id) == []
    with access.store.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM openings").scalar() == 0


def test_the_owner_reads_who_looked_at_any_contract_in_one_place(
    access: Access, ann: Someone, carl: Someone, kept: str, clock: Clock
) -> None:
    second, of_another = keep(access, ann, "b.txt"), someone(access)
    strange = keep(access, of_another, "c.txt")
    for owner, contract in ((ann, second), (of_another, strange)):
        grant(access, asker_of_session(access, owner.session), contract, carl.id)
    for contract in (kept, second, strange):
        clock.move(minutes=1)
        open_granted(access, carl.id, contract, f"{PURPOSE}: {contract}")
    take_back(access, ann.id, kept, carl.id)

    looked = who_looked_at_any(access, ann.id)

    assert [(each.opening.contract, each.person.id) for each in looked] == [(second, carl.id), (kept, carl.id)]
    erase(access, None, carl.id)
    assert [each.person for each in who_looked_at_any(access, ann.id)] == [None, None]
