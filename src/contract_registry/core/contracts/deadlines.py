"""By when something must be done, and how long a notice, an option or a right to object lasts: each with its kind and the event it runs from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.contracts.times import Timed
from contract_registry.core.quantities.periods import Period

DeadlineKind = Literal[
    "sign",
    "reply",
    "delivery",
    "acceptance",
    "publication",
    "option",
    "reversion",
    "opt-out",
    "objection",
    "withdrawal",
    "audit",
    "termination notice",
    "renewal notice",
    "change notice",
    "notice",
    "remedy",
    "claim",
]
"""What must happen in time, those a creator must act on before signing first."""
_KINDS: dict[str, DeadlineKind] = {kind: kind for kind in get_args(DeadlineKind)}
_ORDER = tuple(_KINDS)


@dataclass(frozen=True, slots=True)
class Deadline(Fact):
    """A period or a date by which something must be done: `period` or `could_be` is given, or neither where the words name a day without its date.

    `could_be` are the readings of the date in ISO 8601, more than one where it is ambiguous; `event` the words that say what a period runs
    from ("after delivery of the Work"), empty where the sentence does not say.
    """

    kind: DeadlineKind
    period: Period | None = None
    could_be: tuple[str, ...] = ()
    event: str = ""

    @property
    def date(self) -> str:
        """The date in ISO 8601; empty where there is a period instead, or where the date is ambiguous."""
        return self.could_be[0] if len(self.could_be) == 1 else ""


def deadlines_of(survey: Survey, times: Iterable[Timed]) -> tuple[Deadline, ...]:
    """The contract's deadlines by kind, each once, those of one kind in the order of the text."""
    found = sorted(_found(survey, times), key=lambda each: (_ORDER.index(each.kind), each.span))
    return once(found, lambda each: (each.kind, each.period, each.could_be, each.event.lower() or _day_of(each)))


def _day_of(deadline: Deadline) -> str:
    """What tells deadlines in words alone from each other; empty for the others."""
    return "" if deadline.period or deadline.could_be else deadline.words.lower()


def _found(survey: Survey, times: Iterable[Timed]) -> Iterator[Deadline]:
    for each in times:
        if (kind := _KINDS.get(each.purpose)) is not None:
            readings = each.day.readings if each.day else ()
            yield Deadline(*survey.said(each.clause, each.span), kind, each.period, readings, each.event_in(survey.text))
