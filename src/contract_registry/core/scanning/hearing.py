"""Hearing a document out: every unit read once, with the rules that could speak on it and the words that absence rules miss."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.about import ABOUT_SOMETHING_ELSE, is_about_something_else, is_short
from contract_registry.core.scanning.allowed import document_allows, is_under
from contract_registry.core.scanning.context.cues import FOLLOWED, Reading, following_from
from contract_registry.core.scanning.context.ownership import WHOSE, WORK_NOUN
from contract_registry.core.scanning.context.polarity import turns
from contract_registry.core.scanning.context.read_unit import read_unit
from contract_registry.core.scanning.context.turn import Turn
from contract_registry.core.scanning.document_rules import is_said
from contract_registry.core.scanning.findings import Overrun
from contract_registry.core.scanning.judge import Hit, judge
from contract_registry.core.scanning.let_go import LETS_GO, with_what_is_let_go
from contract_registry.core.scanning.matching import OutOfSteps, Steps
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.order import can_stand, mentioned
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.sub_clauses import sub_clauses, sub_clauses_of
from contract_registry.core.scanning.terms import concepts_by_term, expanded
from contract_registry.core.scanning.threshold import reaches
from contract_registry.core.scanning.units import Place, Unit, places_of, unit_at
from contract_registry.core.scanning.waiting import Places, Waiting, by_place, listened_to
from contract_registry.core.scanning.whereabouts import where_said
from contract_registry.core.text import Span

_PLACED = WHOSE | LETS_GO | {WORK_NOUN}
"""What is listened for, beside the words of the patterns that wait, to see which of them can stand in a unit."""


@dataclass(slots=True)
class Hearing:
    """What was heard: the hits of pattern rules, the absence rules whose words are said, and what was not heard to the end.

    `overruns` are the rules that ran out of steps, each once for a clause (by rule and clause index); `in_parts` counts the parts of each
    sentence or clause that was too long to be heard at once, by its place.
    """

    hits: list[Hit] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    overruns: dict[tuple[str, int], Overrun] = field(default_factory=dict)
    in_parts: Counter[Span] = field(default_factory=Counter)


def hear(clauses: Clauses, mentions: Mentions, rules: Iterable[Rule], scanner: Scanner) -> Hearing:
    """Everything that rules with patterns hear in the document."""
    hearing = Hearing()
    by_term = concepts_by_term(mentions, calls_parties(clauses))
    meant = _meant(mentions, by_term)
    words = scanner.quiet.keys() & mentions.tokens.forms
    here = {scanner.quiet[word] for word in words}.union(*meant)
    allowed = {rule.id for rule in rules if document_allows(rule, clauses, mentions)}
    short = is_short(mentions)
    waiting = [each for each in scanner.waiting.heard_in(here) if each.rule.id in allowed and (short or not each.is_of_short_texts)]
    placed = frozenset(rule.id for rule in rules if rule.looks_for and rule.looks_for.under)
    listener = _Listener(by_term, mentions, scanner, placed)
    for within in ("sentence", "clause"):
        here_waiting = [each for each in waiting if _within(each) == within]
        places = list(places_of(clauses, whole_clauses=within == "clause")) if here_waiting else []
        hearing.in_parts.update(place.part_of for place in places if place.part_of)
        for number, spoken in sorted(by_place(here_waiting, Places(where_said(places, mentions, meant, scanner.quiet))).items()):
            listener.hear(places[number], spoken, hearing)
    unsure = {rule.id for rule in rules if is_about_something_else(rule, mentions)}
    hearing.hits = [hit.asking(ABOUT_SOMETHING_ELSE) if hit.rule.id in unsure else hit for hit in hearing.hits]
    return hearing


@dataclass(frozen=True, slots=True)
class _Listener:
    """What each defined term of the document says, and what is said in it; `placed` are the rules that speak only under some headings."""

    by_term: Mapping[str, tuple[frozenset[str], str]]
    mentions: Mentions
    scanner: Scanner
    placed: frozenset[str]

    def hear(self, place: Place, waiting: Iterable[Waiting], hearing: Hearing) -> None:
        """Let each pattern `waiting` be heard at `place`; an absence rule that has been answered waits no more."""
        waiting = [
            each
            for each in waiting
            if each.rule.id not in hearing.said and (each.rule.id not in self.placed or is_under(each.rule, place.under, self.mentions))
        ]
        if not waiting:
            return
        said = self._unit_at(place, waiting, _PLACED.union(self.by_term, *(each.placed for each in waiting)))
        if not said:
            return
        mentions = mentioned(said.heard)
        waiting = [each for each in waiting if can_stand(each.in_order, mentions)]
        if not waiting:
            return
        listened = self.scanner.always_heard.union(self.by_term, listened_to(waiting))
        said = self._unit_at(place, waiting, listened)
        if not said:
            return
        reading = read_unit(said, self.mentions, self.scanner.acts, self.scanner.quiet, only=listened)
        every = turns(reading)
        begins = sub_clauses(reading) if _within(waiting[0]) == "sentence" else ()
        steps: dict[str, Steps] = defaultdict(Steps)
        parts: dict[str, set[int]] = {}
        done: set[str] = set()
        for each in waiting:
            if each.rule.id not in done and self._hear(each, reading, every, begins, steps[each.rule.id], parts, hearing):
                done.add(each.rule.id)

    def _unit_at(self, place: Place, waiting: Iterable[Waiting], listened: frozenset[str]) -> Unit | None:
        """What is said at `place` of the concepts `listened`, with what its defined terms mean; None where it has no words of its own."""
        unit = unit_at(place, self.mentions, listened)
        if not unit:
            return None
        unit = with_what_is_let_go(unit, self.mentions)
        if self.by_term.keys().isdisjoint([each.concept for each in unit.heard]):
            return unit
        through = WHOSE | listened_to(each for each in waiting if each.rule.looks_for and each.rule.looks_for.through_definitions)
        return expanded(unit, self.by_term, self.mentions, only=through, of_purposes=listened)

    def _hear(
        self,
        each: Waiting,
        reading: Reading,
        every: tuple[Turn, ...],
        begins: Sequence[int],
        steps: Steps,
        parts: dict[str, set[int]],
        hearing: Hearing,
    ) -> bool:
        """Hear one pattern out, once in each of the sub-clauses that `begins` parts a long sentence into; whether its rule needs to hear no more of it.

        `parts` are the sub-clauses in which each rule was heard.
        """
        rule = each.rule
        try:
            if rule.absent:
                if is_said(rule.absent, each.pattern, reading, every, steps):
                    hearing.said.add(rule.id)
                return rule.id in hearing.said
            for hit in judge(rule, each.pattern, reading, every, self.scanner.acts, steps):
                if not reaches(rule.threshold, hit, self.mentions):
                    continue
                had, own = parts.setdefault(rule.id, set()), sub_clauses_of(hit, begins)
                if own[-1] not in had:
                    hearing.hits.append(hit)
                    had.update(own)
                if len(had) > len(begins):
                    return True
        except OutOfSteps:
            clause = reading.unit.clause
            if rule.id not in parts:
                hearing.overruns.setdefault((rule.id, clause.index), Overrun(rule.id, clause.number, steps.taken, reading.unit.span))
            return True
        return False


def _within(each: Waiting) -> str:
    """Of what a pattern is heard at once, a sentence or a clause."""
    return each.rule.looks_for.within if each.rule.looks_for else "sentence"


def _meant(mentions: Mentions, by_term: Mapping[str, tuple[frozenset[str], str]]) -> list[Collection[str]]:
    """For each group of `mentions` its concepts, those of its defined terms, and what may be worked out of them."""
    leads_on = FOLLOWED.union(by_term)
    meant: list[Collection[str]] = []
    for concepts in mentions.concepts:
        spoken = frozenset(concepts).union(*(by_term[term][0] for term in concepts if term in by_term))
        meant.append(concepts if leads_on.isdisjoint(concepts) else spoken | following_from(spoken))
    return meant


def calls_parties(clauses: Clauses) -> frozenset[str]:
    """Every word by which the document calls a party, in lower case, and the pronouns, defined or not."""
    return clauses.words("creator") | clauses.words("engager") | clauses.words("unknown") | {"you", "your", "we", "us", "our", "i", "me"}
