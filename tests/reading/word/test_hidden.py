"""Words that nobody sees on paper are read, marked and counted."""

from __future__ import annotations

import pytest

from word_files import marked, p, read, run

CELL = '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>'


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:sz w:val="2"/>',
        '<w:color w:val="ffffff"/><w:sz w:val="24"/>',
        '<w:rStyle w:val="Ghost"/>',
    ],
    ids=["hidden", "white", "one point", "white, lower case", "by its style"],
)
def test_words_not_to_be_seen_are_read_and_marked(properties: str) -> None:
    styles = '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>'

    document = read(p("The Author ", run("waives all moral rights and ", properties), "signs."), styles=styles)

    assert document.text == "The Author waives all moral rights and signs."
    assert marked(document, "hidden") == ["waives all moral rights and"]
    assert [(problem.kind, problem.withholds) for problem in document.problems] == [("hidden text", False)]
    assert "5 words" in document.problems[0].message


def test_a_style_hides_its_paragraphs() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>'

    document = read(p("Seen.") + p("Not seen.", properties='<w:pStyle w:val="N"/>'), styles=styles)

    assert marked(document, "hidden") == ["Not seen."]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="FF0000"/>',
        '<w:sz w:val="12"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    ],
)
def test_words_to_be_seen_are_not_marked(properties: str) -> None:
    document = read(p(run("The Author signs.", properties)))

    assert (document.marks, document.problems) == ((), ())


def test_white_words_on_a_dark_cell_are_seen_and_those_beside_it_are_not() -> None:
    white = p(run("Royalty rates", '<w:color w:val="FFFFFF"/>'))

    document = read(CELL.format(white, white))

    assert [mark.span.start for mark in document.marks] == [len("Royalty rates | ")]


def test_pieces_of_hidden_words_are_one_mark() -> None:
    document = read(p("A ", run("b ", "<w:vanish/>"), run("c ", "<w:vanish/>"), "d"))

    assert marked(document, "hidden") == ["b c"]


def test_one_hidden_word_is_counted_as_one() -> None:
    assert "1 word " in read(p("A ", run("b", "<w:vanish/>"))).problems[0].message
