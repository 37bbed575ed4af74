"""Reads plain text: wrapped lines are joined into paragraphs; headings, lists, addresses, verse and tables stay line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_registry.core.document import Document, Source
from contract_registry.reading.blocks import BlockWriter, Piece, reader_name
from contract_registry.reading.encodings import decode
from contract_registry.reading.front_matter import front_matter, write_front_matter
from contract_registry.reading.hyphens import Vocabulary, joint, vocabulary
from contract_registry.reading.limits import Budget
from contract_registry.reading.lines import Line, lines, single_spaced, stanzas
from contract_registry.reading.plain_tables import rows
from contract_registry.reading.running_heads import furniture
from contract_registry.reading.wrapping import margin, runs_on, usual_margin

_RULE = re.compile(r"(?P<mark>[-=~#*─═—+.·_^])(?:\s?(?P=mark)){2,}[+|]?$")
_BULLET = re.compile(r"[-*+•◦▪▫●○■□‣⁃·–—]\s+(?=\S)")
_FILING_TAG = re.compile(r"</?(?:TABLE|CAPTION|S|C|FN|TEXT|DOCUMENT|TYPE|SEQUENCE|FILENAME|DESCRIPTION)>(?:\s*<[SC]>)*", re.IGNORECASE)


def read_plain(data: bytes, *, name: str, budget: Budget) -> Document:
    """The text of a plain-text file as a Document; where its encoding was guessed, a problem says so."""
    decoded = decode(data)
    writer = BlockWriter()
    start = front_matter(decoded.text)
    write_front_matter(decoded.text, start, writer)
    write_plain(decoded.text[start:], writer, at=start)
    return writer.document(
        name=name,
        media_type="text/plain",
        data=data,
        raw=decoded.text,
        reader=reader_name("plain text"),
        limits=budget.limits,
        problems=decoded.problems,
    )


def write_plain(text: str, writer: BlockWriter, *, at: int = 0, flowed: bool = False) -> None:
    """Write the blocks of `text`, which stands at `at` in the raw text; `flowed` is the e-mail format that marks its own soft breaks."""
    every = single_spaced(lines(text, at=at, flowed=flowed, quotes=True))
    on_the_page = furniture(every)
    body = [Line(line.start, "") if place in on_the_page else line for place, line in enumerate(every)]
    usual = None if flowed else usual_margin(list(stanzas(body)))
    words = vocabulary([line for line in body if line.text])
    for source, stanza in _in_order(every, on_the_page):
        if source == "body":
            _write_stanza(stanza, writer, None if flowed else margin(stanza, usual), words)
        else:
            writer.write([Piece(stanza[0].text, stanza[0].start)], source=source)


def _in_order(every: Sequence[Line], on_the_page: dict[int, Source]) -> Iterator[tuple[Source, list[Line]]]:
    """The stanzas of the body and, one by one, the lines of the page, in the order of the text."""
    start = 0
    for place, source in on_the_page.items():
        yield from (("body", stanza) for stanza in stanzas(every[start:place]))
        yield source, [every[place]]
        start = place + 1
    yield from (("body", stanza) for stanza in stanzas(every[start:]))


def _write_stanza(stanza: Sequence[Line], writer: BlockWriter, edge: int | None, words: Vocabulary) -> None:
    table = rows(stanza)
    paragraph: list[Line] = []
    outer: list[int] = []
    for place, line in enumerate(stanza):
        underline = _underlines(stanza, place)
        if paragraph and (place in table or underline or _RULE.match(line.text) or not runs_on(paragraph, line, edge)):
            _write_paragraph(paragraph, writer, words, outer)
            paragraph = []
        if place in table:
            writer.write_row([[cell] for cell in table[place]])
        elif underline:
            writer.write([Piece(line.text, line.start)], "heading", level=underline)
        elif not _is_ruled(line):
            paragraph.append(_without_tag(line))
    if paragraph:
        _write_paragraph(paragraph, writer, words, outer)


def _write_paragraph(paragraph: Sequence[Line], writer: BlockWriter, words: Vocabulary, outer: list[int]) -> None:
    """Write one paragraph; `outer` keeps the columns of the bullets around the one at hand, so that nested lists know their depth."""
    bullet = _BULLET.match(paragraph[0].text)
    if not bullet:
        writer.write(_joined(paragraph, words))
        return
    while outer and outer[-1] >= paragraph[0].indent:
        outer.pop()
    first = paragraph[0]
    rest = Line(first.start + bullet.end(), first.text[bullet.end() :], first.indent)
    writer.write(_joined([rest, *paragraph[1:]], words), "item", level=len(outer))
    outer.append(first.indent)


def _joined(paragraph: Sequence[Line], words: Vocabulary) -> Iterator[Piece]:
    for place, line in enumerate(paragraph):
        if place + 1 == len(paragraph):
            yield Piece(line.text, line.start)
            return
        between, cut = joint(line.text, paragraph[place + 1].text, words)
        yield Piece(line.text[: len(line.text) - cut], line.start)
        yield Piece(between)


def _underlines(stanza: Sequence[Line], place: int) -> int | None:
    """The rank of the heading at `place` when the next line only underlines it and nothing stands above it."""
    above_is_free = place == 0 or _is_ruled(stanza[place - 1])
    below = stanza[place + 1].text if place + 1 < len(stanza) else ""
    if not above_is_free or _is_ruled(stanza[place]) or not _is_ruled_text(below) or len(below) > 2 * len(stanza[place].text) + 4:
        return None
    return 1 if below[0] in "=#*═" else 2


def _is_ruled(line: Line) -> bool:
    return _is_ruled_text(line.text)


def _is_ruled_text(text: str) -> bool:
    """Whether a line only draws a rule; a blank to be signed on (underscores) is text, and so are asterisks set apart ("* * *": left out)."""
    return _RULE.match(text) is not None and text[0] != "_" and not text.startswith("* *")


def _without_tag(line: Line) -> Line:
    """`line` without the mark-up that filings put around their tables."""
    tag = _FILING_TAG.match(line.text)
    if not tag:
        return line
    rest = line.text[tag.end() :].lstrip()
    return Line(line.start + len(line.text) - len(rest), rest, line.indent)
