"""Patterns waiting to be spoken: what each needs, and at which places of a document it can be spoken at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from contract_registry.core.rules import patterns
from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import Rule, patterns_of
from contract_registry.core.scanning.order import InOrder, in_order

_CONTEXT = frozenset({"unless", "unclear_when", "raises", "lowers"})
_OUTRIGHT = "outright"
"""The fields of a rule whose patterns are heard beside each of those it looks for."""
Needs = tuple[tuple[tuple[frozenset[str], ...], ...], ...]
"""By part of a pattern and by sequence of the part: the concepts of its steps, one of each of which is said where it is spoken."""


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """A pattern of a rule, waiting to be spoken.

    `rarest` are concepts of which one is said wherever it is spoken, fewer patterns asking for them than for its others. `needs` is all that is
    asked for; `beside` are the concepts of what excuses, raises or lowers it, one
    set for all patterns of a rule.
    `is_of_short_texts` says that it is looked for in short texts alone. `in_order` are its steps whose place shows before a unit is read, and
    `placed` the concepts of those steps.
    """

    rule: Rule
    pattern: Pattern
    rarest: frozenset[str]
    needs: Needs
    beside: frozenset[str]
    in_order: InOrder
    placed: frozenset[str]
    is_of_short_texts: bool = False


def listened_to(waiting: Iterable[Waiting]) -> frozenset[str]:
    """All concepts that are listened to for the sake of these patterns: their own, and those beside them."""
    waiting = tuple(waiting)
    beside = {id(each.beside): each.beside for each in waiting}
    return frozenset().union(*(each.pattern.concepts for each in waiting), *beside.values())


def waiting_of(rules: Iterable[Rule], quiet: frozenset[str]) -> tuple[Waiting, ...]:
    """The patterns of `rules`, which they look for or miss; `quiet` are the names of quiet words."""
    spoken = [(rule, number, pattern) for rule in rules for number, pattern in enumerate(_spoken_of(rule))]
    asked_for = Counter(name for _, _, pattern in spoken for name in pattern.concepts)
    one_of: dict[frozenset[str], frozenset[str]] = {}
    often = {name: len(spoken) for name in quiet}

    def asked(concepts: frozenset[str]) -> int:
        return sum(often.get(name) or asked_for[name] for name in concepts)

    of_context: dict[str, frozenset[str]] = {}
    unplaced = quiet.union(patterns.SIDES)
    made = []
    for rule, number, pattern in spoken:
        if rule.id not in of_context:
            of_context[rule.id] = frozenset(
                name for path, each in patterns_of(rule) if path[0] in _CONTEXT or _OUTRIGHT in path for name in each.concepts
            )
        needs = tuple(
            tuple(
                tuple(sorted(dict.fromkeys(one_of.setdefault(step.concepts, step.concepts) for step in sequence), key=asked))
                for sequence in part
            )
            for part in pattern.parts
        )
        rarest = min((frozenset().union(*(sequence[0] for sequence in part)) for part in needs), key=asked)
        steps_placed = in_order(pattern, unplaced)
        made.append(
            Waiting(
                rule,
                pattern,
                one_of.setdefault(rarest, rarest),
                needs,
                of_context[rule.id],
                steps_placed,
                frozenset(name for part in steps_placed for sequence in part for concepts, _ in sequence for name in concepts),
                rule.looks_for is not None and number >= len(rule.looks_for.patterns),
            )
        )
    return tuple(made)


def _spoken_of(rule: Rule) -> Sequence[Pattern]:
    return rule.looks_for.every if rule.looks_for else rule.absent.patterns if rule.absent else ()


class WaitingList:
    """Patterns to be asked for by what a document says."""

    def __init__(self, waiting: Sequence[Waiting]) -> None:
        self._waiting = waiting
        self._by_concept: dict[str, list[int]] = {}
        for number, each in enumerate(waiting):
            for concept in each.rarest:
                self._by_concept.setdefault(concept, []).append(number)

    def heard_in(self, here: AbstractSet[str]) -> list[Waiting]:
        """The patterns that a document that says the concepts `here` may speak, in the order in which they were given."""
        numbers: set[int] = set()
        numbers.update(*(self._by_concept[concept] for concept in self._by_concept.keys() & here))
        return [self._waiting[number] for number in sorted(numbers)]


class Places(dict[frozenset[str], int]):
    """Where in a document any of some concepts is said: a number in which the bit of each such place is set, worked out when first asked for.

    `said` gives that number for each concept.
    """

    def __init__(self, said: Mapping[str, int]) -> None:
        super().__init__()
        self._said = said

    def __missing__(self, concepts: frozenset[str]) -> int:
        places, said = 0, self._said
        for concept in concepts:
            if concept in said:
                places |= said[concept]
        self[concepts] = places
        return places

    def of(self, needs: Needs) -> int:
        """Where everything is said that a pattern with these needs asks for."""
        places = -1
        for part in needs:
            in_part = 0
            for sequence in part:
                together = places
                for concepts in sequence:
                    together &= self[concepts]
                    if not together:
                        break
                in_part |= together
            if not in_part:
                return 0
            places = in_part
        return places


def by_place(waiting: Iterable[Waiting], places: Places) -> dict[int, list[Waiting]]:
    """By the number of a place: the patterns that can be spoken there, in the order in which they were given."""
    found: dict[int, list[Waiting]] = {}
    for each in waiting:
        where = places.of(each.needs)
        while where:
            number = where.bit_length() - 1
            found.setdefault(number, []).append(each)
            where ^= 1 << number
    return found
