"""The audit trail as a chain: each entry carries the sum of the one before it, so that a changed, missing or added one breaks it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

BEGINNING = bytes(32)
"""What stands before the first entry."""


class Did(StrEnum):
    """What is noted."""

    ADMINISTRATOR_MADE = "administrator made"
    ORGANISATION_MADE = "organisation made"
    INVITED = "person invited"
    JOINED = "invitation accepted"
    SIGNED_IN = "signed in"
    SIGN_IN_REFUSED = "sign-in refused"
    SIGNED_OUT = "signed out"
    LOCKED = "sign-in locked for a while"
    LINK_ASKED = "link for a new password asked for"
    PASSWORD_SET = "password set"  # noqa: S105  what happened, no password
    SECOND_FACTOR_SET = "second factor set up"
    SECOND_FACTOR_RESET = "second factor taken away"
    RECOVERY_CODE_USED = "recovery code used"
    TOKEN_MADE = "token made"  # noqa: S105  what happened, no token
    TOKEN_REVOKED = "token revoked"  # noqa: S105  what happened, no token
    DISABLED = "person disabled"
    ENABLED = "person enabled"
    ERASED = "person erased"
    ROLE_CHANGED = "role changed"
    PROVIDER_ADDED = "way to sign in added"
    PROVIDER_REMOVED = "way to sign in removed"
    IDENTITY_LINKED = "sign-in of an organisation linked"
    GRANTED = "contract granted"
    TAKEN_BACK = "grant taken back"
    OPENED = "contract opened"
    CONTRACT_DELETED = "contract deleted"
    IMPORTED = "contract imported"
    EXPIRED = "contract deleted on its day"
    DAY_OF_DELETION_SET = "day of deletion set"
    RECORDED = "record of a contract changed"
    ENGAGER_RECORDED = "record of an engager changed"
    ENGAGER_PROPOSED = "decision on an engager proposed"
    ENGAGER_DECIDED = "decision on an engager confirmed"
    ENGAGER_ASKED = "engager asked to reply"
    ENGAGER_REPLIED = "engager replied"
    ENGAGER_CORRECTED = "entry of an engager corrected"
    REVIEWED = "finding reviewed"
    REVIEW_TAKEN_BACK = "review taken back"
    SUPPRESSED = "wording suppressed"
    SUPPRESSION_LIFTED = "suppression lifted"
    AGREED_TO_SHOW = "agreed that a contract is shown that forbids it"
    AGREEMENT_TAKEN_BACK = "took back that a contract is shown that forbids it"
    SHARED = "contract shared"
    SHARING_TAKEN_BACK = "sharing taken back"
    TAKEN_OUT = "clauses of the registry taken out as a file"
    RESTORED = "backup restored"


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as it is kept: its number, its text, and the sums before and after it."""

    number: int
    entry: str
    previous: bytes
    sum: bytes


@dataclass(frozen=True, slots=True)
class Break:
    """The first link that does not hold, and why."""

    number: int
    why: str


def link_after(previous: bytes, number: int, at: datetime, by: str | None, did: Did, about: Mapping[str, str]) -> Link:
    """The next link: ids and what happened, never a name or a word of a contract."""
    entry = _canonical({"number": number, "at": at.isoformat(), "by": by, "did": did.value, "about": dict(about)})
    return Link(number, entry, previous, _sum(previous, entry))


def first_break(links: Iterable[Link], previous: bytes = BEGINNING, number: int = 1) -> Break | tuple[int, bytes]:
    """The first broken link of a chain that begins after `previous` with `number`; or, where all hold, the last number and its sum."""
    for link in links:
        if link.number != number:
            return Break(
                number, f"number {number} is missing: {link.number} follows" if link.number > number else "its number stands twice"
            )
        if link.previous != previous:
            return Break(number, "it does not follow the entry before it")
        if link.sum != _sum(previous, link.entry):
            return Break(number, "its text is not the one it was written with")
        if _number_in(link.entry) != number:
            return Break(number, "its text is that of another entry")
        previous, number = link.sum, number + 1
    return number - 1, previous


def _canonical(value: Mapping[str, object]) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _sum(previous: bytes, entry: str) -> bytes:
    return hashlib.sha256(previous + entry.encode()).digest()


def _number_in(entry: str) -> object:
    try:
        return json.loads(entry)["number"]
    except (ValueError, KeyError, TypeError):
        return None
