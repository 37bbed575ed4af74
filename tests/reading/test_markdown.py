"""Markdown: its marks are gone, its numbers and words are as they were typed."""

from __future__ import annotations

import pytest

from contract_registry.core.document import Document
from contract_registry.core.text import Span
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.markdown import read_markdown


def document(text: str) -> Document:
    return read_markdown(text.encode(), name="contract.md", budget=Budget(Limits()))


def blocks(text: str) -> list[str]:
    read = document(text)
    return [block.span.of(read.text) for block in read.blocks]


def outline(text: str) -> list[tuple[str, int | None, str, str]]:
    """Kind, level, number and words of each block."""
    read = document(text)
    return [
        (block.kind, block.level, block.number.of(read.text) if block.number else "", block.span.of(read.text)) for block in read.blocks
    ]


def test_headings_of_both_forms_have_their_rank() -> None:
    assert outline("# Terms\n\nMoral rights\n---\n\n###Licence\n\nYou agree.\n") == [
        ("heading", 1, "", "Terms"),
        ("heading", 2, "", "Moral rights"),
        ("heading", 3, "", "Licence"),
        ("paragraph", None, "", "You agree."),
    ]


def test_a_bold_line_alone_is_a_heading_and_a_bold_sentence_is_not() -> None:
    assert outline("**1. Licence**\n\n**You waive your moral rights.**\n\n**Fee:** none\n") == [
        ("heading", None, "", "1. Licence"),
        ("paragraph", None, "", "You waive your moral rights."),
        ("paragraph", None, "", "Fee: none"),
    ]


def test_lists_keep_the_numbers_that_were_typed() -> None:
    assert outline("3. one\n3. two\n   - inner\n     1) deep\n4. three\n") == [
        ("item", 0, "3.", "3. one"),
        ("item", 0, "3.", "3. two"),
        ("item", 1, "", "inner"),
        ("item", 2, "1)", "1) deep"),
        ("item", 0, "4.", "4. three"),
    ]


def test_an_item_of_two_paragraphs_is_numbered_once() -> None:
    assert blocks("1. You assign all rights.\n\n   This cannot be undone.\n2. End.\n") == [
        "1. You assign all rights.",
        "This cannot be undone.",
        "2. End.",
    ]


def test_a_number_with_nothing_but_a_list_behind_it_is_kept() -> None:
    assert blocks("1. - copy\n   - sell\n") == ["1.", "copy", "sell"]


def test_emphasis_code_links_and_escapes_leave_only_words() -> None:
    text = '4\\.2 You *irrevocably* grant **us** a `perpetual` [licence](https://example.org/a_(b) "Our licence") &amp; [more][1].\n\n[1]: https://example.org\n'

    assert blocks(text) == ["4.2 You irrevocably grant us a perpetual licence & more."]


def test_every_word_leads_back_past_the_link_it_follows() -> None:
    read = document("See [the policy](https://example.org/the-end) at the end.")
    at = read.text.index("end.")

    assert read.map.raw(Span(at, at + 3)).start == read.raw.rindex("end.")


def test_words_in_angle_brackets_are_words_and_tags_are_not() -> None:
    assert blocks("Between <Name of Publisher> and <b>you</b>.<br>Signed <!-- not seen -->today.\n") == [
        "Between <Name of Publisher> and you.",
        "Signed today.",
    ]


def test_html_between_paragraphs_is_read_for_its_words() -> None:
    read = document("<div align=center>\n<h2>Rights &amp; wrongs</h2>\n<p>One<br>two</p>\n<script>no()</script>\n</div>\n\nText.\n")

    assert [(block.kind, block.span.of(read.text)) for block in read.blocks] == [
        ("heading", "Rights & wrongs"),
        ("paragraph", "One"),
        ("paragraph", "two"),
        ("paragraph", "Text."),
    ]


def test_tables_are_rows() -> None:
    read = document("| Use | Fee |\n|---|---:|\n| **Print** | £40 |\n| Web \\| app | none |\n")

    assert [[cell.of(read.text) for cell in block.cells] for block in read.blocks] == [
        ["Use", "Fee"],
        ["Print", "£40"],
        ["Web | app", "none"],
    ]


def test_hard_breaks_part_blocks_except_inside_a_sentence() -> None:
    assert blocks("Northlight Books  \n12 Harbour Street\\\nBristol\n\nThe Author grants the  \nlicence.\n") == [
        "Northlight Books",
        "12 Harbour Street",
        "Bristol",
        "The Author grants the licence.",
    ]


def test_wrapped_lines_run_on_and_clauses_typed_line_by_line_do_not() -> None:
    text = "The Author grants the\nPublisher a licence.\n\n(a) to copy the Work;\n(b) to sell the Work.\n"

    assert blocks(text) == ["The Author grants the Publisher a licence.", "(a) to copy the Work;", "(b) to sell the Work."]


def test_indented_clauses_are_text_and_not_code() -> None:
    assert outline("    The Author grants all rights.\n\n```\n1. First\n2. Second\n```\n") == [
        ("paragraph", None, "", "The Author grants all rights."),
        ("paragraph", None, "", "1. First"),
        ("paragraph", None, "", "2. Second"),
    ]


def test_quotations_are_read() -> None:
    assert blocks("> You grant us\n> everything.\n>\n> 1. Always.\n") == ["You grant us everything.", "1. Always."]


def test_a_label_with_a_blank_is_no_link_address() -> None:
    assert blocks("[Name]: ________\n\n[home]: https://example.org\n\nEnd\n") == ["[Name]: ________", "End"]


def test_facts_about_the_file_stand_in_its_head() -> None:
    read = document("---\ntitle: Terms\n---\n# Terms\n")

    assert [(block.source, block.span.of(read.text)) for block in read.blocks] == [("header", "title: Terms"), ("body", "Terms")]


def test_struck_words_are_kept_and_spoken_of() -> None:
    read = document("You ~~waive~~ keep your moral rights.")

    assert read.text == "You waive keep your moral rights."
    assert [problem.kind for problem in read.problems] == ["pending changes"]


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_a_file_nested_beyond_sense_is_read_as_plain_text(mark: str) -> None:
    assert "every right" in document(mark * 200 + "You assign every right.").text


def test_a_bold_title_above_its_text_is_a_heading() -> None:
    assert outline("**Moral rights**\nYou waive them.\n") == [
        ("heading", None, "", "Moral rights"),
        ("paragraph", None, "", "You waive them."),
    ]


def test_labels_on_lines_of_their_own_stay_apart() -> None:
    assert blocks("**Fee:** none\n**Term:** for ever\n") == ["Fee: none", "Term: for ever"]


def test_an_odd_blank_at_a_line_end_does_no_harm() -> None:
    assert blocks("The Author grants the Publisher a licence to\nuse the Work.\n\x0b\n**\x0c\n" * 5)[0].startswith("The Author")
