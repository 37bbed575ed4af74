"""The items of a list within one sentence ("(a) to show it, (b) to sell it"), which end the reach of a denial or widen it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.statements import next_boundary
from contract_registry.core.scanning.units import Heard

_MARK = re.compile(r"[a-h]|[ivx]{1,4}")
_FIRST = frozenset({"a", "i"})
_IN_ORDER = ("a b c d e f g h".split(), "i ii iii iv v vi vii viii ix x".split())
_NEXT = {one: other for order in _IN_ORDER for one, other in pairwise(order)}


def within_items(each: Heard, high: int, reading: Reading, ends: Sequence[int]) -> int:
    """How far the denial `each`, which reaches to `high` by itself, reaches where the sentence has items.

    One that opens a list reaches all of it ("may not: (i) copy, (ii) sell"), one within an item no further than that ("(a) to show it, which excludes
    selling it, (b) to train").
    """
    marks = _marks(reading)
    after = [low for low in marks if low > each.at]
    if not after:
        return high
    if reading.word(after[0]) in _FIRST:
        opens = after[0] == each.until or reading.marked(after[0] - 1, after[0], ":")
        return max(high, next_boundary(after[-1] + 1, ends)) if opens else high
    return min(high, after[0]) if len(after) < len(marks) else high


def is_of_another_item(low: int, high: int, reading: Reading) -> bool:
    """Whether the word at `high` stands in a later item than the word at `low` ("(a) warrants that it is her own; (b) assigns ..."), and not in one under it."""
    marks = _marks(reading)
    opened = next((at for at in reversed(marks) if at < low), None)
    return opened is not None and any(low < at < high and reading.word(at) == _NEXT.get(reading.word(opened)) for at in marks)


def _marks(reading: Reading) -> list[int]:
    """The numbers of the words that mark an item, such as the a of "(a)"."""
    return [low for low, until in reading.brackets if until - low == 1 and _MARK.fullmatch(reading.word(low))]
