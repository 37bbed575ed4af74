"""Keeps the editions of public templates, and what became of each, as long as all of its editions stand for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, select
from sqlalchemy.dialects.postgresql import insert

from contract_registry.core.contracts.kept import State
from contract_registry.core.disclosure.consent.ladder import PUBLIC
from contract_registry.storage.queue import FOLLOW, defer_once
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.columns import engager_id
from contract_registry.storage.registry.tables import registry_contracts
from contract_registry.storage.registry.template_tables import public_editions, registry_templates
from contract_registry.storage.tables import contracts

BEHIND = -20
"""How far following a template stands behind the scans of its editions."""


@dataclass(frozen=True, slots=True)
class PublicEdition:
    """The terms of one day, and the contract that they are."""

    day: str
    file: str
    contract: str


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of a template, as it is kept: `form` for programs, `page` for a browser."""

    id: str
    name: str
    editions: int
    says: str
    form: dict[str, Any]
    page: str


def keep_edition(connection: Connection, owner: str, name: str, edition: PublicEdition) -> None:
    """Have this be the edition of its day, and the template followed anew where it was not; of a contract that waits for its scan, after that."""
    row = insert(public_editions).values(owner_id=owner, name=name, day=edition.day, file=edition.file, contract_id=edition.contract)
    changes = {"file": edition.file, "contract_id": edition.contract}
    is_other = (public_editions.c.file != edition.file) | (public_editions.c.contract_id != edition.contract)
    row = row.on_conflict_do_update(index_elements=["owner_id", "name", "day"], set_=changes, where=is_other)
    if connection.execute(row.returning(public_editions.c.day)).first():
        defer_following(connection, edition.contract)


def editions_of(connection: Connection, owner: str, name: str) -> list[PublicEdition]:
    """The editions of a template that stand for everybody, the oldest first."""
    query = select(public_editions).where(_is(owner, name), _stands()).order_by(public_editions.c.day)
    return [PublicEdition(row.day, row.file, row.contract_id) for row in connection.execute(query)]


def defer_following(connection: Connection, contract: str, *, leaves: bool = False) -> None:
    """Have the templates followed anew of which the contract is an edition, once none of their editions waits for a scan; nobody waits for one that leaves."""
    for row in connection.execute(
        select(public_editions.c.owner_id, public_editions.c.name).where(public_editions.c.contract_id == contract)
    ):
        waits = select(contracts.c.id).join(public_editions, public_editions.c.contract_id == contracts.c.id)
        waits = waits.where(_is(row.owner_id, row.name), contracts.c.state == State.WAITING)
        if leaves:
            waits = waits.where(contracts.c.id != contract)
        if connection.scalar(waits.limit(1)) is None:
            defer_once(connection, FOLLOW, BEHIND, owner=row.owner_id, name=row.name)


def follow_alone(connection: Connection, owner: str, name: str) -> None:
    """Be the only one who keeps what became of this template until the transaction ends."""
    connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{FOLLOW} {owner} {name}", 0))))


def keep_followed(connection: Connection, owner: str, followed: Followed, contracts: int, now: datetime) -> None:
    """Keep what became of a template in place of what was told before; its id stays.

    It is told as long as just so many `contracts` of it stand for everybody: those that were followed.
    """
    told = {
        "engager_id": engager_id(followed.name),
        "contracts": contracts,
        "editions": followed.editions,
        "says": followed.says,
        "form": followed.form,
        "page": followed.page,
        "at": now,
    }
    row = insert(registry_templates).values(owner_id=owner, name=followed.name, id=followed.id, **told)
    connection.execute(row.on_conflict_do_update(index_elements=["owner_id", "name"], set_=told))


def forget_followed(connection: Connection, owner: str, name: str) -> None:
    """Tell nothing of a template any more, since nothing of it stands."""
    connection.execute(delete(registry_templates).where(registry_templates.c.owner_id == owner, registry_templates.c.name == name))


def templates(connection: Connection) -> list[Followed]:
    """Every template that can be told of, by name."""
    query = select(registry_templates).where(_is_whole()).order_by(func.lower(registry_templates.c.name), registry_templates.c.id)
    return [_followed(row) for row in connection.execute(query)]


def template(connection: Connection, id: str) -> Followed | None:  # noqa: A002
    """The template of this id; None where there is none, or an edition of it was taken back since."""
    row = connection.execute(select(registry_templates).where(registry_templates.c.id == id, _is_whole())).one_or_none()
    return _followed(row) if row else None


def _is(owner: str, name: str) -> ColumnElement[bool]:
    return (public_editions.c.owner_id == owner) & (public_editions.c.name == name)


def _stands() -> ColumnElement[bool]:
    """Whether an edition stands for everybody."""
    return (
        select(registry_contracts.c.contract_id)
        .where(registry_contracts.c.contract_id == public_editions.c.contract_id, registry_contracts.c.circle_id == id_of_circle(PUBLIC))
        .exists()
    )


def _standing(owner: Any, name: Any) -> Any:  # noqa: ANN401  values or columns
    """How many contracts of a template stand for everybody."""
    count = select(func.count(func.distinct(public_editions.c.contract_id)))
    return count.where(public_editions.c.owner_id == owner, public_editions.c.name == name, _stands())


def _is_whole() -> ColumnElement[bool]:
    standing = _standing(registry_templates.c.owner_id, registry_templates.c.name).correlate(registry_templates).scalar_subquery()
    return and_(registry_templates.c.contracts == standing)


def _followed(row: Row[Any]) -> Followed:
    return Followed(row.id, row.name, row.editions, row.says, row.form, row.page)
