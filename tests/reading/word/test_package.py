"""Word files of every make are opened; those that are damaged or mean harm come to a clear end."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from contract_registry.errors import CorruptFile, TooLarge, TooMuchMemory, TooSlow, UnsupportedFormat
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.word.read import read_word
from word_files import W, blocks, in_list, level, lists, p, packed, read, unpacked, word_file

BODY = p("The Author grants a licence.", properties=in_list(1))
NUMBERING = lists(level(0, "%1."))


def changed(data: bytes, **names: object) -> bytes:
    """The file with parts replaced (by name, `__` for a slash and `_xml` for the ending); None takes a part out."""
    files = unpacked(data)
    for written, contents in names.items():
        name = written.replace("__", "/").removesuffix("_xml") + (".xml" if written.endswith("_xml") else "")
        files.pop(name, None)
        if contents is not None:
            files[name] = contents  # type: ignore[assignment]
    return packed(files)


def test_a_strict_file_is_read_like_any_other() -> None:
    strict = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    files = unpacked(word_file(BODY, numbering=NUMBERING))
    for usual, other in strict.items():
        files = {name: contents.replace(usual, other) for name, contents in files.items()}

    assert read(packed(files)).text == "1. The Author grants a licence."


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-word.document.macroEnabled.12"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        ),
        ("application/vnd.ms-word.template.macroEnabledTemplate.main+xml", "application/vnd.ms-word.template.macroEnabled.12"),
    ],
)
def test_templates_and_files_with_macros_are_read_and_named(kind: str, media_type: str) -> None:
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'

    document = read(packed({**unpacked(word_file(BODY)), "[Content_Types].xml": types}))

    assert (document.text, document.media_type) == ("The Author grants a licence.", media_type)


def test_a_file_that_says_nothing_of_its_parts_is_read_from_the_usual_places() -> None:
    files = unpacked(word_file(BODY, numbering=NUMBERING))
    bare = {name: contents for name, contents in files.items() if name in ("word/document.xml", "word/numbering.xml")}

    assert read(packed(bare)).text == "1. The Author grants a licence."


def test_parts_with_wrong_types_are_read() -> None:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="text/plain"/></Types>'

    assert read(packed({**unpacked(word_file(BODY, numbering=NUMBERING)), "[Content_Types].xml": types})).text.startswith("1.")


def test_links_to_parts_that_are_not_there_are_passed_over() -> None:
    assert read(word_file(BODY, links=[("r5", "image", "NULL"), ("r6", "styles", "gone.xml")])).text == "The Author grants a licence."


def test_a_part_in_utf_16_is_read() -> None:
    files = unpacked(word_file(BODY))
    text = files["word/document.xml"].decode().replace("UTF-8", "UTF-16")

    assert read(packed({**files, "word/document.xml": text.encode("utf-16")})).text == "The Author grants a licence."


def test_a_damaged_part_beside_the_text_is_a_named_problem() -> None:
    document = read(changed(word_file(BODY, numbering=NUMBERING, footnotes=""), word__footnotes_xml="<w:footnotes"))

    assert document.text == "1. The Author grants a licence."
    assert [(problem.kind, "footnotes" in problem.message) for problem in document.problems] == [("part not read", True)]


@pytest.mark.parametrize("contents", ["", "junk", "<w:document", f'<w:document xmlns:w="{W}"><w:body></w:document>'])
def test_a_damaged_text_part_is_a_damaged_file(contents: str) -> None:
    with pytest.raises(CorruptFile):
        read(changed(word_file(BODY), word__document_xml=contents))


def test_a_file_without_a_text_part_is_damaged() -> None:
    with pytest.raises(CorruptFile):
        read(changed(word_file(BODY), word__document_xml=None))


def test_the_files_of_other_programs_are_named() -> None:
    with pytest.raises(UnsupportedFormat, match="Excel"):
        read(packed({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}))


BOMB = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">{}]>'.format(
    "".join(f'<!ENTITY c{number} "{"&b;" * 8 if number == 0 else f"&c{number - 1};" * 8}">' for number in range(20))
)


@pytest.mark.parametrize(
    "declaration",
    [BOMB, '<!DOCTYPE x [<!ENTITY c19 SYSTEM "file:///etc/hostname">]>', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'],
    ids=["bomb", "file", "network"],
)
@pytest.mark.parametrize("part", ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "_rels/.rels"])
def test_declared_entities_are_refused(declaration: str, part: str) -> None:
    files = unpacked(word_file(p("before &c19;").replace("&amp;", "&")))
    text = files[part].decode()
    head, body = (text[: text.index("?>") + 2], text[text.index("?>") + 2 :]) if text.startswith("<?xml") else ("", text)

    with pytest.raises(CorruptFile, match="entities"):
        read(packed({**files, part: head + declaration + body}))


def test_a_bomb_dressed_as_a_word_file_is_not_unpacked() -> None:
    data = word_file(BODY, files={"word/media/image1.png": b"\0" * 3_000_000})

    with pytest.raises(TooLarge):
        read_word(data, name="", budget=Budget(Limits(expanded_bytes=1_000_000)))


def test_more_xml_than_memory_could_hold_is_not_parsed() -> None:
    with pytest.raises(TooMuchMemory):
        read_word(word_file(p("x" * 200_000)), name="", budget=Budget(Limits(memory_bytes=1_000_000)))


def test_more_text_than_the_limit_is_too_large() -> None:
    with pytest.raises(TooLarge):
        read_word(word_file(p("x" * 2_000)), name="", budget=Budget(Limits(characters=1_000)))


def test_time_that_is_up_stops_the_reading() -> None:
    with pytest.raises(TooSlow):
        read_word(word_file(BODY), name="", budget=Budget(Limits(seconds=0)))


def test_a_text_nested_without_end_is_refused_or_read() -> None:
    deep = "<w:customXml>" * 5_000 + p("Deep.") + "</w:customXml>" * 5_000

    with pytest.raises(CorruptFile):
        read(deep)


def test_tables_nested_as_deep_as_the_parser_goes_are_read_or_refused() -> None:
    nested = p("Deep.")
    for _ in range(60):
        nested = f"<w:tbl><w:tr><w:tc>{nested}</w:tc></w:tr></w:tbl>"

    assert blocks(read(nested)) == ["Deep."]


def test_names_that_lead_out_of_the_file_lead_nowhere() -> None:
    data = word_file(BODY, links=[("r5", "header", "../../../etc/passwd"), ("r6", "styles", "/../../etc/passwd")])

    assert read(data).text == "The Author grants a licence."


def test_parts_that_point_at_each_other_in_a_circle_are_read_once() -> None:
    header = p("Head.")
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/header" Target="header.xml"/><Relationship Id="r2" Type="x/officeDocument" Target="document.xml"/></Relationships>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r-header"/></w:sectPr>'

    assert blocks(read(word_file(BODY + section, header=header, files={"word/_rels/header.xml.rels": links}))) == [
        "The Author grants a licence.",
        "Head.",
    ]


def test_styles_based_on_each_other_are_harmless() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="{own}"/><w:basedOn w:val="{other}"/></w:style>'
        for own, other in ("AB", "BA")
    )

    assert read(p("x", properties='<w:pStyle w:val="A"/>'), styles=styles).text == "x"


def test_a_file_of_python_docx_without_styles_and_settings_is_read() -> None:
    made = docx.Document()
    made.add_paragraph("The Author grants.", style="List Number")
    kept = io.BytesIO()
    made.save(kept)
    files = {
        name: contents
        for name, contents in unpacked(kept.getvalue()).items()
        if not name.endswith(("styles.xml", "settings.xml", "theme1.xml"))
    }

    assert read(packed(files)).text == "The Author grants."


def test_comments_and_instructions_in_the_xml_are_no_words() -> None:
    body = "<w:p><!-- note --><w:r><?page break?><w:t>The <!-- x -->Author</w:t></w:r></w:p><!-- end -->"

    assert read(body).text == "The Author"


def test_the_file_is_not_changed_by_reading() -> None:
    data = word_file(BODY)

    assert read(data) == read(data)
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
