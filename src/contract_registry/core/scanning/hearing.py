"""Hearing a document out: every unit read once, with the rules that could speak on it and the words that absence rules miss."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.context.cues import ALWAYS_HEARD, following_from, read_unit, worked_out
from contract_registry.core.scanning.context.ownership import WHOSE
from contract_registry.core.scanning.context.polarity import turns
from contract_registry.core.scanning.findings import Overrun
from contract_registry.core.scanning.judge import Hit, judge
from contract_registry.core.scanning.matching import OutOfSteps, Steps, is_spoken
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.terms import concepts_by_term, expanded
from contract_registry.core.scanning.threshold import reaches
from contract_registry.core.scanning.units import Unit, units_of
from contract_registry.core.scanning.waiting import Waiting, by_anchor


@dataclass(slots=True)
class Hearing:
    """What was heard: the hits of pattern rules, the rules that ran out of steps on a clause, and the absence rules whose words are said."""

    hits: list[Hit] = field(default_factory=list)
    overruns: list[Overrun] = field(default_factory=list)
    said: set[str] = field(default_factory=set)


def hear(clauses: Clauses, mentions: Mentions, rules: Iterable[Rule], scanner: Scanner) -> Hearing:
    """Everything that rules with patterns hear in the document."""
    hearing = Hearing()
    by_term = concepts_by_term(mentions, calls_parties(clauses))
    counts = Counter(mentions.counts)
    for name, (concepts, _) in by_term.items():
        counts.update(dict.fromkeys(concepts, mentions.counts.get(name, 0)))
    counts.update(worked_out(mentions.counts))
    here = {name for name, count in counts.items() if count}
    said = here.union(mentions.tokens.norms)
    possible = (each for rule in rules if document_allows(rule, clauses, mentions) for each in scanner.waiting(rule))
    waiting = [each for each in possible if each.is_possible(here) and each.has_words(said)]
    through = WHOSE.union(*(each.heeds for each in waiting if each.rule.looks_for and each.rule.looks_for.through_definitions))
    by_term = {name: (concepts & through, term) for name, (concepts, term) in by_term.items() if not concepts.isdisjoint(through)}
    giving = {name for name, act in scanner.acts.items() if act in {"gives", "lets"}}
    heeded = mentions.only(ALWAYS_HEARD.union(giving, *(each.heeds for each in waiting)))
    for within in ("sentence", "clause"):
        here_waiting = (each for each in waiting if (each.rule.looks_for.within if each.rule.looks_for else "sentence") == within)
        listener = _Listener(by_anchor(here_waiting, counts), by_term)
        if listener.index:
            for unit in units_of(clauses, heeded, listener.is_wanted, whole_clauses=within == "clause"):
                _hear_unit(expanded(unit, by_term, heeded), listener, heeded, scanner, hearing)
    return hearing


@dataclass(frozen=True, slots=True)
class _Listener:
    """The waiting patterns by their anchors, and what each defined term of the document says."""

    index: Mapping[str, list[Waiting]]
    by_term: Mapping[str, tuple[frozenset[str], str]]

    def is_wanted(self, spoken: set[str]) -> bool:
        """Whether a unit that speaks of `spoken` could speak a pattern."""
        every = self.all_spoken(spoken)
        return any(each.is_possible(every) for concept in every & self.index.keys() for each in self.index[concept])

    def all_spoken(self, spoken: set[str]) -> set[str]:
        """`spoken` with what its defined terms say and what reading the unit may work out."""
        terms = spoken & self.by_term.keys()
        every = spoken.union(*(self.by_term[term][0] for term in terms)) if terms else spoken
        return every | following_from(every)


def _hear_unit(unit: Unit, listener: _Listener, mentions: Mentions, scanner: Scanner, hearing: Hearing) -> None:
    spoken = listener.all_spoken({heard.concept for heard in unit.heard})
    anchors = sorted(spoken & listener.index.keys())
    said = spoken.union(*(mentions.tokens.norms[piece.first : piece.last] for piece in unit.pieces))
    waiting = [each for concept in anchors for each in listener.index[concept] if each.is_possible(spoken) and each.has_words(said)]
    if not waiting:
        return
    reading = read_unit(unit, mentions, scanner.acts, scanner.quiet)
    every = turns(reading)
    steps: dict[str, Steps] = defaultdict(Steps)
    done: set[str] = set()
    for each in dict.fromkeys(waiting):
        rule = each.rule
        if rule.id in done or rule.id in hearing.said:
            continue
        try:
            if rule.looks_for is None:
                if is_spoken(each.pattern, reading.heard, steps[rule.id]):
                    hearing.said.add(rule.id)
                continue
            ways = judge(rule, each.pattern, reading, every, scanner.acts, steps[rule.id])
            hit = next((way for way in ways if reaches(rule.threshold, way, mentions)), None)
        except OutOfSteps:
            hearing.overruns.append(Overrun(rule.id, unit.clause.number, steps[rule.id].taken))
            done.add(rule.id)
            continue
        if hit:
            hearing.hits.append(hit)
            done.add(rule.id)


def calls_parties(clauses: Clauses) -> frozenset[str]:
    """Every word by which the document calls a party, in lower case, and the pronouns, defined or not."""
    return clauses.words("creator") | clauses.words("engager") | clauses.words("unknown") | {"you", "your", "we", "us", "our", "i", "me"}


def document_allows(rule: Rule, clauses: Clauses, mentions: Mentions) -> bool:
    """Whether the document is of a kind the rule is for and says what the rule wants said somewhere."""
    if rule.absent:
        return not rule.absent.document_kinds or clauses.kind in rule.absent.document_kinds
    looks_for = rule.looks_for
    if looks_for is None:
        return False
    if looks_for.document_kinds and clauses.kind not in looks_for.document_kinds:
        return False
    return all(
        all(any(mentions.counts.get(name) for name in step.concepts) for step in part[0])
        for pattern in looks_for.document_says
        for part in pattern.parts
    )
