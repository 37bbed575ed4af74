"""Gathers the stories of a Word file: its body, notes, headers, footers and comments, with everything noted on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docx.opc.part import Part

from contract_registry.reading.limits import Budget
from contract_registry.reading.word.body import StoryReader
from contract_registry.reading.word.fields import PAGE_NUMBERS, Fields, read_fields
from contract_registry.reading.word.names import Element, R, child, tag
from contract_registry.reading.word.numbering import List, read_numbering
from contract_registry.reading.word.package import Package, related, root_of, target
from contract_registry.reading.word.record import Record
from contract_registry.reading.word.setting import Setting
from contract_registry.reading.word.story import Flow, NoteKind
from contract_registry.reading.word.styles import read_styles

_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote by its id in the file."""

    kind: NoteKind
    id: str
    flows: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin: by whom, whether it was settled, and what it says."""

    id: str
    author: str
    is_resolved: bool
    flows: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All stories of a file. Headers and footers stand here once each, however many sections show them."""

    record: Record
    lists: Mapping[str, List]
    body: tuple[Flow, ...]
    notes: tuple[Note, ...]
    headers: tuple[tuple[Flow, ...], ...]
    footers: tuple[tuple[Flow, ...], ...]
    comments: tuple[Comment, ...]


def gather(package: Package, budget: Budget) -> Gathered:
    """The stories of an open Word file; TooSlow when the time is up."""
    styles = read_styles(package.parts.get("styles"))
    lists = read_numbering(package.parts.get("numbering"), styles)
    setting = Setting(package, package.part, Record(), budget, styles, lists, Fields())
    body = child(package.root, "w:body")
    return Gathered(
        record=setting.record,
        lists=lists,
        body=_story(setting, package.part, package.root if body is None else body),
        notes=(*_notes("footnote", setting), *_notes("endnote", setting)),
        headers=tuple(_furniture("header", setting)),
        footers=tuple(_furniture("footer", setting)),
        comments=tuple(_comments(setting)),
    )


def _story(setting: Setting, part: Part, root: Element) -> tuple[Flow, ...]:
    fields = read_fields(root, PAGE_NUMBERS if setting.is_furniture else frozenset())
    return StoryReader(replace(setting, part=part, fields=fields)).flows(root)


def _part(kind: str, setting: Setting) -> Part | None:
    return next((part for name, part in related(setting.package.part) if name == kind), None)


def _notes(kind: NoteKind, setting: Setting) -> Iterator[Note]:
    part = _part(f"{kind}s", setting)
    if part is None:
        return
    for element in root_of(part).iter(tag(f"w:{kind}")):
        if element.get(tag("w:type")) not in _NO_NOTES:
            yield Note(kind, element.get(tag("w:id"), ""), _story(setting, part, element))


def _furniture(kind: str, setting: Setting) -> Iterator[tuple[Flow, ...]]:
    """Headers or footers in the order in which sections call them, those that say the same only once."""
    said: set[str] = set()
    for reference in setting.package.root.iter(tag(f"w:{kind}Reference")):
        part = target(setting.package.part, reference.get(f"{{{R}}}id"))
        if part is None:
            continue
        root = root_of(part)
        words = "".join(each.text or "" for each in root.iter(tag("w:t"), tag("w:delText")))
        if words not in said:
            said.add(words)
            yield _story(replace(setting, is_furniture=True), part, root)


def _comments(setting: Setting) -> Iterator[Comment]:
    part = _part("comments", setting)
    if part is None:
        return
    resolved = _resolved(setting.package.parts.get("commentsExtended"))
    for element in root_of(part).iter(tag("w:comment")):
        last = [each.get(tag("w14:paraId"), "") for each in element.iter(tag("w:p"))][-1:]
        author = element.get(tag("w:author"), "")
        yield Comment(element.get(tag("w:id"), ""), author, bool(resolved.intersection(last)), _story(setting, part, element))


def _resolved(root: Element | None) -> frozenset[str]:
    """The ids of the last paragraphs of comments that were marked as settled."""
    every = () if root is None else root.iter(tag("w15:commentEx"))
    return frozenset(each.get(tag("w15:paraId"), "") for each in every if each.get(tag("w15:done"), "0") in {"1", "true"})
