"""Loads the readers and lets each read small files of our own, so that the first real file meets them quick.

A child inherits what its parent has loaded, and also what Python has learned about code that has run before: measured on a PDF of 17 pages, a third
of the time. Each step is short, so that a request never waits long for one.
"""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from itertools import accumulate

from contract_registry.errors import UnreadableFile
from contract_registry.reading.read import READERS, read

_CLAUSE = "{0}.{1} The Author grants to the Publisher the licence that clause {1} describes, for the term of this agreement and no longer."
_ROUNDS, _PAGES, _CLAUSES = 3, 4, 12
_LINE = 70
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def steps() -> Iterator[Callable[[], None]]:
    """What there is to do, one short step after the other."""
    yield from (partial(_load, module) for module in READERS)
    for _ in range(_ROUNDS):
        yield from (partial(_read, make) for make in (_page, _markdown, _mail, _word, _pdf))


def rehearse() -> None:
    """Read a page of ours, for what that leaves in memory."""
    _read(partial(_pdf, pages=1))


def _load(module: str) -> None:
    with contextlib.suppress(ImportError):
        import_module(module)


def _read(make: Callable[[], bytes]) -> None:
    with contextlib.suppress(UnreadableFile, ImportError):
        read(make(), name="sample")


def _clauses() -> list[str]:
    return [_CLAUSE.format(page, clause) for page in range(1, _PAGES + 1) for clause in range(1, _CLAUSES + 1)]


def _markdown() -> bytes:
    return b"# **Terms**\n\n" + "".join(f"- {words}\n\n1. {words}\n\n" for words in _clauses()).encode()


def _page() -> bytes:
    return f"<html><h1>Terms</h1><ol>{''.join(f'<li><b>x</b> {words}' for words in _clauses())}</ol></html>".encode()


def _mail() -> bytes:
    return b"MIME-Version: 1.0\nFrom: a@example.org\nSubject: Terms\n\n" + "\n\n".join(_clauses()).encode()


def _word() -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in _clauses())
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def _pdf(pages: int = _PAGES) -> bytes:
    """A PDF of a few pages of clauses, set in lines and numbered at the foot."""
    clauses = _clauses()[: pages * _CLAUSES]
    contents = [_printed(clauses[start : start + _CLAUSES], start // _CLAUSES + 1) for start in range(0, len(clauses), _CLAUSES)]
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {pages}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for page, content in enumerate(contents):
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * page} 0 R/Resources<</Font<</F 3 0 R>>>>>>")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    pieces = ["%PDF-1.4\n", *(f"{number} 0 obj\n{made}\nendobj\n" for number, made in enumerate(objects, 1))]
    places = list(accumulate(len(piece) for piece in pieces))
    table = "".join(f"{place:010} 00000 n \n" for place in places[:-1])
    head = f"xref\n0 {len(places)}\n0000000000 65535 f \n{table}trailer\n<</Size {len(places)}/Root 1 0 R>>\n"
    return f"{''.join(pieces)}{head}startxref\n{places[-1]}\n%%EOF\n".encode()


def _printed(clauses: list[str], number: int) -> str:
    lines = [clause[at : at + _LINE] for clause in clauses for at in range(0, len(clause), _LINE)]
    return f"BT/F 11 Tf 14 TL 72 770 Td{''.join(f'({line})Tj T*' for line in lines)} ET BT/F 9 Tf 290 40 Td({number})Tj ET"
