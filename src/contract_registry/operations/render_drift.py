"""The drift of a template as text: the form that a door asks for, ready to be written out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contract_registry.exporting.json_text import json_line, json_page

if TYPE_CHECKING:
    from contract_registry.core.comparing.drift.drift import Drift


def drift_as_text(drift: Drift, name: str, *, width: int, colour: bool, full: bool) -> str:
    """The drift for a terminal."""
    from contract_registry.exporting.terminal_drift import terminal_drift

    return terminal_drift(drift, name, width=width, colour=colour, full=full)


def drift_as_html(drift: Drift, name: str) -> str:
    """The drift as one self-contained HTML file."""
    from contract_registry.exporting.html_drift import html_drift

    return html_drift(drift, name)


def drift_as_json(drift: Drift, name: str, *, on_one_line: bool = False) -> str:
    """The drift as JSON."""
    form = drift_as_form(drift, name)
    return json_line(form) if on_one_line else json_page(form)


def drift_as_form(drift: Drift, name: str) -> dict[str, object]:
    """The same as plain data."""
    from contract_registry.exporting.drift_json import drift_form

    return drift_form(drift, name)


def drift_in_a_sentence(drift: Drift) -> str:
    """Since when AI is named."""
    from contract_registry.exporting.drift_words import ai_sentence

    return ai_sentence(drift, drift.ai.named)


def drift_form_schema() -> dict[str, object]:
    """The JSON Schema of the form."""
    from contract_registry.exporting.drift_schema import drift_schema

    return {name: value for name, value in drift_schema().items() if not name.startswith("$")}
