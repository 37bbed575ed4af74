"""One pass over the words: which phrases of the vocabulary (and of this document's own parties and defined terms) stand where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from spacy.attrs import IDX, LENGTH, NORM
from spacy.tokens import Doc

from contract_registry.core.scanning.language import Words, is_mark

SEEN_THROUGH = frozenset({"-", "\u2010", "\u2011", "'", '"', "`", "´", "*", "_", "/"})
"""Marks that do not part the words of a phrase: "royalty-free" is "royalty free", and so-called “moral” rights are moral rights."""


class Tokens:
    """The tokens of a whole text as plain lists: where each begins and ends, its normal form, and how many words came before it.

    `seen` are the numbers of the tokens that phrases are made of: all but the marks that are seen through.
    """

    __slots__ = ("ends", "norms", "seen", "starts", "words_before")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.norms: list[str] = []
        self.words_before: list[int] = []
        self.seen: list[int] = []

    def add(self, doc: Doc, offset: int) -> None:
        """Append the tokens of `doc`, whose text begins at `offset` of the whole."""
        first = len(self.starts)
        table = doc.to_array([IDX, LENGTH, NORM])
        self.starts += (table[:, 0] + offset).tolist()
        self.ends += (table[:, 0] + table[:, 1] + offset).tolist()
        strings = doc.vocab.strings
        norms = [strings[key] for key in table[:, 2].tolist()]
        self.norms += norms
        self.seen += [number for number, norm in enumerate(norms, first) if norm not in SEEN_THROUGH]
        before = self.words_before[-1] + (not is_mark(self.norms[first - 1])) if first else 0
        for norm in norms:
            self.words_before.append(before)
            before += not is_mark(norm)


class PhraseFinder:
    """Finds every phrase of a fixed list at once, by a tree of words: the cost follows the text, not the number of phrases."""

    def __init__(self, words: Words, phrases: Mapping[str, Iterable[str]]) -> None:
        self._tree: dict[str, Any] = {}
        for name, ways in phrases.items():
            for way in ways:
                node = self._tree
                for norm in words.norms(way):
                    if norm not in SEEN_THROUGH:
                        node = node.setdefault(norm, {})
                if node is not self._tree:
                    node.setdefault("", {})[name] = None

    def __call__(self, tokens: Tokens) -> list[tuple[int, int, str]]:
        """What is said, as (first token, token after the last, name), in the order of the text."""
        seen, norms, tree = tokens.seen, tokens.norms, self._tree
        spoken = [norms[number] for number in seen]
        found: list[tuple[int, int, str]] = []
        for at, norm in enumerate(spoken):
            node = tree.get(norm)
            further = at
            while node is not None:
                if "" in node:
                    last = seen[further] + 1
                    found += [(seen[at], last, name) for name in node[""]]
                further += 1
                node = node.get(spoken[further]) if further < len(spoken) else None
        return found
