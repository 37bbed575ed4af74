"""The keys of owners and contracts, each wrapped by the master key: made, opened, destroyed, and wrapped anew when the master key changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Engine, Table, delete, func, insert, select, text, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from contract_registry.errors import NotFound, WrongMasterKey
from contract_registry.storage.tables import contract_keys, master_keys, owner_keys
from contract_registry.storage.vault.master_key import KeyPlace, MasterKey, new_master_key, write_keys
from contract_registry.storage.vault.sealing import KEY_BYTES, RandomBytes, seal, unseal

BATCH = 500


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The master key in use, those before it, and where chance comes from."""

    master: MasterKey
    former: tuple[MasterKey, ...]
    random: RandomBytes

    def settle(self, connection: Connection, now: datetime) -> None:
        """Note which master key this database is sealed with; WrongMasterKey where it is sealed with one that is not here."""
        known = set(connection.scalars(select(master_keys.c.id)))
        if known - {key.id for key in (self.master, *self.former)}:
            raise WrongMasterKey
        connection.execute(insert_or_leave(master_keys).values(id=self.master.id, since=now).on_conflict_do_nothing())

    def key_of_contract(self, connection: Connection, contract: str) -> bytes:
        """The key of this contract; NotFound where it has none, or none any more."""
        return self.keys_of_contracts(connection, [contract])[contract]

    def keys_of_contracts(self, connection: Connection, contracts: Sequence[str]) -> dict[str, bytes]:
        """The key of each of these contracts; NotFound where one has none, or none any more."""
        found = self._keys(connection, contract_keys, contracts)
        if found.keys() != set(contracts):
            raise NotFound
        return found

    def new_key_of_contract(self, connection: Connection, contract: str) -> bytes:
        """A fresh key for a new contract."""
        return self._new_key(connection, contract_keys, contract)

    def key_of_owner(self, connection: Connection, owner: str) -> bytes | None:
        """The key that marks this owner's files; None where the owner has kept nothing yet."""
        return self._keys(connection, owner_keys, [owner]).get(owner)

    def new_key_of_owner(self, connection: Connection, owner: str) -> bytes:
        """A fresh key for an owner who has none."""
        return self._new_key(connection, owner_keys, owner)

    def destroy_key_of_contract(self, connection: Connection, contract: str) -> None:
        """Make everything that was ever sealed for this contract unreadable, wherever copies of it are."""
        connection.execute(delete(contract_keys).where(contract_keys.c.contract_id == contract))

    def wrap_anew(self, connection: Connection) -> int:
        """How many of the next keys were wrapped by a former master key, and now are by the one in use; 0 when all are."""
        done = sum(self._wrap_anew(connection, table) for table in (contract_keys, owner_keys))
        if not done:
            connection.execute(delete(master_keys).where(master_keys.c.id != self.master.id))
        return done

    def _keys(self, connection: Connection, table: Table, of: Sequence[str]) -> dict[str, bytes]:
        id_column = _id_of(table)
        rows = connection.execute(select(id_column, table.c.master_id, table.c.wrapped).where(id_column.in_(of)))
        return {each: unseal(self._named(master_id).secret, wrapped, _purpose(table, each)) for each, master_id, wrapped in rows}

    def _new_key(self, connection: Connection, table: Table, of: str) -> bytes:
        key = self.random(KEY_BYTES)
        wrapped = seal(self.master.secret, key, _purpose(table, of), self.random)
        connection.execute(insert(table).values({_id_of(table).name: of, "master_id": self.master.id, "wrapped": wrapped}))
        return key

    def _wrap_anew(self, connection: Connection, table: Table) -> int:
        id_column = _id_of(table)
        rows = connection.execute(
            select(id_column, table.c.master_id, table.c.wrapped).where(table.c.master_id != self.master.id).limit(BATCH).with_for_update()
        ).all()
        for of, master_id, wrapped in rows:
            key = unseal(self._named(master_id).secret, wrapped, _purpose(table, of))
            again = seal(self.master.secret, key, _purpose(table, of), self.random)
            connection.execute(update(table).where(id_column == of).values(master_id=self.master.id, wrapped=again))
        return len(rows)

    def _named(self, master_id: str) -> MasterKey:
        for key in (self.master, *self.former):
            if key.id == master_id:
                return key
        raise WrongMasterKey


def _id_of(table: Table) -> Column[str]:
    return table.c.contract_id if table is contract_keys else table.c.owner_id


def _purpose(table: Table, of: str) -> str:
    return f"{table.name} {of}"


def opened_ring(engine: Engine, place: KeyPlace, random: RandomBytes, now: datetime) -> KeyRing:
    """The keys of a vault, its master key made and written down where this is the first start.

    WrongMasterKey where the vault is sealed with one that is not at `place`: a second one would open nothing.
    """
    keys = place.keys()
    with engine.begin() as connection:
        connection.execute(text("LOCK TABLE master_keys IN EXCLUSIVE MODE"))  # two hosts that start at once agree on one key
        if not keys:
            if connection.scalar(select(func.count()).select_from(master_keys)):
                raise WrongMasterKey(
                    f"The vault is sealed, and its master key is not at {place.file}. Put the file back, or give the key in CONTRACT_REGISTRY_MASTER_KEY."
                )
            keys = (new_master_key(random),)
            write_keys(place.file, keys)
        ring = KeyRing(keys[0], keys[1:], random)
        ring.settle(connection, now)
    return ring
