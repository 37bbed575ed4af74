"""The chart of a measurement: for each rule a bar of what was right, wrong and missed, as long as there is room for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contract_registry.core.evaluation.counting import RuleFigures
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import listed

WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a bar and where it stands, in percent of the room for bars."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of one rule; `says` are its counts in words, for those who do not see it."""

    rule: str
    counts: tuple[int, int, int]
    says: str
    stretches: tuple[Stretch, ...]


def chart_of(rules: Sequence[RuleFigures]) -> tuple[Bar, ...]:
    """A bar for every rule that was right, wrong or nearest to something missed; the longest takes all the room.

    Its stretches are shares of the room and not lengths, so that the chart fits a phone and a printed page alike.
    """
    drawn = [rule for rule in rules if rule.right or rule.wrong or rule.missed]
    most = max((rule.right + rule.wrong + rule.missed for rule in drawn), default=1)
    return tuple(_bar(rule, WHOLE / most) for rule in drawn)


def _bar(rule: RuleFigures, unit: float) -> Bar:
    counts = (("right", rule.right), ("wrong", rule.wrong), ("missed", rule.missed))
    stretches, x = [], 0.0
    for kind, count in counts:
        if count:
            stretches.append(Stretch(kind, round(x, 2), round(count * unit, 2)))
            x += count * unit
    says = listed([f"{count} {kind}" for kind, count in counts if count])
    return Bar(inert(rule.rule), (rule.right, rule.wrong, rule.missed), says, tuple(stretches))
