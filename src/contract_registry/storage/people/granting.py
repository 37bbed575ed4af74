"""Grants and openings as they are kept: the purpose of an opening is sealed with the contract's key, and goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_or_change

from contract_registry.core.disclosure.grants import Grant, Opening
from contract_registry.storage.people.tables import grants, openings, people
from contract_registry.storage.tables import contracts
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.sealing import seal, unseal


@dataclass(frozen=True, slots=True)
class Granting:
    """Who may see whose contracts and who has, over this connection."""

    connection: Connection
    keys: KeyRing

    def give(self, grant: Grant) -> None:
        """Keep a grant, in place of an earlier one to the same person."""
        values = {"owner_id": grant.owner, "given_at": grant.given_at, "ends_at": grant.ends_at}
        one = insert_or_change(grants).values(contract_id=grant.contract, person_id=grant.person, **values)
        self.connection.execute(one.on_conflict_do_update(index_elements=[grants.c.contract_id, grants.c.person_id], set_=values))

    def take_back(self, contract: str, person: str) -> bool:
        """Whether there was such a grant; it opens nothing any more."""
        return bool(self.connection.execute(delete(grants).where(grants.c.contract_id == contract, grants.c.person_id == person)).rowcount)

    def of_contract(self, contract: str, now: datetime) -> list[Grant]:
        """The grants of a contract that last, earliest first."""
        query = select(grants).where(grants.c.contract_id == contract, grants.c.ends_at > now).order_by(grants.c.given_at)
        return [Grant(row.contract_id, row.owner_id, row.person_id, row.given_at, row.ends_at) for row in self.connection.execute(query)]

    def to_person(self, person: str, now: datetime) -> list[Grant]:
        """What this person may open, latest first."""
        return [
            Grant(row.contract_id, row.owner_id, row.person_id, row.given_at, row.ends_at)
            for row in self.connection.execute(self._of(person, now))
        ]

    def one_to_person(self, person: str, contract: str, now: datetime) -> Grant | None:
        """By what this person may open the contract; None where by nothing."""
        row = self.connection.execute(self._of(person, now).where(grants.c.contract_id == contract)).one_or_none()
        return None if row is None else Grant(row.contract_id, row.owner_id, row.person_id, row.given_at, row.ends_at)

    def open(self, opening: Opening, new_id: str) -> None:
        """Keep that somebody opened a contract, and why."""
        key = self.keys.key_of_contract(self.connection, opening.contract)
        sealed = seal(key, opening.purpose.encode(), _purpose(opening.contract, new_id), self.keys.random)
        values = {"person_id": opening.person, "opened_at": opening.opened_at, "ends_at": opening.ends_at, "purpose": sealed}
        self.connection.execute(insert(openings).values(contract_id=opening.contract, id=new_id, **values))

    def is_open(self, contract: str, person: str, now: datetime) -> bool:
        """Whether this person stated a purpose a while ago at most."""
        query = select(openings.c.id).where(openings.c.contract_id == contract, openings.c.person_id == person, openings.c.ends_at > now)
        return self.connection.execute(query.limit(1)).one_or_none() is not None

    def openings_of(self, contract: str) -> list[Opening]:
        """Every time the contract was opened, latest first."""
        return self._openings(select(openings).where(openings.c.contract_id == contract))

    def openings_for(self, owner: str, most: int) -> list[Opening]:
        """The last times that any contract of this owner was opened, latest first."""
        query = select(openings).join(contracts, contracts.c.id == openings.c.contract_id).where(contracts.c.owner_id == owner)
        return self._openings(query.limit(most))

    def _openings(self, query: Select[Any]) -> list[Opening]:
        rows = self.connection.execute(query.order_by(openings.c.opened_at.desc(), openings.c.id)).all()
        keys = self.keys.keys_of_contracts(self.connection, list({row.contract_id for row in rows}))
        return [
            Opening(
                row.contract_id,
                row.person_id,
                row.opened_at,
                row.ends_at,
                unseal(keys[row.contract_id], row.purpose, _purpose(row.contract_id, row.id)).decode(),
            )
            for row in rows
        ]

    def _of(self, person: str, now: datetime) -> Select[Any]:
        """A grant counts as long as its owner is let in: whoever is disabled shows nothing either."""
        return (
            select(grants)
            .join(people, people.c.id == grants.c.owner_id)
            .where(grants.c.person_id == person, grants.c.ends_at > now, people.c.disabled_at.is_(None))
            .order_by(grants.c.given_at.desc(), grants.c.contract_id)
        )


def _purpose(contract: str, opening: str) -> str:
    return f"contract {contract} opening {opening}"
