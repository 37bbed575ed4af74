"""Days that a document names without a date: "by Friday", "before close of business tomorrow"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from contract_registry.core.contracts.dates import Day
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.quantities.folded import telling, word_at
from contract_registry.core.text import Span

DAY_WORDS = telling(
    "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight montag dienstag mittwoch donnerstag freitag samstag sonntag"
    " lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes"
)
"""The telling words that a day without a date is found by."""
_LEADS = re.compile(
    r"(?P<by>\b(?:by|before|no later than|not later than|on or before|until|bis|avant|d'ici|antes del?)"
    r"(?: (?:the|this|next|coming|following|on|end of (?:play|day|business)|close of (?:play|business)|noon|midday|midnight|zum|le|el"
    r"|[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm)?),?){0,4}|:) \Z"
)
_REACH, _BESIDE = 60, 12
"""A date this close behind the day's name is the same day told in full."""


def weekdays_in(survey: Survey, days: Iterable[Day]) -> Iterator[Span]:
    """The words of each such limit ("by Friday"), in the order of the text; none where the date follows ("by Friday 22 May")."""
    dated = sorted(day.span.start for day in days)
    for at in survey.places(DAY_WORDS):
        leads = _LEADS.search(survey.plain, max(0, at - _REACH), at)
        end = at + len(word_at(survey.plain, at))
        if leads is not None and not any(end <= start <= end + _BESIDE for start in dated):
            yield Span(leads.start("by") if leads["by"] != ":" else at, end)
