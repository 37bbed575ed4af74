"""Statistics as one page for the browser: each table with its chart, and why something is not told."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.exporting.html_page import html_page
from contract_registry.exporting.inert import inert
from contract_registry.exporting.statistics_report import EXPLAINED, Table


def statistics_page(title: str, about: str, tables: Sequence[Table]) -> str:
    """One self-contained HTML file."""
    return html_page(
        "statistics.html.jinja",
        ("report.css", "statistics.css"),
        title=inert(title),
        about=inert(about),
        tables=tables,
        explained=EXPLAINED,
    )
