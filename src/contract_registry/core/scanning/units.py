"""Units: one sentence each, with the lead-in and the closing words of its list, and the mentions in it at their distances in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Literal, NamedTuple

from contract_registry.core.clauses.going_on import cut_sentences, taken_in
from contract_registry.core.clauses.sentences import units as spoken_in
from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.text import Span

ENTRY = 20
"""Words of the longest entry behind a label; more is a clause under its heading."""
LONGEST_SENTENCE, LONGEST_CLAUSE = 6_000, 12_000
"""Characters that are heard at once at most (some thousand words, some two thousand): what words do to each other costs the square of their
number. The longest sentences of real contracts have five hundred words."""
LONGEST_CLOSING = 2_000
"""Characters of the words after a list that each of its items is heard with; they are heard to the end in their own place."""
_SAYS_NO = re.compile(r"\W*(?:no|never|not at all|\w+ly not|nein|non)\b", re.IGNORECASE)
_NO_LEAD = frozenset({"heading", "remark"})
_CUT_BEHIND = (("; ", ". "), (", ",), (" ",))
FORBIDS_BELOW = "forbids-below"
"""The concept of headings that forbid what is listed under them ("Prohibited uses")."""
PieceKind = Literal["heading", "lead-in", "own", "closing"]


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
    """One sentence (`span`) of a clause together with the words that carry into it; `is_under_ban` where its heading (`under`) forbids what stands below."""

    clause: Clause
    span: Span
    pieces: tuple[Piece, ...]
    heard: tuple[Heard, ...]
    is_under_ban: bool = False
    under: Span | None = None

    def piece_at(self, word: int) -> PieceKind:
        """The kind of the piece that holds the word with this number."""
        return next((piece.kind for piece in reversed(self.pieces) if piece.word <= word), "own")

    @property
    def own_word(self) -> int:
        """The number of the first word that is the sentence's own."""
        return next(piece.word for piece in self.pieces if piece.kind == "own")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit may be: `span` of a clause, the words that carry into it from before and after, and the heading that it follows, if it is
    the first there. `part_of` is the whole sentence (or clause) where that is too long to be heard at once; `under` is the nearest heading
    above it or before it.
    """

    clause: Clause
    span: Span
    lead_in: tuple[Span, ...] = ()
    heading: Span | None = None
    closing: tuple[Span, ...] = ()
    part_of: Span | None = None
    under: Span | None = None

    @property
    def spoken(self) -> tuple[Span, ...]:
        """The words that carry into it and its own, the heading left aside."""
        return (*self.lead_in, self.span, *self.closing)

    def speaks(self, mentions: Mentions) -> bool:
        """Whether any concept is said here, the heading left aside."""
        return any(mentions.said_in(span) for span in self.spoken)


def places_of(clauses: Clauses, *, whole_clauses: bool = False) -> Iterator[Place]:
    """Every sentence of the document (or every clause as one), in the order of the text."""
    text = clauses.document.text
    headings = _headings(text, clauses.clauses)
    cuts = () if whole_clauses else cut_sentences(text, clauses.clauses)
    ends = {cut.begins_in: cut.sentence for cut in cuts}
    begun = {cut.ends_in for cut in cuts}
    before: Span | None = None
    for clause in clauses.clauses:
        spans = (clause.body,) if whole_clauses else spoken_in(text, clause)
        title = Span(clause.own.start, clause.body.start) if clause.heading and clause.body.start > clause.own.start else None
        if clause.index in ends and spans:
            clause = replace(clause, kind="operative") if clause.kind == "heading" else clause  # noqa: PLW2901
            spans = (*spans[:-1], Span(min(spans[-1].start, ends[clause.index].start), ends[clause.index].end))
        for number, span in enumerate(spans):
            if len(span) and not (number == 0 and clause.index in begun):
                heading = None if number else title
                if heading and is_entry(heading.of(text), span.of(text)):
                    span, heading = Span(heading.start, span.end), None  # noqa: PLW2901
                carries = number == 0 or clause.block.kind == "item"
                parts = _parts(text, span, LONGEST_CLAUSE if whole_clauses else LONGEST_SENTENCE)
                answer = _answer_to(text, span, clauses.clauses, clause, spans[number + 1 : number + 2])
                goes_on = () if whole_clauses else taken_in(text, span, before)
                before = None if clause.kind in _NO_LEAD or clause.block.cells else span
                for part in parts:
                    yield Place(
                        clause,
                        part,
                        (*clause.lead_in, *goes_on) if carries else goes_on,
                        heading if part.start == span.start else None,
                        (*answer, *(each.clipped(Span(each.start, each.start + LONGEST_CLOSING)) for each in clause.closing)),
                        span if len(parts) > 1 else None,
                        headings[clause.index],
                    )


def _headings(text: str, clauses: Sequence[Clause]) -> list[Span | None]:
    """For each clause the words of the heading it begins with, is, or stands under."""
    found: list[Span | None] = []
    for clause in clauses:
        title = clause.body if clause.kind == "heading" else Span(clause.own.start, clause.body.start)
        is_its_own = clause.kind == "heading" or (bool(clause.heading) and clause.heading.split()[0] in title.of(text))
        above = found[clause.parent] if clause.parent is not None else None
        found.append(title if is_its_own else above)
    return found


def _answer_to(text: str, span: Span, every: Sequence[Clause], clause: Clause, following: Sequence[Span]) -> tuple[Span, ...]:
    """The sentence that says no to the question at `span`, in its own clause or the next; none where it is no question, or answered otherwise."""
    if text[span.end - 1] != "?":
        return ()
    after = following or tuple(one for each in every[clause.index + 1 : clause.index + 2] for one in spoken_in(text, each)[:1])
    return tuple(each for each in after if _SAYS_NO.match(text, each.start, each.end))


def _parts(text: str, span: Span, longest: int) -> list[Span]:
    """`span`, or where it has more than `longest` characters what it is cut into: behind a semicolon or full stop, else a comma, else a blank."""
    parts = []
    start = span.start
    while span.end - start > longest:
        low, high = start + longest // 2, start + longest
        cut = next((at for marks in _CUT_BEHIND if (at := max(text.rfind(mark, low, high) + len(mark) for mark in marks)) > low), high)
        parts.append(Span(start, cut))
        start = cut
    return [*parts, Span(start, span.end)]


def is_entry(heading: str, words: str) -> bool:
    """Whether a heading is the label of a short entry and so a part of what it says: "Moral rights: waived"."""
    return heading.rstrip().endswith(":") and len(words.split()) <= ENTRY


def units_of(clauses: Clauses, mentions: Mentions, *, whole_clauses: bool = False) -> Iterator[Unit]:
    """Every sentence of the document that says something as a unit (or every such clause as one), in the order of the text."""
    for place in places_of(clauses, whole_clauses=whole_clauses):
        if place.speaks(mentions) and (unit := unit_at(place, mentions)):
            yield unit


def words_of(unit: Unit, mentions: Mentions) -> tuple[tuple[str, ...], list[int], list[tuple[int, str]]]:
    """The unit's words in normal form, the number of each one's token, and the punctuation as (number of the word it stands before, mark).

    The mark "|" ends a piece.
    """
    tokens = mentions.tokens
    words: list[str] = []
    numbers: list[int] = []
    marks: list[tuple[int, str]] = []
    for piece in unit.pieces:
        part = slice(piece.first, piece.last)
        norms, are_words = tokens.norms[part], tokens.are_words[part]
        base = tokens.words_before[piece.first] - len(words)
        marks += (
            (before - base, norm) for before, norm, is_word in zip(tokens.words_before[part], norms, are_words, strict=True) if not is_word
        )
        words += compress(norms, are_words)
        numbers += compress(range(piece.first, piece.last), are_words)
        marks.append((len(words), "|"))
    return tuple(words), numbers, marks


def unit_at(place: Place, mentions: Mentions, only: frozenset[str] | None = None) -> Unit | None:
    """The unit at `place` with its mentions (those of concepts `only`, where given); None where it has no words of its own."""
    stretches: list[tuple[PieceKind, Span]] = [*(("lead-in", lead) for lead in place.lead_in), ("own", place.span)]
    stretches += (("closing", words) for words in place.closing)
    if place.heading:
        stretches.insert(0, ("heading", place.heading))
    pieces: list[Piece] = []
    heard: list[Heard] = []
    tokens, word = mentions.tokens, 0
    starts, ends, before = tokens.starts, tokens.ends, tokens.words_before
    for kind, stretch in stretches:
        first, last = mentions.token_range(stretch)
        if first >= last:
            continue
        base = before[first] - word
        pieces.append(Piece(kind, stretch, first, last, word))
        for start, end, concept in mentions.within(stretch, only):
            at = before[start] - base
            heard.append(Heard(at, max(before[end] - base, at + 1), concept, starts[start], ends[end - 1], kind))
        word = before[last] - base
    has_own = any(piece.kind == "own" for piece in pieces)
    is_under_ban = place.under is not None and FORBIDS_BELOW in mentions.counts and FORBIDS_BELOW in mentions.concepts_in(place.under)
    return Unit(place.clause, place.span, tuple(pieces), tuple(heard), is_under_ban, place.under) if has_own else None
