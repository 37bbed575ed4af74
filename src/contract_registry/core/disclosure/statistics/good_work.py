"""What a Good Work impact assessment needs to know of contracts: for each principle the types of clause that touch it, and how common they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contract_registry.core.disclosure.gate.contribution import Dimension, Question
from contract_registry.core.disclosure.gate.gate import Gate
from contract_registry.core.disclosure.statistics.share import Told, told
from contract_registry.core.rules.rule import Rule

PRINCIPLES = (
    "Access",
    "Fair Pay",
    "Terms and Conditions",
    "Equality",
    "Dignity",
    "Autonomy",
    "Support",
    "Participation",
    "Learning",
)
"""The principles in the order of the charter; a rule may name one more, which then stands last."""


@dataclass(frozen=True, slots=True)
class PrincipleTold:
    """A principle with the types that touch it and are told, the commonest first; `touching` are all that would, told or not."""

    name: str
    types: Mapping[str, Told]
    touching: tuple[str, ...]


def principles_by_type(rules: Iterable[Rule]) -> dict[str, frozenset[str]]:
    """The principles that each type of harm touches, by the rules that find it."""
    found: dict[str, frozenset[str]] = {}
    for rule in rules:
        if rule.family != "protective" and rule.principles:
            found[rule.type] = found.get(rule.type, frozenset()) | frozenset(rule.principles)
    return found


def good_work(gate: Gate, principles: Mapping[str, frozenset[str]], within: Question | None = None) -> tuple[PrincipleTold, ...]:
    """A part for each principle. Types are never added up: how many have one or the other would tell, beside each, of the few who have one alone."""
    asked = within or Question()
    whole, figures = gate.figure(asked), gate.table(asked, Dimension.TYPE)
    names = [*PRINCIPLES, *sorted(frozenset().union(*principles.values()) - set(PRINCIPLES))]
    return tuple(_principle(name, {kind: told(figures[kind], whole) for kind in figures}, principles) for name in names)


def _principle(name: str, every: Mapping[str, Told], principles: Mapping[str, frozenset[str]]) -> PrincipleTold:
    touching = tuple(sorted(kind for kind, named in principles.items() if name in named))
    shown = sorted((kind for kind in touching if kind in every), key=lambda kind: (-_size(every[kind]), kind))
    return PrincipleTold(name, {kind: every[kind] for kind in shown}, touching)


def _size(cell: Told) -> int:
    return cell.figure.engagements.lower if cell.figure else 0
