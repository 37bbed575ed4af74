"""Whether words that match a rule's pattern really do what the rule is about: function, polarity, direction, exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import Function, Named, Rule
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.direction import Direction, direction_of, flows
from contract_registry.core.scanning.context.function import function_of
from contract_registry.core.scanning.context.polarity import Turn, turned_by
from contract_registry.core.scanning.matching import Steps, is_spoken, matches
from contract_registry.core.scanning.units import Heard

UNKNOWN = Direction("unknown", "unknown", "unknown")


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that spoke on a unit: the mentions that matched and how their context was read."""

    rule: Rule
    pattern: Pattern
    reading: Reading
    heard: tuple[Heard, ...]
    act: Heard
    turned: tuple[Turn, ...]
    direction: Direction
    is_sure: bool
    function: Function
    is_unclear: bool = False
    unclear_because: tuple[str, ...] = ()
    raised_by: tuple[str, ...] = ()
    lowered_by: tuple[str, ...] = ()


def judge(rule: Rule, pattern: Pattern, reading: Reading, every: tuple[Turn, ...], acts: Mapping[str, Act], steps: Steps) -> Hit | None:
    """The first way `pattern` is spoken in the unit that stands in the context the rule asks for; None when there is none."""
    looks_for = rule.looks_for
    if looks_for is None:
        return None
    for heard in matches(pattern, reading.heard, steps):
        if not any(each.piece == "own" for each in heard) or any(each.piece == "heading" for each in heard):
            continue
        if any(each.through for each in heard) and not looks_for.through_definitions:
            continue
        hit = _in_context(rule, pattern, heard, reading, every, acts)
        if hit and not spoken_names(rule.unless, reading, steps):
            unclear = spoken_names(rule.unclear_when, reading, steps)
            raised, lowered = spoken_names(rule.raises, reading, steps), spoken_names(rule.lowers, reading, steps)
            return Hit(
                rule,
                pattern,
                reading,
                heard,
                hit.act,
                hit.turned,
                hit.direction,
                hit.is_sure,
                hit.function,
                bool(unclear),
                unclear,
                raised,
                lowered,
            )
    return None


def spoken_names(named: tuple[Named, ...], reading: Reading, steps: Steps) -> tuple[str, ...]:
    """The names of those named patterns that are spoken in the unit."""
    return tuple(each.name for each in named if any(is_spoken(pattern, reading.heard, steps) for pattern in each.patterns))


def _in_context(
    rule: Rule, pattern: Pattern, heard: tuple[Heard, ...], reading: Reading, every: tuple[Turn, ...], acts: Mapping[str, Act]
) -> Hit | None:
    looks_for = rule.looks_for
    if looks_for is None:
        return None
    act = _act_of(pattern, heard, acts)
    function = function_of(act, reading)
    if function not in looks_for.functions:
        return None
    turned = turned_by(act, every)
    if looks_for.polarity != "any" and (len(turned) % 2 == 1) != (looks_for.polarity == "denied"):
        return None
    direction = direction_of(act, acts[act.concept], reading) if act.concept in acts else UNKNOWN
    goes = flows(direction, looks_for.flow)
    if goes is False:
        return None
    return Hit(rule, pattern, reading, heard, act, turned, direction, bool(goes), function)


def _act_of(pattern: Pattern, heard: tuple[Heard, ...], acts: Mapping[str, Act]) -> Heard:
    """The mention that is the act: the starred one, else the first whose concept is an act, else the first."""
    starred = {name for part in pattern.parts for sequence in part for step in sequence if step.is_act for name in step.concepts}
    for wanted in (starred, acts):
        for each in heard:
            if each.concept in wanted:
                return each
    return heard[0]
