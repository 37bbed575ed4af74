"""What is told of a passage: each type that is heard in it by itself, but those that another one implies in the same words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.rules.rule import SEVERITIES, Severity
from contract_registry.core.scanning.combine import Passage, weight_of
from contract_registry.core.scanning.judge import Hit
from contract_registry.core.text import Span

Implied = Mapping[str, Collection[str]]
"""By a type those that say nothing new beside it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One type of a passage: the hit that speaks of it, its deciding words, how grave it is there, and the hits that spoke too.

    `names` are the types and rules that it stands for, its own first.
    """

    passage: Passage
    speaker: Hit
    focus: Span
    severity: Severity
    others: tuple[Hit, ...]
    names: tuple[str, ...]


def told_of(passage: Passage, implied: Implied) -> tuple[Told, ...]:
    """What is told of `passage`: first what its speaker says, beside whom all others are named, then the gravest of each other type, the gravest first.

    None is graver than the first. A question, or a promise, is told once whatever types it has.
    """
    speaker = passage.speaker
    is_one = speaker.is_unclear or speaker.rule.family == "protective"
    apart = () if is_one else tuple(_others(passage, implied))
    types = {told.speaker.rule.type for told in apart}
    names = _names(hit for hit in passage.hits if hit.rule.type not in types)
    first = Told(passage, speaker, passage.focus, speaker.severity, passage.hits[1:], names)
    return first, *sorted(apart, key=lambda told: weight_of(told.speaker, told.focus), reverse=True)


def _others(passage: Passage, implied: Implied) -> Iterator[Told]:
    """Of each type but the speaker's the gravest hit, of those that other words decided than the ones by which a type that implies it is heard."""
    by_type: dict[str, list[tuple[Hit, Span]]] = {}
    for hit, focus in passage.heard:
        by_type.setdefault(hit.rule.type, []).append((hit, focus))
    by_type.pop(passage.speaker.rule.type, None)
    for kind, heard in by_type.items():
        covered = [focus for hit, focus in passage.heard if kind in implied.get(hit.rule.type, ())]
        told = [each for each in heard if not any(each[1].overlaps(other) for other in covered)]
        if told:
            hit, focus = max(told, key=lambda each: weight_of(*each))
            others = {other.rule.id: other for other, _ in heard if other.rule.id != hit.rule.id}
            severity = min(hit.severity, passage.speaker.severity, key=SEVERITIES.index)
            yield Told(passage, hit, focus, severity, tuple(others.values()), _names([hit, *others.values()]))


def _names(hits: Iterator[Hit] | list[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for hit in hits for name in (hit.rule.type, hit.rule.id)))
