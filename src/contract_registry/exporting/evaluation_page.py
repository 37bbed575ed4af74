"""A measurement as one page for the browser: figures, a chart by rule, and every passage in its sentence; no script, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from contract_registry.core.evaluation.excerpt import Excerpt
from contract_registry.core.evaluation.measurement import Measurement
from contract_registry.exporting import evaluation_words
from contract_registry.exporting.excerpt_words import in_three, named_rule, whereabouts
from contract_registry.exporting.plain_words import FAMILIES
from contract_registry.exporting.rule_chart import chart_of

TEMPLATES = Path(__file__).parent / "templates"


def evaluation_page(measured: Measurement) -> str:
    """One self-contained HTML file."""
    style = Markup("\n").join(Markup((TEMPLATES / name).read_text(encoding="utf-8")) for name in ("report.css", "evaluation.css"))  # noqa: S704  our own files
    told = measured.evaluation
    return (
        _environment()
        .get_template("evaluation.html.jinja")
        .render(
            told=told,
            measured=measured,
            about=evaluation_words.about(measured),
            remarks=tuple(evaluation_words.remarks(measured)),
            before={each.family: each for each in told.before},
            changes=[(side, [each for each in told.changes if each.side == side]) for side in evaluation_words.CHANGES],
            missed=_by_family(told.missed),
            wrong=_by_family(told.wrong),
            chart=chart_of(told.rules),
            says=evaluation_words,
            families=FAMILIES,
            in_three=in_three,
            named_rule=named_rule,
            whereabouts=whereabouts,
            style=style,
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii"),
        )
    )


def _by_family(excerpts: tuple[Excerpt, ...]) -> list[tuple[str, list[Excerpt]]]:
    """The passages of each family together, by rule and then by type and document."""
    families = sorted({each.family for each in excerpts})
    ordered = sorted(excerpts, key=lambda each: (each.rule, each.type, each.doc, each.line))
    return [(family, [each for each in ordered if each.family == family]) for family in families]


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
