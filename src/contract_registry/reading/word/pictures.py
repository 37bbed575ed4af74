"""Finds the pictures of a Word file that may be pages: scans and photographs of a contract, whose words only recognition can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.reading.limits import Limits
from contract_registry.reading.word.names import Element, R, tag, tags, whole
from contract_registry.reading.word.package import Package, open_package, target

_EMU = 914_400
_SIDE, _AREA = 4.0, 25.0
"""A picture of at least these inches and square inches may be a page."""
_FEW_WORDS, _SMALL_SIDE = 30, 2.0
"""Beside fewer words than this, a picture may be a page from these inches on."""

_RASTER = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_FRAMES = tags("wp", "inline anchor")
_STYLE = re.compile(r"(width|height):\s*([\d.]{1,12})(pt|in|px|cm|mm)?")
_INCHES = {"pt": 72.0, "in": 1.0, "px": 96.0, "cm": 2.54, "mm": 25.4, "": 96.0}


def pictures(data: bytes, limits: Limits | None = None) -> list[bytes]:
    """The pictures of a Word file that may be pages, in the order of the text. Raises UnreadableFile."""
    return list(pictures_of(open_package(data, limits or Limits())))


def pictures_of(package: Package) -> Iterator[bytes]:
    """The pictures that may be pages: large ones beside a text, smaller ones beside a few words, any where there are no words."""
    words = sum(len((each.text or "").split()) for each in package.root.iter(tag("w:t"), tag("w:delText")))
    side, area = (0.0, 0.0) if not words else (_SMALL_SIDE, 0.0) if words < _FEW_WORDS else (_SIDE, _AREA)
    for picture, width, height in _shown(package):
        if min(width, height) >= side and width * height >= area:
            yield picture


def _shown(package: Package) -> Iterator[tuple[bytes, float, float]]:
    """The photographs and scans in the text, each once, with the width and height in inches at which it is shown."""
    seen: set[str] = set()
    for element in package.root.iter(tag("a:blip"), tag("v:imagedata")):
        part = target(package.part, element.get(f"{{{R}}}embed") or element.get(f"{{{R}}}id"))
        if part is not None and part.partname not in seen and part.blob.startswith(_RASTER):
            seen.add(part.partname)
            yield (part.blob, *_size(element))


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
