"""One page of a PDF, printed: its characters in pieces, with drawings, fields and notes, as it is to be read."""

from __future__ import annotations

import ctypes
from array import array
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from contract_registry.core.document import Box
from contract_registry.reading.pdfium import library
from contract_registry.reading.pdfium.annotations import overlay
from contract_registry.reading.pdfium.characters import LINE_END_HYPHEN, Characters, characters
from contract_registry.reading.pdfium.drawings import drawings
from contract_registry.reading.pdfium.frame import Frame
from contract_registry.reading.pdfium.hidden import unseen
from contract_registry.reading.pdfium.pieces import Placed, pieces
from contract_registry.reading.pdfium.styles import Styles
from contract_registry.reading.printed import Piece, PrintedPage

_A4 = (595.0, 842.0)
_SAMPLES = 24
_SCANNED = 0.5
"""A page covered by pictures to more than this share may have its letters under them, invisibly."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    page: int
    text: int


def print_page(document: pypdfium2.PdfDocument, number: int) -> PrintedPage | None:
    """Page `number` (from 1) of an open document as printed; None when PDFium cannot load it."""
    with _loaded(library.handle(document.raw), number - 1) as loaded:
        if loaded is None:
            return None
        shown = frame_of(loaded.page)
        read_in = characters(loaded.text)
        styles = Styles(loaded.text)
        read = shown.turned(_turn(read_in, styles, shown))
        drawn = drawings(loaded.page, read)
        laid = overlay(loaded.page, _form(document), read, len(read_in.text))
        placed = list(pieces(read_in, read, styles))
        on_page = [one for one in placed if _is_on(one.piece, read)]
        pictured, turn = _covered(drawn.pictures, read), (read.turns - shown.turns) % 4
        faint = [one.piece for one in on_page if one.style.is_faint] if pictured < _SCANNED else []
        unseen_places = unseen(document, number, faint, turn, read.width) if faint else ()
        straight, beside = _sorted(on_page, frozenset(faint[at].order for at in unseen_places))
        return PrintedPage(
            number,
            shown.width,
            shown.height,
            read_in.text.replace(LINE_END_HYPHEN, "-") + laid.raw,
            (*straight, *laid.pieces),
            beside,
            drawn.rulings,
            tuple(laid.notes),
            turn,
            pictured,
            len(placed) - len(on_page),
        )


def page_size(document: pypdfium2.PdfDocument, number: int) -> tuple[float, float]:
    """The width and height in points of page `number` (from 1), of A4 where the file does not tell."""
    size = pdfium.FS_SIZEF()
    known = pdfium.FPDF_GetPageSizeByIndexF(document.raw, number - 1, size)
    return (size.width, size.height) if known else _A4


@contextmanager
def _loaded(document: int, index: int) -> Iterator[_Loaded | None]:
    page = library.load_page(document, index)
    text = library.load_text(page) if page else None
    try:
        yield _Loaded(page, text) if page and text else None
    finally:
        if text:
            library.close_text(text)
        if page:
            library.close_page(page)


def frame_of(page: int) -> Frame:
    """The visible rectangle of a loaded page, as it is shown."""
    box = pdfium.FS_RECTF()
    library.bounding_box(page, ctypes.addressof(box))
    return Frame(box.left, box.bottom, box.right, box.top, library.rotation(page) % 4)


def _form(document: pypdfium2.PdfDocument) -> int:
    if document.formenv is None and document.get_formtype() != pdfium.FORMTYPE_NONE:
        document.init_forms()
    return library.handle(document.formenv.raw) if document.formenv else 0


def _turn(found: Characters, styles: Styles, shown: Frame) -> int:
    """The quarter turns clockwise after which most of the page's letters stand upright."""
    step = max(len(found.text) // _SAMPLES, 1)
    standing = Counter(styles.turns(at, shown) for at in range(0, len(found.text), step) if not found.text[at].isspace())
    del standing[None]
    ((turns, _),) = standing.most_common(1) or [(0, 0)]
    return (-(turns or 0)) % 4


def _covered(pictures: tuple[Box, ...], frame: Frame) -> float:
    """The share of the page under its largest pictures; pictures that overlap count twice, up to the whole."""
    seen = (frame.clipped(box) for box in pictures)
    area = sum((box.x1 - box.x0) * (box.y1 - box.y0) for box in seen)
    return min(area / (frame.width * frame.height), 1.0) if frame.width and frame.height else 0.0


def _sorted(placed: list[Placed], hidden: frozenset[int]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces that run along the page's lines, and those beside them: aslant, turned another way, or `hidden` (by their order)."""
    straight = tuple(one.piece for one in placed if one.style.turns == 0 and one.piece.order not in hidden)
    beside = tuple(
        replace(one.piece, origin="hidden") if one.piece.order in hidden else _stood(one)
        for one in placed
        if one.style.turns != 0 or one.piece.order in hidden
    )
    return straight, beside


def _stood(one: Placed) -> Piece:
    """A piece across the page: where its characters stand along the lines says nothing."""
    return replace(one.piece, left=array("f"), right=array("f"))


def _is_on(piece: Piece, frame: Frame) -> bool:
    """Whether the middle of `piece` lies on the page."""
    return 0 <= (piece.x0 + piece.x1) / 2 <= frame.width and 0 <= (piece.top + piece.bottom) / 2 <= frame.height
