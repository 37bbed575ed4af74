"""The contracts of one owner: what stands on this shelf is found, and for anybody else it is as if it did not exist."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from contract_registry.core.contracts.kept import OVER, QUEUED, KeptContract, KeptFile, State
from contract_registry.errors import NotFound
from contract_registry.storage.progress import progress_of
from contract_registry.storage.tables import contract_files, contract_scans, contracts
from contract_registry.storage.vault.blobs import Blobs
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class Shelf:
    """What can be read of an owner's contracts over this connection."""

    connection: Connection
    keys: KeyRing
    blobs: Blobs
    owner: str

    def contract(self, contract: str) -> KeptContract:
        """The contract; NotFound where this owner has none by this id."""
        return self._kept([self._row(contract)])[0]

    def page(self, most: int, after: tuple[datetime, str] | None = None) -> list[KeptContract]:
        """The next contracts, latest first, after the one received then with that id."""
        query = self._rows().order_by(contracts.c.received_at.desc(), contracts.c.id.desc()).limit(most)
        if after:
            query = query.where(tuple_(contracts.c.received_at, contracts.c.id) < after)
        return self._kept(self.connection.execute(query).all())

    def count(self, among: Sequence[str], state: State) -> int:
        """How many of these contracts are in this state."""
        query = select(func.count()).select_from(contracts)
        query = query.where(contracts.c.owner_id == self.owner, contracts.c.id.in_(among), contracts.c.state == state)
        return self.connection.scalar(query) or 0

    def file(self, contract: str, position: int) -> tuple[str, bytes]:
        """Name and bytes of a file as it was received; NotFound where the contract has none at this position."""
        self._row(contract)
        key = self.keys.key_of_contract(self.connection, contract)
        query = select(contract_files).where(contract_files.c.contract_id == contract, contract_files.c.position == position)
        row = self.connection.execute(query).one_or_none()
        if row is None:
            raise NotFound
        return _opened_name(key, row), unseal(key, self.blobs.get(row.blob), file_purpose(contract, position))

    def said(self, contract: str) -> dict[str, str]:
        """What was said of the case when the contract came."""
        row = self._row(contract)
        said: dict[str, str] = json.loads(unseal(self.keys.key_of_contract(self.connection, contract), row.said, said_purpose(contract)))
        return said

    def scan(self, contract: str) -> str | None:
        """The JSON of the last scan, or of the error in its place; None before there is one."""
        self._row(contract)
        query = select(contract_scans.c.scan).where(contract_scans.c.contract_id == contract)
        sealed = self.connection.execute(query).scalar_one_or_none()
        return (
            None
            if sealed is None
            else unseal(self.keys.key_of_contract(self.connection, contract), sealed, scan_purpose(contract)).decode()
        )

    def rulebook(self, contract: str) -> str | None:
        """The fingerprint of the rulebook that made the last scan; None where there is none, or it was not noted."""
        self._row(contract)
        return self.connection.scalar(select(contract_scans.c.rulebook).where(contract_scans.c.contract_id == contract))

    def _rows(self) -> Select[Any]:
        return select(contracts).where(contracts.c.owner_id == self.owner)

    def _row(self, contract: str) -> Row[Any]:
        row = self.connection.execute(self._rows().where(contracts.c.id == contract)).one_or_none()
        if row is None:
            raise NotFound
        return row

    def _kept(self, rows: Sequence[Row[Any]]) -> list[KeptContract]:
        """The contracts of these rows, their files found by one query for all."""
        ids = [row.id for row in rows]
        keys = self.keys.keys_of_contracts(self.connection, ids)
        query = select(contract_files).where(contract_files.c.contract_id.in_(ids)).order_by(contract_files.c.position)
        files: dict[str, list[KeptFile]] = {each: [] for each in ids}
        for file in self.connection.execute(query):
            files[file.contract_id].append(KeptFile(_opened_name(keys[file.contract_id], file), file.size))
        progress = progress_of(self.connection, [row.id for row in rows if row.state == State.WAITING])
        return [
            KeptContract(
                row.id,
                row.owner_id,
                row.received_at,
                State(row.state),
                tuple(files[row.id]),
                progress.get(row.id, QUEUED if row.state == State.WAITING else OVER),
            )
            for row in rows
        ]


def file_purpose(contract: str, position: int) -> str:
    """For what the bytes of a file are sealed."""
    return f"contract {contract} file {position}"


def name_purpose(contract: str, position: int) -> str:
    """For what the name of a file is sealed."""
    return f"contract {contract} name {position}"


def said_purpose(contract: str) -> str:
    """For what is sealed that was said of the case."""
    return f"contract {contract} said"


def scan_purpose(contract: str) -> str:
    """For what a scan is sealed."""
    return f"contract {contract} scan"


def _opened_name(key: bytes, row: Row[Any]) -> str:
    return unseal(key, row.name, name_purpose(row.contract_id, row.position)).decode()
