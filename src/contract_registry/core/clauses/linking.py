"""From placed pieces to clauses: children linked, headings inherited, the words before and after a list carried into its items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from contract_registry.core.clauses.blocks import Piece
from contract_registry.core.clauses.entries import Place
from contract_registry.core.clauses.leadins import lead_in_of
from contract_registry.core.clauses.recitals import heads_recitals
from contract_registry.core.clauses.sentences import is_abbreviation, sentences_as_asked
from contract_registry.core.clauses.shape import Shape
from contract_registry.core.clauses.tree import Clause, ClauseKind
from contract_registry.core.text import Span


class Placed(NamedTuple):
    """A piece, how it reads and where it hangs, before its children are known."""

    piece: Piece
    shape: Shape
    place: Place


def linked(text: str, every: Sequence[Placed]) -> tuple[Clause, ...]:
    """Clauses from what was placed, with everything that depends on parents and children filled in."""
    ends, children = _below(every)
    title = _title_of(text, every)
    closings = _closings(every, children)
    titles: list[str] = []
    carried: list[tuple[Span, ...]] = []
    leads: dict[int, Span] = {}
    clauses = []
    for index, (piece, shape, place) in enumerate(every):
        above = titles[place.parent] if place.parent is not None and not (place.parent == title and place.number) else ""
        titles.append(_words_of(shape.title.of(text)) if shape.title else above)
        carried.append(_lead_in(text, every, carried, leads, place))
        clauses.append(
            Clause(
                index=index,
                span=Span(piece.span.start, ends[index]),
                own=piece.span,
                body=shape.body,
                block=piece.block,
                level=place.level,
                number=place.number,
                heading=titles[index],
                kind=_first_kind(piece, shape),
                parent=place.parent,
                children=tuple(children[index]),
                lead_in=carried[index],
                closing=tuple(next(sentences_as_asked(text, every[one].shape.body)) for one in closings[index]),
            )
        )
    return tuple(clauses)


def _title_of(text: str, every: Sequence[Placed]) -> int | None:
    """The document's own title: the heading it begins with, when no other stands as high and it is none of recitals; it heads no numbered clause."""
    highest = [at for at, (_, shape, place) in enumerate(every) if shape.is_heading and not place.level and not place.number]
    first = next((at for at, (piece, _, _) in enumerate(every) if not piece.is_aside), None)
    if first is None or highest != [first]:
        return None
    return None if heads_recitals(every[first].piece.span.of(text)) else first


def _words_of(title: str) -> str:
    """A heading as it is cited, without the colon or full stop that ends it."""
    words = " ".join(title.split()).rstrip(" :")
    return words[:-1] if words.endswith(".") and not is_abbreviation(words.split()[-1]) else words


def _below(every: Sequence[Placed]) -> tuple[list[int], list[list[int]]]:
    """For each clause, where the last clause below it ends, and its children in order."""
    ends = [placed.piece.span.end for placed in every]
    children: list[list[int]] = [[] for _ in every]
    for index in range(len(every) - 1, -1, -1):
        parent = every[index].place.parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[index])
            children[parent].append(index)
    for below in children:
        below.reverse()
    return ends, children


def _closings(every: Sequence[Placed], children: Sequence[Sequence[int]]) -> list[tuple[int, ...]]:
    """For each clause, the closing words that hold for it: those of the list it is an item of, then those of the list around that."""
    own: list[tuple[int, ...]] = [()] * len(every)
    for parent, below in enumerate(children):
        if every[parent].shape.leads:
            _close(own, every, below)
    for index, (_, _, place) in enumerate(every):
        if place.parent is not None and place.is_item and not place.closes:
            own[index] = (*own[index], *own[place.parent])
    return own


def _close(own: list[tuple[int, ...]], every: Sequence[Placed], below: Sequence[int]) -> None:
    """Give each item of a list the closing words that come next after it."""
    closing: tuple[int, ...] = ()
    for index in reversed(below):
        if every[index].place.closes:
            closing = (index,)
        elif every[index].place.is_item:
            own[index] = closing


def _first_kind(piece: Piece, shape: Shape) -> ClauseKind:
    if piece.block.source == "comment" or piece.is_unticked:
        return "remark"
    return "heading" if shape.is_heading else "operative"


def _lead_in(
    text: str, every: Sequence[Placed], carried: Sequence[tuple[Span, ...]], leads: dict[int, Span], place: Place
) -> tuple[Span, ...]:
    """The lead-ins of everything above that carry into an item, outermost first."""
    parent = place.parent
    if parent is None or not place.is_item or not every[parent].shape.leads:
        return ()
    if parent not in leads:
        leads[parent] = lead_in_of(text, every[parent].shape.body)
    return (*carried[parent], leads[parent])
