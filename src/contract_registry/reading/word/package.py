"""Opens a Word file with python-docx, once the parts that hold words are known to be sound."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import docx
from docx.opc.part import Part
from lxml import etree

from contract_registry.core.document import Problem
from contract_registry.errors import CorruptFile, UnsupportedFormat
from contract_registry.reading.archive import Archive
from contract_registry.reading.limits import Limits
from contract_registry.reading.word.names import Element, tag
from contract_registry.reading.word.packing import AS_THEY_ARE, Packer
from contract_registry.reading.word.parsing import parse
from contract_registry.reading.word.relationships import content_types, main_part

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MEDIA_TYPES = {
    "application/vnd.ms-word.document.macroEnabled.main+xml": "application/vnd.ms-word.document.macroEnabled.12",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": DOCX.replace(".document", ".template"),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "application/vnd.ms-word.template.macroEnabled.12",
}


@dataclass(frozen=True)
class Package:
    """A Word file that is open: its main part as python-docx gives it, its kind, the types of its inserted chunks, and what was wrong with it."""

    part: Part
    media_type: str
    chunk_types: Mapping[str, str]
    problems: tuple[Problem, ...] = ()

    @property
    def root(self) -> Element:
        return root_of(self.part)

    @cached_property
    def parts(self) -> Mapping[str, Element]:
        """The root of the first part of each kind that the text part speaks of ("styles", "footnotes")."""
        found: dict[str, Element] = {}
        for kind, part in related(self.part):
            if kind not in found and kind not in AS_THEY_ARE:
                found[kind] = root_of(part)
        return found


def open_package(data: bytes, limits: Limits) -> Package:
    """The Word file in `data`, opened; a part beside the text that is damaged is left out and becomes a problem. Raises UnreadableFile."""
    archive = Archive(data, limits)
    main, types = main_part(archive), content_types(archive)
    packer = Packer(archive, limits)
    packer.add_main(main)
    try:
        part = docx.Document(io.BytesIO(packer.packed())).part
        _strip_remarks(part)
    except (etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise CorruptFile from error
    if root_of(part).tag != tag("w:document"):
        raise UnsupportedFormat("This file is packed like a Word file but holds something else.")
    chunk_types = {each.id: types.get(each.target, "") for each in packer.chunks}
    return Package(part, _MEDIA_TYPES.get(types.get(main, ""), DOCX), chunk_types, tuple(packer.problems))


def related(part: Part) -> Iterator[tuple[str, Part]]:
    """The parts that `part` speaks of, each with its kind."""
    return ((each.reltype.rpartition("/")[2], each.target_part) for each in part.rels.values() if not each.is_external)


def target(part: Part, id_: str | None) -> Part | None:
    """The part that `part` means by a relationship's id; None where there is none."""
    relationship = part.rels.get(id_)
    return None if relationship is None or relationship.is_external else relationship.target_part


def root_of(part: Part) -> Element:
    """The root element of a part, as python-docx parsed it or parsed now."""
    element: Element | None = getattr(part, "element", None)
    return parse(part.blob) if element is None else element


def _strip_remarks(main: Part) -> None:
    """Take out the remarks of XML itself (comments, instructions), which could cut words in two."""
    for part in (main, *(part for _, part in related(main))):
        if hasattr(part, "element"):
            etree.strip_tags(part.element, etree.Comment, etree.ProcessingInstruction)
