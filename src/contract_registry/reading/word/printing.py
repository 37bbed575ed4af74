"""Sets the stories of a Word file one after the other: the text, its notes, headers and footers, and last the comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.document import Block
from contract_registry.reading.blocks import BlockWriter
from contract_registry.reading.word.gathering import Gathered, Note
from contract_registry.reading.word.names import Element, child, value, whole
from contract_registry.reading.word.number_formats import printed
from contract_registry.reading.word.story import NoteKind, NoteReference, View
from contract_registry.reading.word.writing import StoryWriter

_USUAL_FORMS: Mapping[NoteKind, str] = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written of one of the two texts: the notes that are called in it, with their numbers, and the blocks of each comment."""

    writer: BlockWriter
    labels: Mapping[tuple[NoteKind, str], str]
    comments: Mapping[str, tuple[Block, ...]]


def print_view(gathered: Gathered, view: View, settings: Element | None) -> Printed:
    """Everything that stands in `view`, written out."""
    story = StoryWriter(view, gathered.lists)
    story.write(gathered.body, "body")
    labels = _labels(story.notes, settings)
    for note in _called(gathered, story.notes, view):
        story.begin()
        story.write(note.flows, note.kind, labels.get((note.kind, note.id), ""))
    for flows in gathered.headers:
        story.begin()
        story.write(flows, "header")
    for flows in gathered.footers:
        story.begin()
        story.write(flows, "footer")
    comments = {}
    for comment in gathered.comments:
        story.begin()
        comments[comment.id] = tuple(story.write(comment.flows, "comment"))
    return Printed(story.writer, labels, comments)


def _called(gathered: Gathered, calls: list[NoteReference], view: View) -> Iterator[Note]:
    """The notes called in this view in the order of their calls, then those that nothing calls; not those called in the other view alone."""
    notes = {(note.kind, note.id): note for note in gathered.notes}
    here = dict.fromkeys((call.kind, call.id) for call in calls)
    elsewhere = {(call.kind, call.id) for call in gathered.record.notes if not call.standing.within(view)}
    every = (*here, *(key for key in notes if key not in here and key not in elsewhere))
    return (notes[key] for kind in _USUAL_FORMS for key in every if key[0] == kind and key in notes)


def _labels(calls: list[NoteReference], settings: Element | None) -> dict[tuple[NoteKind, str], str]:
    """The printed number of each note; empty for one with a mark of its own."""
    labels: dict[tuple[NoteKind, str], str] = {}
    for kind, usual in _USUAL_FORMS.items():
        properties = child(settings, f"w:{kind}Pr")
        form, start = value(properties, "w:numFmt") or usual, whole(value(properties, "w:numStart")) or 1
        counted = dict.fromkeys(call.id for call in calls if call.kind == kind and not call.has_own_mark)
        labels |= {(kind, id_): printed(start + place, form) for place, id_ in enumerate(counted)}
    return labels
