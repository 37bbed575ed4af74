"""Reads Markdown: headings, lists with their numbers as typed, tables as rows; marks of emphasis and addresses of links are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import markdown_it
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, reference
from markdown_it.token import Token

from contract_registry.core.document import BlockKind, Document, Problem
from contract_registry.core.text import Span
from contract_registry.reading.blocks import BlockWriter, Piece, reader_name
from contract_registry.reading.encodings import decode
from contract_registry.reading.front_matter import front_matter, write_front_matter
from contract_registry.reading.limits import Budget
from contract_registry.reading.lines import is_double_spaced, lines
from contract_registry.reading.markdown_inline import has_struck_words, segments, typed_lines
from contract_registry.reading.markup import STRUCK, write_markup
from contract_registry.reading.plain import write_plain
from contract_registry.reading.titles import is_title
from contract_registry.reading.wrapping import usual_margin

_DEEPEST = 32
_LINE = re.compile(r"\r\n|\n|\r")
_TARGET = re.compile(r"\s*\[[^\]\n]*\]:\s*<?(?:[a-z][a-z0-9+.-]*:|www\.|[/#.?]|[\w-]+(?:\.[\w-]+)+(?:[/?#>\s]|$))", re.IGNORECASE)
_TIGHT_HEADING = re.compile(r"^(#{2,6})(?=[^\s#])", re.MULTILINE)
"""The start of a heading as many type it ("##Term"), which needs a blank to count as one."""


def read_markdown(data: bytes, *, name: str, budget: Budget) -> Document:
    """The text of a Markdown file as a Document; a file nested too deeply for its marks to mean anything is read as plain text."""
    decoded = decode(data)
    writer = BlockWriter()
    problems = (*decoded.problems, *write_markdown(decoded.text, writer))
    return writer.document(
        name=name,
        media_type="text/markdown",
        data=data,
        raw=decoded.text,
        reader=reader_name("markdown", f"markdown-it-py {markdown_it.__version__}"),
        limits=budget.limits,
        problems=problems,
    )


def write_markdown(text: str, writer: BlockWriter) -> tuple[Problem, ...]:
    """Write the blocks of `text`; what comes back are the troubles met."""
    start = front_matter(text)
    write_front_matter(text, start, writer)
    tokens = _parser().parse(_TIGHT_HEADING.sub(r"\1 ", text[start:]))
    if any(token.level >= _DEEPEST - 2 for token in tokens) or (is_double_spaced(lines(text[start:])) and _has_no_marks(tokens)):
        write_plain(text[start:], writer, at=start)
        return ()
    _Walk(tokens, text, start, writer).write()
    return (STRUCK,) if has_struck_words(tokens) else ()


@cache
def _parser() -> MarkdownIt:
    """CommonMark with tables. Indented paragraphs are paragraphs: contracts are indented, and hold no code."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"]).disable(["code", "text_join"])
    parser.block.ruler.at("reference", _reference)
    return parser


def _reference(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Markdown's rule for "[label]: address", kept from swallowing lines such as "[Name]: ________"."""
    line = state.src[state.bMarks[first] : state.eMarks[first] + 200]
    return _TARGET.match(line) is not None and reference(state, first, last, silent)


def _has_no_marks(tokens: Sequence[Token]) -> bool:
    """Whether a text has neither headings nor tables in Markdown, so that it reads as well without: lists are typed alike in both."""
    return not any(token.type in {"table_open", "fence"} or (token.type == "heading_open" and "#" in token.markup) for token in tokens)


class _Walk:
    """One pass over the blocks, with the lists it is inside of and the printed number still to be written."""

    def __init__(self, tokens: Sequence[Token], raw: str, start: int, writer: BlockWriter) -> None:
        self._tokens, self._raw, self._writer = tokens, raw, writer
        self._line_starts = [start, *(found.end() for found in _LINE.finditer(raw, start)), len(raw)]
        self._edge = usual_margin([stanza for token in tokens if token.type == "inline" and (stanza := typed_lines(token))])
        self._depth = -1
        self._item: Token | None = None
        self._row: list[list[Piece]] | None = None
        self._at = start

    def write(self) -> None:
        level: int | None = None
        for token in self._tokens:
            if token.type == "heading_open":
                level = int(token.tag[1])
            elif token.type == "inline":
                self._write_inline(token, level)
                level = None
            elif token.type in {"fence", "html_block"}:
                self._write_verbatim(token)
            else:
                self._move(token)

    def _move(self, token: Token) -> None:
        if token.type == "list_item_open":
            self._write_bare_number()
            self._item = token
        elif token.type == "list_item_close":
            self._write_bare_number()
        elif token.type.endswith("_list_open"):
            self._write_bare_number()
            self._depth += 1
        elif token.type.endswith("_list_close"):
            self._depth -= 1
        elif token.type == "tr_open":
            self._row = []
        elif token.type == "tr_close" and self._row is not None:
            self._writer.write_row(self._row)
            self._row = None

    def _write_inline(self, token: Token, level: int | None) -> None:
        region = self._region(token)
        found, self._at = segments(token, self._raw, Span(max(region.start, min(self._at, region.end)), region.end), self._edge)
        if self._row is not None:
            self._row.append([piece for pieces in found for piece in (*pieces, Piece(" "))])
            return
        for pieces in found:
            self._write(pieces, "heading" if level or is_title(pieces) else "paragraph", level)

    def _write(self, pieces: Sequence[Piece], kind: BlockKind, level: int | None) -> None:
        """Write a block; the first of a list item takes the item's number with it."""
        if self._item is None:
            self._writer.write(pieces, kind, level=level)
            return
        number = self._number(self._item, pieces)
        if kind == "heading":
            self._writer.write(pieces, "heading", level=level, number=number)
        else:
            self._writer.write(pieces, "item", level=self._depth, number=number)
        self._item = None

    def _write_bare_number(self) -> None:
        """Write the number of an item that has no words of its own before the next item begins."""
        if self._item is not None:
            self._write((), "item", None)

    def _number(self, item: Token, pieces: Sequence[Piece]) -> Piece | None:
        if not item.info:
            return None
        typed = item.info + item.markup
        before = next((piece.at for piece in pieces if piece.at is not None), None)
        region = self._region(item)
        at = self._raw.find(typed, region.start, before if before is not None else region.end)
        return Piece(typed, at if at >= 0 else None)

    def _write_verbatim(self, token: Token) -> None:
        self._write_bare_number()
        region = self._region(token)
        if token.type == "html_block":
            write_markup(self._raw[region.start : region.end], region.start, self._writer)
        else:
            inside = list(self._inside_fence(token))
            write_plain(self._raw[inside[0] : inside[-1]], self._writer, at=inside[0])
        self._at = region.end

    def _inside_fence(self, token: Token) -> Iterator[int]:
        """Where the lines between the fences begin and end in the raw text; a fence never closed runs to the end of its region."""
        first, last = token.map or (0, 0)
        closed = (
            self._raw[self._line_starts[last - 1] : self._line_starts[last]].strip().lstrip("> \t").startswith(token.markup)
            and last - first > 1
        )
        yield self._line_starts[min(first + 1, last)]
        yield self._line_starts[max(last - 1 if closed else last, first + 1)]

    def _region(self, token: Token) -> Span:
        """Where a block stands in the raw text."""
        first, last = token.map or (0, 0)
        top = len(self._line_starts) - 1
        return Span(self._line_starts[min(first, top)], self._line_starts[min(max(last, first), top)])
