"""What an owner keeps is found by that owner alone, opens as it was sealed, and is gone for good once it is deleted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text

from contract_registry.core.contracts.kept import State
from contract_registry.errors import BrokenSeal, NotFound
from contract_registry.storage.store import Store
from contract_registry.storage.tables import metadata
from database_of_tests import Clock

ANN, BEN = str(uuid4()), str(uuid4())
PHRASE = b"The Illustrator waives every marmalade right"


def keep(store: Store, owner: str = ANN, data: bytes = PHRASE, name: str = "contract.pdf") -> str:
    with store.writing() as writing:
        contract, _ = writing.shelf(owner).keep([(name, data)])
    return contract.id


def everything_in(folder: Path, engine: Engine) -> bytes:
    """All bytes of the files in a folder, and of every row of every table."""
    with engine.connect() as connection:
        rows = [repr(tuple(row)) for table in metadata.tables.values() for row in connection.execute(table.select())]
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file()) + "".join(rows).encode()


def test_what_was_kept_is_found_as_it_was(store: Store, clock: Clock) -> None:
    contract = keep(store, name="contrat d'édition.pdf")

    with store.reading() as reading:
        found = reading.shelf(ANN).contract(contract)
        assert (found.name, found.state, found.received_at) == ("contrat d'édition.pdf", State.WAITING, clock.now)
        assert reading.shelf(ANN).file(contract, 0) == ("contrat d'édition.pdf", PHRASE)


def test_another_persons_contract_is_not_found(store: Store) -> None:
    contract = keep(store)

    for ask in ("contract", "scan"):
        with store.reading() as reading, pytest.raises(NotFound):
            getattr(reading.shelf(BEN), ask)(contract)
    with store.reading() as reading, pytest.raises(NotFound):
        reading.shelf(BEN).file(contract, 0)
    with pytest.raises(NotFound), store.writing() as writing:
        writing.shelf(BEN).delete(contract)
    with store.reading() as reading:
        assert reading.shelf(BEN).page(10) == []
        assert reading.shelf(ANN).contract(contract).id == contract


def test_nothing_of_a_contract_lies_open(store: Store, engine: Engine, tmp_path: Path) -> None:
    contract = keep(store, name="waiver-of-ann.pdf")
    with store.writing() as writing:
        writing.shelf(ANN).keep_scan(contract, '{"quote": "every marmalade right"}', State.SCANNED)

    lying = everything_in(tmp_path, engine)

    assert b"marmalade" not in lying
    assert b"waiver-of-ann" not in lying


def test_the_same_files_are_kept_once_for_one_owner_and_again_for_another(store: Store) -> None:
    first = keep(store)

    assert keep(store) == first
    assert keep(store, name="again.pdf") == first
    assert keep(store, owner=BEN) != first
    assert keep(store, data=PHRASE + b".") != first


def test_the_same_files_sent_at_once_are_kept_once(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: keep(store), range(8)))) == 1


def test_of_two_attempts_at_a_scan_the_first_one_counts(store: Store) -> None:
    contract = keep(store)
    counted = []
    for scan in ('{"verdict": "stop"}', "{}"):
        with store.writing() as writing:
            counted.append(writing.shelf(ANN).keep_scan(contract, scan, State.SCANNED))

    assert counted == [True, False]
    with store.reading() as reading:
        assert reading.shelf(ANN).scan(contract) == '{"verdict": "stop"}'
        assert reading.shelf(ANN).contract(contract).state is State.SCANNED


def test_a_scan_of_a_contract_that_is_gone_is_kept_nowhere(store: Store) -> None:
    contract = keep(store)
    with store.writing() as writing:
        writing.shelf(ANN).delete(contract)

    with pytest.raises(NotFound), store.writing() as writing:
        writing.shelf(ANN).keep_scan(contract, "{}", State.SCANNED)


def test_a_deleted_contract_leaves_no_row_no_key_and_no_blob(store: Store, engine: Engine, tmp_path: Path) -> None:
    contract = keep(store)
    with store.writing() as writing:
        writing.shelf(ANN).keep_scan(contract, "{}", State.SCANNED)

    with store.writing() as writing:
        writing.shelf(ANN).delete(contract)

    with engine.connect() as connection:
        tables = ("contracts", "contract_files", "contract_scans", "contract_keys")
        assert [connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in tables] == [0, 0, 0, 0]
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []
    with store.reading() as reading, pytest.raises(NotFound):
        reading.shelf(ANN).contract(contract)


def test_what_was_undone_leaves_no_blob(store: Store, tmp_path: Path) -> None:
    def keep_and_stumble() -> None:
        with store.writing() as writing:
            writing.shelf(ANN).keep([("a.txt", PHRASE)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        keep_and_stumble()

    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []
    with store.reading() as reading:
        assert reading.shelf(ANN).page(10) == []


def test_a_deletion_that_was_undone_took_nothing(store: Store) -> None:
    contract = keep(store)

    def delete_and_stumble() -> None:
        with store.writing() as writing:
            writing.shelf(ANN).delete(contract)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        delete_and_stumble()

    with store.reading() as reading:
        assert reading.shelf(ANN).file(contract, 0)[1] == PHRASE


def test_a_blob_that_was_changed_or_exchanged_does_not_open(store: Store, tmp_path: Path) -> None:
    contract = keep(store)
    other = keep(store, data=b"another contract")
    mine, its = sorted((path for path in (tmp_path / "blobs").rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    first, second = mine.read_bytes(), its.read_bytes()
    mine.write_bytes(second)
    its.write_bytes(first[:-1] + bytes([first[-1] ^ 1]))

    for each in (contract, other):
        with store.reading() as reading, pytest.raises(BrokenSeal):
            reading.shelf(ANN).file(each, 0)


def test_pages_go_on_where_the_last_one_ended(store: Store, clock: Clock) -> None:
    kept = []
    for number in range(5):
        kept.append(keep(store, data=b"%d" % number))
        clock.move(minutes=number % 2)

    with store.reading() as reading:
        shelf = reading.shelf(ANN)
        first = shelf.page(2)
        rest = shelf.page(9, after=(first[-1].received_at, first[-1].id))

    found = [contract.id for contract in (*first, *rest)]
    assert sorted(found) == sorted(kept)
    assert [contract.received_at for contract in (*first, *rest)] == sorted((each.received_at for each in (*first, *rest)), reverse=True)


def test_a_question_cannot_write(store: Store) -> None:
    with store.reading() as reading, pytest.raises(Exception, match="read-only transaction"):
        reading.connection.execute(text("DELETE FROM contracts"))
