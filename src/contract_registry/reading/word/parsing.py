"""Parses XML that nobody vouches for: no entity is ever expanded, nothing is loaded from outside, no bomb goes off."""

from __future__ import annotations

import io
import re

from lxml import etree

from contract_registry.errors import CorruptFile
from contract_registry.reading.word.names import Element

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
_STRICT_NAME = re.compile(rb"|".join(map(re.escape, _STRICT)))
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
"""How a file in UTF-16 begins."""


def checked(xml: bytes) -> bytes:
    """`xml` in the usual names and in UTF-8; CorruptFile where it declares entities (no word processor does) or does not begin as XML."""
    try:
        _refuse_declarations(xml)
        if xml.startswith(_WIDE):
            xml = etree.tostring(_parsed(xml), encoding="utf-8")
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise CorruptFile from error
    return _STRICT_NAME.sub(lambda found: _STRICT[found.group()], xml)


def parse(xml: bytes) -> Element:
    """The root of checked XML; CorruptFile where it is not well formed."""
    try:
        return _parsed(xml)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        raise CorruptFile from error


def _parsed(xml: bytes) -> Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(xml, parser)


def _refuse_declarations(xml: bytes) -> None:
    """Read up to the root element, which is as far as a declaration of entities can stand."""
    start = etree.iterparse(io.BytesIO(xml), events=("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    for _, root in start:
        if root.getroottree().docinfo.doctype:
            raise CorruptFile("This file declares XML entities, which no word processor does: it is damaged, or was made to do harm.")
        return
