"""Patterns waiting to be spoken: what each needs, which of them a document can speak at all, and by which rare concept to look for them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from contract_registry.core.rules.patterns import Pattern, Sequence
from contract_registry.core.rules.rule import Rule, patterns_of


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """A pattern of a rule, waiting to be spoken.

    Where it is spoken, one of each of `needs` is, and one of each of `needs_words`, which may be quiet words (in their normal form).
    `quiet` are the names of its quiet words; `heeds` are all concepts its rule listens to, for the pattern itself and for what excuses,
    raises or lowers it.
    """

    rule: Rule
    pattern: Pattern
    needs: tuple[frozenset[str], ...]
    needs_words: tuple[frozenset[str], ...]
    quiet: frozenset[str]
    heeds: frozenset[str]

    def is_possible(self, spoken: AbstractSet[str]) -> bool:
        """Whether what speaks of the concepts `spoken` could speak the pattern, for all that its quiet words are not known."""
        return _has_one_of_each(self.needs, spoken)

    def has_words(self, spoken: AbstractSet[str]) -> bool:
        """Whether its quiet words, or what else may stand for them, are among `spoken`, which holds concepts and words."""
        return _has_one_of_each(self.needs_words, spoken)


def _has_one_of_each(needs: tuple[frozenset[str], ...], spoken: AbstractSet[str]) -> bool:
    for need in needs:  # noqa: SIM110 (three times as fast as all(), and asked a hundred thousand times in a scan)
        if need.isdisjoint(spoken):
            return False
    return True


def waiting_of(rule: Rule, norms: Mapping[str, str]) -> tuple[Waiting, ...]:
    """The patterns of `rule`, which it looks for or misses; `norms` gives each quiet word's normal form by its name."""
    heeds = frozenset(name for _, pattern in patterns_of(rule) for name in pattern.concepts)
    quiet = frozenset(name for name in heeds if name in norms)
    patterns = rule.looks_for.patterns if rule.looks_for else rule.absent.patterns if rule.absent else ()
    made = []
    for pattern in patterns:
        steps = [step.concepts for part in pattern.parts if len(part) == 1 for step in part[0]]
        needs = tuple(concepts for concepts in steps if concepts.isdisjoint(quiet))
        words = tuple(frozenset(norms.get(name, name) for name in concepts) for concepts in steps if not concepts.isdisjoint(quiet))
        made.append(Waiting(rule, pattern, needs, words, quiet, heeds))
    return tuple(made)


def by_anchor(waiting: Iterable[Waiting], counts: Mapping[str, int]) -> dict[str, list[Waiting]]:
    """Each pattern under the rarest of the concepts it needs, so that the cost of a scan follows what the document says."""
    index: dict[str, list[Waiting]] = {}
    for each in waiting:
        for anchor in _anchors(each.pattern, counts, each.quiet):
            index.setdefault(anchor, []).append(each)
    return index


def _anchors(pattern: Pattern, counts: Mapping[str, int], quiet: Container[str]) -> frozenset[str]:
    """The concepts of which at least one is in every unit that speaks the pattern; none when the document cannot speak it."""
    best: tuple[int, frozenset[str]] | None = None
    for part in pattern.parts:
        heard: set[str] = set()
        for sequence in part:
            rarest, concepts = _rarest(sequence, counts, quiet)
            if rarest:
                heard |= {name for name in concepts if counts.get(name)}
        if not heard:
            return frozenset()
        total = sum(counts[name] for name in heard)
        if best is None or total < best[0]:
            best = (total, frozenset(heard))
    return best[1] if best else frozenset()


def _rarest(sequence: Sequence, counts: Mapping[str, int], quiet: Container[str]) -> tuple[int, frozenset[str]]:
    """The loud step of `sequence` least often said, as (how often, its concepts)."""
    best: tuple[int, frozenset[str]] = (0, frozenset())
    for step in sequence:
        if not any(name in quiet for name in step.concepts):
            times = sum(counts.get(name, 0) for name in step.concepts)
            if not best[1] or times < best[0]:
                best = (times, step.concepts)
    return best
