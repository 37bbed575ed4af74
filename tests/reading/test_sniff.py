"""What a file is, by what it holds."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.reading.sniff import is_text, sniff
from sample_files import GRANT, a_compound, a_docx, a_pdf, a_picture, a_zip

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIL = b"Received: by x\nFrom: a@example.org\nSubject: y\n\nHello\n"

KINDS = {
    "pdf": (a_pdf(), "application/pdf"),
    "pdf with junk before it": (b"\r\n\r\njunk\x00\x01" + a_pdf(), "application/pdf"),
    "word": (a_docx(), WORD),
    "word cut off": (a_docx()[:-2000], WORD),
    "excel": (a_zip({"[Content_Types].xml": "", "xl/workbook.xml": ""}), EXCEL),
    "open document": (
        b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.textPK",
        "application/vnd.oasis.opendocument.text",
    ),
    "e-book": (a_zip({"mimetype": "", "META-INF/container.xml": ""}), "application/epub+zip"),
    "zip": (a_zip({"contract.docx": a_docx(), "schedule.txt": "x"}), "application/zip"),
    "old word": (a_compound("WordDocument"), "application/msword"),
    "locked word": (a_compound("EncryptedPackage"), "application/x-locked-office"),
    "outlook": (a_compound("__properties_version1.0"), "application/vnd.ms-outlook"),
    "rtf": (b"{\\rtf1\\ansi Hello}", "application/rtf"),
    "png": (a_picture("PNG"), "image/png"),
    "jpeg": (a_picture("JPEG"), "image/jpeg"),
    "tiff": (a_picture("TIFF"), "image/tiff"),
    "webp": (a_picture("WEBP"), "image/webp"),
    "gif": (a_picture("GIF"), "image/gif"),
    "bmp": (a_picture("BMP"), "image/bmp"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/heic"),
    "page": (b"<!DOCTYPE html><html><body>x</body></html>", "text/html"),
    "page in utf-16": (codecs.BOM_UTF16_LE + "<html><p>x</p></html>".encode("utf-16-le"), "text/html"),
    "page after a comment": (b"<!-- saved -->\n<HTML><p>x", "text/html"),
    "pasted page": (b"<div><p>One</p><p>Two</p></div>", "text/html"),
    "xhtml": (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>', "text/html"),
    "xml": (b'<?xml version="1.0"?><invoice/>', "application/xml"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "application/xml"),
    "mail": (MAIL, "message/rfc822"),
    "mailbox": (b"From ann@example.org Mon Jan 1 2024\n" + MAIL, "message/rfc822"),
    "pasted mail": (b"From: Ann\nTo: Bo\nSubject: Terms\n\nYou assign all rights.\n", "text/plain"),
    "markdown": (b"# Terms\n\n**1.** You [agree](https://example.org).\n", "text/markdown"),
    "filing with words left out": (b"Acme pays [**] for the [**] Work, and [**] more of [**].", "text/plain"),
    "text": (GRANT.encode(), "text/plain"),
    "text in utf-16": (GRANT.encode("utf-16"), "text/plain"),
    "text in utf-16 without a mark": (GRANT.encode("utf-16-le"), "text/plain"),
    "chinese text": ("作者授予出版社永久使用该作品的权利。".encode("gb18030"), "text/plain"),
    "text about pdf": (b"%PDF-1.4 is how such a file begins.", "application/pdf"),
    "text that mentions pdf": (b"Such a file begins with %PDF-1.4 and more.", "text/plain"),
    "placeholder first": (b"<Name of Publisher> and the Author agree.", "text/plain"),
    "soup": (bytes(range(256)) * 8, "application/octet-stream"),
}


@pytest.mark.parametrize(("data", "kind"), KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize("name", ["", "contract.pdf", "contract.docx", "x.jpg", "strange"])
def test_the_content_decides_and_not_the_name(data: bytes, kind: str, name: str) -> None:
    assert sniff(data, name) == kind


def test_a_name_makes_plain_words_markdown() -> None:
    assert sniff(b"Just words.", "terms.MD") == "text/markdown"


def test_a_name_makes_a_scrap_of_a_page_a_page() -> None:
    assert sniff(b"You <b>assign</b> all rights.", "terms.htm") == "text/html"
    assert sniff(b"You assign all rights.", "terms.htm") == "text/plain"


def test_html_inside_markdown_leaves_it_markdown() -> None:
    assert sniff(b"<h1 align=center>Terms</h1>\n<p>x</p>\n\nYou agree.", "terms.md") == "text/markdown"


def test_a_memo_saved_as_a_message_is_a_message() -> None:
    assert sniff(b"From: Ann\nTo: Bo\nSubject: Terms\n\nx", "terms.eml") == "message/rfc822"


@given(st.binary(max_size=400), st.text(max_size=8))
def test_any_bytes_are_something(data: bytes, name: str) -> None:
    assert "/" in sniff(data, name)


@given(st.text(max_size=400))
def test_words_are_text_whatever_their_script(words: str) -> None:
    printable = "".join(letter for letter in words if letter.isprintable())

    assert is_text(printable.encode("utf-8", "replace"))
