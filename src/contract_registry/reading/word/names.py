"""The XML names of Word files, and how their switches and numbers are written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  the type has no public name

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_V = "urn:schemas-microsoft-com:vml"
_O = "urn:schemas-microsoft-com:office:office"

_SPACES = {"w": W, "r": R, "w14": _W14, "w15": _W15, "mc": _MC, "m": _M, "a": _A, "wp": _WP, "c": _C, "dgm": _DGM, "v": _V, "o": _O}

_ON = frozenset({"1", "true", "on"})
_LONGEST_NUMBER = 9


@cache
def tag(name: str) -> str:
    """The full name of a prefixed one: "w:p" is "{http://…/main}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def tags(prefix: str, names: str) -> frozenset[str]:
    """The full names of several elements of one namespace, given in one line."""
    return frozenset(tag(f"{prefix}:{name}") for name in names.split())


VAL = tag("w:val")
CHOICE, FALLBACK = tag("mc:Choice"), tag("mc:Fallback")


def child(parent: Element | None, path: str) -> Element | None:
    """The first element at `path` ("w:pPr/w:numPr") below `parent`; None where a step is missing."""
    for step in _steps(path):
        if parent is None:
            return None
        parent = parent.find(step)
    return parent


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(map(tag, path.split("/")))


def value(parent: Element | None, path: str) -> str | None:
    """The value of the property at `path` below `parent`; None where it is not set."""
    found = child(parent, path)
    return None if found is None else found.get(VAL)


def is_on(switch: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return switch is not None and switch.get(VAL, "1").lower() in _ON


def whole(written: str | None) -> int | None:
    """The whole number that `written` holds; None for anything else, and for numbers too long to mean anything."""
    digits = (written or "").strip()
    sign = digits[:1] == "-"
    unsigned = digits[1:] if sign else digits
    if not (unsigned.isascii() and unsigned.isdigit()) or len(unsigned) > _LONGEST_NUMBER:
        return None
    return -int(unsigned) if sign else int(unsigned)


def number(parent: Element | None, path: str) -> int | None:
    """The whole number at `path` below `parent`; None where there is none."""
    return whole(value(parent, path))


def elements(parent: Element) -> Iterator[Element]:
    """The child elements of `parent`, without comments and processing instructions."""
    return (each for each in parent if isinstance(each.tag, str))
