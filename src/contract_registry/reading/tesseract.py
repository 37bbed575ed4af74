"""Tesseract, fed and read through pipes so that no file is written: what is installed, and the words it finds on a picture."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PIL import Image

PROGRAM = "tesseract"
_ORIENTATION = "osd"
_TURN = re.compile(rb"Rotate: (\d+)\s+Orientation confidence: ([\d.]+)")
_SURE_OF_TURN = 1.0
_FEWEST_SECONDS = 1.0
_PATIENCE = 20.0
"""Seconds that Tesseract may take to say what it is."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that Tesseract found: the block, paragraph and line it stands in, its box in pixels, and how sure it is (0 to 100)."""

    line: tuple[int, int, int]
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    text: str


@cache
def _models() -> tuple[str, ...]:
    """The models that the installed Tesseract has; none where Tesseract is not installed."""
    listed = _told("--list-langs", seconds=_PATIENCE) or b""
    return tuple(name for name in listed.decode("utf-8", "replace").splitlines()[1:] if name)


def languages() -> tuple[str, ...]:
    """The languages that the installed Tesseract reads, by its own names; empty where Tesseract is not installed."""
    return tuple(name for name in _models() if name != _ORIENTATION)


def is_installed() -> bool:
    return bool(languages())


@cache
def version() -> str:
    """The name and version of what recognises pages here."""
    told = _told("--version", seconds=_PATIENCE) or b""
    return told.decode("utf-8", "replace").partition("\n")[0].strip() or "no tesseract"


def turns_needed(picture: Image.Image, *, dpi: float, seconds: float) -> int:
    """The quarter turns clockwise after which the lines on `picture` run from left to right; 0 where that cannot be told."""
    if _ORIENTATION not in _models():
        return 0
    told = _run(picture, dpi, seconds, "-l", _ORIENTATION, "--psm", "0")
    match = _TURN.search(told or b"")
    return int(match[1]) // 90 % 4 if match and float(match[2]) >= _SURE_OF_TURN else 0


def words(picture: Image.Image, *, dpi: float, seconds: float, language: str) -> list[Word] | None:
    """The words on a picture in reading order; None when Tesseract is missing, fails or is not done in `seconds`."""
    table = _run(picture, dpi, seconds, "-l", language, "tsv")
    return None if table is None else list(_read(table.decode("utf-8", "replace")))


def _run(picture: Image.Image, dpi: float, seconds: float, *options: str) -> bytes | None:
    """What Tesseract prints about `picture`; None when it fails or is not done in `seconds`."""
    if seconds < _FEWEST_SECONDS:
        return None
    grey = picture.convert("L")
    fed = b"P5\n%d %d\n255\n" % grey.size + grey.tobytes()
    return _told("stdin", "stdout", "--dpi", str(round(dpi)), *options, seconds=seconds, fed=fed)


def _told(*arguments: str, seconds: float, fed: bytes | None = None) -> bytes | None:
    """What Tesseract prints; None when it is not installed, fails or takes longer than `seconds`."""
    try:
        done = subprocess.run(  # noqa: S603 — a fixed program with our own arguments
            [PROGRAM, *arguments], input=fed, capture_output=True, timeout=seconds, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _read(table: str) -> Iterator[Word]:
    """The words in Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():  # noqa: PLR2004
            block, paragraph, line = (int(cell) for cell in cells[2:5])
            left, top, width, height = (int(cell) for cell in cells[6:10])
            yield Word((block, paragraph, line), left, top, left + width, top + height, float(cells[10]), cells[11].strip())
