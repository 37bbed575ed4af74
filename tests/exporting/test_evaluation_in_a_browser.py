"""The page of a measurement in a real Chromium: axe is content, nothing runs over the side, and it prints whole."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from contract_registry.exporting.evaluation_page import evaluation_page
from measuring import a_measurement, an_excerpt

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser(needs_chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=needs_chromium, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    long = an_excerpt(doc="x" * 200 + ".md", pattern="({a}|{b}) …25 " * 30)
    path.write_text(evaluation_page(a_measurement(wrong=(long,) * 12)), encoding="utf-8")
    return path.as_uri()


def opened(browser: Browser, address: str, *, width: int = 1280, scheme: str = "light") -> Page:
    # axe is put into the page as a script, which the page's own policy forbids.
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(width: int, scheme: str, browser: Browser, address: str) -> None:
    page = opened(browser, address, width=width, scheme=scheme)

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})

    assert [f"{each['id']}: {each['nodes'][0]['html']}" for each in found.response["violations"]] == []


@pytest.mark.parametrize("width", [1280, 800, 360])
def test_nothing_runs_over_the_side_and_letters_keep_their_size(width: int, browser: Browser, address: str) -> None:
    page = opened(browser, address, width=width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("Math.min(...[...document.querySelectorAll('main *')].map(e => parseFloat(getComputedStyle(e).fontSize)))") >= 13


@pytest.mark.parametrize("width", [1280, 360])
def test_bars_are_as_long_as_their_counts_and_end_where_the_chart_ends(width: int, browser: Browser, address: str) -> None:
    page = opened(browser, address, width=width)

    widths = page.evaluate(
        "[...document.querySelectorAll('.chart svg')].map(s => [...s.querySelectorAll('rect')].map(r => r.getBoundingClientRect().width))"
    )
    room = page.evaluate("document.querySelector('.chart svg').getBoundingClientRect().width")

    assert sum(widths[0]) == pytest.approx(room, abs=3)
    assert widths[0][0] / widths[0][1] == pytest.approx(6, rel=0.1)
    assert widths[0][0] / widths[1][0] == pytest.approx(6, rel=0.1)


def test_right_wrong_and_missed_differ_without_colour(browser: Browser, address: str) -> None:
    page = opened(browser, address)

    fills = page.evaluate("[...document.querySelector('.chart svg').querySelectorAll('rect')].map(r => getComputedStyle(r).fill)")

    assert fills[1] == 'url("#hatch")'
    assert fills[2] == "none"
    assert fills[0].startswith("rgb")


def test_the_page_works_under_its_own_policy(browser: Browser, address: str) -> None:
    complaints: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: complaints.append(message.text))

    page.goto(address)

    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('.figure')).fontSize") != "16px"


def test_it_prints_whole(browser: Browser, address: str) -> None:
    printed = pypdfium2.PdfDocument(opened(browser, address).pdf(prefer_css_page_size=True))

    words = " ".join("".join(page.get_textpage().get_text_range() for page in printed).split())

    for expected in ("Rules measured on gold.jsonl", "common.ai-training", "6 · 1 · 3", "train our models", "Newly found (1)"):
        assert expected in words
    assert words.count("train our models") >= 14
    assert "Skip to" not in words
