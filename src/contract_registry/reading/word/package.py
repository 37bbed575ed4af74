"""Opens a Word file with python-docx, after repacking the parts that hold words: typed rightly, free of entities, nothing missing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import quoteattr

import docx
from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import Part
from lxml import etree

from contract_registry.core.document import Problem
from contract_registry.errors import CorruptFile, TooMuchMemory, UnsupportedFormat
from contract_registry.reading.archive import Archive
from contract_registry.reading.limits import Limits
from contract_registry.reading.word.names import Element, R, tag
from contract_registry.reading.word.parsing import checked, parse
from contract_registry.reading.word.relationships import Relationship, content_types, main_part, relationships

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MEDIA_TYPES = {
    "application/vnd.ms-word.document.macroEnabled.main+xml": "application/vnd.ms-word.document.macroEnabled.12",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": DOCX.replace(".document", ".template"),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "application/vnd.ms-word.template.macroEnabled.12",
}

_CONTENT_TYPES = {
    "officeDocument": CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "styles": CONTENT_TYPE.WML_STYLES,
    "numbering": CONTENT_TYPE.WML_NUMBERING,
    "settings": CONTENT_TYPE.WML_SETTINGS,
    "comments": CONTENT_TYPE.WML_COMMENTS,
    "header": CONTENT_TYPE.WML_HEADER,
    "footer": CONTENT_TYPE.WML_FOOTER,
    "footnotes": CONTENT_TYPE.WML_FOOTNOTES,
    "endnotes": CONTENT_TYPE.WML_ENDNOTES,
    "commentsExtended": "application/xml",
    "diagramData": "application/xml",
    "chart": "application/xml",
    "image": "application/octet-stream",
    "aFChunk": "application/octet-stream",
}
"""The parts that are repacked, by the kind of their relationship. Only images and inserted chunks are no XML."""

_AS_THEY_ARE = frozenset({"image", "aFChunk"})
_INSIDE = frozenset({"image", "diagramData", "chart"})
"""What a part beside the text (a header, a footnote) may bring along."""
_IN_WORDS = {"commentsExtended": "replies to comments", "diagramData": "text of a diagram", "chart": "text of a chart"}
_MEMORY_FOR_A_BYTE = 12
"""The bytes of memory that a parsed part takes for each byte of its XML, at worst."""


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
            if kind not in found and kind not in _AS_THEY_ARE:
                found[kind] = root_of(part)
        return found


def open_package(data: bytes, limits: Limits) -> Package:
    """The Word file in `data`, opened; a part beside the text that is damaged is left out and becomes a problem. Raises UnreadableFile."""
    archive = Archive(data, limits)
    main, types = main_part(archive), content_types(archive)
    packer = _Packer(archive, limits.memory_bytes // _MEMORY_FOR_A_BYTE)
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


class _Packer:
    """Collects the parts to repack, each under a name of our own, and what was wrong with them."""

    def __init__(self, archive: Archive, most_xml: int) -> None:
        self._archive = archive
        self._xml_left = most_xml
        self._names: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._contents: dict[str, bytes] = {}
        self._relationships: dict[str, list[tuple[str, str, str]]] = {}
        self.chunks: list[Relationship] = []
        self.problems: list[Problem] = []

    def add_main(self, name: str) -> None:
        """Take up the text part and the parts it speaks of; CorruptFile where it is damaged."""
        main = self._keep(name, "officeDocument", checked(self._xml(name)))
        for each in relationships(self._archive, name):
            new = None if each.is_external or each.kind == "officeDocument" else self._add(each)
            if new:
                self._relationships[main].append((each.id, each.kind, new))
            if each.kind == "aFChunk":
                self.chunks.append(each)

    def packed(self) -> bytes:
        """The zip file of all parts added."""
        types = "".join(f'<Override PartName="{name}" ContentType="{_CONTENT_TYPES[kind]}"/>' for name, kind in self._kinds.items())
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w") as file:
            file.writestr(
                "[Content_Types].xml",
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>{types}</Types>',
            )
            main = next(iter(self._contents))
            file.writestr("_rels/.rels", _listed([("main", "officeDocument", main)]))
            for name, contents in self._contents.items():
                file.writestr(name[1:], contents)
                file.writestr(f"word/_rels/{name.rpartition('/')[2]}.rels", _listed(self._relationships[name]))
        return kept.getvalue()

    def _add(self, part: Relationship) -> str | None:
        """The new name of a part; None where it is missing, damaged or of no use here."""
        if part.target in self._names:
            return self._names[part.target]
        if part.kind not in _CONTENT_TYPES or part.target not in self._archive:
            return None
        try:
            return self._read(part)
        except CorruptFile:
            what = _IN_WORDS.get(part.kind, part.kind)
            self.problems.append(Problem("part not read", f"A part of this file is damaged and was not read: {what}."))
            return None

    def _read(self, part: Relationship) -> str:
        if part.kind in _AS_THEY_ARE:
            return self._keep(part.target, part.kind, self._archive.read(part.target))
        contents = checked(self._xml(part.target))
        parse(contents)
        inside = [each for each in relationships(self._archive, part.target) if not each.is_external and each.kind in _INSIDE]
        new = self._keep(part.target, part.kind, contents)
        added = ((each, self._add(each)) for each in inside if part.kind not in _INSIDE)
        self._relationships[new].extend((each.id, each.kind, name) for each, name in added if name)
        return new

    def _xml(self, name: str) -> bytes:
        self._xml_left -= self._archive.size(name)
        if self._xml_left < 0:
            raise TooMuchMemory
        return self._archive.read(name)

    def _keep(self, name: str, kind: str, contents: bytes) -> str:
        new = self._names[name] = f"/word/part{len(self._names)}.xml"
        self._kinds[new], self._contents[new], self._relationships[new] = kind, contents, []
        return new


def _listed(relationships: list[tuple[str, str, str]]) -> str:
    each = "".join(
        f"<Relationship Id={quoteattr(id_)} Type={quoteattr(f'{R}/{kind}')} Target={quoteattr(place)}/>"
        for id_, kind, place in relationships
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'
