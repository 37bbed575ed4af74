"""That an officer agreed to more than facts of a contract which says that it may not be shown: for their own organisation, which then holds its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from contract_registry.core.disclosure.consent.ladder import Circle
from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

LONGEST = 1_000
_FORBIDS_SHOWING = frozenset({"terms-gagging-union", "terms-confidentiality-no-carveout"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who agreed, for which organisation, when and why."""

    organisation: str
    by: str
    at: datetime
    reason: str


def checked_agreement(agreement: Agreement) -> Agreement:
    """The agreement, if it makes sense; WrongUsage with what to do where it does not."""
    if not agreement.organisation:
        raise WrongUsage("This is agreed to for an organisation. Have an administrator add you to yours.")
    reason = readable(agreement.reason)
    if not reason or len(reason) > LONGEST:
        raise WrongUsage(f"Say why, in {LONGEST:,} characters at most. The owner of the contract will read it.")
    return replace(agreement, reason=reason)


def forbids_showing(types: Iterable[str]) -> bool:
    """Whether a contract in which these types were found says that it may not be shown."""
    return not _FORBIDS_SHOWING.isdisjoint(types)


def is_agreed(circles: Iterable[Circle], agreements: Iterable[Agreement]) -> bool:
    """Whether an officer of each of these circles agreed to it."""
    return {each.organisation for each in circles} <= {each.organisation for each in agreements}
