"""Puts contracts on a shelf, keeps their scans, and takes them away with their key."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_change

from contract_registry.core.contracts.kept import KeptContract, KeptFile, State
from contract_registry.errors import NotFound
from contract_registry.storage.answers import Answers
from contract_registry.storage.progress import forget_progress
from contract_registry.storage.queue import WIPE_REGISTRY, defer
from contract_registry.storage.registry.rows import take_rows
from contract_registry.storage.registry.tables import consent_marks, consents
from contract_registry.storage.registry.templates import defer_following
from contract_registry.storage.tables import contract_files, contract_scans, contracts
from contract_registry.storage.vault.sealing import seal
from contract_registry.storage.vault.shelf import Shelf, file_purpose, name_purpose, said_purpose, scan_purpose
from contract_registry.storage.work_tables import contract_documents

NamedFile = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class WritableShelf(Shelf):
    """A shelf on which contracts can be put, too. Blobs are no part of the transaction: what to do with them is told by its end."""

    now: datetime
    new_id: Callable[[], str]
    if_undone: list[str] = field(default_factory=list)
    if_done: list[str] = field(default_factory=list)

    def keep(self, files: Sequence[NamedFile], said: Mapping[str, str] = MappingProxyType({})) -> tuple[KeptContract, bool]:
        """The contract that these files make, and whether it is new: the same files of the same owner are kept once."""
        self.be_alone()
        mark = _mark(self.key_of_this_owner(), files)
        query = select(contracts.c.id).where(contracts.c.owner_id == self.owner, contracts.c.mark == mark)
        known = self.connection.execute(query).scalar_one_or_none()
        return (self._new(files, mark, said), True) if known is None else (self.contract(known), False)

    def keep_once(
        self, repeatable: str, files: Sequence[NamedFile], said: Mapping[str, str], what: str = ""
    ) -> tuple[KeptContract, bool, bool]:
        """The same for a request that is marked with the key `repeatable` and does `what`, and whether it was answered before: it is then answered the same.

        KeyUsedOtherwise where the key came with another request; NotFound where the contract was deleted since.
        """
        self.be_alone()
        answers = Answers(self.connection, self.owner, self.now)
        owner_key = self.key_of_this_owner()
        told = json.dumps([what, dict(said)], sort_keys=True).encode()
        request = hmac.digest(owner_key, _mark(owner_key, files) + told, "sha256")
        if before := answers.answer_to(repeatable, request):
            return self.contract(before[0]), before[1], True
        contract, is_new = self.keep(files, said)
        answers.remember(repeatable, request, contract.id, is_new=is_new)
        return contract, is_new, False

    def say(self, contract: str, said: Mapping[str, str]) -> None:
        """Keep what is said of the case now in place of what was; NotFound where this owner keeps none by this id."""
        self.contract(contract)
        sealed = self._sealed(self.keys.key_of_contract(self.connection, contract), json.dumps(dict(said)).encode(), said_purpose(contract))
        self.connection.execute(update(contracts).where(contracts.c.id == contract).values(said=sealed))

    def keep_scan(self, contract: str, scan: str, state: State, rulebook: str | None = None) -> bool:
        """Whether the JSON of a scan that was waited for was kept: of two attempts at it the first one counts. NotFound where the contract is gone."""
        if not self.move_on(contract, {State.WAITING}, state):
            return False
        sealed = self._sealed(self.keys.key_of_contract(self.connection, contract), scan.encode(), scan_purpose(contract))
        told = {"scanned_at": self.now, "scan": sealed, "rulebook": rulebook}
        row = insert_or_change(contract_scans).values(contract_id=contract, **told)
        self.connection.execute(row.on_conflict_do_update(index_elements=["contract_id"], set_=told))
        return True

    def replace_scan(self, contract: str, scan: str, before: str | None, rulebook: str) -> bool:
        """Whether the scan by the rulebook `before` was replaced: of two attempts the first one counts. NotFound where the contract is gone."""
        self.contract(contract)
        sealed = self._sealed(self.keys.key_of_contract(self.connection, contract), scan.encode(), scan_purpose(contract))
        row = update(contract_scans).where(contract_scans.c.contract_id == contract, contract_scans.c.rulebook.is_not_distinct_from(before))
        return bool(self.connection.execute(row.values(scanned_at=self.now, scan=sealed, rulebook=rulebook)).rowcount)

    def move_on(self, contract: str, among: Collection[State], to: State) -> bool:
        """Whether the contract was in one of the states `among`, and is now in the state `to`; NotFound where it is gone."""
        ours = update(contracts).where(contracts.c.id == contract, contracts.c.owner_id == self.owner, contracts.c.state.in_(among))
        if not self.connection.execute(ours.values(state=to)).rowcount:
            self.contract(contract)
            return False
        forget_progress(self.connection, contract)
        return True

    def delete(self, contract: str) -> None:
        """Take the contract away, from the registry too, and destroy its key, with which every copy of it becomes unreadable; NotFound where there is none."""
        self.contract(contract)
        query = select(contract_files.c.blob).where(contract_files.c.contract_id == contract)
        self.if_done.extend(self.connection.scalars(query))
        self.if_done.extend(self.connection.scalars(select(contract_documents.c.blob).where(contract_documents.c.contract_id == contract)))
        if take_rows(self.connection, contract):
            defer(self.connection, WIPE_REGISTRY)
        defer_following(self.connection, contract, leaves=True)
        shared = select(consents.c.id).where(consents.c.contract_id == contract)
        self.connection.execute(delete(consent_marks).where(consent_marks.c.consent_id.in_(shared)))
        self.keys.destroy_key_of_contract(self.connection, contract)
        if not self.connection.execute(delete(contracts).where(contracts.c.id == contract)).rowcount:
            raise NotFound  # somebody else deleted it at the same moment

    def put_sealed(self, key: bytes, data: bytes, purpose: str) -> str:
        """The name of a new blob that holds the data sealed for this purpose; it is taken away where the transaction is undone."""
        blob = self.new_id()
        self.if_undone.append(blob)
        self.blobs.put(blob, self._sealed(key, data, purpose))
        return blob

    def be_alone(self) -> None:
        """Be the only one at this owner's shelf until the transaction ends."""
        self.connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(self.owner, 0))))

    def key_of_this_owner(self) -> bytes:
        """The key that marks this owner's files and names, made where there is none yet."""
        return self.keys.key_of_owner(self.connection, self.owner) or self.keys.new_key_of_owner(self.connection, self.owner)

    def _new(self, files: Sequence[NamedFile], mark: bytes, said: Mapping[str, str]) -> KeptContract:
        contract = self.new_id()
        key = self.keys.new_key_of_contract(self.connection, contract)
        values: dict[str, Any] = {"id": contract, "owner_id": self.owner, "received_at": self.now, "state": State.WAITING, "mark": mark}
        values["said"] = self._sealed(key, json.dumps(dict(said)).encode(), said_purpose(contract))
        self.connection.execute(insert(contracts).values(values))
        for position, (name, data) in enumerate(files):
            blob = self.put_sealed(key, data, file_purpose(contract, position))
            sealed_name = self._sealed(key, name.encode(errors="replace"), name_purpose(contract, position))
            row = {"contract_id": contract, "position": position, "name": sealed_name, "size": len(data), "blob": blob}
            self.connection.execute(insert(contract_files).values(row))
        return KeptContract(contract, self.owner, self.now, State.WAITING, tuple(KeptFile(name, len(data)) for name, data in files))

    def _sealed(self, key: bytes, data: bytes, purpose: str) -> bytes:
        return seal(key, data, purpose, self.keys.random)


def _mark(key: bytes, files: Sequence[NamedFile]) -> bytes:
    """What the same files in the same order have in common for this owner; without the owner's key it matches nothing."""
    whole = b"".join(hashlib.sha256(data).digest() for _, data in files)
    return hmac.digest(key, whole, "sha256")
