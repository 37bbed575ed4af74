"""Leaves out of an OpenDocument text the objects that it only links to: newer versions of LibreOffice refuse the whole file for one, and none is ever fetched."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from lxml import etree

from contract_registry.errors import CorruptFile
from contract_registry.reading.archive import Archive
from contract_registry.reading.word.names import Element

_PARTS = frozenset({"content.xml", "styles.xml"})
_KINDS = "object|object-ole|plugin|applet|floating-frame"
_MENTIONED = re.compile(rf"[<:](?:{_KINDS})".encode())
_OBJECT = re.compile(rf"\{{urn:oasis:names:tc:opendocument:xmlns:drawing:[\d.]+\}}(?:{_KINDS})")
_HREF = "{http://www.w3.org/1999/xlink}href"


def without_linked_objects(data: bytes, archive: Archive) -> bytes:
    """`data` without the objects that lead to nothing inside of it; `data` itself where there are none.

    What cannot be parsed stays as it is: LibreOffice judges that, and reads some of it.
    """
    inside = _inside(archive)
    changed = {name: xml for name in archive if posixpath.basename(name) in _PARTS and (xml := _left_out(name, archive, inside))}
    try:
        return _written(archive, changed) if changed else data
    except CorruptFile:
        return data


def _inside(names: Iterable[str]) -> frozenset[str]:
    """Every part of a package and every folder that holds one."""
    paths = [PurePosixPath(name) for name in names]
    return frozenset(str(each) for path in paths for each in (path, *path.parents[:-1]))


def _written(archive: Archive, changed: Mapping[str, bytes]) -> bytes:
    """The package with some of its parts changed."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as written:
        for name in sorted(archive, key=lambda name: name != "mimetype"):
            contents = changed.get(name) or archive.read(name)
            written.writestr(name, contents, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _left_out(name: str, archive: Archive, inside: frozenset[str]) -> bytes:
    """The XML of a part without linked objects; empty where it links to none. A type that it declares goes too, since it can add links."""
    root = _root(_read(name, archive))
    if root is None:
        return b""
    linked = [
        each for each in root.iter(etree.Element) if _OBJECT.fullmatch(each.tag) and _leads_out(each, posixpath.dirname(name), inside)
    ]
    for each in linked:
        _take_out(each)
    is_typed = root.getroottree().docinfo.internalDTD is not None
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) if linked or is_typed else b""


def _read(name: str, archive: Archive) -> bytes:
    """The bytes of a part; empty where one of an embedded document is damaged, which spoils no word of this one."""
    try:
        return archive.read(name)
    except CorruptFile:
        if name in _PARTS:
            raise
        return b""


def _root(xml: bytes) -> Element | None:
    """The root of XML in which an object may stand; None where none does, or where it cannot be parsed without a loss or a danger."""
    if not _MENTIONED.search(xml.replace(b"\0", b"")):
        return None
    try:
        if _declares_entities(xml):
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True)
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError):
        return None
    is_whole = all(error.domain_name == "NAMESPACE" for error in parser.error_log)  # a prefix that nobody declares costs no word
    return root if is_whole else None


def _declares_entities(xml: bytes) -> bool:
    """Whether the XML declares entities before its root: LibreOffice refuses such a file, and parsing it could fill the memory."""
    heads = etree.iterparse(
        io.BytesIO(xml), events=("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    for _, root in heads:
        declared = root.getroottree().docinfo.internalDTD
        return declared is not None and any(True for _ in declared.iterentities())
    return False


def _leads_out(element: Element, folder: str, inside: frozenset[str]) -> bool:
    """Whether an element has an address, and it is none of a part of this package, from the `folder` of the part it stands in or from the root."""
    address = element.get(_HREF, "")
    return bool(address) and not any(posixpath.normpath(posixpath.join(start, address)) in inside for start in (folder, ""))


def _take_out(element: Element) -> None:
    """Takes an element out of its parent and leaves the words that stand behind it, which lxml holds with the element."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
