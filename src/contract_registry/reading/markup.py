"""HTML inside other text (Markdown): which angle brackets are tags, which of them end a block, and what words stand between them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from contract_registry.core.document import Problem
from contract_registry.reading.blocks import BlockWriter, Piece

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:\s[^<>]*)?/?>|<[?!][^<>]*>", re.DOTALL)
_BLOCKS = (
    "address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "head header hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul"
)
_WITHIN = (
    "a abbr acronym b bdi bdo big button caption cite code col colgroup data del dfn em embed font i iframe img input ins kbd label link map mark "
    "meta object option output picture pre q rp rt ruby s samp select small source span strike strong style sub sup svg td template textarea "
    "th time title tt u var video wbr noscript script"
)
_APART = frozenset(_BLOCKS.split())
_KNOWN = _APART | frozenset(_WITHIN.split())
_UNSEEN = re.compile(r"<(?P<name>script|style|template)\b.*?(?:</(?P=name)\s*>|\Z)", re.DOTALL | re.IGNORECASE)
STRUCK = Problem(
    "pending changes", "Some words are struck through. They were read as if they still stood; settle with the sender whether they do."
)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def is_markup(tag: str) -> bool:
    """Whether "<…>" is a tag or comment that a browser would swallow, and not words in angle brackets such as "<Name of the Publisher>"."""
    found = _TAG.match(tag)
    return found is not None and (found["name"] is None or _names_element(found["name"]))


def comes_apart(tag: str) -> bool:
    """Whether the words before and after the tag are different blocks."""
    found = _TAG.match(tag)
    return found is not None and (found["name"] or "").lower() in _APART


def write_markup(fragment: str, at: int, writer: BlockWriter) -> None:
    """Write the words of an HTML fragment that stands at `at` in the raw text: a block for each paragraph, a row for each table row."""
    seen = _UNSEEN.sub(lambda found: " " * len(found.group()), fragment)
    cells: list[list[Piece]] = [[]]
    level: int | None = None
    for words, start, tag in _between_tags(seen):
        cells[-1].extend(_resolved(words, at + start))
        if tag in {"td", "th"}:
            cells.append([])
        elif tag in _APART:
            _write(cells, level, writer)
            cells = [[]]
            level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) and level is None else None
    _write(cells, level, writer)


def _write(cells: list[list[Piece]], level: int | None, writer: BlockWriter) -> None:
    before, *row = cells
    if row[1:]:
        writer.write_row(row if all(not piece.text.strip() for piece in before) else cells)
    else:
        writer.write([piece for cell in cells for piece in cell], "heading" if level else "paragraph", level=level)


def _between_tags(fragment: str) -> Iterator[tuple[str, int, str]]:
    """Stretches of words with their places and the name of the element that begins or ends after each ("" for comments and words in brackets)."""
    start = 0
    for tag in _TAG.finditer(fragment):
        if not is_markup(tag.group()):
            continue
        closes_cell = tag.group().startswith("</") and (tag["name"] or "").lower() in {"td", "th"}
        yield fragment[start : tag.start()], start, "" if closes_cell else (tag["name"] or "").lower()
        start = tag.end()
    yield fragment[start:], start, ""


def _resolved(words: str, at: int) -> Iterator[Piece]:
    start = 0
    for reference in _REFERENCE.finditer(words):
        yield Piece(words[start : reference.start()], at + start)
        yield Piece(html.unescape(reference.group()), at + reference.start())
        start = reference.end()
    yield Piece(words[start:], at + start)


def _names_element(name: str) -> bool:
    return name.lower() in _KNOWN or "-" in name
