"""The time line in a real Chromium: nothing that axe objects to, no sideways scrolling, printed with what is folded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browsing import objections, opened, printed
from contract_registry.exporting.html_drift import html_drift
from drifting import FEE, FORBIDS, TRAINS, WAIVES, WAIVES_MORE, drifted


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("drift") / "drift.html"
    drift = drifted(f"{FEE}\n{WAIVES}", f"{FEE}\n{WAIVES_MORE}\n{TRAINS}", f"{FEE}\n{TRAINS}\n{FORBIDS}")
    path.write_text(html_drift(drift, "A platform with a long name"), encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_axe_finds_nothing(width: int, scheme: str, browser: Browser, address: str) -> None:
    page = opened(browser, address, width=width, scheme=scheme)
    page.locator("details:not([open]) > summary").evaluate_all("summaries => summaries.forEach(each => each.click())")

    assert objections(page) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_runs_over_the_side(width: int, browser: Browser, address: str) -> None:
    assert opened(browser, address, width=width).evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_with_the_days_in_words(browser: Browser, address: str) -> None:
    words = printed(opened(browser, address))

    for expected in ("AI is named first in the edition of 2021-01-01", "2022-01-01", "Moral rights", "not legal advice"):
        assert expected in words
