"""The comparison as one page for the browser: each sentence before and now with its words marked, to read, to print and to pass on."""

from __future__ import annotations

from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.exporting.comparison_report import SECTIONS, ComparisonReport
from contract_registry.exporting.comparison_words import OUTCOMES, READ_BOTH, sentences_told
from contract_registry.exporting.comparison_words import SECTIONS as TITLES
from contract_registry.exporting.html_page import html_page


def html_comparison(report: ComparisonReport) -> str:
    """One self-contained HTML file."""
    return html_page(
        "comparison.html.jinja",
        ("report.css", "comparison.css"),
        report=report,
        sections=[(name, TITLES[name], report.of(name)) for name in SECTIONS],
        outcomes=OUTCOMES,
        read_both=READ_BOTH,
        sentences_told=sentences_told(len(report.sentences), others=bool(report.in_short)),
        bars={severity: rank for rank, severity in enumerate(SEVERITIES)},
    )
