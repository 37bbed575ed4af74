"""Patterns waiting to be spoken: what each needs, and which of them a document, or a place in it, can speak at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain

from contract_registry.core.rules import patterns
from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import Rule, patterns_of
from contract_registry.core.scanning.order import InOrder, in_order

_CONTEXT = frozenset({"unless", "unclear_when", "raises", "lowers"})
_ROWS = 3
"""Needs of a pattern that are asked about at once; most patterns have no more."""
_OUTRIGHT = "outright"
"""The fields of a rule whose patterns are heard beside each of those it looks for."""
Loud = tuple[tuple[tuple[frozenset[str], ...], ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """A pattern of a rule, waiting to be spoken.

    Where it is spoken, one of each of `needs` is, and one of each of `quiet_needs`, some of which are quiet words.
    `loud` are the concepts of its other steps, by part and sequence; `heeds` are all concepts that are listened to for its sake: its own, and
    those of what excuses, raises or lowers it. `is_of_short_texts` says that it is looked for in short texts alone. `in_order` are its steps
    whose place shows before a unit is read, and `placed` the concepts of those steps.
    """

    rule: Rule
    pattern: Pattern
    needs: tuple[frozenset[str], ...]
    quiet_needs: tuple[frozenset[str], ...]
    loud: Loud
    heeds: frozenset[str]
    in_order: InOrder
    placed: frozenset[str]
    is_of_short_texts: bool = False
    every_need: tuple[frozenset[str], ...] = field(init=False)
    """All its needs; none where it has but quiet ones, beside which some of its other concepts are asked for."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "every_need", (*self.needs, *self.quiet_needs) if self.needs else ())

    @property
    def spoken_of(self) -> frozenset[str]:
        """Every concept by which it may be looked for."""
        return frozenset(chain.from_iterable(concepts for part in self.loud for sequence in part for concepts in sequence))


def waiting_of(rule: Rule, quiet: frozenset[str]) -> tuple[Waiting, ...]:
    """The patterns of `rule`, which it looks for or misses; `quiet` are the names of quiet words."""
    unplaced = quiet.union(patterns.SIDES)
    of_context = frozenset(
        name for path, pattern in patterns_of(rule) if path[0] in _CONTEXT or _OUTRIGHT in path for name in pattern.concepts
    )
    spoken = rule.looks_for.every if rule.looks_for else rule.absent.patterns if rule.absent else ()
    made = []
    first_of_short = len(rule.looks_for.patterns) if rule.looks_for else len(spoken)
    for number, pattern in enumerate(spoken):
        steps = [concepts for part in pattern.parts for concepts in _in_every(part)]
        needs = tuple(concepts for concepts in steps if concepts.isdisjoint(quiet))
        quiet_needs = tuple(concepts for concepts in steps if not concepts.isdisjoint(quiet))
        loud = tuple(
            tuple(tuple(step.concepts for step in sequence if step.concepts.isdisjoint(quiet)) for sequence in part)
            for part in pattern.parts
        )
        heeds, steps_placed = pattern.concepts | of_context, in_order(pattern, unplaced)
        made.append(
            Waiting(rule, pattern, needs, quiet_needs, loud, heeds, steps_placed, _named_in(steps_placed), number >= first_of_short)
        )
    return tuple(made)


def _named_in(steps: InOrder) -> frozenset[str]:
    return frozenset(name for part in steps for sequence in part for concepts, _ in sequence for name in concepts)


def _in_every(alternatives: tuple[patterns.Sequence, ...]) -> list[frozenset[str]]:
    """What is said whichever of `alternatives` is spoken: one of each of these sets of concepts."""
    spoken = [[step.concepts for step in sequence] for sequence in alternatives]
    common = [concepts for concepts in spoken[0] if all(concepts in steps for steps in spoken)]
    others = [next((concepts for concepts in steps if concepts not in common), None) for steps in spoken]
    either = [concepts for concepts in others if concepts is not None]
    return [*common, frozenset().union(*either)] if len(either) == len(others) else common


class WaitingList:
    """Patterns to be asked for by what is said: of a rulebook by what a document says, of a document by what a place in it says.

    A pattern is a bit. Each has its rarest needs in rows, and a concept (or quiet word) is all bits of the patterns that need it, the rows in
    one number, one after the other. What is said is put together by `or`, the rows by `and`.
    """

    def __init__(self, waiting: Iterable[Waiting], counts: Mapping[str, int]) -> None:
        self._waiting = tuple(waiting)
        self._width = len(self._waiting)
        times = _Times(counts)
        said = frozenset(times.counts)
        rows: tuple[dict[frozenset[str], list[int]], ...] = tuple({} for _ in range(_ROWS))
        without: tuple[list[int], ...] = tuple([] for _ in range(_ROWS))
        for number, each in enumerate(self._waiting):
            needs = each.every_need or (_anchors(each.loud, times, said), *each.quiet_needs)
            if len(needs) > _ROWS:
                needs = tuple(sorted(needs, key=times.__getitem__))
            for row, need in zip(rows, needs, strict=False):
                row.setdefault(need, []).append(number)
            for row_without in without[len(needs) :]:
                row_without.append(number)
        self._needless = 0
        self._met_by: dict[str, int] = {}
        for place, row in enumerate(rows):
            met: dict[str, int] = {}
            for need, numbers in row.items():
                bits = _bits(numbers)
                for concept in need & said:
                    met[concept] = met.get(concept, 0) | bits
            for concept, bits in met.items():
                self._met_by[concept] = self._met_by.get(concept, 0) | bits << place * self._width
            self._needless |= _bits(without[place]) << place * self._width
        self._needed = frozenset(self._met_by)

    def __bool__(self) -> bool:
        return bool(self._met_by)

    def met_by(self, concepts: Iterable[str]) -> int:
        """What saying any of `concepts` meets of the needs; put several together by `or`."""
        met = 0
        for concept in self._needed.intersection(concepts):
            met |= self._met_by[concept]
        return met

    def standing(self, met: int) -> list[Waiting]:
        """The patterns of which `met` meets every need that stands in a row, in the order in which they were given."""
        met |= self._needless
        every = (1 << self._width) - 1
        for _ in range(_ROWS):
            every &= met
            met >>= self._width
        found = []
        bits = f"{every:b}"[::-1]
        number = bits.find("1")
        while number >= 0:
            found.append(self._waiting[number])
            number = bits.find("1", number + 1)
        return found


def _bits(numbers: Iterable[int]) -> int:
    """A number in which the bits of these numbers are set."""
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


class _Times(dict[frozenset[str], int]):
    """How often any of some concepts is said, worked out when first asked for."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        super().__init__()
        self.counts = {name: count for name, count in counts.items() if count}
        self._said = frozenset(self.counts)

    def __missing__(self, concepts: frozenset[str]) -> int:
        times = self[concepts] = sum(map(self.counts.__getitem__, concepts & self._said))
        return times

    def rarest(self, every: Sequence[frozenset[str]]) -> frozenset[str]:
        """Of several sets of concepts (one at least) the one said least often, the first of equals."""
        return every[0] if len(every) == 1 else min(every, key=self.__getitem__)


def _anchors(loud: Loud, times: _Times, said: AbstractSet[str]) -> frozenset[str]:
    """The concepts of which at least one is in every unit that speaks the pattern; none when the document cannot speak it."""
    best: tuple[int, frozenset[str]] | None = None
    for part in loud:
        heard = frozenset().union(*[times.rarest(sequence) & said for sequence in part if sequence])
        if not heard:
            return frozenset()
        total = times[heard]
        if best is None or total < best[0]:
            best = (total, heard)
    return best[1] if best else frozenset()
