"""The comparison in a real Chromium: nothing that axe objects to, no sideways scrolling, reached by keyboard, printed whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import objections, opened, printed
from contract_registry.exporting.html_comparison import html_comparison
from editions import NEW, OLD, a_report

KEPT = "\n6. The Author assigns the copyright in the " + "x" * 300 + " series."


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("comparison") / "comparison.html"
    path.write_text(html_comparison(a_report(OLD + KEPT, NEW + KEPT)), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(width: int, scheme: str, browser: Browser, address: str) -> None:
    page = opened(browser, address, width=width, scheme=scheme)
    page.locator("details:not([open]) > summary").evaluate_all("summaries => summaries.forEach(each => each.click())")

    assert objections(page) == []


@pytest.mark.parametrize("width", [1280, 800, 360])
def test_nothing_runs_over_the_side(width: int, browser: Browser, address: str) -> None:
    assert opened(browser, address, width=width).evaluate("document.documentElement.scrollWidth") <= width


def test_a_line_of_the_summary_leads_to_its_change(browser: Browser, address: str) -> None:
    page = opened(browser, address)

    page.locator(".short a").last.click()

    assert page.locator("article:target").count() == 1


def test_the_page_works_under_its_own_policy(browser: Browser, address: str) -> None:
    complaints: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: complaints.append(message.text))

    page.goto(address)

    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('.word')).fontSize") != "16px"


def test_who_hears_the_page_is_told_which_words_are_new(browser: Browser, address: str) -> None:
    page = opened(browser, address)

    assert page.evaluate("getComputedStyle(document.querySelector('ins'), '::before').content") == '" [new: "'


def test_it_prints_whole(browser: Browser, address: str) -> None:
    words = printed(opened(browser, address))

    for expected in ("Mixed", "Work trains AI", "Before", "Now", "hereby", "What stayed", "not legal advice"):
        assert expected in words
    assert "Skip to" not in words


def test_it_is_one_file(address: str) -> None:
    assert Path(address.removeprefix("file://")).read_text(encoding="utf-8").startswith("<!doctype html>")
