"""Every period and date of a contract with what it is for: what payment terms, the term, deadlines and dates are then made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.contracts.cues.cue import PLACE, labelled_purpose, purpose_of, setting_of
from contract_registry.core.contracts.cues.purposes import TimePurpose
from contract_registry.core.contracts.cues.time_labels import TIME_LABELS
from contract_registry.core.contracts.cues.times import TIME_CUES
from contract_registry.core.contracts.cues.uncounted import UNCOUNTED
from contract_registry.core.contracts.dates import Day
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.contracts.weekdays import weekdays_in
from contract_registry.core.quantities.periods import Period, Spell
from contract_registry.core.text import Span

MOST = 4_000
"""So many periods and dates are looked at in one document; no contract comes near, and a made-up one must not take minutes."""
_EVENT = re.compile(
    r"['’]?s?['’]?,? ?(?:\([^()]{0,40}\),? ?)?(?:(?:prior |written |advance )*(?:notice )?)(?P<event>(?!after which)(?:of"
    r"|after|from|following|before|prior to|upon|once|as of|nach|ab|seit|vor|ab dem|après|à compter|à partir|suivant|dès|avant"
    r"|desde|tras|a partir|después|a contar|antes|de la|del|de l'|à réception)\b[^.;:()\[\]\n]{2,90})"
)
_LONG = 80
_EVENT_ENDS = re.compile(
    r",|\s(?:whichever|unless|provided|or if|and (?:the|you|we|they|he|she|it|any|each|thereafter)|after which|and shall|and will|failing|subject|without"
    r"|in which|during which|to be|to terminate)\b|\s(?:shall|will|must|may)\b(?! have)"
)
_BY = re.compile(
    r"\b(?:by|on or before|no later than|not later than|at the latest(?: by)?|latest by|before|until|deadline(?: is| of)?:?"
    r"|due(?: date)?(?: is| on| by)?:?|(?<=termin )ist(?: der)?|(?<=date )is|(?<=expires )on|(?<=lapses )on|spätestens(?: am"
    r"| bis(?: zum)?)?|bis(?: zum| spätestens)?|avant le|au plus tard le|antes del?|a más tardar(?: el)?)"
    r"(?: (?:the|midnight|noon|close of business|on|end of|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|[0-9]{1,2}(?:[:.][0-9]{2})? ?(?:am|pm|h|uhr)?),?)* ¤"
)
_PERIODS_ONLY = frozenset({"term", "licence", "renewal", "exclusivity", "change notice", "notice", "none"})
_DATE_CUES = tuple(each for each in (*TIME_LABELS, *TIME_CUES) if each.purpose not in _PERIODS_ONLY)


@dataclass(frozen=True, slots=True)
class Timed:
    """A period, or a day by which something must happen (a date, or "by Friday" in words alone): what it is for, its setting, and the place of the words that name the event it runs from."""

    span: Span
    clause: Clause
    purpose: TimePurpose
    setting: str
    period: Period | None = None
    day: Day | None = None
    event: Span | None = None

    @property
    def is_labelled(self) -> bool:
        """Whether a label, and not the sentence alone, says what the time is for."""
        return not self.setting.startswith("[]")

    def event_in(self, text: str) -> str:
        """The words of the event in the canonical `text`, empty where the sentence names none."""
        return self.event.of(text) if self.event else ""


def timed(survey: Survey, spells: Sequence[Spell], days: Sequence[Day]) -> tuple[Timed, ...]:
    """The periods and deadlines whose purpose the words around them tell, in the order of the text."""
    found = [*_periods(survey, spells[:MOST]), *_deadlines(survey, days[:MOST]), *_weekdays(survey, days[:MOST])]
    return tuple(sorted(found, key=lambda each: (each.span, each.purpose)))


def _periods(survey: Survey, spells: Sequence[Spell]) -> Iterator[Timed]:
    for spell in spells:
        clause = survey.clause_at(spell.span.start)
        if clause is None:
            continue
        setting = setting_of(survey.around(clause, spell.span))
        purpose = purpose_of(setting, UNCOUNTED) or labelled_purpose(setting, TIME_LABELS) or purpose_of(setting, TIME_CUES)
        if purpose is not None and purpose != "none":
            yield Timed(spell.span, clause, purpose, setting, period=spell.period, event=_event(survey, clause, spell.span))


def _deadlines(survey: Survey, days: Sequence[Day]) -> Iterator[Timed]:
    for day in days:
        clause = survey.clause_at(day.span.start)
        if clause is None:
            continue
        setting = setting_of(survey.around(clause, day.span))
        purpose = labelled_purpose(setting, TIME_LABELS)
        by = _BY.search(setting) if purpose is None else None
        if by is not None:
            purpose = purpose_of(f"{setting[: by.start()]}by {PLACE}{setting[by.end() :]}", _DATE_CUES)
        if purpose is not None and purpose not in _PERIODS_ONLY:
            yield Timed(day.span, clause, purpose, setting, day=day)


def _weekdays(survey: Survey, days: Sequence[Day]) -> Iterator[Timed]:
    """What must happen by a day that is named without its date."""
    for span in weekdays_in(survey, days):
        clause = survey.clause_at(span.start)
        if clause is None:
            continue
        setting = setting_of(survey.around(clause, span))
        purpose = labelled_purpose(setting, TIME_LABELS) or purpose_of(setting.replace(PLACE, f"by {PLACE}"), _DATE_CUES)
        if purpose is not None and purpose not in _PERIODS_ONLY and purpose != "payment":
            yield Timed(span, clause, purpose, setting)


def _event(survey: Survey, clause: Clause, span: Span) -> Span | None:
    """The words after a period that say from when it runs: "of receipt of the invoice", "prior to the end of the term"."""
    limit = survey.sentence_at(clause, span.start).end
    match = _EVENT.match(survey.plain, span.end, min(limit, span.end + 160))
    if match is None:
        return None
    stop = _EVENT_ENDS.search(survey.plain, match.start("event"), match.end("event"))
    end = stop.start() if stop else match.end("event")
    words = survey.plain[match.start("event") : end].rstrip()
    if survey.plain[end : end + 1].isalnum() and end - match.start("event") > _LONG:
        words = words.rpartition(" ")[0]
    return Span(match.start("event"), match.start("event") + len(words)) if " " in words else None
