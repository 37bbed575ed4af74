"""Clause numbers that Word counts by itself are in the text as they are printed."""

from __future__ import annotations

import pytest

from contract_registry.core.document import original
from word_files import blocks, deleted, in_list, inserted, level, lists, p, read

LEGAL = lists(level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman"))


def clauses(*depths: int, number: int = 1) -> str:
    return "".join(p("x", properties=in_list(number, depth)) for depth in depths)


def labels(body: str, **parts: str) -> list[str]:
    document = read(body, **parts)
    return [block.number.of(document.text) if block.number else "" for block in document.blocks]


def test_a_clause_begins_with_its_number() -> None:
    document = read(p("The Author grants a licence.", properties=in_list(1)), numbering=LEGAL)

    assert document.text == "1. The Author grants a licence."
    assert document.blocks[0].number is not None
    assert document.blocks[0].number.of(document.text) == "1."
    assert (document.blocks[0].kind, document.blocks[0].level) == ("item", 0)


def test_the_number_has_no_place_in_the_raw_text() -> None:
    document = read(p("Grant", properties=in_list(1)), numbering=LEGAL)

    assert document.raw == "Grant\n"


def test_levels_count_within_those_above() -> None:
    assert labels(clauses(0, 1, 2, 2, 3, 1, 2, 0, 1), numbering=LEGAL) == ["1.", "1.1", "(a)", "(b)", "(i)", "1.2", "(a)", "2.", "2.1"]


def test_a_full_citation_is_printed_where_the_list_says_so() -> None:
    numbering = lists(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2(%3)", "lowerLetter"))

    assert labels(clauses(0, 1, 1, 2, 2), numbering=numbering) == ["1", "1.1", "1.2", "1.2(a)", "1.2(b)"]


def test_a_level_that_was_skipped_counts_as_begun() -> None:
    assert labels(clauses(1, 0, 1), numbering=LEGAL) == ["1.1", "2.", "2.1"]


def test_words_around_the_number_are_printed() -> None:
    assert labels(clauses(0, 0), numbering=lists(level(0, "Article %1:", "upperRoman"))) == ["Article I:", "Article II:"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1.", "(a)", "2.", "(a)"]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "(a)", "2.", "(b)"]),
        ('<w:lvlRestart w:val="1"/>', ["1.", "(a)", "2.", "(a)"]),
    ],
)
def test_a_level_starts_again_when_its_list_says_so(restart: str, expected: list[str]) -> None:
    assert labels(clauses(0, 2, 0, 2), numbering=lists(level(0, "%1."), level(2, "(%3)", "lowerLetter", more=restart))) == expected


def test_a_level_that_restarts_after_the_first_goes_on_after_the_second() -> None:
    third = level(2, "(%3)", "lowerLetter", more='<w:lvlRestart w:val="1"/>')

    assert labels(clauses(0, 1, 2, 1, 2, 0, 2), numbering=lists(level(0, "%1."), level(1, "%1.%2"), third)) == [
        "1.", "1.1", "(a)", "1.2", "(b)", "2.", "(a)",
    ]  # fmt: skip


def test_legal_style_prints_roman_parents_in_digits() -> None:
    numbering = lists(level(0, "Article %1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))

    assert labels(clauses(0, 0, 1), numbering=numbering) == ["Article I", "Article II", "2.1"]


def test_a_bullet_is_no_number_and_leaves_no_gap_in_numbers_below_it() -> None:
    numbering = lists(level(0, "%1."), level(1, "\uf0b7", "bullet"), level(2, "%1.%2%3."))

    document = read(clauses(0, 1, 2), numbering=numbering)

    assert blocks(document) == ["1. x", "x", "1.1. x"]
    assert [(block.kind, block.level) for block in document.blocks] == [("item", 0), ("item", 1), ("item", 2)]


def test_lists_of_one_definition_count_on_and_an_override_starts_anew() -> None:
    numbering = lists(
        level(0, "%1."),
        overrides={2: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>', 3: ""},
    )
    body = clauses(0, 0) + clauses(0, 0, number=2) + clauses(0, number=1) + clauses(0, number=3) + clauses(0, number=2)

    assert labels(body, numbering=numbering) == ["1.", "2.", "8.", "9.", "10.", "11.", "12."]


def test_an_override_may_replace_a_whole_level() -> None:
    numbering = lists(
        level(0, "%1."), overrides={2: f'<w:lvlOverride w:ilvl="0">{level(0, "Schedule %1", "upperLetter", 2)}</w:lvlOverride>'}
    )

    assert labels(clauses(0, number=2), numbering=numbering) == ["Schedule B"]


def test_other_paragraphs_between_do_not_stop_the_count() -> None:
    assert labels(clauses(0) + p("Between.") + clauses(0), numbering=LEGAL) == ["1.", "", "2."]


def test_an_empty_numbered_paragraph_counts_and_prints_nothing() -> None:
    assert labels(clauses(0) + p("", properties=in_list(1)) + clauses(0), numbering=LEGAL) == ["1.", "3."]


def test_numbers_go_on_inside_tables() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{clauses(0)}</w:tc></w:tr></w:tbl>"

    assert blocks(read(clauses(0) + cell + clauses(0), numbering=LEGAL)) == ["1. x", "2. x", "3. x"]


def test_a_padded_format_fills_up_with_zeros() -> None:
    padded = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
    )
    numbering = lists(f'<w:lvl w:ilvl="0"><w:start w:val="9"/>{padded}<w:lvlText w:val="%1)"/></w:lvl>')

    assert labels(clauses(0, 0), numbering=numbering) == ["009)", "010)"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>{h1}</w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/><w:pPr>{h2}</w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My Clause"/><w:basedOn w:val="H2"/></w:style>'
)


@pytest.mark.parametrize(
    ("h1", "h2"),
    [
        (in_list(1, 0), in_list(1, 1)),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    ],
    ids=["both say both", "list and level inherited apart", "the list names the style"],
)
def test_styles_number_their_paragraphs(h1: str, h2: str) -> None:
    numbering = lists(level(0, "%1.", more='<w:pStyle w:val="H1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="H2"/>'))
    body = "".join(p("x", properties=f'<w:pStyle w:val="{style}"/>') for style in ("H1", "H2", "Mine", "H1"))

    assert labels(body, numbering=numbering, styles=STYLES.format(h1=h1, h2=h2)) == ["1.", "1.1", "1.2", "2."]


def test_a_paragraph_can_step_out_of_its_style_s_list() -> None:
    out = p("x", properties='<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    assert labels(out, numbering=LEGAL, styles=STYLES.format(h1=in_list(1), h2="")) == [""]


def test_a_list_may_borrow_its_levels_from_a_list_style() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Clauses"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Clauses"/>{level(0, "§ %1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = '<w:style w:type="numbering" w:styleId="Clauses"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'

    assert labels(clauses(0, 0), numbering=numbering, styles=styles) == ["§ 1", "§ 2"]


def test_lists_that_borrow_from_each_other_print_no_number() -> None:
    numbering = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    styles = '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'

    assert labels(clauses(0), numbering=numbering, styles=styles) == [""]


def test_a_list_that_is_not_there_numbers_nothing() -> None:
    assert blocks(read(p("x", properties=in_list(7)))) == ["x"]


def test_numbers_move_up_when_a_clause_before_them_is_struck_out() -> None:
    body = (
        clauses(0) + p(deleted("gone"), properties=in_list(1) + "<w:rPr><w:del w:author='B'/></w:rPr>") + p("last", properties=in_list(1))
    )

    document = read(body, numbering=LEGAL)

    assert document.text == "1. x\n2. last"
    assert original(document) == "1. x\n2. gone\n3. last"


def test_numbers_move_down_when_a_clause_before_them_is_new() -> None:
    new = p(inserted("new"), properties=in_list(1) + "<w:rPr><w:ins w:author='A'/></w:rPr>")

    document = read(clauses(0) + new + p("last", properties=in_list(1)), numbering=LEGAL)

    assert document.text == "1. x\n2. new\n3. last"
    assert original(document) == "1. x\n2. last"
