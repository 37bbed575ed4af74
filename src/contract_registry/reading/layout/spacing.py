"""Measures how a text is set: the usual step from line to line, and the edge at which its lines are full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contract_registry.reading.layout.lines import PrintedLine

SPACE = 0.25
"""The width of a space, in letter heights."""
_USUAL_LEADING = 1.2
_TIGHTEST, _WIDEST = 0.8, 3.0
_ENOUGH = 4
_STRAY = 2.0
_FEW_LINES = 4
_WRAPPED = 0.7
_PROSE_WORDS = 5
_OFTEN = 3
INDENT_STEP = 3.0


@dataclass(frozen=True, slots=True)
class Leading:
    """The usual step from baseline to baseline within a paragraph, by letter size (in half points)."""

    steps: Mapping[int, float] = field(default_factory=dict)

    def of(self, size: float) -> float:
        """The step for letters of `size` points; an ordinary one where the text has shown none."""
        known = self.steps.get(round(2 * size))
        return known if known is not None else _USUAL_LEADING * size


def leading(flows: Iterable[Sequence[PrintedLine]]) -> Leading:
    """The leading of a text, from the lines that were surely wrapped: those on which the next line's first word had no room."""
    seen: dict[int, Counter[float]] = {}
    for lines in flows:
        edge = right_edge(lines)
        for above, below in pairwise(lines):
            step = below.baseline - above.baseline
            alike = abs(above.size - below.size) < 0.1 * above.size
            if alike and _TIGHTEST * above.size <= step <= _WIDEST * above.size and room(above, below, edge) < 0:
                seen.setdefault(round(2 * above.size), Counter())[round(2 * step) / 2] += 1
    return Leading({size: _smallest_usual(steps) for size, steps in seen.items() if steps.total() >= _ENOUGH})


def _smallest_usual(steps: Counter[float]) -> float:
    """The smallest step that makes up a good part of all: spaces between paragraphs are larger."""
    fewest = 0.2 * steps.total()
    return min(step for step, count in steps.items() if count + steps[step + 0.5] + steps[step - 0.5] >= fewest)


def right_edge(lines: Sequence[PrintedLine]) -> float:
    """The edge at which full lines end; a single line that sticks out does not count."""
    ends = sorted((line.x1 for line in lines), reverse=True)
    if len(ends) > _FEW_LINES and ends[0] - ends[1] > _STRAY * lines[0].size:
        return ends[1]
    return ends[0] if ends else 0.0


def room(above: PrintedLine, below: PrintedLine, edge: float) -> float:
    """How much space is left on `above`, up to `edge`, after the first word of `below` were put on it too; negative when it had no room."""
    return edge - above.x1 - SPACE * above.size - below.first_width


def local_edges(lines: Sequence[PrintedLine], steps: Leading, edge: float) -> list[float]:
    """For each line the edge that counts for it: its own paragraph's where that is plainly set narrower, else `edge`."""
    edges = [edge] * len(lines)
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and _is_tight(lines[at - 1], lines[at], steps):
            continue
        group = lines[start:at]
        if len(group) >= _FEW_LINES and _is_prose(group):
            own = max(line.x1 for line in group)
            full = sum(room(above, below, own) < 0 for above, below in pairwise(group))
            if full >= _WRAPPED * (len(group) - 1):
                edges[start:at] = [own] * len(group)
        start = at
    return edges


def first_line_indents(flows: Iterable[Sequence[PrintedLine]]) -> frozenset[int]:
    """How far first lines of paragraphs are set in from their column, in steps of `INDENT_STEP` points, where a text does that.

    A place at which lines begin after a closed sentence and go back after one line is such an indent; one at which whole blocks stand,
    or to which sentences run on, is not.
    """
    begun, other = Counter[int](), Counter[int]()
    for lines in flows:
        x0 = min((line.x0 for line in lines), default=0.0)
        places = [indent_of(line, x0) for line in lines]
        for at in range(1, len(lines) - 1):
            before, here, after = places[at - 1 : at + 2]
            begun[here] += after < here and lines[at - 1].is_closed
            other[here] += before == here == after or (before < here and not lines[at - 1].is_closed)
    return frozenset(place for place, count in begun.items() if count >= _OFTEN and count > 2 * other[place])


def indent_of(line: PrintedLine, x0: float) -> int:
    return round((line.x0 - x0) / INDENT_STEP)


def _is_prose(lines: Sequence[PrintedLine]) -> bool:
    """Whether the lines hold several words each, as running text does and addresses and lists do not."""
    return sum(line.text.count(" ") + 1 for line in lines) >= _PROSE_WORDS * len(lines)


def _is_tight(above: PrintedLine, below: PrintedLine, steps: Leading) -> bool:
    return 0 < below.baseline - above.baseline <= steps.of(above.size) + 0.3 * above.size
