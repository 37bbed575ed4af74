"""Fills the templates of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.operations.render import meaning_of_verdict
from contract_registry.web.next_steps import on_page

FOLDER = Path(__file__).parent / "page_templates"
STATIC = Path(__file__).parent / "static"


def page(template: str, *, status: int = 200, headers: Mapping[str, str] | None = None, **words: Any) -> HTMLResponse:  # noqa: ANN401  whatever it names
    """The page that the template makes of these words."""
    return HTMLResponse(_environment().get_template(template).render(**{"has_session": False, **words}), status, headers)


@cache
def _environment() -> Environment:
    made = Environment(loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["moment"] = _moment
    made.filters["day"] = _day
    made.filters["called"] = _called
    made.filters["gravest_first"] = _gravest_first
    made.filters["by_passage"] = by_passage
    made.filters["meaning"] = meaning_of_verdict
    made.globals["on_page"] = on_page
    return made


def _gravest_first(findings: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those of one severity stay in the order of the document."""
    return sorted(findings, key=lambda each: SEVERITIES.index(each["severity"]), reverse=True)


def by_passage(findings: Iterable[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    """Findings of one passage together, in the order in which the first of each comes; a scan of before passages were told has each by itself."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for each in findings:
        found.setdefault(each.get("passage", each["id"]), []).append(each)
    return list(found.values())


def _called(value: str, names: Mapping[str, str]) -> str:
    return names.get(value, value)


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"


def _moment(when: datetime) -> str:
    """A time as people write it, the same everywhere."""
    at = when.astimezone(UTC)
    return f"{_day(at)}, {at:%H:%M} UTC"
