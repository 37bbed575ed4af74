"""Denials that let somebody act: who is not prevented from an act may do it, so that "nothing prevents it from using" says "may use" too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contract_registry.core.scanning.context.cues import ENTITLED, NEGATES, RESTRAINS
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.units import Heard, Unit, words_of

LETS_GO = frozenset({ENTITLED, NEGATES, RESTRAINS})
"""The concepts by which a denial lets somebody act, and what it then says."""
_DENIED_WITHIN = 12
_FROM_WITHIN = 10
_JOINS = frozenset({"and", "but"})
_POWERLESS = frozenset({"cannot", "can", "could", "unable"})
"""Who cannot prevent an act allows nothing."""


def with_what_is_let_go(unit: Unit, mentions: Mentions) -> Unit:
    """`unit` with leave to act said where a denied restraint lets somebody act: at the "from" behind whoever is not restrained."""
    concepts = {each.concept for each in unit.heard}
    if RESTRAINS not in concepts or NEGATES not in concepts:
        return unit
    words, numbers, _ = words_of(unit, mentions)
    denials = [each for each in unit.heard if each.concept == NEGATES]
    added = [
        Heard(at, at + 1, ENTITLED, mentions.tokens.starts[numbers[at]], mentions.tokens.ends[numbers[at]], unit.piece_at(at))
        for each in unit.heard
        if each.concept == RESTRAINS and _is_denied(each, denials, words)
        for at in range(each.until, min(each.until + _FROM_WITHIN, len(words)))
        if words[at] == "from"
    ]
    return replace(unit, heard=tuple(sorted((*unit.heard, *added[:1])))) if added else unit


def _is_denied(restraint: Heard, denials: Sequence[Heard], words: Sequence[str]) -> bool:
    """Whether the last word before the restraint that denies is near it, and none of somebody who cannot restrain."""
    before = next((each for each in reversed(denials) if each.until <= restraint.at), None)
    if before is None or restraint.at - before.until > _DENIED_WITHIN or not _JOINS.isdisjoint(words[before.until : restraint.at]):
        return False
    return _POWERLESS.isdisjoint(words[max(before.at - 1, 0) : before.until])
