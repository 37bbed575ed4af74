"""That an officer agreed to more than facts of a contract which says that it may not be shown: for their own organisation, which holds its words as long as that stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from contract_registry.core.disclosure.consent.consent import Consent
from contract_registry.core.disclosure.consent.ladder import Circle, Level
from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

LONGEST = 1_000
_FORBIDS_SHOWING = frozenset({"terms-gagging-union", "terms-confidentiality-no-carveout"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who agreed, for which organisation, when and why; and since when it is taken back, if it is."""

    organisation: str
    by: str
    at: datetime
    reason: str
    taken_back_at: datetime | None = None


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
    """Whether an officer of each of these circles agreed to it, and none took that back."""
    return {each.organisation for each in circles} <= {each.organisation for each in agreements if each.taken_back_at is None}


def taken_back(agreements: Iterable[Agreement]) -> frozenset[str]:
    """The organisations whose agreement was taken back."""
    return frozenset(each.organisation for each in agreements if each.taken_back_at is not None)


def lowered(consents: Iterable[Consent], organisations: Collection[str]) -> tuple[Consent, ...]:
    """The consents with facts alone for the circles of these organisations: what their owner agreed to beyond that waits for an officer."""
    return tuple(part for each in consents for part in _lowered(each, organisations))


def _lowered(consent: Consent, organisations: Collection[str]) -> Iterator[Consent]:
    low = frozenset(circle for circle in consent.circles if circle.organisation in organisations)
    if not low or consent.level <= Level.FACTS:
        yield consent
        return
    if high := consent.circles - low:
        yield replace(consent, circles=high)
    yield replace(consent, circles=low, level=Level.FACTS)
