"""Walks through a parsed web page and writes its blocks."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from contract_registry.core.document import Problem
from contract_registry.reading.blocks import BlockWriter, Piece
from contract_registry.reading.markup import STRUCK
from contract_registry.reading.plain import write_plain
from contract_registry.reading.raw_text import RawText
from contract_registry.reading.titles import is_title
from contract_registry.reading.web_gaps import FRAMES, hidden_text
from contract_registry.reading.web_lists import ListNumbers
from contract_registry.reading.web_tables import cells, holds_facts, marker_and_text, marker_of
from contract_registry.reading.web_visibility import UNSEEN_TAGS, is_furniture, is_hidden, is_named_furniture, words_of
from contract_registry.reading.web_words import BLOCKS, BREAK, is_bold, parts_of, seen_text, words_in
from contract_registry.reading.wrapping import ITEM

_HEADING = re.compile(r"h[1-6]$")
_SENTENCE = re.compile(r"(?:\w+\W+){7}\w+")
_DEEPEST_JUDGED = 16
_FEW_WORDS = 100


class WebPage:
    """One walk over the page: the block being gathered, the lists around it, and what was left out."""

    def __init__(self, writer: BlockWriter, raw: RawText) -> None:
        self._writer, self._raw = writer, raw
        self._pieces: list[Piece] = []
        self._bold = 0
        self._level: int | None = None
        self._lists: list[ListNumbers] = []
        self._item: str | None = None
        self._in_item = False
        self._marker: _Element | None = None
        self._hidden_words = 0
        self._struck = self._framed = False
        self._judged = 0

    def write(self, root: _Element) -> tuple[Problem, ...]:
        """Write the blocks below `root`; what comes back are the troubles met."""
        start = self._raw.length
        self._walk(root)
        self._flush()
        few_words = len(self._raw.text[start:].split()) < _FEW_WORDS
        problems = []
        if self._hidden_words:
            problems.append(hidden_text(self._hidden_words))
        if self._struck:
            problems.append(STRUCK)
        if self._framed and few_words:
            problems.append(FRAMES)
        return tuple(problems)

    def _walk(self, root: _Element) -> None:
        skipped = None
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                skipped = None if self._enter(element) else element
                if skipped is not None:
                    walk.skip_subtree()
            else:
                if element is not skipped:
                    self._leave(element)
                self._say(element.tail)

    def _enter(self, element: _Element) -> bool:
        """Take in the start of `element`; whether its inside is to be walked as well."""
        tag = element.tag
        if tag in UNSEEN_TAGS or element is self._marker:
            self._framed |= tag in {"frame", "iframe"}
            return False
        if is_hidden(element):
            self._hide(element)
            return False
        if self._judged < _DEEPEST_JUDGED and is_furniture(element):
            return False
        self._judged += 1
        if tag in {"pre", "textarea"} or (tag == "table" and holds_facts(element)):
            self._flush()
            self._write_whole(element)
            self._judged -= 1
            return False
        self._open(element)
        self._say(element.text)
        return True

    def _open(self, element: _Element) -> None:
        tag = element.tag
        if tag in BLOCKS:
            self._flush()
        self._bold += is_bold(element)
        self._struck |= tag in {"s", "strike", "del"}
        if tag == "br":
            self._pieces.append(BREAK)
        elif tag == "q":
            self._pieces.append(Piece("“"))
        elif _HEADING.match(tag):
            self._level = int(tag[1])
        elif tag in {"ol", "ul", "menu", "dir"}:
            self._lists.append(ListNumbers(element))
        elif tag == "li":
            self._begin_item(self._lists[-1].number(element) if self._lists else None)
        elif tag == "tr" and (pair := marker_and_text(list(cells(element)))):
            self._marker = pair[0]
            self._begin_item(marker_of(self._marker))

    def _begin_item(self, number: str | None) -> None:
        """The next block is an item with this printed number; a number that waits for words of its own comes before it."""
        self._item, self._in_item = " ".join(filter(None, (self._item, number))) or None, True

    def _leave(self, element: _Element) -> None:
        tag = element.tag
        self._judged -= 1
        if tag == "q":
            self._pieces.append(Piece("”"))
        if tag in BLOCKS:
            self._flush()
        self._bold -= is_bold(element)
        if tag in {"ol", "ul", "menu", "dir"}:
            self._lists.pop()
        elif tag in {"li", "tr"}:
            self._in_item, self._item = False, None
        elif _HEADING.match(tag):
            self._level = None

    def _say(self, words: str | None) -> None:
        if words:
            self._pieces.append(Piece(words, self._raw.add(words), self._bold > 0))

    def _hide(self, element: _Element) -> None:
        words = words_of(element)
        if _SENTENCE.search(words) and not is_named_furniture(element):
            self._hidden_words += len(words.split())

    def _flush(self) -> None:
        """Write what was gathered, as one block or, at line breaks that set things apart, as several."""
        pieces, self._pieces = self._pieces, []
        for part in parts_of(pieces):
            words = words_in(part)
            if words:
                self._raw.add("\n")
                self._write(part, words, as_title=is_title(part))

    def _write(self, pieces: list[Piece], words: str, *, as_title: bool) -> None:
        number = Piece(self._item) if self._item and not ITEM.match(f"{words} ") else None
        if self._level or (as_title and not self._in_item):
            self._writer.write(pieces, "heading", level=self._level, number=number)
        elif self._in_item:
            self._writer.write(pieces, "item", level=max(len(self._lists) - 1, 0), number=number)
        else:
            self._writer.write(pieces)
        self._item, self._in_item = None, False

    def _write_whole(self, element: _Element) -> None:
        if element.tag != "table":
            words = words_of(element)
            if element.tag == "pre" or _SENTENCE.search(words):
                write_plain(words, self._writer, at=self._raw.add(f"{words}\n"))
            return
        for part in element.iter("caption", "tr"):
            row = [[self._taken(cell)] for cell in cells(part)] if part.tag == "tr" else []
            if part.tag == "tr" and len(row) > 1:
                self._writer.write_row(row)
            else:
                self._writer.write([self._taken(part)] if part.tag == "caption" else row[0] if row else [])

    def _taken(self, element: _Element) -> Piece:
        """All words of a cell, the paragraphs in it set apart by a blank."""
        words = "".join(seen_text(element))
        return Piece(words, self._raw.add(f"{words}\n"))
