"""The report as a page: self-contained, without script, every mark and entry leading to each other."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from lxml import html

from builders import a_document, a_finding, a_full_scan, a_scan, an_unread_page, the_clauses, two_types
from contract_registry.core.document import Document
from contract_registry.core.scanning.findings import Scan
from contract_registry.exporting.html_report import html_report, pages_to_show
from contract_registry.exporting.page_image import PageImage
from contract_registry.exporting.report import report_of

PIXEL = PageImage(b"\x89PNG\r\n", "image/png")


def the_page(scan: Scan, document: Document, *, pictures: bool = True) -> str:
    images = {page.number: PIXEL for page in document.pages} if pictures else {}
    return html_report(report_of(the_clauses(document), scan), document, images)


@pytest.fixture(scope="module")
def paged() -> html.HtmlElement:
    document = a_document(lines_on_a_page=4)
    return html.document_fromstring(the_page(a_full_scan(document), document))


@pytest.fixture(scope="module")
def plain() -> html.HtmlElement:
    document = a_document()
    return html.document_fromstring(the_page(a_full_scan(document), document))


@pytest.fixture(params=["paged", "plain"])
def page(request: pytest.FixtureRequest) -> html.HtmlElement:
    return request.getfixturevalue(request.param)


def test_nothing_is_fetched_and_nothing_runs(page: html.HtmlElement) -> None:
    addresses = [value for name in ("src", "href", "action", "data", "srcset") for value in page.xpath(f"//@{name}")]

    assert [address for address in addresses if not address.startswith(("#", "data:image/"))] == []
    assert page.xpath("//script | //link | //iframe | //object | //form | //@*[starts-with(name(), 'on')]") == []


def test_the_policy_allows_its_own_style_and_pictures_alone(page: html.HtmlElement) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (style,) = page.xpath("//style/text()")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    assert policy == f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert page.xpath("//@style") == []
    assert "url(" not in style
    assert "@import" not in style


def test_every_link_leads_somewhere(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href") if href.startswith("#")} <= set(ids)


def test_each_passage_leads_to_its_mark_and_back(page: html.HtmlElement) -> None:
    found = page.xpath("//article[blockquote]")

    assert len(found) == 3
    for article in found:
        (link,) = article.xpath(".//p[@class='where']/a/@href")
        (mark,) = page.xpath(f"//*[@id='{link[1:]}']")
        assert mark.get("href") == f"#{article.get('id')}"


def test_headings_are_in_order_and_the_language_is_set(page: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert page.get("lang") == "en"
    assert page.xpath("//blockquote/@lang") == ["en"] * 3


def test_a_mark_on_a_page_has_a_name_for_those_who_cannot_see_it(paged: html.HtmlElement) -> None:
    assert paged.xpath("//svg/a/@aria-label") == [
        "1, high: Moral rights given up",
        "2, cannot be told: Moral rights given up",
        "4, in your favour: A date for payment",
    ]
    assert paged.xpath("//img/@alt") == ["Picture of page 1", "Picture of page 2"]
    assert len(paged.xpath("//figure//details")) == 2


def test_a_document_without_pages_shows_its_text_with_the_words_marked(plain: html.HtmlElement) -> None:
    text = plain.xpath("//div[@class='text']")[0]

    assert text.xpath(".//mark/text()") == ["waives all moral rights", "in the Work", "within 60 days"]
    assert "between Northlight Books Ltd" in text.text_content()


def test_a_page_without_a_picture_shows_its_text_and_its_marks() -> None:
    document = a_document(lines_on_a_page=4)

    page = html.document_fromstring(the_page(a_full_scan(document), document, pictures=False))

    assert page.xpath("//img") == []
    assert len(page.xpath("//figure//details[@open]")) == 2
    assert page.xpath("//ul[@class='marks']/li/a/text()")[0] == "1, high: Moral rights given up"


def test_a_summary_leads_to_every_entry_but_the_protections(page: html.HtmlElement) -> None:
    (short,) = page.xpath("//nav[@aria-labelledby='short']")

    assert short.xpath(".//li//a/@href") == [f"#{each}" for each in page.xpath("//article[not(contains(@class, 'good'))]/@id")]
    assert "»waives all moral rights«" in short.text_content()


def test_only_what_is_grave_is_unfolded_and_the_law_is_folded_everywhere(page: html.HtmlElement) -> None:
    unfolded = page.xpath("//article[details[@open]]")

    assert [article.get("class") for article in unfolded] == ["entry critical", "entry high"]
    assert page.xpath("//article//details[contains(@class, 'sources')][@open]") == []
    assert len(page.xpath("//article[details]")) == 4


HOSTILE = "The Illustrator</mark><script>alert(1)</script> waives all moral rights \x1b\x00 <img src=x onerror=alert(2)> {{ 7*7 }} &amp;"


@pytest.mark.parametrize("lines", [0, 9])
def test_a_contract_cannot_put_anything_into_the_page(lines: int) -> None:
    document = a_document(HOSTILE, name='"><script>x</script>.pdf', lines_on_a_page=lines)
    finding = a_finding(document, quote=HOSTILE, clause_heading="<b>", clause_number="'\"><i>")

    written = the_page(a_scan(findings=(finding,)), document, pictures=False)
    page = html.document_fromstring(written)

    assert page.xpath("//script | //img | //i | //b") == []
    assert "{{ 7*7 }} &amp;" in page.xpath("//blockquote")[0].text_content()
    assert not re.search("[\x00-\x08\x0b-\x1f]", written)


@pytest.mark.parametrize("lines", [0, 4])
def test_a_passage_with_two_types_is_quoted_once_with_each_as_a_point_that_is_marked(lines: int) -> None:
    document = a_document(lines_on_a_page=lines)
    first, second = two_types(document)

    page = html.document_fromstring(the_page(a_scan(findings=(first, second)), document))

    (article,) = page.xpath("//article")
    assert len(page.xpath("//blockquote")) == 1
    (point,) = article.xpath(f".//*[@id='f-{second.id}']")
    assert "»in the Work«" in point.text_content()
    assert "You promise not to object." in point.text_content()
    assert "Why is a waiver needed?" not in point.text_content()
    marked = page.xpath("//*[local-name()='rect'][@class='on']") if lines else page.xpath("//section[@id='contract']//mark")
    assert len(marked) == 2


def test_pages_that_could_not_be_read_are_named_first() -> None:
    document = a_document(problems=(an_unread_page(3),))

    written = the_page(a_full_scan(document), document)

    assert written.index("Page 3 could not be read") < written.index("What takes something from you")


def test_it_says_once_that_it_is_not_advice_and_never_safe(page: html.HtmlElement) -> None:
    words = page.text_content()

    assert words.count("not legal advice") == 1
    assert not re.search(r"\bsafe\b|\bscore\b", words, re.IGNORECASE)


def test_a_long_document_shows_the_pages_with_marks() -> None:
    document = a_document("\n".join(f"{number} nothing." for number in range(60)) + "\nHe waives all moral rights.", lines_on_a_page=1)
    scan = a_scan(findings=(a_finding(document, quote="He waives all moral rights."),))
    report = report_of(the_clauses(document), scan)

    assert pages_to_show(document, report) == (61,)
    assert "61 pages in all; those without a mark are left out here." in html_report(report, document, {})
