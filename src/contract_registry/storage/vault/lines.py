"""Which of an owner's contracts are editions of one, and in which order."""

from __future__ import annotations

from sqlalchemy import func, insert, select

from contract_registry.core.contracts.kept import Edition
from contract_registry.errors import WrongUsage
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.shelf import Shelf
from contract_registry.storage.work_tables import editions


def line_of(shelf: Shelf, contract: str) -> list[Edition]:
    """Every edition of the contract, the first one first; the contract alone where it has no other. NotFound where this owner has none by this id."""
    kept = shelf.contract(contract)
    line = shelf.connection.scalar(select(editions.c.line_id).where(editions.c.contract_id == contract))
    if line is None:
        return [Edition(1, kept)]
    query = select(editions.c.number, editions.c.contract_id).where(editions.c.line_id == line).order_by(editions.c.number)
    return [Edition(row.number, shelf.contract(row.contract_id)) for row in shelf.connection.execute(query)]


def add_edition(shelf: WritableShelf, contract: str, newer: str) -> None:
    """Have `newer` be the latest edition of the contract; WrongUsage where it is an edition of another one already."""
    line = shelf.connection.scalar(select(editions.c.line_id).where(editions.c.contract_id == contract))
    its_own = shelf.connection.scalar(select(editions.c.line_id).where(editions.c.contract_id == newer))
    if newer == contract or (line is not None and its_own == line):
        return
    if its_own is not None:
        raise WrongUsage("These files are kept as an edition of another contract. Send the edition that belongs to this one.")
    if line is None:
        line = shelf.new_id()
        shelf.connection.execute(insert(editions).values(contract_id=contract, line_id=line, number=1))
    last = shelf.connection.scalar(select(func.max(editions.c.number)).where(editions.c.line_id == line)) or 0
    shelf.connection.execute(insert(editions).values(contract_id=newer, line_id=line, number=last + 1))
