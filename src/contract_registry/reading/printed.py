"""What is printed on a page before anyone has made sense of it: pieces of text on their baselines, rulings, pictures, fields and notes.

Everything is measured in points from the top left of the page as it is *read*: `Page.turn` says by how much that is turned
against the page as it is shown.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from typing import Literal

from contract_registry.core.document import Box

PieceOrigin = Literal["print", "recognised", "form field", "typed on", "hidden"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters printed side by side on one baseline.

    `left` and `right` hold where each character begins and ends across the page; both are empty for letters that do not run along it.
    `raws` is where the characters stand in the page's raw text: one offset where they follow one another there, else one for each
    (-1 for a character added by the reader).
    `size` is the size of the letters in points; `starts_bold` and `ends_bold` tell the weight at either end.
    `order` is the piece's place in the order in which the file prints. `calls` are the footnotes called in it: where, and by what.
    """

    text: str
    left: array[float]
    right: array[float]
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    raws: int | array[int] = -1
    starts_bold: bool = False
    ends_bold: bool = False
    order: int = 0
    calls: tuple[tuple[int, str], ...] = ()
    origin: PieceOrigin = "print"

    def cut(self, start: int, end: int) -> Piece | None:
        """The piece's characters from `start` to `end`, without white space at either end; None when nothing else is left."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        end -= len(text) - len(text.rstrip())
        if start >= end:
            return None
        raws = self.raws[start:end] if isinstance(self.raws, array) else self.raws + start if self.raws >= 0 else -1
        left, right = self.left[start:end], self.right[start:end]
        calls = tuple((at - start, label) for at, label in self.calls if start < at <= end)
        return replace(self, text=self.text[start:end], left=left, right=right, x0=min(left), x1=max(right), raws=raws, calls=calls)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line drawn on the page, lying or standing; its thickness is nothing."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lies(self) -> bool:
        return self.y0 == self.y1


@dataclass(frozen=True, slots=True)
class Note:
    """Words that somebody attached to the page: a remark, with the boxes of the words it is about (none for a note beside the text)."""

    kind: Literal["remark", "struck out"]
    text: str
    raw: int
    boxes: tuple[Box, ...]
    author: str = ""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page as printed: pieces in the order of the file; `slanted` are those that do not run along the page's lines (stamps, margins).

    `width` and `height` are those of the page as shown, `turn` the quarter turns clockwise by which it must be turned to be read.
    `raw` is the text as the file held it. `pictured` is the share of the page covered by pictures, between 0 and 1.
    `off_page` counts the pieces that lie outside the visible page. `origin` tells where the words come from.
    """

    number: int
    width: float
    height: float
    raw: str = ""
    pieces: tuple[Piece, ...] = ()
    slanted: tuple[Piece, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    notes: tuple[Note, ...] = ()
    turn: int = 0
    pictured: float = 0.0
    off_page: int = 0
    origin: Literal["text layer", "recognised", "unread"] = "text layer"

    def shown(self, box: Box) -> Box:
        """A box of the page as read, as a box of the page as shown, within the page."""
        match self.turn:
            case 0:
                x0, y0, x1, y1 = box.x0, box.y0, box.x1, box.y1
            case 1:
                x0, y0, x1, y1 = box.y0, self.height - box.x1, box.y1, self.height - box.x0
            case 2:
                x0, y0, x1, y1 = self.width - box.x1, self.height - box.y1, self.width - box.x0, self.height - box.y0
            case _:
                x0, y0, x1, y1 = self.width - box.y1, box.x0, self.width - box.y0, box.x1
        return Box(_within(x0, self.width), _within(y0, self.height), _within(x1, self.width), _within(y1, self.height))


def _within(value: float, most: float) -> float:
    return min(max(value, 0.0), most)
