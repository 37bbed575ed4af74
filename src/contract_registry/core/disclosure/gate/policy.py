"""How many must stand behind a figure, how long it waits, and how coarsely it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Policy:
    """`least` people and `least` engagements stand behind each figure, none of the people for more than `largest_share` of the engagements.

    Whoever joins is counted after `delay`, from the next first of a month on at which `least` new people can be counted together.
    """

    least: int
    largest_share: Fraction = Fraction(3, 10)
    delay: timedelta = timedelta(days=30)
    most_filters: int = 3
    documents_of_engager: int = 3
    officers_of_engager: int = 2
    originals_of_engager: int = 1
    documents_with_quote: int = 3
    small_field: int = 5
    """A field with fewer than this many times `least` people is told by the year alone."""


INSIDE = Policy(least=5)
"""For the officers of the organisation, or the branch, whose members the people are."""
OUTSIDE = Policy(least=10)
"""For everybody else."""
