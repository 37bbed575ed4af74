"""Settles which paragraphs of a Word file stand in one of its two texts, and joins those whose end does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from contract_registry.reading.blocks import Piece, prints_nothing
from contract_registry.reading.word.counting import Counts
from contract_registry.reading.word.story import Box, Flow, NoteReference, Paragraph, Table, View


@dataclass(frozen=True, slots=True)
class Settled:
    """A paragraph as it stands: its words, the number printed before them, its rank as a heading or its depth in a list."""

    pieces: tuple[Piece, ...]
    label: str = ""
    rank: int | None = None
    depth: int | None = None
    notes: tuple[NoteReference, ...] = ()
    boxes: tuple[Box, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_blank(self) -> bool:
        """Whether it prints no words of its own."""
        return prints_nothing(self.text)


def settled(flows: Iterable[Flow], view: View, counts: Counts) -> Iterator[Settled | Table]:
    """The paragraphs and tables of `flows` as they stand in `view`, counted on from `counts`; paragraphs without words come too."""
    open_: list[Paragraph] = []
    for flow in flows:
        if isinstance(flow, Paragraph):
            open_.append(flow)
            if flow.joint is not None or not flow.mark.within(view):
                continue
        if open_:
            yield from _joined(open_, view, counts)
        open_ = []
        if isinstance(flow, Table):
            yield flow
    if open_:
        yield from _joined(open_, view, counts)


def _joined(paragraphs: Sequence[Paragraph], view: View, counts: Counts) -> Iterator[Settled]:
    pieces = tuple(piece for paragraph in paragraphs for piece in _pieces(paragraph, view, is_last=paragraph is paragraphs[-1]))
    boxes = tuple(box for paragraph in paragraphs for box in paragraph.boxes if box.standing.within(view))
    notes = tuple(note for paragraph in paragraphs for note in paragraph.notes if note.standing.within(view))
    if not paragraphs[-1].mark.within(view) and not boxes and prints_nothing("".join(piece.text for piece in pieces)):
        return
    kept = _surviving(paragraphs, view)
    numbered = kept.list_in(view)
    label = counts.label(numbered) if numbered else ""
    yield Settled(pieces, label, kept.rank, numbered.depth if numbered else None, notes, boxes)


def _surviving(paragraphs: Sequence[Paragraph], view: View) -> Paragraph:
    """The paragraph whose properties the joined one has: the last with words, or the one that it runs in from."""
    printed = [place for place, paragraph in enumerate(paragraphs) if _prints(paragraph, view)]
    at = printed[-1] if printed else len(paragraphs) - 1
    while at > 0 and paragraphs[at - 1].joint is not None and paragraphs[at - 1].mark.within(view) and _prints(paragraphs[at - 1], view):
        at -= 1
    return paragraphs[at]


def _prints(paragraph: Paragraph, view: View) -> bool:
    return not prints_nothing("".join(words.text for words in paragraph.words if words.standing.within(view)))


def _pieces(paragraph: Paragraph, view: View, *, is_last: bool) -> Iterator[Piece]:
    for words in paragraph.words:
        if words.standing.within(view):
            yield Piece(words.text, words.at)
    if not is_last and paragraph.joint and paragraph.mark.within(view):
        yield Piece(paragraph.joint)
