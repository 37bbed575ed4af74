"""Recognises the text on a picture of a page, in the language it turns out to be in."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from types import MappingProxyType

from PIL import Image

from contract_registry.reading import tesseract
from contract_registry.reading.letters import plain
from contract_registry.reading.printed import Piece
from contract_registry.reading.tesseract import Word

POINTS = 72.0
_DOUBTFUL, _UNSURE_WORD, _MOST_UNSURE = 75.0, 60.0, 0.25
_WIDE_GAP = 1.5
_ASCENDERS = re.compile(r"[A-ZÀ-Þ0-9bdfhklt]")
_DESCENDERS = re.compile(r"[gjpqyQç,;()\[\]|/]")
_ASCENT = 0.72
"""How high a capital stands, in letter heights."""
_X_HEIGHT = 0.5
_LIKE_ITS_PAGE = 0.2

_FREQUENT = MappingProxyType(
    {
        "eng": "the of and to in that is for with by or be as not are this which it",
        "fra": "le la les des et du en une que pour par dans est au aux ou sur qui ne ce",
        "deu": "der die und den das von zu mit des im für auf ist nicht dem oder ein eine wird",
        "spa": "el la los las de y del que en por para una con no se su al es o",
        "ita": "il di che e la della per un in dei una con del alla non è le gli da si",
        "por": "o de a e do da que em para com não uma os no na por dos as ao",
        "nld": "de het een van en in dat op te is voor met zijn niet aan door of om",
        "pol": "i w na z do nie się jest o za oraz przez od lub po dla że",
        "swe": "och att det som en på är av för med till den har inte om ett",
        "dan": "og at det en den til er som på de med af for ikke der",
        "nor": "og i det på som er en til å han av for at med de",
        "fin": "ja on ei se että tai mukaan sekä ovat joka sen",
        "ces": "a v se na je že z s o do nebo podle za",
    }
)
"""The commonest words of the languages that a page may turn out to be written in, by Tesseract's name for the language."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What Tesseract made of a page: pieces in points, in its reading order, and how sure it was, between 0 and 100."""

    pieces: tuple[Piece, ...]
    raw: str
    confidence: float
    unsure: float
    language: str

    @property
    def is_doubtful(self) -> bool:
        """Whether so many words are guesses that the page should be compared with its picture."""
        return bool(self.pieces) and (self.confidence < _DOUBTFUL or self.unsure > _MOST_UNSURE)


def recognise(picture: Image.Image, *, dpi: float, seconds: float, language: str = "eng") -> Recognised | None:
    """The text on `picture`, a page at `dpi` pixels an inch; None when Tesseract is missing, fails or is not done in `seconds`.

    `language` is tried first; where the words are plainly another installed language's, the page is read again in that one.
    """
    known = tesseract.languages()
    first = language if language in known else next(iter(known), "")
    words = tesseract.words(picture, dpi=dpi, seconds=seconds, language=first) if first else None
    if words is None:
        return None
    other = _spoken(word.text for word in words)
    if other and other != first and other in known:
        words = tesseract.words(picture, dpi=dpi, seconds=seconds, language=other) or words
        first = other
    return _recognised(words, POINTS / dpi, first)


def _spoken(words: Iterable[str]) -> str:
    """The language whose commonest words occur most, when they clearly do; else nothing."""
    low = [word.lower().strip(".,;:()") for word in words]
    counts = sorted(((sum(word in known for word in low), name) for name, known in _COMMON.items()), reverse=True)
    (most, name), (second, _) = counts[0], counts[1]
    return name if most >= 5 and most > 1.3 * second else ""  # noqa: PLR2004


_COMMON = MappingProxyType({name: frozenset(words.split()) for name, words in _FREQUENT.items()})


def _recognised(words: Sequence[Word], scale: float, language: str) -> Recognised:
    pieces: list[Piece] = []
    raw: list[str] = []
    at = 0
    usual = _usual_size([list(line) for _, line in groupby(words, key=lambda word: word.line)])
    for _, paragraph in groupby(words, key=lambda word: word.line[:2]):
        lines = [list(line) for _, line in groupby(paragraph, key=lambda word: word.line)]
        size = _usual_size(lines)
        size = usual if abs(size - usual) <= _LIKE_ITS_PAGE * usual else size
        for line in lines:
            for part in _parts(line, size):
                pieces.append(_piece(part, size, scale, at, len(pieces)))
                text = " ".join(word.text for word in part)
                raw.append(text)
                at += len(text) + 1
    letters = sum(len(word.text) for word in words) or 1
    confidence = sum(word.confidence * len(word.text) for word in words) / letters
    unsure = sum(len(word.text) for word in words if word.confidence < _UNSURE_WORD) / letters
    return Recognised(tuple(piece for piece in pieces if piece.text), "\n".join(raw), confidence, unsure, language)


def _usual_size(lines: Sequence[Sequence[Word]]) -> float:
    """The size of the letters in pixels, from the words that reach from the baseline to the height of a capital."""
    heights = [_letter_height(word) for line in lines for word in line if any(map(str.isalnum, word.text))]
    return median(heights) if heights else 10.0


def _letter_height(word: Word) -> float:
    above = _ASCENT if _ASCENDERS.search(word.text) else _X_HEIGHT
    below = 1 - _ASCENT if _DESCENDERS.search(word.text) else 0.0
    return (word.bottom - word.top) / (above + below)


def _parts(line: Sequence[Word], size: float) -> Iterator[list[Word]]:
    """The words of a line between wide gaps."""
    part = [line[0]]
    for word in line[1:]:
        if word.left - part[-1].right > _WIDE_GAP * size:
            yield part
            part = []
        part.append(word)
    yield part


def _piece(words: Sequence[Word], size: float, scale: float, raw: int, order: int) -> Piece:
    """The piece that `words` make; their letters share each word's width evenly."""
    edges: list[tuple[float, float]] = []
    for word in words:
        if edges:
            edges.append((min(edges[-1][1], word.left), max(edges[-1][1], word.left)))
        step = (word.right - word.left) / len(word.text)
        edges.extend((word.left + at * step, word.left + (at + 1) * step) for at in range(len(word.text)))
    kept = plain(" ".join(word.text for word in words))
    feet = [word.bottom for word in words if not _DESCENDERS.search(word.text)]
    baseline = median(feet) if feet else max(word.bottom for word in words) - (1 - _ASCENT) * size
    places = [max(at, 0) for _, at in kept]
    return Piece(
        "".join(letter for letter, _ in kept),
        array("f", [edges[at][0] * scale for at in places]),
        array("f", [edges[at][1] * scale for at in places]),
        words[0].left * scale,
        max(word.right for word in words) * scale,
        min(word.top for word in words) * scale,
        max(word.bottom for word in words) * scale,
        baseline * scale,
        size * scale,
        array("l", [raw + at if at >= 0 else -1 for _, at in kept]),
        order=order,
        origin="recognised",
    )
