"""What a member lets an officer or a caseworker see: the grant, the purpose each opening states, and what makes a purpose one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

LASTS = timedelta(days=90)
"""How long a grant lasts, if it is not taken back sooner."""
OPEN_FOR = timedelta(hours=4)
"""How long a stated purpose opens a contract; after that it is to be stated again."""
SHORTEST_PURPOSE, LONGEST_PURPOSE = 10, 500


@dataclass(frozen=True, slots=True)
class Grant:
    """That `person` may open a contract of `owner`."""

    contract: str
    owner: str
    person: str
    given_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Opening:
    """That `person` opened a contract, and for which purpose."""

    contract: str
    person: str
    opened_at: datetime
    ends_at: datetime
    purpose: str


def checked_purpose(words: str) -> str:
    """The purpose on one line; WrongUsage where it is too short to be one, or too long."""
    purpose = " ".join(readable(words).split())
    if len(purpose) < SHORTEST_PURPOSE or " " not in purpose:
        raise WrongUsage("Say in a few words why you open this contract. Its owner will read them.")
    if len(purpose) > LONGEST_PURPOSE:
        raise WrongUsage(f"Say it in {LONGEST_PURPOSE} characters at most.")
    return purpose
