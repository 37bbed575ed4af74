"""Finds the parts of a Word file that hold words, by what the file says of them and, where it says nothing or wrongly, by where they usually are."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from contract_registry.errors import CorruptFile, UnsupportedFormat
from contract_registry.reading.archive import Archive
from contract_registry.reading.word.parsing import checked, parse

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

_USUAL_PLACES = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "footnotes": "footnotes.xml",
    "endnotes": "endnotes.xml",
    "comments": "comments.xml",
    "commentsExtended": "commentsExtended.xml",
}
_OTHER_OFFICE = {"xl/workbook.xml": "an Excel workbook", "ppt/presentation.xml": "a PowerPoint presentation"}


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part says of another: `kind` is the last word of its type ("footnotes", "image"), `target` the other's name."""

    id: str
    kind: str
    target: str
    is_external: bool = False


def main_part(archive: Archive) -> str:
    """The name of the part that holds the text; UnsupportedFormat where the file belongs to another program, CorruptFile where there is none."""
    said = (each.target for each in relationships(archive, "") if each.kind == "officeDocument" and not each.is_external)
    typed = (name for name, kind in content_types(archive).items() if "wordprocessingml" in kind and kind.endswith(".main+xml"))
    for name, program in _OTHER_OFFICE.items():
        if name in archive:
            raise UnsupportedFormat(f"This is {program}, not a Word file.")
    found = next((name for name in (*said, *typed, "word/document.xml") if name in archive), None)
    if found is None:
        raise CorruptFile("This file is packed like a Word file but holds no text part.")
    return found


def relationships(archive: Archive, part: str) -> tuple[Relationship, ...]:
    """What `part` says of other parts ("" is the file itself); for a text part that says nothing, the parts at their usual places."""
    folder, name = posixpath.split(part)
    listed = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    if not listed:
        places = ((kind, posixpath.join(folder, place)) for kind, place in _USUAL_PLACES.items() if name == "document.xml")
        return tuple(Relationship(f"usual-{kind}", kind, place) for kind, place in places if place in archive)
    found: dict[str, Relationship] = {}
    for each in parse(checked(listed)).iter(_RELATIONSHIP):
        target, kind = each.get("Target", ""), each.get("Type", "").rstrip("/").rpartition("/")[2]
        is_external = each.get("TargetMode") == "External"
        place = target if is_external else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        found.setdefault(each.get("Id", ""), Relationship(each.get("Id", ""), kind, place, is_external))
    return tuple(found.values())


def content_types(archive: Archive) -> Mapping[str, str]:
    """The content type that the file gives each part by name; empty where it gives none."""
    listed = archive.read("[Content_Types].xml")
    root = parse(checked(listed)) if listed else None
    return (
        {}
        if root is None
        else {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in root.iter(f"{_TYPES}Override")}
    )
