"""Reads the inside of a Markdown block: emphasis and link targets dropped, escapes resolved, each word traced to where it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from contract_registry.core.text import Span
from contract_registry.reading.blocks import Piece
from contract_registry.reading.lines import Line
from contract_registry.reading.markup import comes_apart, is_markup
from contract_registry.reading.titles import is_title
from contract_registry.reading.wrapping import splits_off

_REFERENCE = re.compile(r"\]\s?\[[^\]\n]{0,999}\]")
_INLINE_TARGET = re.compile(r"\]\(\s*")
_DECORATION = re.compile(r"[*_\\`]+")
_ENDS_BOLD = {"strong_open": 1, "strong_close": -1}


def typed_lines(token: Token) -> list[Line]:
    """The lines of a block as they were typed, without the marks of the quotations and lists around it."""
    return [Line(0, words.strip()) for words in token.content.split("\n") if words.strip()]


def segments(token: Token, raw: str, region: Span, edge: int | None) -> tuple[list[list[Piece]], int]:
    """The words of a block, apart at hard breaks and wherever a new clause begins on a line of its own; and where in `raw` they end.

    `region` is where the block stands in `raw`, `edge` the column at which the text is wrapped.
    """
    aligned = _Aligned(raw, region)
    found: list[list[Piece]] = [[]]
    typed, row = [*token.content.split("\n"), ""], 0
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            above, below = (Line(0, _DECORATION.sub("", words).strip()) for words in typed[row : row + 2])
            row += 1
            if is_title(found[-1]) or splits_off(above, below, edge, typed_break=child.type == "hardbreak"):
                found.append([])
            else:
                found[-1].append(Piece(" "))
        elif child.type == "html_inline" and comes_apart(child.content):
            found.append([])
        else:
            found[-1].extend(aligned.pieces(child))
    return found, aligned.at


def has_struck_words(tokens: Sequence[Token]) -> bool:
    return any(child.type == "s_open" for token in tokens for child in token.children or ())


class _Aligned:
    """Finds, one after the other, where the words of a block were typed: `at` moves through the raw text and never back."""

    def __init__(self, raw: str, region: Span) -> None:
        self._raw, self.at, self._end = raw, region.start, region.end
        self._bold = 0

    def pieces(self, child: Token) -> Iterator[Piece]:
        self._bold += _ENDS_BOLD.get(child.type, 0)
        if child.type in {"text", "code_inline"} or (child.type == "html_inline" and not is_markup(child.content)):
            yield self._found(child.content, child.content)
        elif child.type == "html_inline":
            self._found(child.content, child.content)
        elif child.type == "text_special":
            yield self._found(child.content, child.markup, 1 if child.info == "escape" else 0)
        elif child.type == "link_close":
            self._pass_target()

    def _found(self, words: str, typed: str, skipped: int = 0) -> Piece:
        place = self._raw.find(typed, self.at, self._end) if typed else -1
        if place < 0:
            return Piece(words, None, self._bold > 0)
        self.at = place + len(typed)
        return Piece(words, place + skipped, self._bold > 0)

    def _pass_target(self) -> None:
        """Step over "](address "title")" or "][reference]", so that words of the address are not taken for the text's."""
        inline = _INLINE_TARGET.match(self._raw, self.at, self._end)
        reference = _REFERENCE.match(self._raw, self.at, self._end)
        if inline:
            target = parseLinkDestination(self._raw, inline.end(), self._end)
            self.at = target.pos if target.ok else inline.end()
            title = parseLinkTitle(self._raw, min(self.at + 1, self._end), self._end)
            self.at = title.pos if title.ok else self.at
        elif reference:
            self.at = reference.end()
