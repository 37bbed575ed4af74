"""One thing the report says: a finding, protection, absence or combination as a person is told it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from contract_registry.core.document import Document
from contract_registry.core.rules.rule import Severity, Wording
from contract_registry.core.scanning.findings import Absence, Combination, Finding
from contract_registry.core.text import Span, covering
from contract_registry.exporting import plain_words
from contract_registry.exporting.case import Case
from contract_registry.exporting.inert import inert
from contract_registry.exporting.law import Law
from contract_registry.exporting.remarks import remarks_on
from contract_registry.exporting.whereabouts import where_in_short, where_it_stands

Kind = Literal["combination", "finding", "unclear", "absence", "protection"]
Part = Literal["why", "questions", "wording", "law"]
WEAKENED_BY = "Weakened by"


class Reference(NamedTuple):
    """Another entry of the report, by its number and id."""

    number: int
    id: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a quote; `is_focus` where its words decided."""

    text: str
    is_focus: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the report says. `number` counts through the whole report; a combination names its `members` by theirs.

    `also` are the other rules that spoke on the passage. What an earlier entry tells in the same words is told once: `told_at` leads from such a part to that entry.
    `points` are the other types heard in the same words, the gravest first: they have no number of their own.
    """

    kind: Kind
    id: str
    title: str
    severity: Severity
    why: str
    questions: tuple[str, ...]
    wording: tuple[tuple[str, str], ...]
    law: Law
    rule: str
    status: str
    also: tuple[str, ...] = ()
    number: int = 0
    where: str = ""
    where_short: str = ""
    pages: tuple[int, ...] = ()
    lead_in: str = ""
    quote: tuple[Stretch, ...] = ()
    quote_at: Span | None = None
    focus_at: Span | None = None
    question: str = ""
    remarks: tuple[str, ...] = ()
    members: tuple[Reference, ...] = ()
    told_at: Mapping[Part, Reference] = field(default_factory=dict)
    points: tuple[Entry, ...] = ()

    @property
    def focus(self) -> str:
        """The deciding words alone."""
        return "".join(piece.text for piece in self.quote if piece.is_focus)

    @property
    def focuses_at(self) -> tuple[Span, ...]:
        """The places of the words that decided it and its points, in the order of the text; what overlaps is one place."""
        places: list[Span] = []
        for span in sorted(entry.focus_at for entry in (self, *self.points) if entry.focus_at):
            if places and places[-1].overlaps(span):
                places[-1] = covering((places[-1], span))
            else:
                places.append(span)
        return tuple(places)

    def is_in_other_words(self, point: Entry) -> bool:
        """Whether other words decided one of its points than those that are marked as its own."""
        return not (self.focus_at and point.focus_at and self.focus_at.contains(point.focus_at))

    @property
    def weakened_by(self) -> str:
        """Of a protection, the words to look out for that take back what it gives; empty where an earlier entry told them."""
        return "" if "wording" in self.told_at else dict(self.wording).get(WEAKENED_BY, "")

    @property
    def is_grave(self) -> bool:
        """Whether it is to be settled before anything is agreed."""
        return self.kind != "protection" and self.severity in {"critical", "high"}

    def parts(self) -> dict[Part, object]:
        """What it tells beside its own words, without the parts that it has not."""
        told: dict[Part, object] = {"why": self.why, "questions": self.questions, "wording": self.wording, "law": self.law}
        return {part: value for part, value in told.items() if value}


def passage_entry(kind: Kind, finding: Finding, document: Document, case: Case, points: Iterable[Finding] = ()) -> Entry:
    """The entry on the passage that `finding` speaks for; `points` are what else was found in it."""
    return Entry(
        kind=kind,
        id=finding.id,
        title=_flowing(finding.title),
        severity=finding.severity,
        why=_flowing(finding.why),
        questions=tuple(map(_flowing, finding.questions)),
        wording=wording_lines(finding.wording),
        law=case.law(finding.legal_effect, finding.basis, "protection" if kind == "protection" else "clause"),
        rule=_rule(finding),
        status=plain_words.STATUSES[finding.rule_status],
        also=tuple(f"{other.rule}@{other.rule_version}" for other in finding.explanation.also),
        where=where_it_stands(finding),
        where_short=where_in_short(finding),
        pages=tuple(place.page for place in finding.places),
        lead_in=inert(finding.explanation.lead_in),
        quote=_stretches(finding.quote, finding.focus, document.text),
        quote_at=finding.quote,
        focus_at=finding.focus,
        question=_flowing(finding.question),
        remarks=remarks_on(finding),
        points=tuple(passage_entry(kind, each, document, case) for each in points),
    )


def without_repeats(point: Entry) -> Entry:
    """A point without what its own passage tells already."""
    again = {part for part, at in point.told_at.items() if at.number == point.number}
    return replace(
        point,
        why="" if "why" in again else point.why,
        questions=() if "questions" in again else point.questions,
        wording=() if "wording" in again else point.wording,
        law=Law() if "law" in again else point.law,
        told_at={part: at for part, at in point.told_at.items() if part not in again},
    )


def absence_entry(absence: Absence, case: Case) -> Entry:
    return Entry(
        kind="absence",
        id=absence.id,
        title=f"Not found: {plain_words.uncapitalised(_flowing(absence.title))}",
        severity=absence.severity,
        why=_flowing(absence.why),
        questions=tuple(map(_flowing, absence.questions)),
        wording=wording_lines(absence.wording),
        law=case.law(absence.legal_effect, absence.basis, "gap"),
        rule=_rule(absence),
        status=plain_words.STATUSES[absence.rule_status],
    )


def combination_entry(combination: Combination, numbers: Mapping[str, int], case: Case) -> Entry:
    return Entry(
        kind="combination",
        id=combination.id,
        title=_flowing(combination.title),
        severity=combination.severity,
        why=_flowing(combination.why),
        questions=tuple(map(_flowing, combination.questions)),
        wording=wording_lines(combination.wording),
        law=case.law("unknown", combination.basis, "terms"),
        rule=_rule(combination),
        status=plain_words.STATUSES[combination.rule_status],
        members=tuple(sorted(Reference(numbers[member], member) for member in combination.members if member in numbers)),
    )


def _stretches(quote: Span, focus: Span, text: str) -> tuple[Stretch, ...]:
    marked = focus.clipped(quote)
    pieces = (
        Stretch(inert(text[quote.start : marked.start])),
        Stretch(inert(marked.of(text)), is_focus=True),
        Stretch(inert(text[marked.end : quote.end])),
    )
    return tuple(piece for piece in pieces if piece.text)


def wording_lines(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The wording to propose, best first, each with what it is; of a protection what weakens it last."""
    steps = (
        ("Best", wording.ideal),
        ("Acceptable", wording.acceptable),
        ("Walk away at", wording.walk_away),
        (WEAKENED_BY, wording.weakened_by),
    )
    return tuple((step, _flowing(text)) for step, text in steps if text)


def _rule(each: Finding | Absence | Combination) -> str:
    return f"{each.rule}@{each.rule_version}"


def _flowing(text: str) -> str:
    """Text written over several lines as one, and harmless to show: a rule file may come from anybody."""
    return inert(" ".join(text.split()))
