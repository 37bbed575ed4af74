"""Reads a unit: its words and marks, the parties in it, whose work is spoken of, and where its statements begin."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import compress

from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.ownership import WHOSE, whose_work
from contract_registry.core.scanning.context.parties import POSSESSIVES, parties_of, sides
from contract_registry.core.scanning.context.purposes import says_what_for
from contract_registry.core.scanning.context.statements import boundaries
from contract_registry.core.scanning.matching import ByConcept
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.units import Heard, Unit, words_of

_OWNERS = POSSESSIVES | {"it", "one", "whose", "an"}


def read_unit(
    unit: Unit, mentions: Mentions, acts: Mapping[str, Act], quiet: Mapping[str, str], only: frozenset[str] | None = None
) -> Reading:
    """`unit` with its words, marks and parties.

    `acts` says which concepts are acts, `quiet` which plain words to hear now, by their normal form; of them `only` these, where given.
    """
    words, numbers, marks = words_of(unit, mentions)
    heard = ByConcept(each for each in unit.heard if not (acts.get(each.concept) and _is_of_ones_own(each, words)))
    starts, ends = mentions.tokens.starts, mentions.tokens.ends
    for at in compress(range(len(words)), map(quiet.__contains__, words)):
        name, token = quiet[words[at]], numbers[at]
        if only is None or name in only:
            heard.setdefault(name, []).append(Heard(at, at + 1, name, starts[token], ends[token], unit.piece_at(at)))
    parties = parties_of(heard, words, mentions.counts)
    for each in (*whose_work(heard, parties, words), *sides(parties, unit)):
        insort(heard.setdefault(each.concept, []), each)
    given_at = frozenset(each.until for each in unit.heard if acts.get(each.concept) in {"gives", "lets"})
    leaves = tuple(each for each in unit.heard if acts.get(each.concept) == "lets" and not words[each.at].endswith("ed"))
    reading = Reading(unit, words, tuple(marks), heard, parties, given_at, leaves, _plain(heard), tuple(_brackets(marks)), acts)
    return replace(reading, statements=tuple(boundaries(reading)))


def _is_of_ones_own(heard: Heard, words: Sequence[str]) -> bool:
    """Whether what was heard is "own" behind an owner ("your own models"), which is no act of owning."""
    return words[heard.at] == "own" and heard.at > 0 and words[heard.at - 1] in _OWNERS


def _brackets(marks: Sequence[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The stretches of words inside round brackets, or between two long dashes."""
    opened: list[int] = []
    dashed: int | None = None
    for at, mark in marks:
        if mark == "(":
            opened.append(at)
        elif mark == ")" and opened:
            low = opened.pop()
            if at > low:
                yield low, at
        elif mark == "—":
            if dashed is not None and at > dashed:
                yield dashed, at
            dashed = at if dashed is None else None
        elif mark == "|":
            opened.clear()
            dashed = None


def _plain(heard: ByConcept) -> ByConcept:
    if not any(each.through for every in heard.values() for each in every):
        return heard
    return ByConcept(
        each for every in heard.values() for each in every if not each.through or each.concept in WHOSE or says_what_for(each.through)
    )
