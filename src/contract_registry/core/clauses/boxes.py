"""Tick boxes ("[x] AI training  [ ] no AI training"): where each begins, and which words stand behind a box left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from contract_registry.core.text import Span, trimmed

_BOX = re.compile(
    r"[\[(☐□❑❏❒☑☒✅](?<![^\s:|].)(?:(?P<empty>(?<=\[)\s{0,3}\]|(?<=[☐□❑❏❒])|(?<=\()(?P<round>\s{1,3})\))"
    r"|(?<=\[)[xX✓✔]\]|(?<=[☑☒✅])|(?<=\()[xX✓✔]\))(?=\s*[^\W_])"
)
_LABEL = re.compile(r"\W{0,4}(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z])[.)]?\s)?(?:[^:?.;]{0,80}[:?])?\s*")
"""What may stand before the first box of a line: a number, and words that ask or name what is ticked."""
_CLOSED_BOX = re.compile(r"\([xX✓✔]\)")


class Box(NamedTuple):
    """A tick box at `start` of the text, and whether it is ticked."""

    start: int
    is_ticked: bool


def boxes(text: str, span: Span) -> tuple[Box, ...]:
    """The tick boxes of a block; none where its first one stands amid a sentence, as a blank to fill in does.

    "(x)" is one only beside an empty "( )": alone it is a letter of a list.
    """
    found = list(_BOX.finditer(text, span.start, span.end))
    if not found or _LABEL.fullmatch(text, span.start, found[0].start()) is None:
        return ()
    if not any(match["round"] for match in found):
        found = [match for match in found if not _CLOSED_BOX.match(match.group())]
    return tuple(Box(match.start(), match["empty"] is None) for match in found)


def divided(text: str, span: Span, every: Sequence[Box]) -> Iterator[Span]:
    """The parts of a block with several boxes, one for each; words before the first box stay with it."""
    starts = [span.start, *(box.start for box in every[1:])]
    for start, end in zip(starts, [*starts[1:], span.end], strict=True):
        yield trimmed(Span(start, end), text)


def left_empty(every: Sequence[tuple[int, bool | None]]) -> frozenset[int]:
    """The places in `every` of what stands behind an empty box while another of its group is ticked.

    `every` holds for each piece of a document its group and whether its box is ticked (None without a box); only neighbours are a group.
    """
    empty: set[int] = set()
    for (_, has_box), found in groupby(enumerate(every), key=lambda one: (one[1][0], one[1][1] is not None)):
        group = list(found)
        if has_box and any(is_ticked for _, (_, is_ticked) in group):
            empty.update(at for at, (_, is_ticked) in group if not is_ticked)
    return frozenset(empty)
