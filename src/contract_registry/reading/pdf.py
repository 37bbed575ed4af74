"""Reads a PDF: its pages are printed by PDFium, judged, recognised where they are pictures, and laid out as one text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pypdfium2
from PIL import Image

from contract_registry.core.document import Box, Document, Problem
from contract_registry.errors import CorruptFile, EmptyFile
from contract_registry.reading import ink
from contract_registry.reading.layout.laid import document_of, lay_out
from contract_registry.reading.legibility import Legibility, legibility
from contract_registry.reading.limits import Budget
from contract_registry.reading.pdfium.library import opened, reader_name
from contract_registry.reading.pdfium.pages import page_size, print_page
from contract_registry.reading.pdfium.rendering import render
from contract_registry.reading.printed import PrintedPage
from contract_registry.reading.recognise import POINTS
from contract_registry.reading.scans import DPI, read_scan
from contract_registry.reading.tesseract import version

_LOOK_SCALE = 1.0
_PICTURED = 0.5
_FEW_LETTERS = 250
"""A page of fewer letters than this over a picture may be a scan with a stamp on it."""

_MORE, _MORE_LETTERS = 1.3, 20


@dataclass(slots=True)
class _Reading:
    """A PDF being read: the pages so far, what must be said about them, and the language recognised last."""

    document: pypdfium2.PdfDocument
    budget: Budget
    pages: list[PrintedPage] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    language: str = "eng"
    letters: int = 0
    is_loaded: bool = False


def read_pdf(data: bytes, *, name: str, password: str | None = None, budget: Budget) -> Document:
    """The text of a PDF with the place of every character.

    EncryptedFile, CorruptFile or UnsupportedFormat when it cannot be opened, EmptyFile when nothing is printed in it, TooLarge past
    the limit on characters. A page that cannot be read is a problem of the document, and the rest is read.
    """
    with opened(data, password) as document:
        reading = _Reading(document, budget)
        budget.expect_pages(len(document))
        for number in range(1, len(document) + 1):
            if budget.spent or number > budget.limits.pages:
                reading.problems.append(_not_reached(number, len(document), budget))
                break
            _read_page(reading, number)
            budget.finish_page()
        if reading.pages and not reading.is_loaded:
            raise CorruptFile("None of the pages of this PDF can be loaded.")
    laid = lay_out(reading.pages)
    if not laid.text and not reading.problems:
        raise EmptyFile("The pages of this PDF are blank.", "Check that the right file was exported, then try again.")
    is_recognised = any(page.origin == "recognised" for page in laid.pages)
    reader = f"{reader_name()}; {version()}" if is_recognised else reader_name()
    return document_of(laid, name=name, media_type="application/pdf", data=data, reader=reader, problems=reading.problems)


def _not_reached(number: int, count: int, budget: Budget) -> Problem:
    why = "the time allowed for one file ran out" if budget.spent else f"at most {budget.limits.pages:,} pages of a file are read"
    left = f"Page {number} was" if number == count else f"Pages {number:,} to {count:,} were"
    return Problem("pages not reached", f"{left} not read: {why}. Send them as a file of their own.", number)


def _damaged(number: int) -> Problem:
    message = f"Page {number} is damaged and could not be read. Look at it yourself, or ask for a fresh copy."
    return Problem("unreadable page", message, number)


def _read_page(reading: _Reading, number: int) -> None:
    """Adds page `number` to what was read, with its problems."""
    page = print_page(reading.document, number)
    if page is None:
        reading.problems.append(_damaged(number))
        page = PrintedPage(number, *page_size(reading.document, number), origin="unread")
    else:
        reading.is_loaded = True
        page = _legible(reading, page)
        reading.problems.extend(_unseen(page))
    reading.letters += len(page.raw)
    reading.budget.limits.check_characters(reading.letters)
    reading.pages.append(page)


def _legible(reading: _Reading, page: PrintedPage) -> PrintedPage:
    """The page itself where its text can be read, else the page recognised from its picture."""
    verdict = legibility("\n".join(piece.text for piece in (*page.pieces, *page.slanted)))
    if verdict == "good" and not _is_stamped_scan(reading, page):
        return page
    if verdict == "none" and _looks(reading, page, ink.is_blank):
        return page
    picture = render(reading.document, page.number, DPI / POINTS, grey=True)
    if picture is None:
        reading.problems.append(_damaged(page.number))
        return replace(page, pieces=page.pieces if verdict == "good" else (), slanted=(), origin="unread")
    scan = read_scan(page.number, picture, page.width, page.height, reading.budget, reading.language)
    if verdict == "good" and scan.page.origin == "recognised" and not _says_more(scan.page, page):
        return page
    reading.language = scan.language
    reading.problems.extend(_explained(scan.problems, verdict))
    if scan.page.origin == "recognised":
        return replace(scan.page, notes=page.notes)
    return replace(page, pieces=page.pieces if verdict != "rubbish" else (), slanted=(), origin="unread")


def _says_more(scan: PrintedPage, page: PrintedPage) -> bool:
    """Whether recognising the page found much that its own text does not say."""
    return _letters(scan) > _MORE * _letters(page) + _MORE_LETTERS


def _letters(page: PrintedPage) -> int:
    return sum(len(piece.text) for piece in page.pieces)


def _explained(problems: tuple[Problem, ...], verdict: Legibility) -> list[Problem]:
    """The problems, saying what was wrong with the page's own text where it had one."""
    if verdict != "rubbish":
        return list(problems)
    return [replace(one, message=one.message.replace("is a picture without text", "carries text that is garbled")) for one in problems]


def _is_stamped_scan(reading: _Reading, page: PrintedPage) -> bool:
    """Whether the page is a picture with words of its own, on which only a stamp or a page number is text."""
    if page.pictured < _PICTURED or _letters(page) >= _FEW_LETTERS:
        return False
    boxes = [page.shown(Box(piece.x0, piece.top, piece.x1, piece.bottom)) for piece in (*page.pieces, *page.slanted)]
    return _looks(reading, page, lambda picture: ink.has_more_than(picture, boxes, _LOOK_SCALE))


def _looks(reading: _Reading, page: PrintedPage, like: Callable[[Image.Image], bool]) -> bool:
    """Whether the page's picture is `like` something; not when it cannot be drawn."""
    picture = render(reading.document, page.number, _LOOK_SCALE, grey=True)
    return picture is not None and like(picture)


def _unseen(page: PrintedPage) -> list[Problem]:
    """What a reader of the page must be told about words on it that nobody sees."""
    found = []
    if any(piece.origin == "hidden" for piece in page.slanted):
        found.append("holds words that cannot be seen on it; they are in the text, marked as hidden")
    if page.off_page:
        found.append("has words outside its visible part, which were left out")
    return [Problem("hidden text", f"Page {page.number} {what}.", page.number) for what in found]
