"""Sessions of browsers, links that work once, and the browsers that somebody has used before; of each only a hash is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or_leave

from contract_registry.storage.people.tables import known_browsers, one_time_links, people, sessions

IDLE, LONGEST = timedelta(hours=12), timedelta(days=14)
"""A session ends when nobody used it for so long, and in the end however much it is used."""
_NOTED_EVERY = timedelta(minutes=5)


class LinkPurpose(StrEnum):
    """What a link is for."""

    ADMINISTRATOR = "administrator"
    INVITATION = "invitation"
    PASSWORD = "password"  # noqa: S105  a purpose, no password


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which somebody signed in."""

    token_sha256: bytes
    person: str
    role: str
    organisation: str | None
    branch: str | None
    has_second_factor: bool
    is_whole: bool
    seen_at: datetime


def begin_session(connection: Connection, words: str, person: str, now: datetime, *, is_whole: bool) -> None:
    """Let the words stand for this person's browser; sessions that are over are swept away."""
    connection.execute(delete(sessions).where((sessions.c.seen_at < now - IDLE) | (sessions.c.made_at < now - LONGEST)))
    values = {"token_sha256": hashed(words), "person_id": person, "made_at": now, "seen_at": now, "is_whole": is_whole}
    connection.execute(insert(sessions).values(values))


def session_of(connection: Connection, words: str, now: datetime) -> Session | None:
    """The session that the words stand for; None where it is none, is over, or its person is disabled."""
    query = (
        select(sessions, people.c.role, people.c.organisation_id, people.c.branch_id, people.c.totp.is_not(None).label("has_second_factor"))
        .join(people, people.c.id == sessions.c.person_id)
        .where(sessions.c.token_sha256 == hashed(words), people.c.disabled_at.is_(None))
        .where(sessions.c.seen_at >= now - IDLE, sessions.c.made_at >= now - LONGEST)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    return Session(
        row.token_sha256, row.person_id, row.role, row.organisation_id, row.branch_id, row.has_second_factor, row.is_whole, row.seen_at
    )


def is_sight_to_be_noted(session: Session, now: datetime) -> bool:
    """Whether the last sight that was noted is a while ago."""
    return now - session.seen_at > _NOTED_EVERY


def note_sight(connection: Connection, session: Session, now: datetime) -> None:
    """Note that the session was used just now."""
    connection.execute(update(sessions).where(sessions.c.token_sha256 == session.token_sha256).values(seen_at=now))


def end_session(connection: Connection, words: str) -> str | None:
    """Whose session it was that ends now; None where there was none."""
    query = delete(sessions).where(sessions.c.token_sha256 == hashed(words)).returning(sessions.c.person_id)
    return connection.execute(query).scalar_one_or_none()


def sessions_of(connection: Connection, person: str, now: datetime) -> int:
    """In how many browsers somebody is signed in."""
    query = select(func.count()).select_from(sessions).where(sessions.c.person_id == person)
    return connection.scalar(query.where(sessions.c.seen_at >= now - IDLE, sessions.c.made_at >= now - LONGEST)) or 0


def keep_link(connection: Connection, words: str, purpose: LinkPurpose, person: str | None, ends_at: datetime) -> None:
    """Let the words work once, in place of every earlier link for the same."""
    same_person = one_time_links.c.person_id.is_(None) if person is None else one_time_links.c.person_id == person
    connection.execute(delete(one_time_links).where(one_time_links.c.purpose == purpose, same_person))
    connection.execute(insert(one_time_links).values(token_sha256=hashed(words), purpose=purpose, person_id=person, ends_at=ends_at))


def link_leads(connection: Connection, words: str, purpose: LinkPurpose, now: datetime) -> tuple[bool, str | None]:
    """Whether the link still works, and to whom it leads."""
    query = select(one_time_links.c.person_id).where(
        one_time_links.c.token_sha256 == hashed(words), one_time_links.c.purpose == purpose, one_time_links.c.ends_at > now
    )
    row = connection.execute(query).one_or_none()
    return (False, None) if row is None else (True, row.person_id)


def use_up_link(connection: Connection, words: str) -> bool:
    """Whether the link worked until now; it works no more."""
    return bool(connection.execute(delete(one_time_links).where(one_time_links.c.token_sha256 == hashed(words))).rowcount)


def know_browser(connection: Connection, browser: str, person: str, now: datetime) -> None:
    """Remember that this person has signed in from this browser."""
    values = {"browser_sha256": hashed(browser), "person_id": person, "since": now}
    connection.execute(insert_or_leave(known_browsers).values(values).on_conflict_do_nothing())


def knows_browser(connection: Connection, browser: str, person: str) -> bool:
    """Whether this person has signed in from this browser before."""
    query = select(known_browsers.c.since).where(known_browsers.c.browser_sha256 == hashed(browser), known_browsers.c.person_id == person)
    return bool(browser) and connection.execute(query).one_or_none() is not None


def hashed(words: str) -> bytes:
    """What is kept in place of words that open something."""
    return hashlib.sha256(words.encode(errors="replace")).digest()
