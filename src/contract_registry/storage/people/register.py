"""The register of people: who is in it, found by id or by mail address, with names and addresses sealed under a key of each person."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from contract_registry.core.disclosure.people import Person, Standing
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import BrokenSeal, NotFound
from contract_registry.storage.people.tables import api_tokens, known_browsers, people, sessions
from contract_registry.storage.tables import owner_keys
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.sealing import seal, unseal

REGISTER = "00000000-0000-4000-8000-000000000000"
"""Whose key makes the marks by which an address is found again; nobody's id."""


@dataclass(frozen=True, slots=True)
class Register:
    """The people, over this connection."""

    connection: Connection
    keys: KeyRing

    def person(self, person: str) -> Person:
        """The person of this id; NotFound where there is none."""
        row = self.connection.execute(select(people).where(people.c.id == person)).one_or_none()
        if row is None:
            raise NotFound
        return self._person(row)

    def at_address(self, address: str) -> Person | None:
        """Whoever is reached at this mail address; None where nobody is."""
        row = self.connection.execute(select(people).where(people.c.address_mark == self.mark("address", address))).one_or_none()
        return None if row is None else self._person(row)

    def everybody(self, organisation: str | None = None, roles: Sequence[Role] = ()) -> list[Person]:
        """All people, or those of an organisation, or in some roles; the latest last."""
        query = select(people).order_by(people.c.made_at, people.c.id)
        if organisation is not None:
            query = query.where(people.c.organisation_id == organisation)
        if roles:
            query = query.where(people.c.role.in_(roles))
        return self._people(query)

    def is_there(self, role: Role) -> bool:
        """Whether somebody in this role can sign in."""
        query = select(people.c.id).where(people.c.role == role, people.c.joined_at.is_not(None), people.c.disabled_at.is_(None)).limit(1)
        return self.connection.execute(query).one_or_none() is not None

    def add(self, person: str, role: Role, organisation: str | None, branch: str | None, address: str, name: str, now: datetime) -> None:
        """Somebody new, who has not joined yet."""
        key = self.keys.new_key_of_owner(self.connection, person)
        values = {"id": person, "role": role, "organisation_id": organisation, "branch_id": branch, "made_at": now}
        self.connection.execute(
            insert(people).values(**values, address_mark=self.mark("address", address), card=self._card(key, person, name, address))
        )

    def join(self, person: str, name: str, now: datetime) -> None:
        """Note that the invitation was accepted, under this name; NotFound where there is no such person."""
        card = self._card(self.key_of(person), person, name, self.person(person).address)
        self.change(person, joined_at=now, card=card)

    def change(self, person: str, **values: object) -> None:
        """Set columns of a person's row."""
        self.connection.execute(update(people).where(people.c.id == person).values(**values))

    def sign_out_everywhere(self, person: str, *, but: bytes = b"") -> None:
        """End every session but one."""
        self.connection.execute(delete(sessions).where(sessions.c.person_id == person, sessions.c.token_sha256 != but))

    def shut_out(self, person: str) -> None:
        """End every session and token, and forget the browsers."""
        self.sign_out_everywhere(person)
        self.connection.execute(delete(api_tokens).where(api_tokens.c.owner_id == person))
        self.connection.execute(delete(known_browsers).where(known_browsers.c.person_id == person))

    def erase(self, person: str) -> None:
        """Take a person away with the key to name and address, so that they cannot be read from backups either."""
        self.connection.execute(delete(people).where(people.c.id == person))
        self.connection.execute(delete(owner_keys).where(owner_keys.c.owner_id == person))

    def secrets_of(self, person: str) -> Row[Any, Any, Any]:
        """The row with `password`, `totp` and `totp_step`, held until the transaction ends; NotFound where there is no such person."""
        query = select(people.c.password, people.c.totp, people.c.totp_step).where(people.c.id == person).with_for_update()
        row = self.connection.execute(query).one_or_none()
        if row is None:
            raise NotFound
        return row

    def key_of(self, person: str) -> bytes:
        """The key that seals what is known of a person, made where there is none yet."""
        return self.keys.key_of_owner(self.connection, person) or self.keys.new_key_of_owner(self.connection, person)

    def mark(self, kind: str, words: str) -> bytes:
        """What the same words always give, and nobody can compute without the key of the register."""
        key = self.keys.key_of_owner(self.connection, REGISTER)
        if key is None:
            raise BrokenSeal("The key of the register of people is missing. Restore the keys from their file.")
        return hmac.digest(key, f"{kind} {words}".encode(errors="replace"), "sha256")

    def open(self) -> None:
        """Make the key of the register where there is none yet."""
        self.connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(REGISTER, 0))))
        self.key_of(REGISTER)

    def _people(self, query: Select[Any]) -> list[Person]:
        return [self._person(row) for row in self.connection.execute(query)]

    def _person(self, row: Row[Any]) -> Person:
        name, address = self._read_card(row)
        standing = Standing.DISABLED if row.disabled_at else Standing.ACTIVE if row.joined_at else Standing.INVITED
        role = Role(row.role)
        return Person(
            row.id,
            role,
            row.organisation_id,
            row.branch_id,
            name,
            address,
            standing,
            row.password is not None,
            row.totp is not None,
            row.made_at,
        )

    def _read_card(self, row: Row[Any]) -> tuple[str, str]:
        key = None if row.card is None else self.keys.key_of_owner(self.connection, row.id)
        if key is None:
            return "", ""
        card = json.loads(unseal(key, row.card, card_purpose(row.id)))
        return card["name"], card["address"]

    def _card(self, key: bytes, person: str, name: str, address: str) -> bytes:
        card = json.dumps({"name": name, "address": address}).encode()
        return seal(key, card, card_purpose(person), self.keys.random)


def add_nameless(connection: Connection, person: str, now: datetime) -> None:
    """A member without a name for whom only programs speak, unless there is somebody of this id."""
    values = {"id": person, "role": Role.MEMBER, "made_at": now, "joined_at": now}
    connection.execute(insert_or_leave(people).values(values).on_conflict_do_nothing())


def card_purpose(person: str) -> str:
    """For what name and address are sealed."""
    return f"person {person} card"
