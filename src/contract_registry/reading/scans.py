"""Makes a printed page of a picture: recognised, turned upright where it lies on its side, with a word about how sure that is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PIL import Image, ImageChops, ImageFilter

from contract_registry.core.document import Problem
from contract_registry.reading import ink, tesseract
from contract_registry.reading.limits import Budget
from contract_registry.reading.printed import PrintedPage
from contract_registry.reading.recognise import POINTS, Recognised, recognise

DPI = 300
"""The resolution at which small print is still read; at 200 a form set in 7 points lost one word in ten."""
_WIDEST = 4_200
_SHADE = 24
_UNEVEN = 14.0


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that was a picture: as printed, what must be said about it, and the language it turned out to be in."""

    page: PrintedPage
    problems: tuple[Problem, ...]
    language: str


def read_scan(number: int, picture: Image.Image, width: float, height: float, budget: Budget, language: str = "eng") -> Scan:
    """Page `number`, `width` by `height` points, recognised from its `picture`; `language` is tried first."""
    blank = PrintedPage(number, width, height, origin="unread")
    if not tesseract.is_installed():
        return Scan(blank, (_unreadable(number, _NOT_INSTALLED),), language)
    budget.grant_recognised_page()
    grey = _evened(_fitting(picture.convert("L")))
    found, turn = _upright(grey, grey.width * POINTS / max(width, 1.0), budget, language)
    if found is None:
        return Scan(blank, (_unreadable(number, _OUT_OF_TIME if budget.spent else _FAILED),), language)
    page = replace(blank, raw=found.raw, pieces=found.pieces, turn=turn, pictured=1.0, origin="recognised")
    return Scan(page, tuple(_doubts(number, found, grey)), found.language)


_NOT_INSTALLED = (
    "is a picture without text, and Tesseract, the program that could read it, is not installed here",
    "Install tesseract-ocr, or read this page yourself.",
)
_OUT_OF_TIME = (
    "is a picture without text, and the time allowed for this file ran out before it was read",
    "Raise the limit, or send this page alone.",
)
_FAILED = ("is a picture without text that could not be recognised", "Send a sharper scan, or read this page yourself.")


def _unreadable(number: int, why: tuple[str, str]) -> Problem:
    return Problem("unreadable page", f"Page {number} {why[0]}. {why[1]}", number)


def _doubts(number: int, found: Recognised, grey: Image.Image) -> list[Problem]:
    if not found.pieces:
        if not ink.has_ink(grey):
            return []
        message = f"Page {number} holds a picture in which no words could be made out. Look at it yourself."
        return [Problem("doubtful page", message, number)]
    if found.is_doubtful:
        message = f"Page {number} was recognised from a picture, and many of its words are guesses. Compare them with the page, or send a sharper scan."
        return [Problem("doubtful page", message, number)]
    return []


def _upright(grey: Image.Image, dpi: float, budget: Budget, language: str) -> tuple[Recognised | None, int]:
    """What was recognised, and the quarter turns clockwise by which the picture had to be turned for it."""
    found = recognise(grey, dpi=dpi, seconds=budget.left, language=language)
    if found is None or (found.pieces and not found.is_doubtful):
        return found, 0
    turn = tesseract.turns_needed(grey, dpi=dpi, seconds=budget.left)
    if not turn:
        return found, 0
    turned = recognise(grey.rotate(-90 * turn, expand=True), dpi=dpi, seconds=budget.left, language=language)
    better = turned is not None and turned.pieces and turned.confidence > found.confidence
    return (turned, turn) if better else (found, 0)


def _fitting(grey: Image.Image) -> Image.Image:
    """The picture no larger than recognition needs."""
    longest = max(grey.size)
    if longest <= _WIDEST:
        return grey
    share = _WIDEST / longest
    return grey.resize((max(round(grey.width * share), 1), max(round(grey.height * share), 1)))


def _evened(grey: Image.Image) -> Image.Image:
    """The picture without the shadows that lie on a photographed page."""
    small = grey.resize((max(grey.width // _SHADE, 1), max(grey.height // _SHADE, 1)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.GaussianBlur(3))
    if _spread(paper) < _UNEVEN:
        return grey
    return ImageChops.subtract(grey, paper.resize(grey.size), scale=1.0, offset=255)


def _spread(paper: Image.Image) -> float:
    """How unevenly a page is lit: the standard deviation of its paper's grey."""
    counts = paper.histogram()
    total = sum(counts)
    mean = sum(level * count for level, count in enumerate(counts)) / total
    return float((sum(count * (level - mean) ** 2 for level, count in enumerate(counts)) / total) ** 0.5)
