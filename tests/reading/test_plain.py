"""Plain text: what was broken to fit is joined, what stands apart stays apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.document import Document
from contract_registry.core.text import Span
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.plain import read_plain


def document(text: str) -> Document:
    return read_plain(text.encode("utf-8", "surrogatepass"), name="contract.txt", budget=Budget(Limits()))


def blocks(text: str) -> list[str]:
    found = document(text)
    return [block.span.of(found.text) for block in found.blocks]


WRAPPED = """\
The Author grants to the Publisher for the full term of copyright the
sole and exclusive right to publish the Work in volume form in all
languages throughout the world, and the right to license others to do
so. The Author retains all other rights.
"""


def test_wrapped_lines_become_one_paragraph() -> None:
    assert blocks(WRAPPED) == [" ".join(WRAPPED.split())]


def test_a_paragraph_leads_back_to_the_lines_it_came_from() -> None:
    read = document(WRAPPED)
    at = read.text.index("copyright the sole")

    assert read.map.raw(Span(at, at + len("copyright the sole"))).of(read.raw) == "copyright the\nsole"


def test_paragraphs_that_only_an_indent_parts_stay_two() -> None:
    text = """\
     The Publisher may assign this agreement to any company that takes over
its list. It shall tell the Author so within thirty days of the transfer.
     The Author may not assign this agreement without the written consent of
the Publisher, which shall not be refused without a good reason for it.
"""

    assert [block[:14] for block in blocks(text)] == ["The Publisher ", "The Author may"]


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    text = (
        "1. The Artist assigns all rights in the Work to the Company for good.\n2. The Company pays a fee.\nSigned at London\n" + "x" * 200
    )

    assert blocks(text) == text.split("\n")


def test_addresses_and_verse_stay_line_by_line() -> None:
    text = WRAPPED + "\nNorthlight Books Ltd\n12 Harbour Street\nBristol BS1 4RN\n\nThe owl and the cat\nWent out to sea\nIn a green boat\n"

    assert blocks(text)[1:] == [
        "Northlight Books Ltd",
        "12 Harbour Street",
        "Bristol BS1 4RN",
        "The owl and the cat",
        "Went out to sea",
        "In a green boat",
    ]


def test_clauses_that_follow_each_other_without_a_blank_line_stay_apart() -> None:
    text = """\
1. GRANT
(a) The Author grants the Publisher the exclusive right to publish the
    Work in all forms now known or later invented, in every territory;
(b) the Author waives the moral rights in the Work so far as the law
    allows this to be done.
2. FEE
"""

    assert [block[:12] for block in blocks(text)] == ["1. GRANT", "(a) The Auth", "(b) the Auth", "2. FEE"]


def test_a_reference_at_the_start_of_a_wrapped_line_is_no_new_clause() -> None:
    text = """\
The Publisher shall pay the Author the royalties that are set out in clause
4.2 of this agreement, and shall send the accounts for them to the Author or
the agent whom the Author names in writing, within ninety days of each of
30 June and 31 December, for as long as the Work is on sale in any territory.
"""

    assert len(blocks(text)) == 1


def test_a_sentence_that_is_cut_by_a_stray_line_break_is_joined() -> None:
    text = (
        "The Material means the work of authorship that is made available by Us to third parties under the\nterms of this agreement.\n"
        + "y" * 300
    )

    assert blocks(text)[0].endswith("under the terms of this agreement.")


def test_a_compound_keeps_its_hyphen_at_a_line_end_and_a_broken_word_loses_it() -> None:
    text = """\
This agreement gives the Company a perpetual, worldwide, royalty-free, non-
exclusive licence. The rights under this licence end when this agree-
ment ends, and no sooner than that, whatever else the parties may have said
or written to one another. Each agreement of this kind stands on its own.
"""

    (block,) = blocks(text)
    assert "non-exclusive licence" in block
    assert "when this agreement ends" in block


def test_a_word_broken_at_a_line_end_is_joined_though_it_stands_nowhere_whole() -> None:
    text = """\
