"""The tables about people: who they are, how they sign in, whom they let see a contract, and the audit trail.

Names and addresses are sealed; an address is found again by a mark that only the key of the register makes. Secrets are kept as hashes.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, DateTime, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint, Uuid

from contract_registry.storage.tables import contracts, metadata


def _id() -> Uuid[str]:
    return Uuid(as_uuid=False)


def _when() -> DateTime:
    return DateTime(timezone=True)


organisations = Table(
    "organisations",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("made_at", _when(), nullable=False),
)

branches = Table(
    "branches",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("organisation_id", _id(), ForeignKey("organisations.id", ondelete="CASCADE"), nullable=False),
    Column("name", Text, nullable=False),
    UniqueConstraint("organisation_id", "name"),
)

people = Table(
    "people",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("role", Text, nullable=False),
    Column("organisation_id", _id(), ForeignKey("organisations.id")),
    Column("branch_id", _id(), ForeignKey("branches.id")),
    Column("made_at", _when(), nullable=False),
    Column("joined_at", _when()),
    Column("disabled_at", _when()),
    Column("address_mark", LargeBinary, unique=True),
    Column("card", LargeBinary),
    Column("password", Text),
    Column("totp", LargeBinary),
    Column("totp_step", BigInteger),
    Index(None, "organisation_id", "role"),
)
"""`card` is name and address, sealed; `password` an Argon2 hash; `totp_step` the last step whose code was used, since none counts twice."""

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("person_id", _id(), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("code_sha256", LargeBinary, primary_key=True),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    Column("person_id", _id(), ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("made_at", _when(), nullable=False),
    Column("seen_at", _when(), nullable=False),
    Column("is_whole", Boolean, nullable=False),
    Index(None, "person_id"),
    Index(None, "seen_at"),
)
"""`is_whole` where nothing more is asked, such as the code that follows a password."""

api_tokens = Table(
    "api_tokens",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    Column("owner_id", _id(), ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    Column("made_at", _when(), nullable=False),
    Column("id", _id(), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("can_write", Boolean, nullable=False),
    Column("ends_at", _when()),
    Column("used_at", _when()),
    Index(None, "owner_id"),
)
"""For whom a program asks, by the hash of what it shows, and whether it may do more than read."""

known_browsers = Table(
    "known_browsers",
    metadata,
    Column("browser_sha256", LargeBinary, primary_key=True),
    Column("person_id", _id(), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("since", _when(), nullable=False),
    Index(None, "person_id"),
)
"""From which browsers somebody has signed in before: these are not locked out by what others try."""

one_time_links = Table(
    "one_time_links",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    Column("purpose", Text, nullable=False),
    Column("person_id", _id(), ForeignKey("people.id", ondelete="CASCADE")),
    Column("ends_at", _when(), nullable=False),
    Index(None, "person_id"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("about", LargeBinary, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", _when(), nullable=False),
    Column("locked_until", _when()),
    Index(None, "last_at"),
)
"""What was tried in vain, by a mark of whom or from where."""

sign_in_providers = Table(
    "sign_in_providers",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("organisation_id", _id(), ForeignKey("organisations.id"), nullable=False),
    Column("name", Text, nullable=False, unique=True),
    Column("issuer", Text, nullable=False),
    Column("client_id", Text, nullable=False),
    Column("client_secret", LargeBinary, nullable=False),
    Column("admits", Boolean, nullable=False),
)
"""Where an organisation's people sign in by OpenID Connect; one that `admits` makes members of those who were not invited."""

identities = Table(
    "identities",
    metadata,
    Column("provider_id", _id(), ForeignKey("sign_in_providers.id", ondelete="CASCADE"), primary_key=True),
    Column("subject_mark", LargeBinary, primary_key=True),
    Column("person_id", _id(), ForeignKey("people.id", ondelete="CASCADE"), nullable=False),
    UniqueConstraint("provider_id", "person_id"),
    Index(None, "person_id"),
)

provider_visits = Table(
    "provider_visits",
    metadata,
    Column("state_sha256", LargeBinary, primary_key=True),
    Column("provider_id", _id(), ForeignKey("sign_in_providers.id", ondelete="CASCADE"), nullable=False),
    Column("browser_sha256", LargeBinary, nullable=False),
    Column("nonce", Text, nullable=False),
    Column("verifier", Text, nullable=False),
    Column("ends_at", _when(), nullable=False),
)
"""Who was sent to a provider and is expected back, in the same browser."""

grants = Table(
    "grants",
    metadata,
    Column("contract_id", _id(), ForeignKey(contracts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("person_id", _id(), ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("owner_id", _id(), nullable=False),
    Column("given_at", _when(), nullable=False),
    Column("ends_at", _when(), nullable=False),
    Index(None, "person_id", "given_at"),
)

openings = Table(
    "openings",
    metadata,
    Column("contract_id", _id(), ForeignKey(contracts.c.id, ondelete="CASCADE"), primary_key=True),
    Column("id", _id(), primary_key=True),
    Column("person_id", _id(), nullable=False),
    Column("opened_at", _when(), nullable=False),
    Column("ends_at", _when(), nullable=False),
    Column("purpose", LargeBinary, nullable=False),
)
"""Who opened a contract and why; the purpose may speak of the contract, and is sealed with its key."""

audit_entries = Table(
    "audit_entries",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("entry", Text, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("sum", LargeBinary, nullable=False),
)
"""Append-only: a trigger and withdrawn rights keep the database's own user from changing it."""
