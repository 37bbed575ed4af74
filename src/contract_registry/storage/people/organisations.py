"""Organisations and their branches, as they are kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from contract_registry.core.disclosure.people import Branch, Organisation, OrganisationKind
from contract_registry.errors import NotFound
from contract_registry.storage.people.tables import branches, organisations


def add_organisation(connection: Connection, organisation: Organisation, now: datetime) -> None:
    """Keep a new organisation."""
    values = {"id": organisation.id, "name": organisation.name, "kind": organisation.kind, "made_at": now}
    connection.execute(insert(organisations).values(values))


def add_branch(connection: Connection, branch: Branch) -> None:
    """Keep a new branch."""
    connection.execute(insert(branches).values(id=branch.id, organisation_id=branch.organisation, name=branch.name))


def all_organisations(connection: Connection) -> list[Organisation]:
    """Every organisation, by name."""
    rows = connection.execute(select(organisations).order_by(organisations.c.name))
    return [Organisation(row.id, row.name, OrganisationKind(row.kind)) for row in rows]


def all_branches(connection: Connection) -> list[Branch]:
    """Every branch, by name."""
    rows = connection.execute(select(branches).order_by(branches.c.name))
    return [Branch(row.id, row.organisation_id, row.name) for row in rows]


def organisation_of(connection: Connection, organisation: str) -> Organisation:
    """The organisation of this id; NotFound where there is none."""
    found = [each for each in all_organisations(connection) if each.id == organisation]
    if not found:
        raise NotFound("There is no such organisation.")
    return found[0]
