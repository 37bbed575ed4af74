"""The items of a list within one sentence ("(a) to show it, (b) to sell it"), which end the reach of a denial or widen it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.statements import next_boundary
from contract_registry.core.scanning.units import Heard

_MARK = re.compile(r"[a-h]|[ivx]{1,4}")
_FIRST = frozenset({"a", "i"})


def within_items(each: Heard, high: int, reading: Reading, ends: Sequence[int]) -> int:
    """How far the denial `each`, which reaches to `high` by itself, reaches where the sentence has items.

    One that opens a list reaches all of it ("may not: (i) copy, (ii) sell"), one within an item no further than that ("(a) to show it, which excludes
    selling it, (b) to train").
    """
    marks = [low for low, until in reading.brackets if until - low == 1 and _MARK.fullmatch(reading.word(low))]
    after = [low for low in marks if low > each.at]
    if not after:
        return high
    if reading.word(after[0]) in _FIRST:
        opens = after[0] == each.until or reading.marked(after[0] - 1, after[0], ":")
        return max(high, next_boundary(after[-1] + 1, ends)) if opens else high
    return min(high, after[0]) if len(after) < len(marks) else high
