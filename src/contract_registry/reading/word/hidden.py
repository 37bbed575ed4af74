"""Tells words that the file holds and nobody sees: hidden ones, white ones on white, and print too small to read."""

from __future__ import annotations

from contract_registry.reading.word.names import Element, child, is_on, number, tag, value
from contract_registry.reading.word.styles import StyleSheet

SMALLEST = 4
"""Print of this size and below is invisible in effect; Word counts in half points."""

_WHITE = "FFFFFF"
_NO_GROUND = frozenset({"auto", _WHITE})


def is_hidden(run: Element | None, paragraph: Element | None, styles: StyleSheet, *, is_dark: bool) -> bool:
    """Whether words with these run and paragraph properties are in the file but not to be seen on paper."""
    style = value(paragraph, "w:pStyle")
    if is_on(styles.run_property(run, style, "w:vanish")):
        return True
    size = styles.run_property(run, style, "w:sz")
    if size is not None and (number(size.getparent(), "w:sz") or SMALLEST + 1) <= SMALLEST:
        return True
    colour = styles.run_property(run, style, "w:color")
    is_white = colour is not None and colour.get(tag("w:val"), "").upper() == _WHITE
    return is_white and not is_dark and not _on_a_ground(run, paragraph, styles)


def is_ground(shading: Element | None) -> bool:
    """Whether a shading puts a colour behind the words."""
    if shading is None:
        return False
    fill, pattern = shading.get(tag("w:fill"), "auto").upper(), shading.get(tag("w:val"), "clear")
    return fill not in {each.upper() for each in _NO_GROUND} or pattern not in {"clear", "nil"}


def _on_a_ground(run: Element | None, paragraph: Element | None, styles: StyleSheet) -> bool:
    style = value(paragraph, "w:pStyle")
    if (value(run, "w:highlight") or "none") not in {"none", "white"}:
        return True
    return is_ground(styles.run_property(run, style, "w:shd")) or is_ground(styles.paragraph_property(paragraph, "w:shd"))


def table_is_dark(table: Element, styles: StyleSheet) -> bool:
    """Whether some style of the table may put a colour behind its cells."""
    named = value(child(table, "w:tblPr"), "w:tblStyle")
    grounds = (each for style in (styles.chain(named) if named in styles.styles else ()) for each in style.element.iter(tag("w:shd")))
    return is_ground(child(table, "w:tblPr/w:shd")) or any(is_ground(each) for each in grounds)
