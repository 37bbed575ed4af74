"""What a Word file's lists are: for each list and level the form of its number, where it starts and when it starts again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from contract_registry.reading.word.names import FALLBACK, Element, child, is_on, number, tag, value, whole
from contract_registry.reading.word.styles import StyleSheet

LEVELS = 9
_LONGEST_TEXT = 100
_PADDED = re.compile(r"(0*1)\s*,")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `text` is the printed pattern ("%1.%2"), `width` the digits to which numbers are filled with zeros.

    It starts again after an item of a higher level; where `restart` is given, only after one of the levels before it (0: never).
    """

    start: int = 0
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    width: int = 0
    style: str = ""

    @property
    def is_bullet(self) -> bool:
        return self.form == "bullet"


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs can belong to. All lists that share `counter` count on from each other; `restarts` holds where this one breaks off."""

    id: str
    counter: str
    levels: Mapping[int, Level]
    restarts: Mapping[int, int] = field(default_factory=dict)

    def level_of_style(self, style_id: str | None) -> int | None:
        """The level whose items are the paragraphs of this style; None where no level names it."""
        return next((depth for depth, level in self.levels.items() if style_id and level.style == style_id), None)


def read_numbering(root: Element | None, styles: StyleSheet) -> Mapping[str, List]:
    """The lists of a numbering part by id; none where the file has no such part."""
    if root is None:
        return {}
    abstract = {each.get(tag("w:abstractNumId"), ""): each for each in root.iter(tag("w:abstractNum"))}
    lists = {each.get(tag("w:numId"), ""): each for each in root.iter(tag("w:num"))}
    return {
        id_: _list(id_, each, _resolved(value(each, "w:abstractNumId") or "", abstract, lists, styles), abstract)
        for id_, each in lists.items()
    }


def _resolved(id_: str, abstract: Mapping[str, Element], lists: Mapping[str, Element], styles: StyleSheet) -> str:
    """The id of the definition that an abstract list stands for, which may be another's, by way of a list style."""
    seen: set[str] = set()
    while id_ not in seen:
        seen.add(id_)
        style = value(abstract.get(id_), "w:numStyleLink")
        by_style = styles.styles.get(style) if style else None
        other = lists.get(value(by_style.element, "w:pPr/w:numPr/w:numId") or "") if by_style else None
        linked = next((key for key, each in abstract.items() if style and value(each, "w:styleLink") == style), None)
        id_ = (value(other, "w:abstractNumId") if other is not None else None) or linked or id_
    return id_


def _list(id_: str, element: Element, counter: str, abstract: Mapping[str, Element]) -> List:
    levels = _levels(abstract[counter]) if counter in abstract else {}
    restarts = {}
    for override in element.iter(tag("w:lvlOverride")):
        depth = whole(override.get(tag("w:ilvl")))
        if depth is None:
            continue
        levels = {**levels, **_levels(override)}
        start = number(override, "w:startOverride")
        if start is not None:
            restarts[depth] = start
    started = {depth: replace(level, start=restarts.get(depth, level.start)) for depth, level in levels.items()}
    return List(id_, counter, started, restarts)


def _levels(parent: Element) -> dict[int, Level]:
    found = {}
    for element in parent.iter(tag("w:lvl")):
        depth = whole(element.get(tag("w:ilvl")))
        if depth is not None and 0 <= depth < LEVELS:
            found[depth] = _level(element)
    return found


def _level(element: Element) -> Level:
    form, width = _form(element)
    is_hidden = is_on(child(element, "w:rPr/w:vanish"))
    return Level(
        start=number(element, "w:start") or 0,
        form=form,
        text="" if is_hidden else (value(element, "w:lvlText") or "")[:_LONGEST_TEXT],
        restart=number(element, "w:lvlRestart"),
        is_legal=is_on(child(element, "w:isLgl")),
        width=width,
        style=value(element, "w:pStyle") or "",
    )


def _form(element: Element) -> tuple[str, int]:
    """The number format and the digits to fill up to: newer formats ("001, 002, …") come with an older one to fall back on."""
    formats = list(element.iter(tag("w:numFmt")))
    for each in formats:
        padded = _PADDED.match(each.get(tag("w:format"), ""))
        if padded:
            return "decimal", len(padded[1])
    older = next(
        (each for each in formats if (parent := each.getparent()) is not None and parent.tag == FALLBACK), formats[0] if formats else None
    )
    return ("decimal" if older is None else older.get(tag("w:val"), "decimal")), 0
