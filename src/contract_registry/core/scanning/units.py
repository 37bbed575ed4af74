"""Units: one sentence each, with the lead-in that carries into it, and the mentions in it at their distances in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from contract_registry.core.clauses.sentences import units as spoken_in
from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.scanning.language import is_mark
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.text import Span

PieceKind = Literal["heading", "lead-in", "own"]


class Heard(NamedTuple):
    """A concept in a unit, from word `at` up to word `until` (words of the whole unit), at `start` to `end` of the text.

    `through` is the defined term it came through, empty when the words themselves say it.
    """

    at: int
    until: int
    concept: str
    start: int
    end: int
    piece: PieceKind
    through: str = ""


class Piece(NamedTuple):
    """A stretch of the text that belongs to a unit, with its tokens and the number of its first word in the unit."""

    kind: PieceKind
    span: Span
    first: int
    last: int
    word: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence (`span`) of a clause together with the words that carry into it."""

    clause: Clause
    span: Span
    pieces: tuple[Piece, ...]
    heard: tuple[Heard, ...]

    @property
    def own_word(self) -> int:
        """The number of the first word that is the sentence's own."""
        return self.pieces[-1].word


def units_of(
    clauses: Clauses, mentions: Mentions, is_wanted: Callable[[set[str]], bool] | None = None, *, whole_clauses: bool = False
) -> Iterator[Unit]:
    """Every sentence of the document as a unit (or every clause as one), in the order of the text.

    Those that speak of nothing are left out, and where `is_wanted` is given, those of whose concepts it says no.
    """
    text = clauses.document.text
    for clause in clauses.clauses:
        spans = (clause.body,) if whole_clauses else spoken_in(text, clause)
        for number, span in enumerate(spans):
            if len(span) and (unit := _unit(clause, span, mentions, is_wanted, is_first=number == 0)):
                yield unit


class Word(NamedTuple):
    """A word of a unit in its normal form, with the number of its token."""

    norm: str
    token: int
    piece: PieceKind


def words_of(unit: Unit, mentions: Mentions) -> tuple[list[Word], list[tuple[int, str]]]:
    """The unit's words by number, and its punctuation as (number of the word it stands before, mark); "|" ends a piece."""
    words: list[Word] = []
    marks: list[tuple[int, str]] = []
    norms = mentions.tokens.norms
    for piece in unit.pieces:
        for token in range(piece.first, piece.last):
            if is_mark(norms[token]):
                marks.append((len(words), norms[token]))
            else:
                words.append(Word(norms[token], token, piece.kind))
        marks.append((len(words), "|"))
    return words, marks


def _unit(clause: Clause, span: Span, mentions: Mentions, is_wanted: Callable[[set[str]], bool] | None, *, is_first: bool) -> Unit | None:
    stretches: list[tuple[PieceKind, Span]] = [("own", span)]
    if is_first or clause.block.kind == "item":
        stretches = [*(("lead-in", lead) for lead in clause.lead_in), *stretches]
    spoken = [mentions.within(stretch) for _, stretch in stretches]
    if not any(spoken) or (is_wanted is not None and not is_wanted({mention.concept for every in spoken for mention in every})):
        return None
    if is_first and clause.heading and clause.body.start > clause.own.start:
        title = Span(clause.own.start, clause.body.start)
        stretches, spoken = [("heading", title), *stretches], [mentions.within(title), *spoken]
    pieces: list[Piece] = []
    heard: list[Heard] = []
    tokens, word = mentions.tokens, 0
    starts, ends, before = tokens.starts, tokens.ends, tokens.words_before
    for (kind, stretch), said in zip(stretches, spoken, strict=True):
        first, last = mentions.token_range(stretch)
        if first >= last:
            continue
        base = before[first] - word
        pieces.append(Piece(kind, stretch, first, last, word))
        for start, end, concept in said:
            at = before[start] - base
            until = before[end - 1] - base + (not is_mark(tokens.norms[end - 1]))
            heard.append(Heard(at, max(until, at + 1), concept, starts[start], ends[end - 1], kind))
        word = before[last - 1] - base + (not is_mark(tokens.norms[last - 1]))
    return Unit(clause, span, tuple(pieces), tuple(heard)) if pieces and pieces[-1].kind == "own" else None
