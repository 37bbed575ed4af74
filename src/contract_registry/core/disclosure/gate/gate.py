"""The gate itself: answers a question about people with a figure in bands, or not at all; what it says of one question never tells more of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import product

from contract_registry.core.disclosure.gate.admission import admitted
from contract_registry.core.disclosure.gate.cell import Figure, figure_of, is_enough, is_enough_for_engager, people_in
from contract_registry.core.disclosure.gate.contribution import COARSER, TOGETHER_NEVER, Contribution, Dimension, Question
from contract_registry.core.disclosure.gate.policy import Policy

Cell = tuple[Contribution, ...]


class Gate:
    """Everything that may be learnt at one time under one policy, from what people gave to statistics.

    It remembers what it worked out, and nothing of who asked: the same question has the same answer, whatever was asked before.
    """

    def __init__(self, contributions: Iterable[Contribution], policy: Policy, now: datetime) -> None:
        self._policy = policy
        self._counted = admitted(contributions, policy, now)
        self._cells: dict[Question, Cell] = {}
        self._shown: dict[Question, bool] = {}
        self._kept_back: dict[tuple[Question, Dimension], frozenset[str]] = {}

    def figure(self, asked: Question) -> Figure | None:
        """How many; None where the gate does not say, whether there are none, too few, or too many of one person."""
        return figure_of(self._cell(asked)) if self._is_shown(asked) else None

    def table(self, asked: Question, by: Dimension) -> dict[str, Figure]:
        """The figures by the values of a dimension, those that can be said; what is left out is not told apart from what is not there."""
        figures = ((value, self.figure(asked.narrowed(by, value))) for value in self._values(asked, by))
        return {value: figure for value, figure in figures if figure is not None}

    def suggestions(self, by: Dimension, begins: str = "", asked: Question | None = None) -> tuple[str, ...]:
        """The values of a dimension that may be suggested: of each the gate would say how many have it."""
        every = self.table(asked or Question(), by)
        return tuple(sorted(value for value in every if value.casefold().startswith(begins.casefold())))

    def _is_shown(self, asked: Question) -> bool:
        if asked not in self._shown:
            self._shown[asked] = self._may_be_asked(asked) and self._stands_alone(asked) and all(
                self._tells_nothing_of_the_rest(asked, wider) for wider in _wider(asked)
            ) and all(asked.value(dimension) not in self._held_back(asked, dimension) for dimension in asked.dimensions)  # fmt: skip
        return self._shown[asked]

    def _may_be_asked(self, asked: Question) -> bool:
        """Whether the question leads to nobody by its form: few filters, no steps towards one person, small fields by the year alone."""
        dimensions = asked.dimensions
        if (
            len(asked.where) != len(dimensions)
            or len(dimensions) > self._policy.most_filters
            or any(never <= dimensions for never in TOGETHER_NEVER)
        ):
            return False
        small = [
            dimension
            for dimension in dimensions & {Dimension.FIELD, Dimension.SECTOR}
            if len(people_in(self._cell(Question(frozenset({(dimension, asked.value(dimension))})))))
            < self._policy.small_field * self._policy.least
        ]
        return not small or dimensions <= {*small, Dimension.YEAR, Dimension.TYPE}

    def _stands_alone(self, asked: Question) -> bool:
        cell = self._cell(asked)
        return is_enough(cell, self._policy) and is_enough_for_engager(cell, asked, self._policy)

    def _tells_nothing_of_the_rest(self, asked: Question, wider: Question) -> bool:
        """Whether those of a wider question who are not in this one are nobody or enough: else the two figures together would tell of them."""
        rest = people_in(self._cell(wider)) - people_in(self._cell(asked))
        return not rest or len(rest) >= self._policy.least

    def _held_back(self, asked: Question, dimension: Dimension) -> frozenset[str]:
        """The values that are not told in this dimension, though each alone could be, because too few people are in what is left out beside them."""
        key = (asked.without(dimension), dimension)
        if key not in self._kept_back:
            self._kept_back[key] = frozenset(self._complementary(*key))
        return self._kept_back[key]

    def _complementary(self, wider: Question, dimension: Dimension) -> Iterator[str]:
        cells = {value: self._cell(wider.narrowed(dimension, value)) for value in self._values(wider, dimension)}
        told = {value: cell for value, cell in cells.items() if self._stands_alone(wider.narrowed(dimension, value))}
        left_out = [each for value, cell in cells.items() if value not in told for each in cell]
        for value in sorted(told, key=lambda value: (len(people_in(told[value])), value)):
            if not left_out or len(people_in(left_out)) >= self._policy.least:
                return
            left_out += told[value]
            yield value

    def _values(self, asked: Question, dimension: Dimension) -> list[str]:
        return sorted({value for each in self._cell(asked) for value in each.values.get(dimension, ())})

    def _cell(self, asked: Question) -> Cell:
        if asked not in self._cells:
            self._cells[asked] = tuple(each for each in self._counted if each.is_in(asked.where))
        return self._cells[asked]


def _wider(asked: Question) -> Iterator[Question]:
    """Every question that this one narrows: with filters dropped, or made coarser where their dimension lies within another."""
    choices = [(pair, None, *_coarser(*pair)) for pair in sorted(asked.where)]
    for kept in product(*choices):
        where = frozenset(pair for pair in kept if pair is not None)
        if where != asked.where:
            yield Question(where)


def _coarser(dimension: Dimension, value: str) -> tuple[tuple[Dimension, str], ...]:
    coarser = COARSER.get(dimension)
    return ((coarser, value.split(" ", maxsplit=1)[0]),) if coarser else ()
