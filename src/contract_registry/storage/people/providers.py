"""Where organisations' people sign in by OpenID Connect, who was sent there, and whom a provider's subject stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from contract_registry.errors import NotFound
from contract_registry.storage.people.sessions import hashed
from contract_registry.storage.people.tables import identities, provider_visits, sign_in_providers
from contract_registry.storage.vault.key_ring import KeyRing
from contract_registry.storage.vault.sealing import seal, unseal


@dataclass(frozen=True, slots=True)
class Provider:
    """Where an organisation's people sign in; one that `admits` makes members of those who were not invited."""

    id: str
    organisation: str
    name: str
    issuer: str
    client_id: str
    admits: bool
    client_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ProviderVisit:
    """Somebody who was sent to a provider: what the answer must hold."""

    provider: str
    browser_sha256: bytes
    nonce: str
    verifier: str


def add_provider(connection: Connection, keys: KeyRing, provider: Provider) -> None:
    """Keep a provider, its secret sealed under a key of its own."""
    secret = seal(keys.new_key_of_owner(connection, provider.id), provider.client_secret.encode(), _purpose(provider.id), keys.random)
    values = {"id": provider.id, "organisation_id": provider.organisation, "name": provider.name, "issuer": provider.issuer}
    connection.execute(
        insert(sign_in_providers).values(**values, client_id=provider.client_id, client_secret=secret, admits=provider.admits)
    )


def all_providers(connection: Connection) -> list[Provider]:
    """Every provider by name, without its secret."""
    rows = connection.execute(select(sign_in_providers).order_by(sign_in_providers.c.name))
    return [Provider(row.id, row.organisation_id, row.name, row.issuer, row.client_id, row.admits) for row in rows]


def provider_of(connection: Connection, keys: KeyRing, provider: str) -> Provider:
    """The provider of this id with its secret; NotFound where there is none."""
    row = connection.execute(select(sign_in_providers).where(sign_in_providers.c.id == provider)).one_or_none()
    key = None if row is None else keys.key_of_owner(connection, row.id)
    if row is None or key is None:
        raise NotFound("There is no such way to sign in.")
    secret = unseal(key, row.client_secret, _purpose(row.id)).decode()
    return Provider(row.id, row.organisation_id, row.name, row.issuer, row.client_id, row.admits, secret)


def remove_provider(connection: Connection, provider: str) -> None:
    """Take the provider away with everything that it linked."""
    connection.execute(delete(sign_in_providers).where(sign_in_providers.c.id == provider))


def keep_visit(connection: Connection, state: str, visit: ProviderVisit, now: datetime, ends_at: datetime) -> None:
    """Expect somebody back; whoever did not come back in time is expected no more."""
    connection.execute(delete(provider_visits).where(provider_visits.c.ends_at < now))
    values = {"provider_id": visit.provider, "browser_sha256": visit.browser_sha256, "nonce": visit.nonce, "verifier": visit.verifier}
    connection.execute(insert(provider_visits).values(state_sha256=hashed(state), ends_at=ends_at, **values))


def take_visit(connection: Connection, state: str, now: datetime) -> ProviderVisit | None:
    """Whom the state stands for, who is expected no more; None where it is for nobody."""
    query = delete(provider_visits).where(provider_visits.c.state_sha256 == hashed(state)).returning(provider_visits)
    row = connection.execute(query).one_or_none()
    if row is None or row.ends_at <= now:
        return None
    return ProviderVisit(row.provider_id, row.browser_sha256, row.nonce, row.verifier)


def person_behind(connection: Connection, provider: str, subject_mark: bytes) -> str | None:
    """Whom the provider's subject stands for; None where for nobody yet."""
    query = select(identities.c.person_id).where(identities.c.provider_id == provider, identities.c.subject_mark == subject_mark)
    return connection.execute(query).scalar_one_or_none()


def link_identity(connection: Connection, provider: str, subject_mark: bytes, person: str) -> bool:
    """Whether the subject stands for this person from now on; not where another subject does already."""
    values = {"provider_id": provider, "subject_mark": subject_mark, "person_id": person}
    kept = insert_or_leave(identities).values(values).on_conflict_do_nothing().returning(identities.c.person_id)
    return connection.execute(kept).one_or_none() is not None


def _purpose(provider: str) -> str:
    return f"provider {provider} secret"
