"""From hits to passages: those of one family on one passage taken together, then what several passages make together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.core.scanning.judge import Hit
from contract_registry.core.text import Span

LONGEST = 2_000
"""Characters of the longest quote that a lead-in and its items make together."""


FARTHEST_BACK = 20_000
"""Characters that no quote is longer than: what is heard at once is cut long before."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The hits of one family on one passage: the one that speaks for them first, then the others; `heard` are all of them, each with the words that decided."""

    quote: Span
    focus: Span
    hits: tuple[Hit, ...]
    heard: tuple[tuple[Hit, Span], ...] = ()

    @property
    def speaker(self) -> Hit:
        return self.hits[0]


def passages(placed: Iterable[tuple[Hit, Span, Span]]) -> list[Passage]:
    """Hits with their (quote, focus), merged where quotes of one family and outcome overlap, in the order of the text."""
    groups: list[list[tuple[Hit, Span, Span]]] = []
    ordered = sorted(_with_their_lead_ins(list(placed)), key=lambda each: (_group(each[0]), each[1], each[2], each[0].rule.id))
    for each in ordered:
        last = groups[-1] if groups else None
        if last and _group(last[0][0]) == _group(each[0]) and last[-1][1].overlaps(each[1]):
            last.append(each)
        else:
            groups.append([each])
    merged = []
    for group in groups:
        hit, _, focus = max(_who_may_speak(group), key=lambda each: weight_of(each[0], each[2]))
        others = [other for other, _, _ in group if other.rule.id != hit.rule.id]
        whole = Span(min(each[1].start for each in group), max(each[1].end for each in group))
        heard = tuple((hit, focus) for hit, _, focus in group)
        merged.append(Passage(whole, focus, (hit, *{other.rule.id: other for other in others}.values()), heard))
    return sorted(merged, key=lambda passage: (passage.quote, passage.speaker.rule.id))


def _with_their_lead_ins(placed: Sequence[tuple[Hit, Span, Span]]) -> Iterator[tuple[Hit, Span, Span]]:
    """`placed`, with the quote of an item that only goes on with what its lead-in does reaching back to the lead-in, where that is found too."""
    own: dict[tuple[str, bool], list[Span]] = {}
    for hit, quote, _ in sorted(placed, key=lambda each: each[1]):
        if hit.act.piece == "own":
            own.setdefault(_group(hit), []).append(quote)
    for hit, quote, focus in placed:
        leads = [piece.span for piece in hit.reading.unit.pieces if piece.kind == "lead-in"] if hit.act.piece == "lead-in" else []
        start = min((found.start for lead in leads for found in _overlapping(own.get(_group(hit), []), lead)), default=quote.start)
        yield hit, Span(start, quote.end) if quote.end - start <= LONGEST else quote, focus


def _overlapping(quotes: Sequence[Span], span: Span) -> Iterator[Span]:
    """Those of `quotes`, which are in the order of the text, that overlap `span`."""
    back = max(span.start - FARTHEST_BACK, 0)
    at = bisect_left(quotes, Span(back, back))
    for quote in islice(quotes, at, None):
        if quote.start >= span.end:
            return
        if quote.overlaps(span):
            yield quote


def kept_promises(found: Sequence[Passage]) -> list[Passage]:
    """`found` without the promises that the same words break: a protection is none where the harm it answers is found in its own passage.

    Harm that is only asked about breaks none, but asks for a promise that is asked about too.
    """
    harms = sorted((one for one in found if one.speaker.rule.family != "protective"), key=lambda one: one.quote)
    quotes = [harm.quote for harm in harms]
    by_quote: dict[Span, list[Passage]] = {}
    for harm in harms:
        by_quote.setdefault(harm.quote, []).append(harm)

    def is_broken(promise: Passage) -> bool:
        if promise.speaker.rule.family != "protective":
            return False
        return any(_breaks(harm, promise) for quote in _overlapping(quotes, promise.quote) for harm in by_quote[quote])

    return [passage for passage in found if not is_broken(passage)]


def _breaks(harm: Passage, promise: Passage) -> bool:
    """Whether both speak of one passage, and of one harm; what is promised of AI is broken by any use of it."""
    about = promise.speaker.rule.about
    same = about in {hit.rule.type for hit in harm.hits} or (about.startswith("ai-") and harm.speaker.rule.family == "ai")
    is_said = promise.speaker.is_unclear or not harm.speaker.is_unclear
    return bool(about) and same and is_said and promise.quote.overlaps(harm.quote)


def groups_met(groups: Sequence[Sequence[str]], ids_by_name: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """The ids of one finding from each group (of those named by type, rule or "family:*"), None where a group has none."""
    members: list[str] = []
    for group in groups:
        found = next((ids_by_name[name][0] for name in group if ids_by_name.get(name)), None)
        if found is None:
            return None
        members.append(found)
    return tuple(dict.fromkeys(members))


def _group(hit: Hit) -> tuple[str, bool]:
    return hit.rule.family, hit.is_unclear


def _who_may_speak(group: Sequence[tuple[Hit, Span, Span]]) -> Sequence[tuple[Hit, Span, Span]]:
    """Those of one passage whose rule gives way to no type that is heard in it too; all of them, where each gives way to another."""
    types = {hit.rule.type for hit, _, _ in group}
    return [each for each in group if types.isdisjoint(each[0].rule.gives_way_to)] or group


def weight_of(hit: Hit, focus: Span) -> tuple[int, int, int, int, str]:
    """How much a hit has to say: by its gravity, by how much of it is heard and how surely; what stands earlier, then what is called otherwise, goes before its equals."""
    return SEVERITIES.index(hit.severity), len(hit.heard), int(hit.is_sure), -focus.start, hit.rule.id
