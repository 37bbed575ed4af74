"""The report as one page for the browser: page images with the words marked on them, nothing fetched from anywhere, no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from contract_registry.core.document import Document
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.exporting import plain_words
from contract_registry.exporting.marks import MarkedPage, marked_blocks, marked_pages
from contract_registry.exporting.page_image import PageImage
from contract_registry.exporting.report import Report

TEMPLATES = Path(__file__).parent / "templates"
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
    style = Markup(_stylesheet())  # noqa: S704  our own file
    return (
        _environment()
        .get_template("report.html.jinja")
        .render(
            report=report,
            pages=pages,
            page_count=len(document.pages),
            blocks=() if document.pages else marked_blocks(document, report.passages),
            images={number: image.address for number, image in images.items()},
            style=style,
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii"),
            words=plain_words,
            bars={severity: rank for rank, severity in enumerate(SEVERITIES)},
            size_of=_size_of,
        )
    )


def _size_of(page: MarkedPage) -> tuple[str, str]:
    """Width and height in points, as short numbers."""
    return f"{page.page.width:g}", f"{page.page.height:g}"


def _stylesheet() -> str:
    return (TEMPLATES / "report.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
