"""The comparison as a page: self-contained, without script, both sentences quoted as they stand, and every link leading somewhere."""

from __future__ import annotations

import base64
import hashlib
import itertools

import pytest
from lxml import html

from contract_registry.exporting.html_comparison import html_comparison
from editions import NEW, OLD, a_report


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(html_comparison(a_report(OLD, NEW)))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_nothing_is_fetched_and_nothing_runs(page: html.HtmlElement) -> None:
    addresses = [value for name in ("src", "href", "action", "data", "srcset") for value in page.xpath(f"//@{name}")]

    assert [address for address in addresses if not address.startswith("#")] == []
    assert page.xpath("//script | //link | //iframe | //object | //form | //@*[starts-with(name(), 'on')] | //@style") == []


def test_the_policy_allows_its_own_style_alone(page: html.HtmlElement) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = page.xpath("//style/text()")

    assert f"style-src 'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "url(" not in style


def test_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)


def test_headings_go_down_one_step_at_a_time(page: html.HtmlElement) -> None:
    levels = [int(element.tag[1]) for element in page.xpath("//h1 | //h2 | //h3 | //h4")]

    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_the_verdict_stands_at_the_top_in_a_word_and_a_sentence(page: html.HtmlElement) -> None:
    (verdict,) = page.xpath("//div[contains(@class, 'verdict')]")

    assert words(verdict) == "Mixed 2 points got worse, 1 got better and 1 changed for better or worse. Nothing stayed as it was."
    assert page.findtext(".//title") == "Mixed: terms 2023.md and terms 2024.md"


def test_a_changed_sentence_is_quoted_before_and_now_with_its_words_marked(page: html.HtmlElement) -> None:
    (article,) = page.xpath("//article[contains(@class, 'changed')]")

    assert [words(quote) for quote in article.xpath(".//blockquote")] == [
        "The Author waives all moral rights in the Work.",
        "The Author hereby waives all moral rights in the Work.",
    ]
    assert article.xpath(".//ins/text()") == ["hereby"]


def test_what_got_worse_says_what_to_do_and_what_got_better_does_not(page: html.HtmlElement) -> None:
    assert len(page.xpath("//article[contains(@class, 'worse')]//details")) == 2
    assert page.xpath("//article[contains(@class, 'better')]//details") == []


def test_what_stayed_can_be_looked_up() -> None:
    page = html.document_fromstring(html_comparison(a_report(OLD, OLD)))

    assert [words(row) for row in page.xpath("//ul[@class='list']/li")] == [
        "1. high Moral rights given up · Clause 2",
        "2. high All rights handed over · Clause 5",
        "3. in your favour Rights kept · Clause 3",
    ]


def test_the_other_sentences_are_there_folded(page: html.HtmlElement) -> None:
    (sentence,) = page.xpath("//details[@class='others']//div[@class='sentence']")

    assert (sentence.xpath(".//del/text()"), sentence.xpath(".//ins/text()")) == (["May"], ["June"])


def test_what_stands_in_a_contract_is_text_and_nothing_else() -> None:
    new = NEW.replace("the Work", "the <script>alert(1)</script> Work").replace("June", "<b>June</b>")

    page = html.document_fromstring(html_comparison(a_report(OLD, new)))

    assert page.xpath("//script | //b") == []
    assert "<b>" in words(page)
