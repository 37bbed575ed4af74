"""One pass over the words: which phrases of the vocabulary (and of this document's own parties and defined terms) stand where."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH, NORM
from spacy.tokens import Doc

from contract_registry.core.scanning.language import is_mark
from contract_registry.core.scanning.misread import SHORTEST, SHORTEST_MEANT, outline, outlines
from contract_registry.core.scanning.phrase_tree import ANY, SEEN_THROUGH, WORD_BITS, PhraseTree
from contract_registry.core.text import Span

_LEFT_OUT, _LINE = "·", "_"
Numbers = NDArray[np.int64]
"""Numbers of tokens or of nodes, one for each place of the text that is looked at."""
BUT_NOT = "!"
"""Before the name of a concept: a phrase inside which its words do not mean it."""


class Tokens:
    """The tokens of a whole text as plain lists: where each begins and ends, its normal form, and whether it is a word (1) or a mark (0).

    `words_before` has one number more than there are tokens: how many words come before each, and in all. `seen` are the numbers of the
    tokens that phrases are made of: all but the marks that are seen through. `forms` are the different normal forms, and `form_of` says
    for each token which of them it has.
    """

    __slots__ = ("are_words", "ends", "form_of", "forms", "norms", "seen", "starts", "words_before")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.norms: list[str] = []
        self.are_words: list[int] = []
        self.words_before: list[int] = [0]
        self.seen: list[int] = []
        self.forms: list[str] = [_LEFT_OUT]
        self.form_of: Numbers = np.zeros(0, dtype=np.int64)

    def add(self, doc: Doc, offset: int) -> None:
        """Append the tokens of `doc`, whose text begins at `offset` of the whole."""
        first = len(self.starts)
        table = doc.to_array([IDX, LENGTH, NORM])
        starts = table[:, 0].astype(np.int64) + offset
        self.starts += starts.tolist()
        self.ends += (starts + table[:, 1].astype(np.int64)).tolist()
        keys, of_token = np.unique(table[:, 2], return_inverse=True)
        distinct = [doc.vocab.strings[key] for key in keys.tolist()]
        self.form_of = np.append(self.form_of, of_token + len(self.forms))
        self.forms += distinct
        self.norms += np.array(distinct, dtype=object)[of_token].tolist()
        are_words = np.array([not is_mark(norm) for norm in distinct], dtype=np.int64)[of_token]
        self.are_words += are_words.tolist()
        self.words_before += (np.cumsum(are_words) + self.words_before[-1]).tolist()
        seen_through = np.array([norm in SEEN_THROUGH for norm in distinct], dtype=bool)[of_token]
        lines = np.array([norm == _LINE for norm in distinct], dtype=bool)[of_token]
        for number in np.flatnonzero(lines).tolist():
            seen_through[number] = not self._joins(first + number)
        self.seen += (np.flatnonzero(~seen_through) + first).tolist()

    def numbers_of(self, forms: AbstractSet[str]) -> Numbers:
        """The numbers of the tokens that have one of these normal forms."""
        are_meant = np.array([form in forms for form in self.forms], dtype=bool)
        return np.flatnonzero(are_meant[self.form_of])

    def leave_out(self, spans: Sequence[Span]) -> None:
        """Let the tokens in these spans of the text be no words and part no phrase: what the page has between the parts of a sentence."""
        left_out: set[int] = set()
        for span in spans:
            left_out.update(range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)))
        if left_out:
            for number in left_out:
                self.norms[number], self.are_words[number], self.form_of[number] = _LEFT_OUT, 0, 0
            self.words_before = [0, *accumulate(self.are_words)]
            self.seen = [number for number in self.seen if number not in left_out]

    def _joins(self, number: int) -> bool:
        """Whether a line is one in a name for machines ("consent_ai_twin"), which is no phrase; one that marks emphasis stands at an end."""
        if not 0 < number < len(self.starts) - 1:
            return False
        return self.ends[number - 1] == self.starts[number] and self.ends[number] == self.starts[number + 1]


class Said(NamedTuple):
    """A phrase said from token `first` up to (not including) token `last`, and the concepts it speaks of."""

    first: int
    last: int
    concepts: tuple[str, ...]


class Columns(NamedTuple):
    """Phrases that are said, in the order of the text, by columns: first tokens, the tokens after the last, and which of `concepts` each speaks of."""

    firsts: Numbers
    lasts: Numbers
    meanings: Numbers
    concepts: Sequence[tuple[str, ...]]

    def said(self, rows: NDArray[np.bool_] | None = None) -> list[Said]:
        """The phrases one by one; those of `rows` alone, where given."""
        chosen = (self.firsts, self.lasts, self.meanings) if rows is None else (self.firsts[rows], self.lasts[rows], self.meanings[rows])
        firsts, lasts, meanings = (column.tolist() for column in chosen)
        return list(map(Said, firsts, lasts, map(self.concepts.__getitem__, meanings)))


class PhraseFinder:
    """Finds every phrase of a tree at once, of those said in `languages`: the cost follows the text, not the number of phrases.

    All places of the text go from word to word together, and those at which no phrase goes on are left behind; most are after two words.
    """

    def __init__(self, tree: PhraseTree, languages: Iterable[str] = ()) -> None:
        spoken = {ANY, *languages}
        self._numbers = {
            word: number for number, (word, said_in) in enumerate(zip(tree.words, tree.languages, strict=True), 1) if spoken & said_in
        }
        meant = [tuple(dict.fromkeys(name for name, language in meanings if language in spoken)) for meanings in tree.meanings]
        self._concepts = [meant[number] for number in tree.says]
        self._says = np.fromiter(map(bool, self._concepts), bool, len(self._concepts))
        steps = np.fromiter(tree.branches.keys(), np.int64, len(tree.branches))
        order = np.argsort(steps)
        self._steps = steps[order]
        self._onward = np.fromiter(tree.branches.values(), np.int64, len(tree.branches))[order]
        self._outlines = _by_outline(self._numbers)

    def __call__(self, tokens: Tokens) -> Columns:
        """What is said, in the order of the text."""
        nothing = np.zeros(0, dtype=np.int64)
        if not len(self._steps) or not tokens.seen:
            return Columns(nothing, nothing, nothing, self._concepts)
        number_of = self._known(tokens).get
        seen = np.array(tokens.seen, dtype=np.int64)
        numbers = np.array([number_of(form, 0) for form in tokens.forms], dtype=np.int64)
        said = np.append(numbers[tokens.form_of[seen]], 0)
        at = np.flatnonzero(said)
        node = np.zeros(len(at), dtype=np.int64)
        further = at
        found: list[tuple[Numbers, Numbers, Numbers]] = []
        while len(at):
            step = node << WORD_BITS | said[further]
            where = np.minimum(np.searchsorted(self._steps, step), len(self._steps) - 1)
            goes_on = (self._steps[where] == step) & (said[further] > 0)
            at, node, last = at[goes_on], self._onward[where[goes_on]], further[goes_on]
            says = self._says[node]
            if says.any():
                found.append((at[says], last[says], node[says]))
            further = last + 1
        if not found:
            return Columns(nothing, nothing, nothing, self._concepts)
        firsts, lasts, nodes = (np.concatenate(column) for column in zip(*found, strict=True))
        order = np.lexsort((lasts, firsts))
        return Columns(seen[firsts[order]], seen[lasts[order]] + 1, nodes[order], self._concepts)

    def _known(self, tokens: Tokens) -> Mapping[str, int]:
        """The numbers of the words of its phrases, and of words in the text that poor recognition made of them."""
        strange = [norm for norm in set(tokens.forms).difference(self._numbers) if len(norm) >= SHORTEST]
        misread = {norm: self._outlines[seen] for norm in strange for seen in outlines(norm) if seen in self._outlines}
        return {**self._numbers, **misread} if misread else self._numbers


def _by_outline(numbers: Mapping[str, int]) -> dict[str, int]:
    """The words that no other of `numbers` looks like, by their outline."""
    seen = Counter(outline(word) for word in numbers if len(word) >= SHORTEST_MEANT)
    return {form: number for word, number in numbers.items() if len(word) >= SHORTEST_MEANT and seen[form := outline(word)] == 1}
