"""Looks at the picture of a page for what is printed on it beside its known text."""

from __future__ import annotations

from collections.abc import Iterable

from PIL import Image

from contract_registry.core.document import Box

_DARKER = 50
"""Grey levels, of 255, by which ink is darker (or, on a dark page, lighter) than the paper."""
_SOMETHING = 0.00003
_SOME = 0.0005
_MUCH = 0.001
_PAPER = 255


def is_blank(picture: Image.Image) -> bool:
    """Whether nothing at all is to be seen on a page, not even a word or two."""
    return inked(picture) <= _SOMETHING


def has_ink(picture: Image.Image) -> bool:
    """Whether more is to be seen on a page than a speck or a fold."""
    return inked(picture) > _SOME


def has_more_than(picture: Image.Image, boxes: Iterable[Box], scale: float) -> bool:
    """Whether much is printed on the page outside `boxes`, which are in points; `picture` has `scale` pixels for each."""
    rest = picture.copy()
    paper = _paper(picture)
    for box in boxes:
        rest.paste(paper, (int(box.x0 * scale) - 1, int(box.y0 * scale) - 1, int(box.x1 * scale) + 2, int(box.y1 * scale) + 2))
    return inked(rest) > _MUCH


def inked(picture: Image.Image) -> float:
    """The share of the page's pixels that stand out from its paper."""
    counts = picture.convert("L").histogram()
    paper = _paper(picture)
    return sum(count for level, count in enumerate(counts) if abs(level - paper) > _DARKER) / max(sum(counts), 1)


def _paper(picture: Image.Image) -> int:
    counts = picture.convert("L").histogram()
    return max(range(_PAPER + 1), key=counts.__getitem__)
