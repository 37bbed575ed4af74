"""The tables of what officers keep beside contracts: saved searches, decisions on engagers with what follows from them, reviews and suppressions."""

from __future__ import annotations

from sqlalchemy import ARRAY, Column, Date, DateTime, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint, Uuid

from contract_registry.storage.tables import metadata


def _id() -> Uuid[str]:
    return Uuid(as_uuid=False)


saved_searches = Table(
    "saved_searches",
    metadata,
    Column("person_id", _id(), primary_key=True),
    Column("id", _id(), primary_key=True),
    Column("record", LargeBinary, nullable=False),
    Column("every", Integer, nullable=False),
    Column("made_at", DateTime(timezone=True), nullable=False),
    Column("told_until", DateTime(timezone=True), nullable=False),
    Column("stopped_at", DateTime(timezone=True)),
    Index(None, "told_until"),
)
"""Name and question are sealed with the key of whoever keeps it."""

engager_proposals = Table(
    "engager_proposals",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("organisation_id", _id(), nullable=False),
    Column("what", Text, nullable=False),
    Column("names", ARRAY(Text), nullable=False),
    Column("of", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", _id(), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("until", DateTime(timezone=True)),
    Index(None, "organisation_id"),
)
"""What is decided on engagers is of one organisation, and seen in it alone."""

engager_confirmations = Table(
    "engager_confirmations",
    metadata,
    Column("proposal_id", _id(), ForeignKey("engager_proposals.id", ondelete="CASCADE"), primary_key=True),
    Column("by", _id(), primary_key=True),
    Column("at", DateTime(timezone=True), nullable=False),
)

engager_invitations = Table(
    "engager_invitations",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("organisation_id", _id(), nullable=False),
    Column("engager", Text, nullable=False),
    Column("link_sum", Text, nullable=False),
    Column("by", _id(), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("used_at", DateTime(timezone=True)),
    Column("words", Text),
    Column("signed", Text),
    UniqueConstraint("link_sum"),
    Index(None, "organisation_id", "engager"),
)
"""That an engager was asked to reply, and the reply once it came; of the link only a sum is kept."""

engager_corrections = Table(
    "engager_corrections",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("organisation_id", _id(), nullable=False),
    Column("engager", Text, nullable=False),
    Column("was", Text, nullable=False),
    Column("now", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", _id(), nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Index(None, "organisation_id", "engager"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("contract_id", _id(), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("id", _id(), primary_key=True),
    Column("by", _id(), nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
"""Passage, opinion and reason are sealed with the contract's key."""

suppressions = Table(
    "suppressions",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("organisation_id", _id(), nullable=False),
    Column("by", _id(), nullable=False),
    Column("until", Date, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index(None, "organisation_id", "until"),
)
"""Letters, type and reason are sealed with a key of the organisation: they come from contracts, and hold for others."""
