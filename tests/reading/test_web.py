"""Web pages: what a reader sees, in the order and with the numbers that a browser prints."""

from __future__ import annotations

import pytest

from contract_registry.core.document import Document
from contract_registry.core.text import Span
from contract_registry.errors import NotText
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.web import read_web


def document(body: str | bytes) -> Document:
    return read_web(body if isinstance(body, bytes) else body.encode(), name="terms.html", budget=Budget(Limits()))


def blocks(body: str) -> list[str]:
    read = document(body)
    return [block.span.of(read.text) for block in read.blocks]


def outline(body: str) -> list[tuple[str, int | None, str]]:
    read = document(body)
    return [(block.kind, block.level, block.span.of(read.text)) for block in read.blocks]


def test_paragraphs_and_headings() -> None:
    assert outline(
        "<h1>Terms &amp; more</h1><p>You grant <i>us</i> a&nbsp;licence.<p><b>2. Fee</b><div>None <span>at</span> all.</div>"
    ) == [
        ("heading", 1, "Terms & more"),
        ("paragraph", None, "You grant us a licence."),
        ("heading", None, "2. Fee"),
        ("paragraph", None, "None at all."),
    ]


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        ("<ol><li>x<li>y</ol>", ["1. x", "2. y"]),
        ("<ol start=5><li>x<li value=9>y<li>z</ol>", ["5. x", "9. y", "10. z"]),
        ("<ol type=a start=26><li>x<li>y</ol>", ["z. x", "aa. y"]),
        ("<ol type=I><li>x<li>y<li>z<li>v</ol>", ["I. x", "II. y", "III. z", "IV. v"]),
        ("<ol reversed><li>x<li>y</ol>", ["2. x", "1. y"]),
        ("<ol style='list-style-type: lower-roman'><li>x</ol>", ["i. x"]),
        ("<ol style='list-style: none'><li>x</ol>", ["x"]),
        ("<ol class='list-unstyled'><li>x</ol>", ["x"]),
        ("<ol><li>1.1 typed</ol>", ["1.1 typed"]),
        ("<ul><li>x</ul>", ["x"]),
        ("<ol><li>x<ol type=a><li>y</ol><li>z</ol>", ["1. x", "a. y", "2. z"]),
        ("<ol><li><ol type=a><li>y</ol></ol>", ["1. a. y"]),
        ("<ol><li><p>x</p><p>more</p></ol>", ["1. x", "more"]),
    ],
)
def test_list_items_carry_the_number_a_browser_prints(markup: str, printed: list[str]) -> None:
    assert blocks(markup) == printed


def test_line_breaks_part_addresses_and_not_sentences() -> None:
    assert blocks("<p>Northlight Books<br>12 Harbour Street<br>Bristol</p><p>You grant us<br>all rights.</p>") == [
        "Northlight Books",
        "12 Harbour Street",
        "Bristol",
        "You grant us all rights.",
    ]


def test_tables_of_facts_are_rows() -> None:
    read = document("<table><caption>Rates</caption><tr><th>Use<th>Fee<tr><td>Print<td><p>£4</p><p>net</p></table>")

    assert [[cell.of(read.text) for cell in block.cells] for block in read.blocks] == [[], ["Use", "Fee"], ["Print", "£4 net"]]


def test_a_table_that_sets_numbers_beside_clauses_is_a_list() -> None:
    markup = "<table><tr><td></td><td>1.1</td><td>You assign all rights.</td></tr><tr><td></td><td>•</td><td>For ever.</td></tr></table>"

    assert outline(markup) == [("item", 0, "1.1 You assign all rights."), ("item", 0, "For ever.")]


def test_a_table_that_only_places_text_is_text() -> None:
    assert blocks("<table role=presentation><tr><td><h2>Rights</h2></td><td>You assign them.</td></tr></table>") == [
        "Rights",
        "You assign them.",
    ]


