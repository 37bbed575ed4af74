"""The drift of a template as a value: what a person is told of its editions, AI first, then type by type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contract_registry.core.comparing.changes import Side
from contract_registry.core.comparing.drift.ai_wording import AiEntry, AiSentence
from contract_registry.core.comparing.drift.drift import Drift, TypeDrift
from contract_registry.core.comparing.drift.strand import Event, Spell
from contract_registry.core.rules.rule import SEVERITIES, Family, Severity
from contract_registry.core.scanning.findings import Verdict
from contract_registry.exporting.drift_words import ABOUT_DAYS, EVENTS, SAYS, STANDINGS, TONES, ai_sentence, stood
from contract_registry.exporting.entry import Stretch
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import FAMILIES, counted, uncapitalised
from contract_registry.exporting.report import made_with
from contract_registry.exporting.snippet import Snippet, pieces, snippets_of
from contract_registry.exporting.whereabouts import where_in_clause

FAMILY_ORDER: tuple[Family, ...] = ("ai", "buyout", "moral", "terms", "protective")


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition: its day, its file, its own verdict, how many sentences of it name AI, and whether its words are those of the one before."""

    day: str
    name: str
    verdict: Verdict
    words: int
    names_ai: int
    is_same: bool


@dataclass(frozen=True, slots=True)
class AiTold:
    """A sentence on AI: where it stands, its words, and what the rules say of it; `tone` is how that is coloured."""

    where: str
    quote: tuple[Stretch, ...]
    says: str
    tone: str


@dataclass(frozen=True, slots=True)
class EventTold:
    """What happened to one sentence on a day; `note` says what the marks and two sentences do not."""

    kind: str
    day: str
    before: Snippet | None
    now: Snippet | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class TypeTold:
    """One type: when it stood, and everything that happened to its sentences, by the days on which it did."""

    type: str
    title: str
    standing: str
    severity: Severity
    stood: str
    spells: tuple[Spell, ...]
    events: tuple[EventTold, ...]


@dataclass(frozen=True, slots=True)
class DriftReport:
    """Everything a person is told of a template: `families` are those with a type, each with its types."""

    name: str
    about: str
    says: str
    ai: tuple[AiTold, ...]
    hidden_day: str
    hidden: tuple[AiTold, ...]
    editions: tuple[EditionLine, ...]
    families: tuple[tuple[str, tuple[TypeTold, ...]], ...]
    language: str
    remarks: tuple[str, ...]
    made_with: str


def drift_report(drift: Drift, name: str) -> DriftReport:
    """The report; `name` is whose terms they are."""
    last = drift.editions[-1].edition
    days = [each.day for each in drift.editions]
    told = [(family, [_type(drift, each) for each in drift.types if each.family == family]) for family in FAMILY_ORDER]
    return DriftReport(
        inert(name),
        f"{counted(len(days), 'edition')}, {days[0]} to {days[-1]}",
        ai_sentence(drift, drift.ai.named),
        _ai(drift, drift.ai.named),
        days[drift.ai.hidden.at] if drift.ai.hidden else "",
        _ai(drift, drift.ai.hidden),
        tuple(_editions(drift)),
        tuple((FAMILIES[family], tuple(types)) for family, types in told if types),
        last.clauses.language,
        (ABOUT_DAYS,),
        made_with(last.clauses.document, last.scan),
    )


def _editions(drift: Drift) -> Iterator[EditionLine]:
    before = ""
    for each, count in zip(drift.editions, drift.ai.counts, strict=True):
        text = each.edition.clauses.document.text
        yield EditionLine(each.day, inert(each.name), each.edition.scan.verdict, len(text.split()), count, text == before)
        before = text


def _ai(drift: Drift, entry: AiEntry | None) -> tuple[AiTold, ...]:
    return tuple(_ai_told(drift, entry.at, each) for each in entry.sentences) if entry else ()


def _ai_told(drift: Drift, at: int, sentence: AiSentence) -> AiTold:
    clauses = drift.editions[at].edition.clauses
    marks = [finding.focus for finding in sentence.findings]
    return AiTold(
        where_in_clause(clauses, sentence.clause, sentence.span),
        pieces(sentence.span, marks, clauses.document.text),
        " and ".join(SAYS[each] for each in sentence.says),
        TONES[sentence.says[0]],
    )


def _type(drift: Drift, each: TypeDrift) -> TypeTold:
    events = sorted((event for strand in each.strands for event in strand.events), key=lambda event: event.at)
    said = max((event.said for event in events), key=lambda said: SEVERITIES.index(said.severity))
    return TypeTold(
        each.type,
        f"Not found: {uncapitalised(each.title)}" if each.standing == "not found" else each.title,
        STANDINGS[each.standing],
        said.severity,
        stood(drift, each.spells),
        each.spells,
        tuple(_event(drift, event) for event in events),
    )


def _event(drift: Drift, event: Event) -> EventTold:
    new = drift.editions[event.at].edition.clauses
    old = drift.editions[max(event.at - 1, 0)].edition.clauses
    sides = (event.change.old, event.change.new)
    before, now = snippets_of(sides if event.at else (None, event.change.new), old, new)
    if event.kind == "returned":
        before = None
    return EventTold(EVENTS[event.kind], drift.editions[event.at].day, before, now, _note(event, sides))


def _note(event: Event, sides: tuple[Side | None, Side | None]) -> str:
    """What became of a sentence that is no longer said to be what it was, or was there before."""
    before, now = sides
    if event.kind == "left" and now is not None and now.span is not None:
        return f"Its sentence stands there still; {_told_now(now)}."
    if event.kind == "came" and before is not None and before.span is not None and event.at:
        return f"Its sentence stood there before; {_told_before(before)}."
    return ""


def _told_now(side: Side) -> str:
    return f"it is told as “{side.said.title}” now" if side.said else "no rule speaks of it now"


def _told_before(side: Side) -> str:
    return f"it was told as “{side.said.title}”" if side.said else "no rule spoke of it"
