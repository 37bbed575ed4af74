"""What is told of what became of a clause: a record waits as whoever shares waits, so that nobody sees one person's by comparing yesterday with today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from contract_registry.core.disclosure.gate.admission import told_from
from contract_registry.core.disclosure.gate.policy import OUTSIDE
from contract_registry.core.records.outcome import UNKNOWN, ClauseOutcome

LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""When what was recorded before times were kept was recorded."""


@dataclass(frozen=True, slots=True)
class KeptOutcome:
    """What was recorded of a clause, since when it is this outcome, and since when this wording stands for what was agreed instead.

    `before` is the outcome that was told when this one was recorded; empty where none was.
    """

    said: ClauseOutcome
    since: datetime = LONG_AGO
    counter_since: datetime = LONG_AGO
    before: str = ""


def noted(said: ClauseOutcome, known: KeptOutcome | None, now: datetime) -> KeptOutcome:
    """What is kept once this is recorded over what is known. What is taken back is told no more; what is changed is told as it was until the change is."""
    if known is None:
        return KeptOutcome(said, now, now)
    before = known.before if said.outcome == known.said.outcome else outcome_told(known, now)
    since = known.since if said.outcome == known.said.outcome else now
    counter_since = known.counter_since if said.accepted_counter == known.said.accepted_counter else now
    return KeptOutcome(said, since, counter_since, "" if said.outcome == UNKNOWN else before)


def outcome_told(kept: KeptOutcome, now: datetime) -> str:
    """What is told to have become of the clause; empty where nothing is yet, or nobody knows."""
    outcome = kept.said.outcome if _is_told(kept.since, now) else kept.before
    return "" if outcome == UNKNOWN else outcome


def counter_told(kept: KeptOutcome, now: datetime) -> str:
    """The wording that is told to have been agreed instead; empty where none is yet."""
    return kept.said.accepted_counter if _is_told(kept.counter_since, now) else ""


def takes_back(kept: KeptOutcome, known: KeptOutcome | None, now: datetime) -> bool:
    """Whether something that is told of what was known is told no more once this is kept in its place."""
    return known is not None and any((was := told(known, now)) and told(kept, now) != was for told in (outcome_told, counter_told))


def told_wholly_from(kept: KeptOutcome) -> datetime | None:
    """From when on all of it is told where the contract is shared; None where there is nothing to wait for."""
    times = [kept.since, *([kept.counter_since] if kept.said.accepted_counter else [])]
    waits = kept.said.outcome != UNKNOWN and max(times) != LONG_AGO
    return told_from(max(times), OUTSIDE) if waits else None


def changes_next(every: Iterable[KeptOutcome], now: datetime) -> datetime | None:
    """When what is told of these changes without anybody doing anything; None where it does not."""
    times = (at for each in every for at in (each.since, each.counter_since))
    return min((told_from(at, OUTSIDE) for at in times if not _is_told(at, now)), default=None)


def _is_told(at: datetime, now: datetime) -> bool:
    return told_from(at, OUTSIDE) <= now
