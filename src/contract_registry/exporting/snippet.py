"""A sentence as a comparison shows it: where it stands in its edition, and which of its words are marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.comparing.changes import Side
from contract_registry.core.scanning.findings import Finding
from contract_registry.core.text import Span
from contract_registry.exporting.entry import Stretch
from contract_registry.exporting.inert import inert
from contract_registry.exporting.whereabouts import where_in_clause


@dataclass(frozen=True, slots=True)
class Snippet:
    """The `quote` at `place` of the text, in pieces of which some are marked, after the words that carry into it; `is_said` where a rule speaks there."""

    where: str
    place: Span
    lead_in: tuple[Stretch, ...]
    quote: tuple[Stretch, ...]
    is_said: bool

    @property
    def marked(self) -> str:
        """The marked words alone, with dots between what stands apart."""
        return " … ".join(piece.text for piece in (*self.lead_in, *self.quote) if piece.is_focus)


def snippets_of(sides: tuple[Side | None, Side | None], old: Clauses, new: Clauses) -> tuple[Snippet | None, Snippet | None]:
    """The two sides of a change as they are shown: what differs is marked, or where the words are the same, or stand alone, what decided."""
    before, now = sides
    differs = bool(before and now and (before.changed or now.changed))
    return _snippet(before, old, differs=differs), _snippet(now, new, differs=differs)


def _snippet(side: Side | None, clauses: Clauses, *, differs: bool) -> Snippet | None:
    if side is None or side.span is None:
        return None
    text, marks = clauses.document.text, list(side.changed)
    if not differs and isinstance(side.said, Finding):
        marks = [side.said.focus]
    return Snippet(
        where=where_in_clause(clauses, side.clause, side.span),
        place=side.span,
        lead_in=tuple(piece for span in side.lead_in for piece in (*pieces(span, marks, text), Stretch(" "))),
        quote=pieces(side.span, marks, text),
        is_said=side.said is not None,
    )


def pieces(span: Span, marks: Sequence[Span], text: str) -> tuple[Stretch, ...]:
    """The slice of `text` at `span`, cut where marks begin and end."""
    inside = [mark.clipped(span) for mark in marks if mark.overlaps(span)]
    cuts = sorted({span.start, span.end, *(end for mark in inside for end in (mark.start, mark.end))})
    return tuple(
        Stretch(inert(text[start:end]), is_focus=any(mark.start <= start and end <= mark.end for mark in inside))
        for start, end in pairwise(cuts)
    )
