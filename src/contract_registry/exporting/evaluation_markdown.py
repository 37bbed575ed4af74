"""A measurement as a short page in Markdown, to paste beside a change of rules: figures alone, no words of any contract."""

from __future__ import annotations

from contract_registry.core.evaluation.counting import FamilyFigures
from contract_registry.core.evaluation.measurement import Measurement
from contract_registry.exporting import evaluation_words
from contract_registry.exporting.markdown import page


def evaluation_markdown(measured: Measurement) -> str:
    """The figures by family, by rule and by type, and how many passages changed sides."""
    told = measured.evaluation
    return page(
        "evaluation.md.jinja",
        told=told,
        measured=measured,
        about=evaluation_words.about(measured),
        remarks=tuple(evaluation_words.remarks(measured)),
        before={each.family: each for each in told.before},
        says=evaluation_words,
        moved=_moved,
        changes=evaluation_words.changes_in_words(measured),
    )


def _moved(now: FamilyFigures, before: FamilyFigures | None, ratio: str) -> str:
    """The ratio, and in brackets what it was where it was another."""
    figure, was = evaluation_words.figure(getattr(now, ratio)), evaluation_words.figure(getattr(before, ratio)) if before else None
    return figure if was in {None, figure} else f"{figure} (was {was})"
