"""The words of a Word file as they are printed."""

from __future__ import annotations

import io

import docx
import pytest

from contract_registry.core.text import Span
from contract_registry.errors import EmptyFile, NotText
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.word.read import read_word
from word_files import blocks, inserted, marked, p, read, run, word_file


def test_a_file_made_by_python_docx_is_read_block_by_block() -> None:
    made = docx.Document()
    made.add_heading("Publishing Agreement", 0)
    made.add_heading("Grant of Rights", 1)
    made.add_paragraph("The Author grants the Publisher a licence.")
    made.add_paragraph("in print", style="List Bullet")
    kept = io.BytesIO()
    made.save(kept)

    document = read(kept.getvalue())

    assert document.text == "Publishing Agreement\nGrant of Rights\nThe Author grants the Publisher a licence.\nin print"
    assert [(block.kind, block.level) for block in document.blocks] == [("heading", 1), ("heading", 1), ("paragraph", None), ("item", 0)]
    assert document.reader.startswith("Word file ")


def test_a_file_says_what_it_is() -> None:
    data = word_file(p("The Fee is 500."))

    document = read_word(data, name="deal.docx", budget=Budget(Limits()))

    assert (document.name, document.size, document.page_count) == ("deal.docx", len(data), None)
    assert document.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("element", "printed"),
    [
        ("<w:tab/>", "Fee: 500"),
        ('<w:ptab w:alignment="right"/>', "Fee: 500"),
        ("<w:noBreakHyphen/>", "Fee:-500"),
        ("<w:softHyphen/>", "Fee:500"),
        ("<w:lastRenderedPageBreak/>", "Fee:500"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/>', "Fee:☑500"),
        ('<w:sym w:font="Wingdings" w:char="F0A8"/>', "Fee:☐500"),
        ('<w:sym w:font="Symbol" w:char="F0D3"/>', "Fee:©500"),
        ('<w:sym w:font="Courier New" w:char="00A9"/>', "Fee:©500"),
        ('<w:sym w:font="Wingdings"/>', "Fee:500"),
    ],
)
def test_what_stands_for_a_character_is_printed_as_one(element: str, printed: str) -> None:
    assert read(p("Fee:", f"<w:r>{element}</w:r>", "500")).text == printed


def test_letters_in_a_font_of_signs_are_the_signs_they_show() -> None:
    ticked = run("o", '<w:rFonts w:ascii="Wingdings"/>')

    assert read(p(ticked, " Print rights")).text == "☐ Print rights"


def test_words_in_a_font_of_signs_stay_words() -> None:
    assert read(p(run("waives moral rights", '<w:rFonts w:ascii="Wingdings"/>'))).text == "waives moral rights"


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        '<w:hyperlink r:id="r9">{}</w:hyperlink>',
        "<w:dir><w:bdo>{}</w:bdo></w:dir>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:somethingNew><w:deeper>{}</w:deeper></w:somethingNew>",
    ],
)
def test_words_inside_a_wrapper_are_printed(wrapper: str) -> None:
    assert read(p("The ", wrapper.format(run("Author")), " grants")).text == "The Author grants"


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml>{}</w:customXml>",
        "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_paragraphs_inside_a_wrapper_are_blocks(wrapper: str) -> None:
    assert blocks(read(p("One.") + wrapper.format(p("Two.") + p("Three.")) + p("Four."))) == ["One.", "Two.", "Three.", "Four."]


def test_ruby_is_printed_after_its_base() -> None:
    ruby = f"<w:ruby><w:rt>{run('zhong')}</w:rt><w:rubyBase>{run('中')}</w:rubyBase></w:ruby>"

    assert read(p(f"<w:r>{ruby}</w:r>", " text")).text == "中(zhong) text"


def test_a_formula_keeps_its_words() -> None:
    fraction = "<m:f><m:num><m:r><m:t>net receipts</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"

    assert read(p("Royalty = ", f"<m:oMath>{fraction}</m:oMath>")).text == "Royalty = net receipts/2"


def test_an_address_keeps_its_lines() -> None:
    lines = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in ("Jane Roe", "12 High Street", "London"))

    assert blocks(read(p(f"<w:r>{lines}</w:r>"))) == ["Jane Roe", "12 High Street", "London"]


def test_a_sentence_broken_by_hand_stays_whole() -> None:
    lines = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in ("The Author hereby", "waives all moral rights in", "the Work."))

    assert blocks(read(p(f"<w:r>{lines}</w:r>"))) == ["The Author hereby waives all moral rights in the Work."]


