"""Makes Word files for tests: from a line of XML to a whole package, every part as a test wants it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from contract_registry.core.document import Document
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.word.read import read_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": W,
        "r": R,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "hdr",
    "footer": "ftr",
}


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    """A paragraph; content without angle brackets is taken for words."""
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def inserted(*content: str, author: str = "Ann") -> str:
    runs = "".join(each if each.startswith("<") else run(each) for each in content)
    return f'<w:ins w:id="1" w:author="{author}" w:date="2024-01-02T03:04:05Z">{runs}</w:ins>'


def deleted(*words: str, author: str = "Ben") -> str:
    runs = "".join(f'<w:r><w:delText xml:space="preserve">{escape(each)}</w:delText></w:r>' for each in words)
    return f'<w:del w:id="2" w:author="{author}" w:date="2024-02-03T04:05:06Z">{runs}</w:del>'


def in_list(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def table(*rows: Sequence[str]) -> str:
    """A table; cells without angle brackets are taken for words."""
    cells = ("".join(f"<w:tc><w:tcPr/>{each if each.startswith('<') else p(each)}</w:tc>" for each in row) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def level(depth: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{escape(text)}"/></w:lvl>'


def lists(*levels: str, overrides: Mapping[int, str] | None = None) -> str:
    """A numbering part with one list definition; list 1 uses it as it is, further ones with the overrides given by their number."""
    numbered = {1: "", **(overrides or {})}
    every = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>' for number, override in numbered.items())
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{every}'


def word_file(
    body: str, *, files: Mapping[str, bytes | str] | None = None, links: Sequence[tuple[str, str, str]] = (), **parts: str
) -> bytes:
    """A .docx with this body and these parts (`numbering=…`, `header=…`, by the inside of their XML).

    `links` are further relationships of the text (id, kind, target), `files` further files of the package by name.
    """
    written = {f"word/{name}.xml": _part(f"w:{_ROOTS[name]}", inside) if name in _ROOTS else inside for name, inside in parts.items()}
    named = [(f"r-{name}", name, f"{name}.xml") for name in parts]
    everything: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>',
        "_rels/.rels": related([("r1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": related([*named, *links]),
        "word/document.xml": _part("w:document", f"<w:body>{body}</w:body>"),
        **written,
        **(files or {}),
    }
    return packed(everything)


def packed(files: Mapping[str, bytes | str]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, contents in files.items():
            archive.writestr(name, contents)
    return kept.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def related(links: Sequence[tuple[str, str, str]]) -> str:
    each = "".join(f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"/>' for id_, kind, target in links)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'


def read(body: str | bytes, **parts: str) -> Document:
    """The Document that is read of a file with this body and these parts, or of a whole file."""
    data = body if isinstance(body, bytes) else word_file(body, **parts)
    return read_word(data, name="contract.docx", budget=Budget(Limits()))


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def marked(document: Document, kind: str) -> list[str]:
    """The words under each mark of this kind."""
    return [mark.span.of(document.text) for mark in document.marks if mark.kind == kind]


def _part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><{root} {SPACES}>{inside}</{root}>'
