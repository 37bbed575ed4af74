"""Finds the pictures of a Word file that may be pages: scans and photographs of a contract, whose words only recognition can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contract_registry.core.document import Problem
from contract_registry.reading.limits import Limits
from contract_registry.reading.word.names import Element, R, tag, tags, whole
from contract_registry.reading.word.package import Package, open_package, target

_EMU = 914_400
_SMALLEST_SIDE, _SMALLEST_AREA = 4.0, 25.0
"""A picture of at least these inches and square inches may be a page."""

_RASTER = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_FRAMES = tags("wp", "inline anchor")
_STYLE = re.compile(r"(width|height):\s*([\d.]{1,12})(pt|in|px|cm|mm)?")
_INCHES = {"pt": 72.0, "in": 1.0, "px": 96.0, "cm": 2.54, "mm": 25.4, "": 96.0}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the file shows it: its bytes, and whether it is as large as a page may be."""

    data: bytes
    is_page: bool


def pictures(data: bytes, limits: Limits | None = None) -> list[bytes]:
    """The pictures of a Word file that may be pages, in the order of the text; all its pictures where it holds no words. Raises UnreadableFile."""
    package = open_package(data, limits or Limits())
    has_words = any((each.text or "").strip() for each in package.root.iter(tag("w:t"), tag("w:delText")))
    return [picture.data for picture in pictures_of(package, has_words=has_words)]


def pictures_of(package: Package, *, has_words: bool) -> list[Picture]:
    """The pictures that may be pages; all of them where the file has no words."""
    return [picture for picture in _shown(package) if picture.is_page or not has_words]


def picture_problems(package: Package, *, has_words: bool) -> Iterator[Problem]:
    """A problem for each picture that may be a page, since its words were not read."""
    found = pictures_of(package, has_words=has_words)
    for place, _ in enumerate(found, start=1):
        which = f"Picture {place} of {len(found)} in this file" if len(found) > 1 else "The picture in this file"
        yield Problem(
            "unreadable page", f"{which} may be a page of the contract. Its words were not read: send the page itself, or its text."
        )


def _shown(package: Package) -> Iterator[Picture]:
    seen: set[str] = set()
    for element in package.root.iter(tag("a:blip"), tag("v:imagedata")):
        part = target(package.part, element.get(f"{{{R}}}embed") or element.get(f"{{{R}}}id"))
        if part is None or part.partname in seen or not part.blob.startswith(_RASTER):
            continue
        seen.add(part.partname)
        width, height = _size(element)
        yield Picture(part.blob, min(width, height) >= _SMALLEST_SIDE and width * height >= _SMALLEST_AREA)


def _size(picture: Element) -> tuple[float, float]:
    """Width and height in inches as the text shows the picture; nought where it does not say."""
    for above in picture.iterancestors():
        if above.tag in _FRAMES:
            extent = above.find(tag("wp:extent"))
            sides = () if extent is None else (extent.get("cx"), extent.get("cy"))
            return (_inches(sides[0]), _inches(sides[1])) if sides else (0.0, 0.0)
        if above.get("style"):
            said = {side: _number(size) / _INCHES[unit] for side, size, unit in _STYLE.findall(above.get("style", ""))}
            if "width" in said and "height" in said:
                return said["width"], said["height"]
    return 0.0, 0.0


def _inches(emu: str | None) -> float:
    return (whole(emu) or 0) / _EMU


def _number(written: str) -> float:
    return float(written) if written.count(".") <= 1 and written.strip(".") else 0.0
