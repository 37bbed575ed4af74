"""What a Word file's styles say of its paragraphs and words, each style falling back on the one it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from contract_registry.reading.word.names import Element, child, number, tag, value

_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc \d|table of figures|table of authorities|toa heading)", re.IGNORECASE)
_DEEPEST_OUTLINE = 8
_LONGEST_CHAIN = 40
"""No word processor lets styles stand on more others than this; a file that does is not worth the time."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its name as Word shows it, and its own XML."""

    id: str
    name: str
    element: Element
    parent: str | None


@dataclass(frozen=True)
class StyleSheet:
    """All styles by id; the default paragraph style, and the default run properties under all of them.

    `inherited` keeps what styles give to runs, since a file asks the same few questions for each of its runs.
    """

    styles: Mapping[str, Style] = field(default_factory=dict)
    default_paragraph: str | None = None
    default_run: Element | None = None
    inherited: dict[tuple[str | None, str | None, str], Element | None] = field(default_factory=dict, compare=False)

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style, the one it is based on, and so forth; the default paragraph style first of all where `style_id` is None."""
        seen: set[str] = set()
        at = style_id if style_id in self.styles else self.default_paragraph
        while at is not None and at in self.styles and at not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(at)
            yield self.styles[at]
            at = self.styles[at].parent

    def paragraph_property(self, properties: Element | None, name: str) -> Element | None:
        """A paragraph's property ("w:outlineLvl"): its own, else its style's."""
        own = child(properties, name)
        if own is not None:
            return own
        chain = self.chain(value(properties, "w:pStyle"))
        return next((found for style in chain if (found := child(style.element, f"w:pPr/{name}")) is not None), None)

    def run_property(self, properties: Element | None, paragraph_style: str | None, name: str) -> Element | None:
        """A run's property ("w:vanish"): its own, else its character style's, its paragraph style's, the file's default."""
        own = child(properties, name)
        if own is not None:
            return own
        key = (value(properties, "w:rStyle"), paragraph_style, name)
        if key not in self.inherited:
            self.inherited[key] = self._inherited(*key)
        return self.inherited[key]

    def heading_rank(self, properties: Element | None) -> int | None:
        """The rank of a heading, 1 the highest; None for other paragraphs."""
        outline = number(self._outline(properties), "w:outlineLvl")
        if outline is not None:
            return outline + 1 if 0 <= outline <= _DEEPEST_OUTLINE else None
        for style in self.chain(value(properties, "w:pStyle")):
            named = _HEADING.fullmatch(style.name)
            if named or style.name.lower() == "title":
                return max(int(named[1]), 1) if named else 1
        return None

    def is_contents(self, style_id: str | None) -> bool:
        """Whether paragraphs of this style are lines of a table of contents."""
        return style_id is not None and any(_CONTENTS.fullmatch(style.name) for style in self.chain(style_id))

    def _inherited(self, run_style: str | None, paragraph_style: str | None, name: str) -> Element | None:
        styles = (*(self.chain(run_style) if run_style in self.styles else ()), *self.chain(paragraph_style))
        found = next((found for style in styles if (found := child(style.element, f"w:rPr/{name}")) is not None), None)
        return found if found is not None else child(self.default_run, name)

    def _outline(self, properties: Element | None) -> Element | None:
        found = self.paragraph_property(properties, "w:outlineLvl")
        return None if found is None else found.getparent()


def read_styles(root: Element | None) -> StyleSheet:
    """The styles of a styles part; none where the file has no such part."""
    if root is None:
        return StyleSheet()
    styles: dict[str, Style] = {}
    default = None
    for element in root.iter(tag("w:style")):
        style_id = element.get(tag("w:styleId"), "")
        styles.setdefault(style_id, Style(style_id, value(element, "w:name") or "", element, value(element, "w:basedOn")))
        if element.get(tag("w:type")) == "paragraph" and element.get(tag("w:default"), "0") in {"1", "true", "on"}:
            default = style_id
    return StyleSheet(styles, default, child(root, "w:docDefaults/w:rPrDefault/w:rPr"))
