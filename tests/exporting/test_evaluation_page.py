"""A measurement as a page: self-contained, with every count of the chart in words too, and nothing of a contract at work in it."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from lxml import html

from contract_registry.core.evaluation.counting import RuleFigures
from contract_registry.exporting.evaluation_markdown import evaluation_markdown
from contract_registry.exporting.evaluation_page import evaluation_page
from contract_registry.exporting.passages_csv import passages_csv
from contract_registry.exporting.rule_chart import chart_of
from measuring import a_measurement, an_excerpt


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(evaluation_page(a_measurement()))


def test_nothing_is_fetched_and_nothing_runs(page: html.HtmlElement) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = page.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert page.xpath("//script | //link | //img | //iframe | //@style | //@*[starts-with(name(), 'on')]") == []
    assert [href for href in page.xpath("//@href") if not href.startswith("#")] == []
    assert {href[1:] for href in page.xpath("//@href")} <= set(page.xpath("//@id"))
    assert "url(" not in style


def test_headings_are_in_order(page: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]

    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_each_bar_has_its_counts_in_words(page: html.HtmlElement) -> None:
    rows = page.xpath("//ol[@class='chart']/li")

    assert [row.xpath("string(span[@class='rule'])") for row in rows] == ["common.ai-training", "common.waiver"]
    assert [row.xpath("string(svg/@aria-label)") for row in rows] == ["6 right, 1 wrong and 3 missed", "1 right"]
    assert [row.xpath("svg/rect/@class") for row in rows] == [["right", "wrong", "missed"], ["right"]]


def test_the_longest_bar_takes_all_the_room_and_stretches_follow_each_other() -> None:
    longest, short = chart_of([RuleFigures("a", right=6, wrong=1, missed=3), RuleFigures("b", missed=1), RuleFigures("c", borderline=4)])

    assert [(each.kind, each.x, each.width) for each in longest.stretches] == [
        ("right", 0.0, 60.0),
        ("wrong", 60.0, 10.0),
        ("missed", 70.0, 30.0),
    ]
    assert [(each.kind, each.width) for each in short.stretches] == [("missed", 10.0)]
    assert chart_of([]) == ()


def test_passages_stand_in_their_sentences_with_the_words_marked(page: html.HtmlElement) -> None:
    missed = page.xpath("//section[h2/@id='missed']//article")[0]

    assert missed.xpath("string(.//mark)") == "train our models"
    assert "We may train our models on it." in missed.xpath("string(.//blockquote)")
    assert "contract.md · Clause 4.2, “Rights” · line 3 of the labels" in missed.xpath("string(.//p[@class='where'])")
    assert [" ".join(part.text_content() for part in row) for row in missed.xpath(".//dl/div")] == [
        "Nearest common.ai-training@2",
        "Pattern {trains} … {ai}",
        "Because nothing says {ai}.",
    ]


def test_changes_and_what_figures_were_are_told(page: html.HtmlElement) -> None:
    words = " ".join(page.xpath("//main")[0].text_content().split())

    assert "Since before.jsonl Newly found (1)" in words
    assert "was 0.500" in words
    assert "lost.pdf could not be read: This file is empty." in page.text_content()


def test_a_contract_cannot_put_anything_into_the_page() -> None:
    hostile = an_excerpt(words="</blockquote><script>alert(1)</script> train our models \x1b {{ 7*7 }}", doc='"><img src=x>.md', rule="<b>")

    written = evaluation_page(a_measurement(missed=(hostile,)))

    page = html.document_fromstring(written)
    assert page.xpath("//script | //img | //b") == []
    assert "{{ 7*7 }}" in page.text_content()
    assert not re.search("[\x00-\x08\x0b-\x1f]", written)


def test_a_spreadsheet_finds_nothing_to_obey() -> None:
    table = passages_csv(a_measurement(missed=(an_excerpt(words='=HYPERLINK("http://x")\ntrain our models', doc="-1+1.md"),)))

    assert '"\'=HYPERLINK(""http://x"") train our models"' in table
    assert "'-1+1.md" in table


def test_the_summary_holds_figures_and_no_words_of_a_contract() -> None:
    summary = evaluation_markdown(a_measurement())

    assert "train our models" not in summary
    assert "| ai | 0.857 (was 0.500) |" in summary
    assert "Changed sides since before.jsonl: 1 newly found, 0 newly missed, 0 newly wrong, 0 no longer wrong." in summary
    assert "- lost.pdf could not be read" in summary
