"""The report in a real Chromium: nothing that axe objects to, no sideways scrolling, reached by keyboard, printed whole."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from browsing import objections, opened, printed
from builders import a_document, a_full_scan, an_unread_page, the_clauses
from contract_registry.exporting.html_report import html_report
from contract_registry.exporting.page_image import PageImage
from contract_registry.exporting.report import report_of


def written(folder: Path, name: str, lines_on_a_page: int) -> str:
    text = "AGREEMENT " + "x" * 300 + "\n"
    document = a_document(text + a_document().text, lines_on_a_page=lines_on_a_page, problems=(an_unread_page(2),))
    picture = io.BytesIO()
    Image.new("L", (595, 842), 255).save(picture, "PNG")
    images = {page.number: PageImage(picture.getvalue(), "image/png") for page in document.pages}
    report = report_of(the_clauses(document), a_full_scan(document), [("Governing law", "England and Wales")])
    path = folder / f"{name}.html"
    path.write_text(html_report(report, document, images), encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module", params=["paged", "plain"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("report"), request.param, 4 if request.param == "paged" else 0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(width: int, scheme: str, browser: Browser, address: str) -> None:
    page = opened(browser, address, width=width, scheme=scheme)

    assert objections(page) == []


@pytest.mark.parametrize("width", [1280, 800, 360])
def test_nothing_runs_over_the_side(width: int, browser: Browser, address: str) -> None:
    page = opened(browser, address, width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_every_mark_and_entry(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    links = page.evaluate("document.links.length + document.querySelectorAll('svg a').length")
    reached: set[str] = set()
    for _ in range(links + 10):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href') || ''"))

    wanted = {link for link in page.evaluate("[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))") if link}
    assert wanted <= reached


def test_a_mark_leads_to_its_entry(browser: Browser, address: str) -> None:
    page = opened(browser, address)

    page.locator("svg .on, .text mark").first.click()

    assert page.locator("article:target").count() == 1


def test_the_page_works_under_its_own_policy(browser: Browser, address: str) -> None:
    complaints: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url[:100]))

    page.goto(address)

    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('.word')).fontSize") != "16px"
    assert page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")


def test_it_prints_whole(browser: Browser, address: str) -> None:
    words = printed(opened(browser, address))

    for expected in ("Stop", "Moral rights given up", "Why is a waiver needed?", "England and Wales", "not legal advice"):
        assert expected in words
    assert "Skip to" not in words