The Publisher may not use the Work in its training of any AI mod-
els whatever their kind. It may use it for every other pur-
pose that the parties have named under its royalty-
free and non-exclusive licence, in print and on screens of any kind or sort.
"""

    (block,) = blocks(text)
    assert "AI models whatever" in block
    assert "purpose that" in block
    assert "royalty-free and non-exclusive" in block


def test_labelled_lines_stay_line_by_line() -> None:
    memo = """\
Usage: worldwide, all media, in perpetuity, and for the training of AI
Fee: 500 on delivery of the drawing and not before that, by bank transfer
AI: ok for client to use for internal + external AI and for their partners
Credit: none is given in any of these media and none need be asked for it
Rounds: unlimited
"""

    assert blocks(memo) == memo.splitlines()
    assert blocks(memo.lower()) == memo.lower().splitlines()


def test_a_wrapped_sentence_is_joined_over_a_word_that_only_looks_like_a_label() -> None:
    text = WRAPPED.replace("languages throughout the world, and", "words: throughout the world, and")

    assert blocks(text) == [" ".join(text.split())]


def test_each_bullet_is_an_item_however_it_is_typed() -> None:
    text = """\
we talked about the following points and the client is fine with all of it
- client wont use any of the concepts to train ai models of its own or others
- 2 rounds of changes then 30/hr
* no credit is needed on any of the drawings that the client has asked for
• and nothing else
"""

    read = document(text)
    assert [(block.kind, block.span.of(read.text)[:12]) for block in read.blocks] == [
        ("paragraph", "we talked ab"),
        ("item", "client wont "),
        ("item", "2 rounds of "),
        ("item", "no credit is"),
        ("item", "and nothing "),
    ]


def test_lines_all_in_small_letters_are_not_joined_for_that() -> None:
    text = "client can use the drawings for internal and external ai\nno credit needed\nsign by friday\n"

    assert blocks(text) == text.splitlines()


def test_a_mail_typed_in_small_letters_is_joined_where_it_was_broken_to_fit() -> None:
    text = "we would love to have your drawings for our new campaign and also\nwant to train our ai tools, hope thats ok\n"

    assert blocks(text) == [" ".join(text.split())]


def test_every_line_with_a_tick_box_stands_apart() -> None:
    text = "[x] The drawings may be used to train models of every kind by the\n    client\n[ ] They may not\n(x) yes\n( ) no\n"

    assert blocks(text) == [
        "[x] The drawings may be used to train models of every kind by the client",
        "[ ] They may not",
        "(x) yes",
        "( ) no",
    ]


def test_bullets_are_list_items_without_their_signs() -> None:
    read = document("You may:\n- copy the Work\n  * in print\n  * on screen\n- sell it\n")

    assert [(block.kind, block.level, block.span.of(read.text)) for block in read.blocks] == [
        ("paragraph", None, "You may:"),
        ("item", 0, "copy the Work"),
        ("item", 1, "in print"),
        ("item", 1, "on screen"),
        ("item", 0, "sell it"),
    ]


def test_an_underlined_line_is_a_heading_and_its_rule_is_gone() -> None:
    read = document("RIGHTS\n======\n\nMoral rights\n------------\nThe Author waives them.\n\n----------\n\nEnd.\n")

    assert [(block.kind, block.level, block.span.of(read.text)) for block in read.blocks] == [
        ("heading", 1, "RIGHTS"),
        ("heading", 2, "Moral rights"),
        ("paragraph", None, "The Author waives them."),
        ("paragraph", None, "End."),
    ]


def test_a_blank_to_sign_on_stays() -> None:
    assert blocks("Signed:\n____________________\nDate: ____________\n") == ["Signed:", "____________________", "Date: ____________"]


def test_aligned_columns_are_rows() -> None:
    read = document("Fees\n\nUse            Territory      Fee\nFirst print    UK             £400\nReprint        World          £90\n")

    rows = [[cell.of(read.text) for cell in block.cells] for block in read.blocks if block.kind == "row"]
    assert rows == [["Use", "Territory", "Fee"], ["First print", "UK", "£400"], ["Reprint", "World", "£90"]]


def test_bars_and_tabs_make_cells() -> None:
    read = document("| Term | Perpetuity |\n| Fee | none |\n\nTerritory\tUniverse\nMedia\tall\n")

    rows = [[cell.of(read.text) for cell in block.cells] for block in read.blocks]
    assert rows == [["Term", "Perpetuity"], ["Fee", "none"], ["Territory", "Universe"], ["Media", "all"]]


def test_page_numbers_and_running_heads_stand_apart_from_the_text() -> None:
    page = "Source: ACME PICTURES, 10-K, 3/1/2020\n\n\n\f"
    body = "The Artist grants Acme the licence set out below.\n\nAcme pays the fee within thirty days.\n\nEach party keeps what it had.\n\n"
    text = "".join(f"{body}{number}\n{page}" for number in range(1, 6))

    read = document(text)

    beside = [block.span.of(read.text) for block in read.blocks if block.source != "body"]
    assert beside == [line for number in range(1, 6) for line in (str(number), "Source: ACME PICTURES, 10-K, 3/1/2020")]


def test_a_column_of_numbers_is_no_run_of_pages() -> None:
    read = document("Scores\n\n1\n\n2\n\n3\n\n4\n\n")

    assert {block.source for block in read.blocks} == {"body"}


def test_page_tags_of_filings_are_not_text() -> None:
    assert blocks("The Company grants a licence.\n<PAGE>\n<PAGE>   3\nIt lasts for ever.\n<TABLE>\n<S>   <C>\nEnd.\n</TABLE>\n") == [
        "The Company grants a licence.",
        "It lasts for ever.",
        "End.",
    ]


def test_a_page_break_alone_does_not_cut_a_paragraph() -> None:
    assert blocks(WRAPPED.replace("in all\nlanguages", "in all\n\flanguages")) == [" ".join(WRAPPED.split())]


def test_facts_about_the_file_stand_in_its_head() -> None:
    read = document("---\nname: Some Licence\nurls:\n  - https://example.org\n---\n\nYou may use the Work.\n")

    assert [(block.source, block.span.of(read.text)) for block in read.blocks] == [
        ("header", "name: Some Licence"),
        ("header", "urls:"),
        ("header", "- https://example.org"),
        ("body", "You may use the Work."),
    ]


def test_a_rule_above_a_clause_is_not_taken_for_facts() -> None:
    assert blocks("---\nThe Author agrees to everything that follows here.\n---\nYes.")[0].startswith("The Author agrees")


def test_quoted_lines_lose_their_marks_and_stay_apart_from_the_answer() -> None:
    assert blocks("Agreed.\n> Do you assign\n> all rights?\nYes.\n") == ["Agreed.", "Do you assign", "all rights?", "Yes."]


def test_chinese_lines_are_read() -> None:
    assert blocks("作者授予出版社永久使用该作品的权利。\n\n作者放弃署名权。") == [
        "作者授予出版社永久使用该作品的权利。",
        "作者放弃署名权。",
    ]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_every_letter_of_any_text_is_kept(text: str) -> None:
    letters = [letter for letter in text if letter.isalnum()]
    if not letters or not document_or_none(text):
        return

    kept = document(text)

    assert [letter for letter in kept.text if letter.isalnum()] == letters
    assert kept.text == "\n".join(block.span.of(kept.text) for block in kept.blocks)


def document_or_none(text: str) -> bool:
    """Whether `text` comes back from its own bytes, and holds no mark-up that filings put around text."""
    return text.encode().decode("utf-8-sig") == text and "<" not in text and "\0" not in text and not text.startswith(("---", "+++"))


PRINTED = """\
The Illustrator grants to the Publisher the right to print the
drawings in the first edition of the book and in any reprint of
that edition, and keeps every other right in them for as long as
the copyright in the drawings lasts."""


def test_a_text_with_a_blank_line_between_any_two_lines_is_read_as_if_it_had_none() -> None:
    double = "\n\n\n\n".join(line.replace("\n", "\n\n") for line in [PRINTED] * 8)

    assert blocks(double) == [" ".join(PRINTED.split())] * 8


def test_paragraphs_with_a_blank_line_between_them_stay_paragraphs() -> None:
    sentences = [f"The Publisher pays instalment number {number} of the fee within thirty days of the invoice." for number in range(30)]

    assert blocks("\n\n".join(sentences)) == sentences