def test_clauses_typed_into_one_paragraph_come_apart() -> None:
    lines = "<w:br/>".join(
        f"<w:t>{line}</w:t>" for line in ("1. Grant", "The Author grants a licence.", "", "2. Fee", "(a) half on signature")
    )

    assert blocks(read(p(f"<w:r>{lines}</w:r>"))) == ["1. Grant", "The Author grants a licence.", "2. Fee", "(a) half on signature"]


def test_a_heading_over_two_lines_is_one_heading() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    lines = "<w:r><w:t>Article I</w:t><w:br/><w:t>Grant of Rights</w:t></w:r>"

    document = read(p(lines, properties='<w:pStyle w:val="H"/>'), styles=styles)

    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [("heading", "Article I Grant of Rights")]


def test_a_clause_in_a_heading_style_is_no_heading() -> None:
    clause = p("The Author assigns all rights in the Work to the Publisher.", properties='<w:outlineLvl w:val="1"/>')

    document = read(p("Assignment", properties='<w:outlineLvl w:val="0"/>') + clause)

    assert [(block.kind, block.level) for block in document.blocks] == [("heading", 1), ("paragraph", None)]


def test_a_drop_capital_is_the_first_letter_of_its_word() -> None:
    capital = p("T", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')

    assert read(capital + p("he Author grants.")).text == "The Author grants."


def test_a_run_in_heading_stands_before_its_clause() -> None:
    heading = p("Grant.", properties="<w:outlineLvl w:val='1'/><w:rPr><w:vanish/><w:specVanish/></w:rPr>")

    assert read(heading + p("The Author grants a licence.")).text == "Grant. The Author grants a licence."


def test_the_way_back_leads_to_the_words_of_the_file() -> None:
    document = read(p("The  Author\u00a0 grants") + p("", "<w:r><w:tab/></w:r>", "rights."))

    at = document.text.index("rights")
    back = document.map.raw(Span(at, at + 6))

    assert document.text == "The Author grants\nrights."
    assert document.raw == "The  Author\u00a0 grants\n\trights.\n"
    assert back.of(document.raw) == "rights"


def test_a_field_shows_its_result_and_not_its_instruction() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref1 \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("4.2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    assert (
        read(p("See clause ", field, " and ", f'<w:fldSimple w:instr=" REF x ">{run("5")}</w:fldSimple>', ".")).text
        == "See clause 4.2 and 5."
    )


def test_a_field_inside_an_instruction_is_not_printed() -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end"))
    inner = f"{begin}<w:r><w:instrText>MERGEFIELD sex</w:instrText></w:r>{separate}{run('f')}{end}"
    outer = f'{begin}<w:r><w:instrText>IF </w:instrText></w:r>{inner}<w:r><w:instrText> = "f" "her" "his"</w:instrText></w:r>{separate}{run("her")}{end}'

    assert read(p("She keeps ", outer, " rights.")).text == "She keeps her rights."


def test_words_after_a_field_without_an_end_are_printed() -> None:
    assert (
        read(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "The Author waives") + p("all rights.")).text
        == "The Author waives\nall rights."
    )


def test_a_button_shows_its_prompt() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MACROBUTTON NoMacro [Click here and type] </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )

    document = read(p("Author: ", field, "."))

    assert document.text == "Author: [Click here and type]."
    assert marked(document, "form field") == ["[Click here and type]"]


@pytest.mark.parametrize("strike", ["<w:strike/>", "<w:dstrike/>"])
def test_words_struck_through_by_hand_are_read_and_warned_of(strike: str) -> None:
    document = read(p("The term is ", run("ten years", strike), " perpetual."))

    assert document.text == "The term is ten years perpetual."
    assert [problem.kind for problem in document.problems] == ["pending changes"]
    assert read(p(run("ten years", strike.replace("/>", ' w:val="0"/>')))).problems == ()


def test_a_table_of_contents_is_marked_and_kept() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    line = '<w:pStyle w:val="T1"/>'

    document = read(p("Contents") + p("1 Grant 2", properties=line) + p("2 Fee 3", properties=line) + p("Grant"), styles=styles)

    assert marked(document, "contents") == ["1 Grant 2\n2 Fee 3"]
    assert blocks(document) == ["Contents", "1 Grant 2", "2 Fee 3", "Grant"]


def test_a_file_without_words_says_so() -> None:
    with pytest.raises(EmptyFile):
        read(p("") + p(" "))


def test_a_file_whose_words_are_all_struck_out_says_what_to_do() -> None:
    with pytest.raises(NotText, match="struck out"):
        read(p('<w:del w:author="B"><w:r><w:delText>All of it.</w:delText></w:r></w:del>'))


def test_a_file_whose_words_are_all_new_is_read() -> None:
    assert read(p(inserted("All of it."))).text == "All of it."
