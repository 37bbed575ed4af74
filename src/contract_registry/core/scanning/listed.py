"""What is only listed elsewhere: "what is listed in Schedule 1" says, as a defined term would, all that the schedule lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.clauses.tree import Clauses, Definition, Reference
from contract_registry.core.text import Span

_POINTS = re.compile(
    r"\b(?:what(?:ever)? is|those|(?:all|any|the) (?:\w+ )?(?:rights?|uses?|works?|acts?|matters?|items?|purposes?|waivers?|consents?|materials?|things)"
    r"(?: (?:that|which) (?:is|are))?) (?:listed|set out|set forth|specified|described|named|detailed|given) (?:in|on|under) (?:the )?\Z",
    re.IGNORECASE,
)
_WITHIN = 80
_SCHEDULES = re.compile(r"(?:schedule|annex|appendix|exhibit|attachment|addendum|anlage|anhang|annexe|anexo)\b", re.IGNORECASE)
_LONGEST = 2_000


def listed_elsewhere(clauses: Clauses) -> Iterator[Definition]:
    """The phrases that point to what a schedule of the document lists, each as a term that means what stands there."""
    text = clauses.document.text
    for reference in clauses.references:
        meaning = _listed(reference, clauses)
        points = _POINTS.search(text, max(0, reference.span.start - _WITHIN), reference.span.start) if len(meaning) else None
        if points:
            at = Span(points.start(), reference.span.end)
            yield Definition(" ".join(at.of(text).split()), at, meaning, reference.target or 0)


def _listed(reference: Reference, clauses: Clauses) -> Span:
    """What stands below the schedule that is referred to; nothing where it is no schedule, or not here."""
    if reference.target is None or not _SCHEDULES.match(reference.text):
        return Span(0, 0)
    schedule = clauses.clauses[reference.target]
    start = min(schedule.own.end, schedule.span.end)
    return Span(start, min(schedule.span.end, start + _LONGEST))
