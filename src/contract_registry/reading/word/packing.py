"""Repacks the parts of a Word file that hold words, each under a name of our own: typed rightly, free of entities, nothing missing."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE

from contract_registry.core.document import Problem
from contract_registry.errors import CorruptFile, TooMuchMemory
from contract_registry.reading.archive import Archive
from contract_registry.reading.limits import Limits
from contract_registry.reading.word.names import R
from contract_registry.reading.word.parsing import checked, parse
from contract_registry.reading.word.relationships import Relationship, relationships

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

AS_THEY_ARE = frozenset({"image", "aFChunk"})
_INSIDE = frozenset({"image", "diagramData", "chart"})
"""What a part beside the text (a header, a footnote) may bring along."""
_IN_WORDS = {"commentsExtended": "replies to comments", "diagramData": "text of a diagram", "chart": "text of a chart"}
_MEMORY_FOR_A_BYTE = 12
"""The bytes of memory that a parsed part takes for each byte of its XML, at worst."""


class Packer:
    """Collects the parts to repack, each under a name of our own, and what was wrong with them."""

    def __init__(self, archive: Archive, limits: Limits) -> None:
        self._archive = archive
        self._xml_left = limits.memory_bytes // _MEMORY_FOR_A_BYTE
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
        if part.kind in AS_THEY_ARE:
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
