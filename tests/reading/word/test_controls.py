"""Content controls and form fields: what is filled in, chosen or ticked is in the text, and what is still to be filled in is marked."""

from __future__ import annotations

import pytest

from word_files import blocks, marked, p, read, run


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def field(code: str, data: str, result: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("separate", "end"))
    return f"{begin}<w:r><w:instrText> {code} </w:instrText></w:r>{separate}{result}{end}"


def test_a_control_is_marked_with_its_title() -> None:
    document = read(p("Territory: ", control('<w:alias w:val="Territory"/><w:tag w:val="t1"/><w:text/>', run("World")), "."))

    assert document.text == "Territory: World."
    assert [(mark.kind, mark.span.of(document.text), mark.note) for mark in document.marks] == [("content control", "World", "Territory")]


def test_a_control_without_a_title_is_marked_with_its_tag() -> None:
    assert [mark.note for mark in read(p(control('<w:tag w:val="t1"/>', run("World")))).marks] == ["t1"]


def test_a_control_around_paragraphs_is_marked_as_a_whole() -> None:
    assert marked(read(control('<w:alias w:val="Terms"/>', p("One.") + p("Two.")) + p("Three.")), "content control") == ["One.\nTwo."]


def test_words_to_be_replaced_are_marked_as_such() -> None:
    document = read(p("Fee: ", control("<w:showingPlcHdr/><w:text/>", run("Click to enter text"))))

    assert [(mark.kind, mark.note) for mark in document.marks] == [("content control", ""), ("form field", "placeholder")]


@pytest.mark.parametrize(("checked", "box"), [("1", "☒"), ("0", "☐")])
def test_a_check_box_shows_whether_it_is_ticked(checked: str, box: str) -> None:
    state = f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>'

    assert blocks(read(p(control(state, run(box)), " Print"))) == [f"{box} Print"]
    assert blocks(read(p(control(state, ""), " Print"))) == [f"{box} Print"]


@pytest.mark.parametrize(
    ("state", "box"),
    [
        ('<w:checked w:val="1"/>', "☒"),
        ("<w:checked/>", "☒"),
        ('<w:checked w:val="0"/>', "☐"),
        ('<w:default w:val="1"/>', "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
        ("", "☐"),
    ],
)
def test_an_older_check_box_shows_whether_it_is_ticked(state: str, box: str) -> None:
    document = read(p(field("FORMCHECKBOX", f"<w:checkBox>{state}</w:checkBox>"), " Print"))

    assert document.text == f"{box} Print"
    assert marked(document, "form field") == [box]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [('<w:result w:val="1"/>', "World"), ("", "UK"), ('<w:default w:val="1"/>', "World"), ('<w:result w:val="9"/>', "")],
)
def test_an_older_drop_down_shows_what_was_chosen(chosen: str, shown: str) -> None:
    entries = f'<w:ddList>{chosen}<w:listEntry w:val="UK"/><w:listEntry w:val="World"/></w:ddList>'

    assert read(p("Territory: ", field("FORMDROPDOWN", entries), ".")).text == f"Territory: {shown}."


def test_an_older_text_field_is_marked() -> None:
    document = read(p("Name: ", field("FORMTEXT", "<w:textInput/>", run("Jane Roe")), "."))

    assert document.text == "Name: Jane Roe."
    assert marked(document, "form field") == ["Jane Roe"]


def test_a_table_of_contents_in_a_control_is_marked_as_contents() -> None:
    part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'

    document = read(control(part, p("Contents") + p("1 Grant 2")) + p("Grant"))

    assert {mark.kind for mark in document.marks} == {"contents"}
    assert marked(document, "contents") == ["Contents\n1 Grant 2"]
