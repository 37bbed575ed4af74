"""A page opened in a real Chromium: as a person would see it, as axe judges it, and as it is printed."""

from __future__ import annotations

import pypdfium2
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def opened(browser: Browser, address: str, *, width: int = 1280, scheme: str = "light") -> Page:
    # axe is put into the page as a script, which the page's own policy forbids.
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True).new_page()
    page.goto(address)
    return page


def objections(page: Page) -> list[str]:
    """What axe objects to, once the page and its style sheets are there.

    A click that sends a form returns as soon as the answer begins, and an
    unstyled page has smaller targets.
    """
    page.wait_for_load_state("load")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found.response["violations"]]


def printed(page: Page) -> str:
    """The words that come out on paper, on one line."""
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return " ".join("".join(sheet.get_textpage().get_text_range() for sheet in sheets).split())
