"""The report as one page for the browser: page images with the words marked on them, nothing fetched from anywhere, no script."""

from __future__ import annotations

from collections.abc import Mapping

from contract_registry.core.document import Document
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.exporting.html_page import html_page
from contract_registry.exporting.marks import MarkedPage, marked_blocks, marked_pages
from contract_registry.exporting.page_image import PageImage
from contract_registry.exporting.report import Report

MOST_PAGES_SHOWN = 40


def pages_to_show(document: Document, report: Report) -> tuple[int, ...]:
    """The pages whose images the report wants: all of a short document, those with marks of a long one."""
    every = tuple(page.number for page in document.pages)
    if len(every) <= MOST_PAGES_SHOWN:
        return every
    marked = {number for entry in report.passages for number in entry.pages}
    return tuple(number for number in every if number in marked)[:MOST_PAGES_SHOWN]


def html_report(report: Report, document: Document, images: Mapping[int, PageImage]) -> str:
    """One self-contained HTML file. A page without an image shows its text instead."""
    shown = set(pages_to_show(document, report))
    pages = [page for page in marked_pages(document, report.passages) if page.page.number in shown]
    return html_page(
        "report.html.jinja",
        ("report.css",),
        report=report,
        pages=pages,
        page_count=len(document.pages),
        blocks=() if document.pages else marked_blocks(document, report.passages),
        images={number: image.address for number, image in images.items()},
        bars={severity: rank for rank, severity in enumerate(SEVERITIES)},
        size_of=_size_of,
    )


def _size_of(page: MarkedPage) -> tuple[str, str]:
    """Width and height in points, as short numbers."""
    return f"{page.page.width:g}", f"{page.page.height:g}"
