"""The log of corrections: what stood in an engager's entry, what stands there now, and why; it is only added to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction of what was shown of an engager."""

    engager: str
    was: str
    now: str
    reason: str
    by: str
    at: datetime


def checked_correction(correction: Correction) -> Correction:
    """The correction, if it corrects something and says why; WrongUsage where it does not."""
    was, now, reason = said = tuple(map(readable, (correction.was, correction.now, correction.reason)))
    if not all(said) or was == now:
        raise WrongUsage("Say what stood there, what stands there now, and why. What was taken out is “taken out”.")
    if any(len(words) > LONGEST for words in said):
        raise WrongUsage(f"Say each in {LONGEST:,} characters at most.")
    return replace(correction, was=was, now=now, reason=reason)


def log_of(engager: frozenset[str], corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The corrections of an engager by any of its names, the latest first."""
    return tuple(sorted((each for each in corrections if each.engager in engager), key=lambda each: each.at, reverse=True))
