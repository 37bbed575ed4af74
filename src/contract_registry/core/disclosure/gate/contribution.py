"""What is counted: the engagements that people gave to statistics, and the questions that may be asked about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Dimension(StrEnum):
    """What may be asked for; anything finer is not kept for statistics."""

    SECTOR = "sector"
    FIELD = "role family"
    REGION = "region"
    YEAR = "year"
    QUARTER = "quarter"
    TYPE = "type of clause"
    WORDING = "wording"
    ENGAGER = "engager"
    AGREEMENT = "union agreement"
    BAN = "caught by a ban"


COARSER = {Dimension.QUARTER: Dimension.YEAR}
"""What a finer dimension lies within: "2026 Q1" in "2026". There are no other windows of time, so that none overlap."""
TOGETHER_NEVER = (
    frozenset({Dimension.FIELD, Dimension.REGION, Dimension.QUARTER}),
    frozenset({Dimension.FIELD, Dimension.REGION, Dimension.ENGAGER}),
)
"""What would lead to one person step by step."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One engagement of one person as it is counted, with every value it has in each dimension (several types of clause, one year)."""

    contributor: str
    engagement: str
    given_at: datetime
    values: Mapping[Dimension, frozenset[str]]
    officer: str = ""
    has_original: bool = False

    def is_in(self, where: Iterable[tuple[Dimension, str]]) -> bool:
        """Whether it has every one of these values."""
        return all(value in self.values.get(dimension, frozenset()) for dimension, value in where)


@dataclass(frozen=True, slots=True)
class Question:
    """How many people have all of these: one value of a dimension at most."""

    where: frozenset[tuple[Dimension, str]] = frozenset()

    @property
    def dimensions(self) -> frozenset[Dimension]:
        return frozenset(dimension for dimension, _ in self.where)

    def value(self, dimension: Dimension) -> str:
        """The value asked for in a dimension; empty where any will do."""
        return next((value for asked, value in self.where if asked is dimension), "")

    def without(self, dimension: Dimension) -> Question:
        """The same question with any value in this dimension."""
        return Question(frozenset(pair for pair in self.where if pair[0] is not dimension))

    def narrowed(self, dimension: Dimension, value: str) -> Question:
        """The same question with this value in this dimension."""
        return Question(self.without(dimension).where | {(dimension, value)})
