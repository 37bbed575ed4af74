"""The rulebooks that scanned here, and the text of every version of every rule that could speak."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert

from contract_registry.core.rescanning.rulebook_print import RulebookPrint
from contract_registry.errors import NotFound
from contract_registry.storage.work_tables import rule_versions, rulebooks

RuleText = tuple[str, int, str, str]
"""Id, version, fingerprint and text of a rule."""


def note_rulebook(connection: Connection, printed: RulebookPrint, texts: Iterable[RuleText], now: datetime) -> bool:
    """Whether the rulebook was never seen here before; it and its rules are noted."""
    told = {"date": printed.date, "frame": printed.frame, "rules": dict(printed.rules), "first_at": now}
    row = insert(rulebooks).values(fingerprint=printed.fingerprint, **told).on_conflict_do_nothing()
    if connection.execute(row.returning(rulebooks.c.fingerprint)).first() is None:
        return False
    names = ("rule", "version", "fingerprint", "text")
    rows = [{**dict(zip(names, each, strict=True)), "first_at": now} for each in texts]
    if rows:
        connection.execute(insert(rule_versions).on_conflict_do_nothing(), rows)
    return True


def rulebook_of(connection: Connection, fingerprint: str) -> RulebookPrint | None:
    """What is remembered of the rulebook; None where it never scanned here."""
    row = connection.execute(select(rulebooks).where(rulebooks.c.fingerprint == fingerprint)).one_or_none()
    return None if row is None else RulebookPrint(row.fingerprint, row.date, row.frame, row.rules)


def text_of_rule(connection: Connection, rule: str, version: int) -> str:
    """The file of the rule at this version as it was first seen here; NotFound where it could never speak."""
    query = select(rule_versions.c.text).where(rule_versions.c.rule == rule, rule_versions.c.version == version)
    text: str | None = connection.scalar(query.order_by(rule_versions.c.first_at).limit(1))
    if text is None:
        raise NotFound
    return text
