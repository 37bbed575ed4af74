"""The right of reply: a link that works once, and the engager's own words beside the entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from contract_registry.core.records.written import readable
from contract_registry.errors import NotFound, WrongUsage

LASTS = timedelta(days=60)
"""How long a link to reply may be used."""
LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Invitation:
    """That an engager was asked to reply to what is shown of it; only the sum of the link's words is kept. `used_at` is when somebody did."""

    id: str
    engager: str
    link_sum: str
    by: str
    at: datetime
    used_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether the link can be used then."""
        return self.used_at is None and self.at <= at < self.at + LASTS


@dataclass(frozen=True, slots=True)
class Reply:
    """What an engager says to its entry, in its own words, as it is shown beside it."""

    engager: str
    words: str
    signed: str
    at: datetime


def reply_by(invitation: Invitation, words: str, signed: str, at: datetime) -> Reply:
    """The reply that a link brings; NotFound where the link was used or is out of date, WrongUsage where it says nothing or too much.

    It is shown as it is, and not judged; what follows from it is a correction of its own.
    """
    if not invitation.is_open(at):
        raise NotFound("This link was used already, or is out of date. Ask whoever sent it for another.")
    said, name = readable(words), " ".join(readable(signed).split())
    if not said or not name:
        raise WrongUsage("Write your reply, and who gives it.")
    if len(said) > LONGEST or len(name) > LONGEST // 10:
        raise WrongUsage(f"Reply in {LONGEST:,} characters at most.")
    return Reply(invitation.engager, said, name, at)
