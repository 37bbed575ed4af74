"""The drift of a template as one page for the browser: AI first, a time line with its table, and each sentence as it came, changed and left."""

from __future__ import annotations

from contract_registry.core.comparing.drift.drift import Drift
from contract_registry.exporting.drift_chart import time_line
from contract_registry.exporting.drift_report import drift_report
from contract_registry.exporting.drift_words import HIDDEN
from contract_registry.exporting.html_page import html_page


def html_drift(drift: Drift, name: str) -> str:
    """One self-contained HTML file."""
    return html_page(
        "drift.html.jinja",
        ("report.css", "comparison.css", "drift.css"),
        report=drift_report(drift, name),
        chart=time_line(drift),
        hidden=HIDDEN,
    )
