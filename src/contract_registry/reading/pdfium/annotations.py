"""What was put on top of a page: the values of form fields, words typed on, and remarks."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from contract_registry.core.document import Box
from contract_registry.reading.letters import plain
from contract_registry.reading.pdfium import library
from contract_registry.reading.pdfium.frame import Frame
from contract_registry.reading.printed import Note, Piece, PieceOrigin

_MOST = 5_000
_LONGEST = 200_000
"""Bytes of one value or remark that are looked at."""
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_PASSWORD_FIELD = 1 << 13
_WRITTEN = frozenset({pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX})
_TICKED = frozenset({pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON})
_REMARKS = frozenset(
    {pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY, pdfium.FPDF_ANNOT_CARET}
)
TICKED, UNTICKED = "☒", "☐"
_LETTERS = 11.0
"""The size of letters in a field whose own size is not known, in points, where the field is high enough."""
_LEADING = 1.25
_NARROW = 0.5
"""The width of a letter in letter heights, when only the words are known."""


@dataclass(slots=True)
class Overlay:
    """What lies on a page, with the raw text it adds; `raw_start` is where that begins in the page's raw text."""

    raw_start: int
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    _length: int = 0

    def keep(self, text: str) -> int:
        """Adds `text` to the raw text, and says where it stands there."""
        start = self.raw_start + self._length + 1
        self.added.append(f"\n{text}")
        self._length += len(text) + 1
        return start

    @property
    def raw(self) -> str:
        return "".join(self.added)


def overlay(page: int, form: int, frame: Frame, raw_start: int) -> Overlay:
    """What lies on a loaded page, in points of `frame`; `form` is the document's form handle, 0 when it has none."""
    found = Overlay(raw_start)
    count = min(library.count_annotations(page), _MOST)
    with _form_open(page, form if count else 0):
        for at in range(count):
            if laid := library.annotation(page, at):
                try:
                    _read(laid, form, frame, found)
                finally:
                    library.close_annotation(laid)
    return found


@contextmanager
def _form_open(page: int, form: int) -> Iterator[None]:
    """Tick boxes only tell their state while the page's form is open."""
    if form:
        library.open_form(page, form)
    try:
        yield
    finally:
        if form:
            library.close_form(page, form)


def _read(laid: int, form: int, frame: Frame, found: Overlay) -> None:
    kind = library.annotation_type(laid)
    if kind in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP) or library.annotation_flags(laid) & _UNSEEN:
        return
    if kind == pdfium.FPDF_ANNOT_WIDGET and form:
        _write(found, _value(laid, form), _box(laid, frame), "form field")
    elif kind == pdfium.FPDF_ANNOT_FREETEXT:
        _write(found, _string(laid, b"Contents"), _box(laid, frame), "typed on")
    elif kind == pdfium.FPDF_ANNOT_STRIKEOUT:
        found.notes.append(_note(laid, "struck out", frame, found))
    elif kind in _REMARKS and (note := _note(laid, "remark", frame, found)).text:
        found.notes.append(note)


def _value(laid: int, form: int) -> str:
    kind = library.field_type(form, laid)
    if kind in _TICKED:
        return TICKED if library.field_checked(form, laid) else UNTICKED
    if kind not in _WRITTEN or library.field_flags(form, laid) & _PASSWORD_FIELD:
        return ""
    return _utf16(lambda buffer, size: library.field_value(form, laid, buffer, size))


def _note(laid: int, kind: str, frame: Frame, found: Overlay) -> Note:
    text = "".join(letter for letter, _ in plain(_string(laid, b"Contents")))
    raw = found.keep(text) if text else -1
    return Note("struck out" if kind == "struck out" else "remark", text, raw, tuple(_quads(laid, frame)), _string(laid, b"T"))


def _quads(laid: int, frame: Frame) -> Iterator[Box]:
    corners = pdfium.FS_QUADPOINTSF()
    for at in range(min(library.count_quads(laid), _MOST)):
        if library.quad(laid, at, ctypes.addressof(corners)):
            across = (corners.x1, corners.x2, corners.x3, corners.x4)
            up = (corners.y1, corners.y2, corners.y3, corners.y4)
            yield frame.box(min(across), min(up), max(across), max(up))


def _box(laid: int, frame: Frame) -> Box:
    rect = pdfium.FS_RECTF()
    library.annotation_box(laid, ctypes.addressof(rect))
    return frame.box(rect.left, rect.bottom, rect.right, rect.top)


def _string(laid: int, key: bytes) -> str:
    return _utf16(lambda buffer, size: library.annotation_string(laid, key, buffer, size))


def _utf16(ask: Callable[[int | None, int], int]) -> str:
    """The text that `ask(buffer, size)` writes; it answers with the size it needs, in bytes and with a closing zero."""
    size = min(ask(None, 0), _LONGEST)
    if size <= 2:  # noqa: PLR2004
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.addressof(buffer), size)
    return buffer.raw[: size - size % 2].decode("utf-16-le", "replace").rstrip("\0")


def _write(found: Overlay, text: str, box: Box, origin: PieceOrigin) -> None:
    """Lays `text` out in `box`, line by line, as a viewer would."""
    lines = [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]
    if not lines or box.x1 <= box.x0:
        return
    pitch = min((box.y1 - box.y0) / len(lines), _LETTERS * _LEADING * 1.5)
    size = max(min(_LETTERS, pitch / _LEADING), 1.0)
    top = box.y0 if len(lines) > 1 else (box.y0 + box.y1 - pitch) / 2
    for number, line in enumerate(lines):
        found.pieces.extend(_laid(found, line, box, top + number * pitch, pitch, size, origin))


def _laid(found: Overlay, line: str, box: Box, top: float, pitch: float, size: float, origin: PieceOrigin) -> Iterator[Piece]:
    kept = plain(line)
    if not kept:
        return
    raw = found.keep(line)
    width = min(_NARROW * size, (box.x1 - box.x0) / len(kept))
    edges = [box.x0 + at * width for at in range(len(kept) + 1)]
    baseline = top + (pitch + 0.6 * size) / 2
    yield Piece(
        "".join(letter for letter, _ in kept),
        array("f", edges[:-1]),
        array("f", edges[1:]),
        edges[0],
        edges[-1],
        baseline - 0.8 * size,
        baseline + 0.25 * size,
        baseline,
        size,
        array("l", [raw + at if at >= 0 else -1 for _, at in kept]),
        order=1_000_000 + len(found.pieces),
        origin=origin,
    )
