"""Counts a Word file's numbered paragraphs from top to bottom, and says what number each is printed with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from contract_registry.reading.word.number_formats import printed
from contract_registry.reading.word.numbering import LEVELS, Level, List

_LONGEST_LABEL = 120
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Numbered:
    """That a paragraph belongs to a list, and its depth there (0 is the outermost)."""

    list: str
    depth: int


class Counts:
    """How far each list has counted. Mutable, and private to one walk through the text."""

    def __init__(self, lists: Mapping[str, List]) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, numbered: Numbered) -> str:
        """The number printed before the next paragraph of this list and depth; empty where it has none, or a bullet."""
        items = self._lists.get(numbered.list)
        level = items.levels.get(numbered.depth) if items else None
        if items is None or level is None:
            return ""
        counts = self._counts.setdefault(items.counter, [None] * LEVELS)
        self._advance(items, numbered.depth, counts)
        label = "" if level.is_bullet else _PLACE.sub(lambda place: _member(items, level, int(place[1]) - 1, counts), level.text)
        return label.strip()[:_LONGEST_LABEL]

    def is_bullet(self, numbered: Numbered) -> bool:
        """Whether the items of this list and depth have a bullet."""
        items = self._lists.get(numbered.list)
        level = items.levels.get(numbered.depth) if items else None
        return level is not None and level.is_bullet

    def _advance(self, items: List, depth: int, counts: list[int | None]) -> None:
        count = counts[depth]
        is_new = (items.id, depth) not in self._begun
        self._begun.add((items.id, depth))
        if count is None or (is_new and depth in items.restarts):
            counts[depth] = _start(items, depth)
        else:
            counts[depth] = count + 1
        for above in range(depth):
            counts[above] = _start(items, above) if counts[above] is None else counts[above]
        for below in range(depth + 1, LEVELS):
            restart = items.levels[below].restart if below in items.levels else None
            if restart is None or depth < restart:
                counts[below] = None


def _start(items: List, depth: int) -> int:
    return items.levels[depth].start if depth in items.levels else 1


def _member(items: List, level: Level, depth: int, counts: list[int | None]) -> str:
    """The number of one level within the label of an item of `level`."""
    count, own = counts[depth], items.levels.get(depth)
    if count is None or own is None or own.is_bullet:
        return ""
    digits = str(count).zfill(own.width)
    return digits if own.width or (level.is_legal and own.form != "none") else printed(count, own.form)
