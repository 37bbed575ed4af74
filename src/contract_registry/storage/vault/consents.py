"""Consents as they are kept: what was agreed to in the open, by ids; the redaction as its owner confirmed it sealed with the contract's key."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from contract_registry.core.disclosure.consent.consent import Consent
from contract_registry.core.disclosure.consent.ladder import Circle, Level
from contract_registry.storage.queue import PROJECT, defer, defer_once
from contract_registry.storage.registry.columns import purposes_as_bits, purposes_in
from contract_registry.storage.registry.tables import consent_circles, consent_marks, consents, registry_contracts
from contract_registry.storage.tables import contracts
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.sealing import seal, unseal
from contract_registry.storage.vault.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Choices:
    """The redaction that an owner confirmed, by spans of the text with this sum: guesses left in, what was taken out besides, and all that was seen to go.

    Of each that was seen its span, its kind, and what stood in its place: what was out when the owner agreed stays out, whatever later versions find.
    """

    text_sha256: str
    left_in: tuple[tuple[int, int], ...] = ()
    taken_out: tuple[tuple[int, int], ...] = ()
    seen: tuple[tuple[int, int, str, str], ...] = ()
    is_published: bool = False
    """Whether anybody can read all of it already, so that nothing is taken out."""


Given = tuple[Consent, Choices]


def consents_of(shelf: Shelf, contract: str) -> list[Given]:
    """Every consent that was ever given for the contract, with the choices that came with it, earliest first; NotFound where this owner has no such contract."""
    shelf.contract(contract)
    rows = shelf.connection.execute(
        select(consents).where(consents.c.contract_id == contract).order_by(consents.c.given_at, consents.c.id)
    ).all()
    if not rows:
        return []
    key = shelf.keys.key_of_contract(shelf.connection, contract)
    circles = _circles(shelf.connection, consent_circles.c.contract_id == contract)
    return [
        (
            Consent(
                row.id,
                contract,
                row.owner_id,
                Level(row.level),
                circles.get(row.id, frozenset()),
                purposes_in(row.purposes),
                row.wording,
                row.given_at,
                row.withdrawn_at,
            ),
            _choices_in(unseal(key, row.choices, _purpose(contract, row.id))),
        )
        for row in rows
    ]


def keep_consent(shelf: WritableShelf, consent: Consent, choices: Choices) -> None:
    """Keep a consent, and have computed what stands because of it once this transaction is kept."""
    contract = consent.contract
    key = shelf.keys.key_of_contract(shelf.connection, contract)
    sealed = seal(key, json.dumps(asdict(choices)).encode(), _purpose(contract, consent.id), shelf.keys.random)
    values = {"level": int(consent.level), "purposes": purposes_as_bits(consent.purposes), "wording": consent.wording}
    shelf.connection.execute(
        insert(consents).values(
            contract_id=contract, id=consent.id, owner_id=consent.owner, given_at=consent.given_at, choices=sealed, **values
        )
    )
    rows = [
        {"contract_id": contract, "consent_id": consent.id, "organisation": each.organisation, "branch": each.branch}
        for each in sorted(consent.circles)
    ]
    shelf.connection.execute(insert(consent_circles), rows)
    shelf.connection.execute(insert(consent_marks).values(consent_id=consent.id))
    defer_projection(shelf.connection, consent.owner, contract)


def end_consent(shelf: WritableShelf, contract: str, consent: str, at: datetime) -> None:
    """Keep that a consent was taken back."""
    one = update(consents).where(consents.c.contract_id == contract, consents.c.id == consent, consents.c.withdrawn_at.is_(None))
    shelf.connection.execute(one.values(withdrawn_at=at))
    shelf.connection.execute(delete(consent_marks).where(consent_marks.c.consent_id == consent))


def end_unmarked(connection: Connection, at: datetime) -> None:
    """End the consents that a backup brought back and that were taken back since; forget the marks of those that are gone."""
    marked = select(consent_marks.c.consent_id)
    connection.execute(update(consents).where(consents.c.withdrawn_at.is_(None), consents.c.id.not_in(marked)).values(withdrawn_at=at))
    connection.execute(delete(consent_marks).where(consent_marks.c.consent_id.not_in(select(consents.c.id))))


def be_alone_with(connection: Connection, contract: str) -> None:
    """Until the transaction ends, nobody else changes what is shared of this contract."""
    connection.execute(select(contracts.c.id).where(contracts.c.id == contract).with_for_update())


def defer_projection(connection: Connection, owner: str, contract: str) -> None:
    """Have computed anew what stands of a contract, once this transaction is kept."""
    defer(connection, PROJECT, owner=owner, contract=contract)


def project_again(connection: Connection, owner: str, contract: str) -> None:
    """The same where something of the contract is shared; else there is nothing to compute."""
    shared = select(consents.c.id).where(consents.c.contract_id == contract, consents.c.withdrawn_at.is_(None)).limit(1)
    if connection.scalar(shared):
        defer_projection(connection, owner, contract)


def owners_sharing(connection: Connection) -> list[tuple[str, str]]:
    """Each contract of which something is shared, with its owner."""
    query = select(consents.c.contract_id, consents.c.owner_id).where(consents.c.withdrawn_at.is_(None)).distinct()
    return [(row.contract_id, row.owner_id) for row in connection.execute(query)]


def defer_every_projection(connection: Connection) -> None:
    """Have computed anew what stands of every contract of which something is shared."""
    for contract, owner in owners_sharing(connection):
        defer_projection(connection, owner, contract)


def defer_changing(connection: Connection, now: datetime) -> int:
    """Of how many contracts something else stands from now on without anybody doing anything; it is computed."""
    query = select(consents.c.contract_id, consents.c.owner_id).distinct()
    query = query.join(registry_contracts, registry_contracts.c.contract_id == consents.c.contract_id)
    due = connection.execute(query.where(registry_contracts.c.changes_at <= now)).all()
    for row in due:
        defer_once(connection, PROJECT, owner=row.owner_id, contract=row.contract_id)
    return len(due)


def _circles(connection: Connection, of: ColumnElement[bool]) -> dict[str, frozenset[Circle]]:
    found: dict[str, set[Circle]] = {}
    for row in connection.execute(select(consent_circles).where(of)):
        found.setdefault(row.consent_id, set()).add(Circle(row.organisation, row.branch))
    return {consent: frozenset(circles) for consent, circles in found.items()}


def _choices_in(words: bytes) -> Choices:
    told = json.loads(words)
    left_in, taken_out = (tuple((start, end) for start, end in told[name]) for name in ("left_in", "taken_out"))
    seen = tuple((start, end, kind, instead) for start, end, kind, instead in told["seen"])
    return Choices(told["text_sha256"], left_in, taken_out, seen, told["is_published"])


def _purpose(contract: str, consent: str) -> str:
    return f"contract {contract} consent {consent}"
