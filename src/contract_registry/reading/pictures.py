"""Reads photographs and scans: each frame of a picture file is a page whose text is recognised."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import PIL
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from contract_registry.core.document import Document, Problem
from contract_registry.errors import CorruptFile, NotText, TooLarge, UnsupportedFormat
from contract_registry.reading.layout.laid import document_of, lay_out
from contract_registry.reading.limits import Budget
from contract_registry.reading.printed import PrintedPage
from contract_registry.reading.recognise import POINTS
from contract_registry.reading.scans import read_scan
from contract_registry.reading.tesseract import version

_PLAUSIBLE_DPI = (100.0, 1200.0)
_A4 = (595.0, 842.0)
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")


@dataclass(frozen=True, slots=True)
class Frame:
    """One page of a picture file, upright as its camera says, with the size in points at which it is taken to be printed."""

    picture: Image.Image
    width: float
    height: float


def read_image(data: bytes, *, name: str, budget: Budget) -> Document:
    """The text recognised on the pictures in `data`, one page for each frame.

    NotText when no page shows any words and every page could be looked at; CorruptFile, TooLarge or UnsupportedFormat when the file
    cannot be opened. Without Tesseract each page is a problem.
    """
    pages: list[PrintedPage] = []
    problems: list[Problem] = []
    language = "eng"
    for number, frame in enumerate(frames(data), start=1):
        if budget.spent or number > budget.limits.pages:
            message = f"The pages from {number} on were not reached. Send them as a file of their own."
            problems.append(Problem("pages not reached", message, number))
            break
        budget.expect_pages(1)
        scan = read_scan(number, frame.picture, frame.width, frame.height, budget, language)
        budget.finish_page()
        pages.append(scan.page)
        problems.extend(scan.problems)
        language = scan.language
    if not any(page.pieces for page in pages) and all(problem.kind == "doubtful page" for problem in problems):
        raise NotText(
            "No words could be made out in this picture.", "Send a sharp photograph of each page, or the contract as PDF or Word file."
        )
    reader = f"picture 1 (pillow {PIL.__version__}, {version()})"
    return document_of(lay_out(pages), name=name, media_type=_media_type(data), data=data, reader=reader, problems=problems)


def frames(data: bytes) -> Iterator[Frame]:
    """The pages of a picture file; the first failure to decode one is CorruptFile, a picture of enormous size TooLarge."""
    with _opened(data) as opened:
        try:
            # Only TIFF frames are pages; a telephone's second frame is a thumbnail or a brightness map.
            for frame in ImageSequence.Iterator(opened) if opened.format == "TIFF" else [opened]:
                upright = ImageOps.exif_transpose(frame)
                yield _measured(_on_white(upright), frame.info.get("dpi"))
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise CorruptFile("This picture is damaged and cannot be decoded.") from error


def _opened(data: bytes) -> Image.Image:
    if any(mark in data[:16] for mark in _HEIC):
        import pillow_heif

        pillow_heif.register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooLarge(
            "This picture has more pixels than can be read here.", "Save it at a lower resolution; 300 dots an inch are enough."
        ) from error
    except UnidentifiedImageError as error:
        raise UnsupportedFormat("This kind of picture cannot be read here.", "Save it as JPEG, PNG or PDF and try again.") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise CorruptFile("This picture is damaged and cannot be opened.") from error


def _media_type(data: bytes) -> str:
    with _opened(data) as opened:
        return Image.MIME.get(opened.format or "", "image/*")


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture in grey or colour, as it looks on paper."""
    if picture.mode in ("L", "RGB"):
        return picture.copy()
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        colours = picture.convert("RGBA")
        paper = Image.new("RGBA", colours.size, "white")
        return Image.alpha_composite(paper, colours).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "I", "F") or picture.mode.startswith("I;") else "RGB")


def _measured(picture: Image.Image, dpi: tuple[float, float] | None) -> Frame:
    """The picture with its size: by its own resolution where that is believable, else as a page of A4 would be."""
    low, high = _PLAUSIBLE_DPI
    if dpi and low <= float(dpi[0]) <= high:
        per_point = float(dpi[0]) / POINTS
    else:
        short, long = sorted(picture.size)
        per_point = max(short / _A4[0], long / _A4[1])
    return Frame(picture, picture.width / per_point, picture.height / per_point)
