"""Objects that an OpenDocument text only links to are left out of it, however the link is written, and no word of the text with them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from contract_registry.errors import CorruptFile
from contract_registry.reading.archive import Archive
from contract_registry.reading.libreoffice import program
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.linked_objects import without_linked_objects
from contract_registry.reading.office import read_office

NEEDS_LIBREOFFICE = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
MIMETYPE = "application/vnd.oasis.opendocument.text"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:draw="{ODF}:drawing:1.0" xmlns:svg="{ODF}:svg-compatible:1.0" '
    f'xmlns:style="{ODF}:style:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
)
UTF_8 = '<?xml version="1.0" encoding="UTF-8"?>'
UTF_16 = '<?xml version="1.0" encoding="UTF-16"?>'
WAIVER = "The Author waives all moral rights."
FORMULA = f'{UTF_8}<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>royalty</mi></math>'


def framed(address: str, kind: str = "draw:object") -> str:
    """A paragraph of words around an object at `address`."""
    return (
        '<text:p>Clause 1. <draw:frame svg:width="5cm" svg:height="5cm" text:anchor-type="as-char">'
        f'<{kind} xlink:href="{address}"/></draw:frame>{WAIVER}</text:p>'
    )


def content(body: str, opening: str = UTF_8, spaces: str = SPACES) -> str:
    return (
        f"{opening}<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """An OpenDocument text of these parts, with a list of them."""
    folders = {f"{name.rpartition('/')[0]}/" for name in parts if "/" in name}
    media = {"/": MIMETYPE} | dict.fromkeys(folders, f"{MIMETYPE.removesuffix('text')}formula") | dict.fromkeys(parts, "text/xml")
    entries = "".join(f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>' for path, kind in media.items())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        written.writestr("mimetype", MIMETYPE)
        for name, part in parts.items():
            written.writestr(name, part)
        written.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{ODF}:manifest:1.0">{entries}</m:manifest>')
    return file.getvalue()


def shown(data: bytes, part: str = "content.xml") -> str:
    """A part of what LibreOffice gets to see."""
    kept = without_linked_objects(data, Archive(data, Limits()))
    return zipfile.ZipFile(io.BytesIO(kept)).read(part).decode()


def text_of(data: bytes) -> str:
    return read_office(data, name="", budget=Budget(Limits())).text


def test_the_words_behind_an_object_that_is_left_out_stay() -> None:
    body = """<text:p>Clause 1. <draw:object xlink:href="https://example.org/a.ods"/>The Author waives all <text:span>moral</text:span><draw:object
      xlink:href="https://example.org/b.ods"/> rights.</text:p>"""

    seen = shown(package({"content.xml": content(body), "styles.xml": "<styles/>"}))

    assert "example.org" not in seen
    assert "Clause 1. The Author waives all <text:span>moral</text:span> rights." in seen


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.ods",
        "//example.org/a.ods",
        "../a.ods",
        "%2e%2e/a.ods",
        "..\\a.ods",
        "\\\\example.org\\a.ods",
        "Object 1/../../a.ods",
        "/a.ods",
        "Object 2",
        "#a",
    ],
)
def test_an_object_that_is_not_inside_the_file_is_left_out_however_its_address_is_written(address: str) -> None:
    seen = shown(package({"content.xml": content(framed(address)), "Object 1/content.xml": FORMULA}))

    assert "draw:object" not in seen
    assert WAIVER in seen


@pytest.mark.parametrize("address", ["./Object 1", "Object 1", "Object 1/", ""])
def test_a_file_whose_objects_are_inside_of_it_stays_as_it_is(address: str) -> None:
    data = package({"content.xml": content(framed(address)), "Object 1/content.xml": FORMULA})

    assert without_linked_objects(data, Archive(data, Limits())) == data


def test_objects_of_headers_and_of_documents_inside_the_document_are_left_out_too() -> None:
    web, inner = framed("https://example.org/a.ods"), framed("Object 2") + framed("../Object 3")
    data = package(
        {
            "content.xml": content(framed("Object 1")),
            "styles.xml": content(web),
            "Object 1/content.xml": content(web + inner),
            "Object 1/Object 2/content.xml": FORMULA,
            "Object 3/content.xml": FORMULA,
        }
    )

    assert "draw:object" in shown(data)
    assert "example.org" not in shown(data, "styles.xml")
    assert "example.org" not in shown(data, "Object 1/content.xml")
    assert shown(data, "Object 1/content.xml").count("<draw:object") == 2


WEB = framed("https://example.org/a.ods")
READ_WITHOUT = {
    "a type of document": content(WEB, f'{UTF_8}<!DOCTYPE office:document-content PUBLIC "-//OpenOffice.org//DTD 1.0//EN" "office.dtd">'),
    "a type that adds the link": content(
        WEB.replace("xlink:href", "text:name"),
        f'{UTF_8}<!DOCTYPE office:document-content [<!ATTLIST draw:object xlink:href CDATA "https://example.org/a.ods">]>',
    ),
    "a prefix that nobody declares": content(f"<old:note/>{WEB}"),
    "a name without a prefix": content(framed("https://example.org/a.ods", f'object xmlns="{ODF}:drawing:1.0"')),
    "UTF-16": content(WEB, UTF_16).encode("utf-16"),
    "a link in a header": content(f"<text:p>{WAIVER}</text:p>"),
    "spans within spans": content("<text:p>" + "<text:span>" * 400 + "</text:span>" * 400 + f"</text:p>{WEB}"),
}


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("written", READ_WITHOUT)
def test_libreoffice_reads_a_file_with_a_linked_object_however_it_is_written(written: str) -> None:
    header = f'<style:master-page style:name="Standard"><style:header>{WEB}</style:header></style:master-page>'
    styles = f"{UTF_8}<office:document-styles {SPACES}><office:master-styles>{header}</office:master-styles></office:document-styles>"
    parts = {"content.xml": READ_WITHOUT[written]} | ({"styles.xml": styles} if "header" in written else {})

    assert WAIVER in text_of(package(parts))


READABLE = {
    "a type of document": content(
        f"<text:p>{WAIVER}<draw:object/></text:p>", f'{UTF_8}<!DOCTYPE office:document-content SYSTEM "https://example.org/a.dtd">'
    ),
    "a prefix that nobody declares": content(f'<text:p old:note="1">{WAIVER}<draw:object/></text:p>'),
    "spans within spans": content("<text:p>" + "<text:span>" * 400 + f"<draw:object/>{WAIVER}" + "</text:span>" * 400 + "</text:p>"),
    "deeper spans than are parsed": content(
        "<text:p>" + "<text:span>" * 3_000 + f"<draw:object/>{WAIVER}" + "</text:span>" * 3_000 + "</text:p>"
    ),
}


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("written", READABLE)
def test_no_file_is_refused_that_libreoffice_reads(written: str) -> None:
    assert WAIVER in text_of(package({"content.xml": READABLE[written]}))


@pytest.mark.parametrize(
    "part",
    [
        content(f"{WEB}<text:p>cut off"),
        content(f"{WEB}&words;", f'{UTF_8}<!DOCTYPE office:document-content [<!ENTITY words "words">]>'),
        content(WEB, '<?xml version="1.0" encoding="no-such"?>'),
    ],
)
def test_what_cannot_be_parsed_is_left_to_libreoffice_as_it_is(part: str) -> None:
    data = package({"content.xml": part})

    assert without_linked_objects(data, Archive(data, Limits())) == data


def test_a_text_that_is_there_twice_is_refused() -> None:
    file = io.BytesIO(package({"content.xml": content(WEB)}))
    with zipfile.ZipFile(file, "a") as written:
        written.writestr("Content.xml", content(WEB))

    with pytest.raises(CorruptFile, match="twice"):
        without_linked_objects(file.getvalue(), Archive(file.getvalue(), Limits()))


def test_a_file_that_cannot_be_packed_anew_is_left_to_libreoffice_as_it_is() -> None:
    file = io.BytesIO(package({"content.xml": content(framed("Object 1") + WEB), "Object 1/content.xml": FORMULA}))
    with zipfile.ZipFile(file, "a") as written:
        written.writestr("object 1/content.xml", FORMULA)
    data = file.getvalue()

    assert without_linked_objects(data, Archive(data, Limits())) == data
