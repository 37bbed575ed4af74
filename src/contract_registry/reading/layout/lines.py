"""A printed line: pieces that are read one after the other, with what the layout needs to know of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from contract_registry.core.clauses.numbering import PrintedNumber, parse_number
from contract_registry.reading.printed import Piece

CLOSED = re.compile(r"(?:[.;:!?…][\"'”’»)\]]*|[;,] (?:and|or|and/or|et|ou|und|oder|y|o|e))$")
"""The end of a line after which a new clause may begin."""
_LEADERS = re.compile(r"(?:\.{4,}|(?: \.){4,}|…{2,}|_{4,}\s?)\s?[\divxlc]{1,6}$", re.IGNORECASE)
"""Leaders, then a page number."""
_STRETCHED = 1.2
_SPREAD = 2.5
"""Gaps wider than this many letter heights do not come from setting lines to one width."""
_RULE = re.compile(r"[-–—_=*~.·\s]{3,}")
_BULLET = re.compile(r"[•●▪■◦‣⁃∙○□☐☑☒➢❖✓✔➤►▶◆]\s?")
_ENDING = 80
"""The end of a line is looked for in so many of its last characters, so that no line takes long."""
_OPENING = "\"'“‘(„«[¿¡"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line as it is read: its pieces from left to right, on page `page`.

    `words_x0` is where its words begin after a printed number; `first_width` how wide its first word is.
    """

    page: int
    pieces: tuple[Piece, ...]
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    number: PrintedNumber | None
    words_x0: float
    first_width: float

    @property
    def is_bold(self) -> bool:
        """Whether the line is bold from its first letter to its last."""
        return all(piece.starts_bold and piece.ends_bold for piece in self.pieces)

    @property
    def is_recognised(self) -> bool:
        """Whether the line was recognised from a picture, so that its place and size are not exact."""
        return self.pieces[0].origin == "recognised"

    @property
    def starts_bold(self) -> bool:
        return self.pieces[0].starts_bold

    @property
    def starts_small(self) -> bool:
        """Whether the words go on from somewhere: a small letter, or punctuation that cannot begin a sentence."""
        first = self.text.lstrip(_OPENING)[:1]
        return first.islower() or first in ",;:.%)]/&"

    @property
    def is_rule(self) -> bool:
        """Whether the line is drawn with signs, to underline or divide."""
        return _RULE.fullmatch(self.text) is not None

    @property
    def is_spread(self) -> bool:
        """Whether wide gaps divide the line, as they do the lines of a table; where all its words are as far apart, it was stretched."""
        gaps = [after.x0 - before.x1 for before, after in pairwise(self.pieces) if after.x0 > self.words_x0 + 1]
        if not gaps or max(gaps) <= _SPREAD * self.size:
            return False
        return max(gaps) > _STRETCHED * min(gaps) or any(" " in piece.text for piece in self.pieces)

    @property
    def is_closed(self) -> bool:
        return CLOSED.search(self.text[-_ENDING:]) is not None

    @property
    def has_leaders(self) -> bool:
        return leads_to_page(self.text)


def line_of(pieces: Iterable[Piece], page: int) -> PrintedLine:
    """The line that `pieces` make, of which there must be one, in their order across the page."""
    across = tuple(sorted(pieces, key=lambda piece: piece.x0))
    text = " ".join(piece.text for piece in across) if len(across) > 1 else across[0].text
    main = max(across, key=lambda piece: len(piece.text)) if len(across) > 1 else across[0]
    number = number_at_start(text)
    return PrintedLine(
        page,
        across,
        text,
        across[0].x0,
        max(piece.x1 for piece in across),
        min(piece.top for piece in across),
        max(piece.bottom for piece in across),
        main.baseline,
        main.size,
        number,
        _x_at(across, number.end) if number else across[0].x0,
        _first_width(across[0]),
    )


def leads_to_page(text: str) -> bool:
    """Whether `text` is a line of a table of contents."""
    return _LEADERS.search(text[-_ENDING:]) is not None


def number_at_start(text: str) -> PrintedNumber | None:
    """The number or bullet that `text` begins with; a bullet before a doubtful number ("• 10 ways") is just a bullet."""
    number = parse_number(text, 0, len(text))
    bullet = _BULLET.match(text)
    if bullet and (number is None or number.is_doubtful):
        return PrintedNumber("bullet", "", (), (), bullet.end(), wrap=bullet.group().strip())
    return number


def _x_at(pieces: tuple[Piece, ...], offset: int) -> float:
    """Where the character at `offset` of the line's text begins across the page."""
    for piece in pieces:
        if offset < len(piece.text):
            return piece.left[offset] if piece.left else piece.x0
        offset -= len(piece.text) + 1
    return pieces[-1].x1


def _first_width(piece: Piece) -> float:
    end = piece.text.find(" ")
    return piece.right[end - 1] - piece.left[0] if end > 0 and piece.left else piece.x1 - piece.x0


def words(lines: Iterable[PrintedLine]) -> Iterator[str]:
    """The words of `lines`, as printed."""
    for line in lines:
        yield from line.text.split()
