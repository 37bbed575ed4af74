"""The characters of a page and their boxes, fetched in bulk."""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from dataclasses import dataclass
from itertools import repeat

from contract_registry.reading.pdfium import library
from contract_registry.reading.pdfium.frame import Column

LINE_END_HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen at the end of a line."""
UNMAPPED = "\ufffd"
"""What stands here for a glyph whose letter the file does not tell."""
_BOX = 16
"""Bytes of one box: left, top, right and bottom as 32-bit floats."""
_SURROGATES = range(0xD800, 0xE000)


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page in the order of the file, with their boxes in PDF coordinates, one for each character of `text`.

    A character outside the basic plane stands as its two halves, so that the columns stay aligned.
    """

    text: str
    left: Column
    top: Column
    right: Column
    bottom: Column


def characters(text_page: int) -> Characters:
    """The characters of a loaded text page."""
    count = max(library.count_characters(text_page), 0)
    boxes = (ctypes.c_float * (4 * count))()
    first = ctypes.addressof(boxes)
    deque(map(library.letter_box, repeat(text_page), range(count), range(first, first + _BOX * count, _BOX)), maxlen=0)
    flat = array("f")
    flat.frombytes(memoryview(boxes).cast("B"))
    return Characters(_text(text_page, count), flat[0::4], flat[1::4], flat[2::4], flat[3::4])


def _text(text_page: int, count: int) -> str:
    units = (ctypes.c_ushort * (count + 1))()
    copied = library.copy_text(text_page, 0, count, ctypes.addressof(units)) - 1
    if copied != count:
        return "".join(_letter(text_page, at) for at in range(count))
    text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        text = "".join(map(chr, units[:count]))
    return _hyphens_told_apart(text, text_page)


def _letter(text_page: int, at: int) -> str:
    code = library.letter(text_page, at)
    if library.is_line_end_hyphen(text_page, at) > 0:
        return LINE_END_HYPHEN
    return chr(code) if 0 < code < 0x110000 else UNMAPPED  # noqa: PLR2004


def _hyphens_told_apart(text: str, text_page: int) -> str:
    """PDFium writes the same mark for a hyphen at a line's end and for a glyph without a letter."""
    at = text.find(LINE_END_HYPHEN)
    while at >= 0:
        if library.is_line_end_hyphen(text_page, at) <= 0:
            text = f"{text[:at]}{UNMAPPED}{text[at + 1 :]}"
        at = text.find(LINE_END_HYPHEN, at + 1)
    return text
