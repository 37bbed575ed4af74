"""One pass over the words: which phrases of the vocabulary (and of this document's own parties and defined terms) stand where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.attrs import IDX, LENGTH, NORM
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from contract_registry.core.scanning.language import Words, is_mark


class PhraseFinder:
    """Finds every phrase of a fixed list at once. `names` maps what is found to the concepts it says."""

    def __init__(self, words: Words, phrases: Mapping[str, Iterable[str]]) -> None:
        self._matcher = PhraseMatcher(words.vocab, attr="NORM")
        self._names: dict[int, str] = {}
        for name, ways in phrases.items():
            docs = [doc for way in ways if len(doc := words(way))]
            if docs:
                self._matcher.add(name, docs)
                self._names[words.vocab.strings[name]] = name

    def __call__(self, doc: Doc) -> list[tuple[int, int, str]]:
        """What is said, as (first token, token after the last, name), in the order of the text."""
        names = self._names
        return sorted((start, end, names[key]) for key, start, end in self._matcher(doc))


class Tokens:
    """The tokens of a whole text as plain lists: where each begins and ends, its normal form, and how many words came before it."""

    __slots__ = ("ends", "norms", "starts", "words_before")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.norms: list[str] = []
        self.words_before: list[int] = []

    def add(self, doc: Doc, offset: int) -> int:
        """Append the tokens of `doc`, whose text begins at `offset` of the whole; the number of its first token comes back."""
        first = len(self.starts)
        table = doc.to_array([IDX, LENGTH, NORM])
        starts = (table[:, 0] + offset).tolist()
        self.starts += starts
        self.ends += (table[:, 0] + table[:, 1] + offset).tolist()
        strings = doc.vocab.strings
        norms = [strings[key] for key in table[:, 2].tolist()]
        self.norms += norms
        before = self.words_before[-1] + (not is_mark(self.norms[first - 1])) if first else 0
        for norm in norms:
            self.words_before.append(before)
            before += not is_mark(norm)
        return first
