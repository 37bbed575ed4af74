"""The audit trail: nobody changes it unnoticed, and it names its first broken link."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ProgrammingError

from contract_registry.core.disclosure.audit import Break, Did
from contract_registry.operations.access import Access
from contract_registry.operations.audit import verify_trail
from contract_registry.operations.passwords import Passwords
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Store


@pytest.fixture
def access(store: Store) -> Access:
    """A trail of five entries."""
    for number in range(5):
        with store.writing() as writing:
            note(writing.connection, writing.now, None, Did.SIGNED_IN, person=f"somebody {number}")
    return Access(store, Passwords(), lambda: "words", "http://registry.test", None)


@contextmanager
def against_the_rules(engine: Engine) -> Iterator[Connection]:
    """What somebody could do who owns the database."""
    with engine.begin() as connection:
        connection.execute(text("GRANT UPDATE, DELETE ON audit_entries TO CURRENT_USER"))
        connection.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER USER"))
        yield connection
        connection.execute(text("ALTER TABLE audit_entries ENABLE TRIGGER USER"))
        connection.execute(text("REVOKE UPDATE, DELETE ON audit_entries FROM CURRENT_USER"))


def test_a_trail_as_it_was_written_holds(access: Access) -> None:
    verified = verify_trail(access)

    assert not isinstance(verified, Break)
    assert (verified.entries, len(verified.sum)) == (5, 64)


@pytest.mark.parametrize(
    "change", ["UPDATE audit_entries SET entry = 'x'", "DELETE FROM audit_entries WHERE number = 5", "TRUNCATE audit_entries"]
)
def test_the_services_own_user_cannot_change_it(change: str, access: Access, engine: Engine) -> None:
    with pytest.raises(ProgrammingError, match=r"only added to|permission denied"), engine.begin() as connection:
        connection.execute(text(change))

    assert not isinstance(verify_trail(access), Break)


@pytest.mark.parametrize(
    ("change", "broken", "why"),
    [
        ("UPDATE audit_entries SET entry = replace(entry, 'somebody 2', 'nobody') WHERE number = 3", 3, "not the one it was written with"),
        ("DELETE FROM audit_entries WHERE number = 2", 2, "number 2 is missing"),
        ("UPDATE audit_entries SET number = 9 WHERE number = 4", 4, "number 4 is missing"),
        ("UPDATE audit_entries SET previous = sum WHERE number = 4", 4, "does not follow"),
        (
            """UPDATE audit_entries SET entry = replace(entry, 'somebody 1', 'x'),
            sum = sha256(previous || convert_to(replace(entry, 'somebody 1', 'x'), 'UTF8')) WHERE number = 2""",
            3,
            "does not follow",
        ),
    ],
    ids=["changed", "taken away", "moved", "tied elsewhere", "changed with its sum"],
)
def test_the_first_broken_link_is_named(change: str, broken: int, why: str, access: Access, engine: Engine) -> None:
    with against_the_rules(engine) as connection:
        connection.execute(text(change))

    found = verify_trail(access)

    assert isinstance(found, Break)
    assert found.number == broken
    assert why in found.why


def test_an_end_that_was_cut_off_is_noticed_by_what_was_written_down(access: Access, engine: Engine) -> None:
    before = verify_trail(access)
    assert not isinstance(before, Break)
    with against_the_rules(engine) as connection:
        connection.execute(text("DELETE FROM audit_entries WHERE number = 5"))

    assert not isinstance(verify_trail(access), Break), "the rest holds"
    cut = verify_trail(access, (before.entries, before.sum))
    assert isinstance(cut, Break)
    assert cut.number == 5


def test_an_entry_stands_or_falls_with_what_it_tells(access: Access) -> None:
    def break_off() -> None:
        with access.store.writing() as writing:
            note(writing.connection, writing.now, None, Did.DISABLED, person="somebody")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    verified = verify_trail(access)
    assert not isinstance(verified, Break)
    assert verified.entries == 5
