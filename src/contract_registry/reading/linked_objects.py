"""Leaves out of an OpenDocument text the objects that it only links to: newer versions of LibreOffice refuse the whole file for one, and none is ever fetched."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from contract_registry.reading.archive import Archive
from contract_registry.reading.word.parsing import checked, parse

_PARTS = ("content.xml", "styles.xml")
_KINDS = ("object", "object-ole", "plugin", "applet", "floating-frame")
_OBJECT = re.compile(rf"\{{urn:oasis:names:tc:opendocument:xmlns:drawing:[\d.]+\}}(?:{'|'.join(_KINDS)})")
_HREF = "{http://www.w3.org/1999/xlink}href"
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|/|\.\./)", re.IGNORECASE)
"""How an address begins that leads out of the file: with a scheme, a root, or a step up."""


def without_linked_objects(data: bytes, archive: Archive) -> bytes:
    """`data` without the objects whose contents lie outside of it; `data` itself where there are none. CorruptFile where a part is no XML."""
    changed = {name: xml for name in _PARTS if (xml := _left_out(archive.read(name)))}
    if not changed:
        return data
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as written:
        for name in sorted(archive, key=lambda name: name != "mimetype"):
            contents = changed.get(name) or archive.read(name)
            written.writestr(name, contents, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _left_out(xml: bytes) -> bytes:
    """The XML without linked objects; empty where it links to none."""
    if not any(f":{kind}".encode() in xml for kind in _KINDS):
        return b""
    root = parse(checked(xml))
    linked = [each for each in root.iter(etree.Element) if _OBJECT.fullmatch(each.tag) and _OUTSIDE.match(each.get(_HREF, ""))]
    for each in linked:
        _take_out(each)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) if linked else b""


def _take_out(element: etree._Element) -> None:
    """Takes an element out of its parent and leaves the words that stand behind it, which lxml holds with the element."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None:
        return
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)