def test_scripts_menus_and_cookie_notices_are_not_text() -> None:
    page = """<head><title>t</title><style>p{}</style></head><body><nav><a href=/>Home</a></nav><script>no()</script>
    <div id="cookie-consent">We value your privacy. <button>Accept all</button></div><template><p>no</p></template>
    <main><p>You grant us a licence.</p></main><footer><a href=/a>Imprint</a> <a href=/b>Jobs</a></footer></body>"""

    assert blocks(page) == ["You grant us a licence."]


def test_a_footer_with_terms_in_it_is_text() -> None:
    assert blocks("<p>Hello.</p><footer>By using this site you assign all rights to <a href=/>us</a>.</footer>")[1].startswith("By using")


@pytest.mark.parametrize(
    "hiding",
    ["hidden", "aria-hidden=true", "style='display: none'", "style='visibility:hidden'", "style='font-size:0'", "style='color:#ffffff'"],
)
def test_hidden_sentences_stay_out_and_are_spoken_of(hiding: str) -> None:
    read = document(f"<p>You keep all rights.</p><p {hiding}>You also waive all of your moral rights for ever.</p>")

    assert read.text == "You keep all rights."
    assert [problem.kind for problem in read.problems] == ["hidden text"]
    assert "about 10 words" in read.problems[0].message


def test_white_words_on_a_painted_ground_are_seen() -> None:
    read = document("<div class=dark><p style='color:#fff'>You waive all of your moral rights for ever and ever.</p></div>")

    assert read.text.startswith("You waive")
    assert read.problems == ()


def test_a_closed_section_of_some_length_counts_as_not_read() -> None:
    read = document("<p>Terms.</p><section style='display:none'>" + "You grant us every right. " * 40 + "</section>")

    assert read.problems[0].withholds


def test_preformatted_contracts_are_read_like_plain_text() -> None:
    text = (
        "<pre>"
        "The Author grants the Publisher the right to publish the Work\nin all forms and in all territories, and to license others to\ndo so.\n\n(a) now\n(b) later</pre>"
    )

    assert [block[:12] for block in blocks(text)] == ["The Author g", "(a) now", "(b) later"]


def test_terms_shown_in_a_text_box_are_read() -> None:
    assert blocks("<form><textarea readonly>You hereby assign to us all rights in your work.</textarea></form>") == [
        "You hereby assign to us all rights in your work."
    ]


def test_struck_words_are_kept_and_spoken_of() -> None:
    read = document("<p>You <s>waive</s> keep your rights.</p>")

    assert read.text == "You waive keep your rights."
    assert [problem.kind for problem in read.problems] == ["pending changes"]


def test_a_page_of_frames_says_so() -> None:
    with pytest.raises(NotText, match="other pages inside it"):
        document("<html><frameset><frame src=a.html><frame src=b.html></frameset></html>")


def test_a_page_without_words_says_what_to_do() -> None:
    with pytest.raises(NotText) as caught:
        document("<html><body><script>render()</script></body></html>")

    assert "print it to PDF" in caught.value.next_step


@pytest.mark.parametrize(
    "declared", ['<meta charset="windows-1252">', '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">']
)
def test_the_encoding_that_the_page_declares_is_used(declared: str) -> None:
    read = document(f"<html><head>{declared}</head><p>l’œuvre</p>".encode("cp1252"))

    assert read.text == "l’œuvre"
    assert read.problems == ()


def test_self_closed_elements_of_xhtml_swallow_nothing() -> None:
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><p/><p>Terms.</p></body></html>'

    assert blocks(page) == ["Terms."]


def test_the_text_leads_back_to_the_text_of_the_page() -> None:
    read = document("<p>You  grant\n<b>all</b>   rights.</p>")
    at = read.text.index("grant all")

    assert read.map.raw(Span(at, at + 9)).of(read.raw) == "grant\nall"


def test_a_page_nested_beyond_sense_is_still_read_to_its_end() -> None:
    assert document("<div>" * 5_000 + "<p>You assign every right.</p>").text == "You assign every right."


def test_a_bold_title_above_its_text_is_a_heading() -> None:
    assert outline("<p><b>Moral rights</b><br>You waive them.</p>") == [
        ("heading", None, "Moral rights"),
        ("paragraph", None, "You waive them."),
    ]
