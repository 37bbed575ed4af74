"""What the letters of a piece look like: their size, weight, direction and whether the eye can see them."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from contract_registry.reading.pdfium import library
from contract_registry.reading.pdfium.frame import Frame

_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_LONGEST_NAME = 128
_SLANT = math.radians(10)
_QUARTER = math.pi / 2
_NEARLY_WHITE = 248
_CLEAR = 8
_INVISIBLE_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_TINY = 2.0


@dataclass(frozen=True, slots=True)
class Style:
    """`turns` are the quarter turns clockwise at which the letters stand on the page as read, None when they are aslant.

    `is_faint` marks letters that a reader may not see: white, clear, tiny, or set invisibly.
    """

    size: float
    baseline: float
    turns: int | None
    starts_bold: bool
    ends_bold: bool
    is_faint: bool


class Styles:
    """Looks up the style of a text page's characters."""

    def __init__(self, text_page: int) -> None:
        self._page = text_page
        self._bold: dict[bytes, bool] = {}
        self._origin = (ctypes.c_double * 2)()
        self._matrix = pdfium.FS_MATRIX()
        self._colour = (ctypes.c_uint * 4)()
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._flags = ctypes.c_int()
        self._origin_at = ctypes.addressof(self._origin)
        self._matrix_at = ctypes.addressof(self._matrix)
        self._colour_at = ctypes.addressof(self._colour)
        self._name_at = ctypes.addressof(self._name)
        self._flags_at = ctypes.addressof(self._flags)

    def at(self, first: int, last: int, main: int, frame: Frame) -> Style:
        """The style of the characters from `first` to `last`; size and baseline are those of the one at `main`."""
        library.letter_origin(self._page, main, self._origin_at, self._origin_at + 8)
        library.letter_matrix(self._page, main, self._matrix_at)
        matrix = self._matrix
        size = abs(library.letter_size(self._page, main)) * math.hypot(matrix.c, matrix.d)
        starts_bold = self._is_bold(first)
        return Style(
            size,
            frame.point(*self._origin)[1],
            _turns(math.atan2(matrix.b, matrix.a), frame.turns),
            starts_bold,
            starts_bold if first == last else self._is_bold(last),
            size < _TINY or self._is_faint(main),
        )

    def turns(self, at: int, frame: Frame) -> int | None:
        """The quarter turns clockwise at which the character at `at` stands on the page."""
        library.letter_matrix(self._page, at, self._matrix_at)
        return _turns(math.atan2(self._matrix.b, self._matrix.a), frame.turns)

    def _is_bold(self, at: int) -> bool:
        length = library.letter_font(self._page, at, self._name_at, _LONGEST_NAME, self._flags_at)
        name = self._name.raw[: min(length, _LONGEST_NAME)]
        known = self._bold.get(name)
        if known is None:
            known = self._bold[name] = _BOLD.search(name) is not None or bool(self._flags.value & _FORCED_BOLD)
        return known

    def _is_faint(self, at: int) -> bool:
        colour = self._colour
        if library.letter_colour(self._page, at, self._colour_at, self._colour_at + 4, self._colour_at + 8, self._colour_at + 12) and (
            colour[3] < _CLEAR or min(colour[0], colour[1], colour[2]) >= _NEARLY_WHITE
        ):
            return True
        drawn = library.letter_object(self._page, at)
        return bool(drawn) and library.render_mode(drawn) in _INVISIBLE_MODES


def _turns(angle: float, page_turns: int) -> int | None:
    """Quarter turns clockwise of letters whose baseline rises by `angle` on a page that is itself turned."""
    quarters = round(angle / _QUARTER)
    if abs(angle - quarters * _QUARTER) > _SLANT:
        return None
    return (page_turns - quarters) % 4
