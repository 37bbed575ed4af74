"""Works out the number that a browser prints before each item of a list."""

from __future__ import annotations

import re

from lxml.etree import _Element

from contract_registry.reading.web_visibility import style_of

_STYLE = re.compile(
    r"list-style(?:-type)?:[^;]*?\b(none|decimal|lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman|disc|circle|square)\b"
)
_UNMARKED = re.compile(r"(?:^|\s)(?:list-unstyled|list-none|unstyled|no-bullets?|nobullets?)(?:$|\s)")
_BY_TYPE = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST_ROMAN = 3999
_LETTERS = 26


class ListNumbers:
    """Counts the items of one list."""

    def __init__(self, element: _Element) -> None:
        self._numbered = element.tag == "ol"
        self._style = _style(element) or ("decimal" if self._numbered else "disc")
        self._step = -1 if element.get("reversed") is not None else 1
        items = sum(child.tag == "li" for child in element) if self._step < 0 else 1
        self._next = _whole(element.get("start"), items)

    def number(self, item: _Element) -> str | None:
        """The printed number of the next item ("3.", "iv."), None where the list prints none or a bullet."""
        count = _whole(item.get("value"), self._next)
        self._next = count + self._step
        return printed(count, _style(item) or self._style)


def printed(count: int, style: str) -> str | None:
    """`count` as a browser prints it in a list of this CSS style."""
    if style == "decimal":
        return f"{count}."
    if count <= 0:
        return None if style in {"none", "disc", "circle", "square"} else f"{count}."
    number = _letters(count) if style.endswith(("alpha", "latin")) else _roman(count) if style.endswith("roman") else None
    return f"{number.upper() if style.startswith('upper') else number}." if number else None


def _style(element: _Element) -> str | None:
    inline = _STYLE.search(style_of(element))
    if inline:
        return inline.group(1)
    if element.tag != "li" and _UNMARKED.search(element.get("class") or ""):
        return "none"
    return _BY_TYPE.get((element.get("type") or "").strip())


def _letters(count: int) -> str:
    name = ""
    while count:
        count, letter = divmod(count - 1, _LETTERS)
        name = chr(ord("a") + letter) + name
    return name


def _roman(count: int) -> str:
    if count > _LARGEST_ROMAN:
        return str(count)
    name = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        name += sign * times
    return name


def _whole(value: str | None, otherwise: int) -> int:
    found = re.match(r"\s*([+-]?\d{1,9})", value or "")
    return int(found.group(1)) if found else otherwise
