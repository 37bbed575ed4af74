"""What a paragraph is by its own properties and its style: a heading of some rank, an item of a list, a line of a table of contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contract_registry.reading.word.counting import Numbered
from contract_registry.reading.word.names import Element, child, is_on, number, tag, value
from contract_registry.reading.word.numbering import List
from contract_registry.reading.word.story import Standing
from contract_registry.reading.word.styles import StyleSheet

INSERTED, DELETED = ("w:ins", "w:moveTo"), ("w:del", "w:moveFrom")


@dataclass(frozen=True, slots=True)
class Facts:
    """`numbered_before` is the list it belonged to before the pending change `numbering`, if there is one.

    `ends_hidden` and `is_drop_capital` make the next paragraph run on.
    """

    rank: int | None
    numbered: Numbered | None
    numbered_before: Numbered | None
    numbering: Element | None
    ends_hidden: bool
    is_drop_capital: bool
    is_contents: bool


def facts(properties: Element | None, styles: StyleSheet, lists: Mapping[str, List]) -> Facts:
    """The facts of a paragraph with these properties."""
    own = child(properties, "w:numPr")
    style = value(properties, "w:pStyle")
    numbered = _numbered(own, style, styles, lists)
    numbering, frame = child(own, "w:ins"), child(properties, "w:framePr")
    return Facts(
        rank=styles.heading_rank(properties),
        numbered=numbered,
        numbered_before=numbered if numbering is None else _numbered(None, style, styles, lists),
        numbering=numbering,
        ends_hidden=is_on(child(properties, "w:rPr/w:vanish")) or is_on(child(properties, "w:rPr/w:specVanish")),
        is_drop_capital=frame is not None and frame.get(tag("w:dropCap"), "none") != "none",
        is_contents=styles.is_contents(style),
    )


def mark_of(properties: Element | None, standing: Standing) -> tuple[Standing, list[Element]]:
    """Where the end of a paragraph with these properties stands, and the pending changes that say so."""
    run = child(properties, "w:rPr")
    inserted = [each for name in INSERTED if (each := child(run, name)) is not None]
    deleted = [each for name in DELETED if (each := child(run, name)) is not None]
    mark = standing.inserted() if inserted else standing
    return (mark.deleted() if deleted else mark), inserted + deleted


def _numbered(own: Element | None, style_id: str | None, styles: StyleSheet, lists: Mapping[str, List]) -> Numbered | None:
    """List and depth are inherited each for itself; the depth of a style is the level that names it, else what it says."""
    chain = [(style.id, child(style.element, "w:pPr/w:numPr")) for style in styles.chain(style_id)]
    said = (value(own, "w:numId"), *(value(properties, "w:numId") for _, properties in chain))
    list_id = next((each for each in said if each is not None), None)
    items = lists.get(list_id or "")
    if items is None or list_id == "0":
        return None
    depth = number(own, "w:ilvl")
    for named, properties in chain:
        if depth is not None:
            break
        depth = items.level_of_style(named)
        depth = number(properties, "w:ilvl") if depth is None else depth
    return Numbered(items.id, depth or 0)
