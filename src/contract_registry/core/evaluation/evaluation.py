"""A whole measurement: the figures over all documents and the passages behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contract_registry.core.evaluation.counting import (
    FamilyFigures,
    RuleFigures,
    TypeFigures,
    by_family,
    by_rule,
    by_type,
    quotes_not_in_the_text,
)
from contract_registry.core.evaluation.excerpt import Excerpt
from contract_registry.core.evaluation.judging import Judged
from contract_registry.core.evaluation.label import Label


@dataclass(frozen=True, slots=True)
class Measured:
    """One document that was judged, with its passages that were missed and wrong, and what changed sides where an earlier run is there.

    `before` is the same document as the earlier run found it.
    """

    judged: Judged
    missed: tuple[Excerpt, ...]
    wrong: tuple[Excerpt, ...]
    before: Judged | None = None
    changes: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures, the passages that were missed and wrong, and what changed since an earlier run, whose figures are `before`.

    `before` holds no figures where there is no earlier run; `compared` is the number of documents in both. `misplaced` are labelled passages whose
    words are not in their document, `not_judged` counts findings of families that nobody labelled.
    """

    documents: int
    labels: Mapping[str, int]
    families: tuple[FamilyFigures, ...]
    rules: tuple[RuleFigures, ...]
    types: tuple[TypeFigures, ...]
    missed: tuple[Excerpt, ...]
    wrong: tuple[Excerpt, ...]
    quotes_not_in_the_text: int
    misplaced: tuple[Label, ...]
    not_judged: Mapping[str, int]
    before: tuple[FamilyFigures, ...] = ()
    compared: int = 0
    changes: tuple[Excerpt, ...] = ()


def evaluation_of(measured: Sequence[Measured], families: Sequence[str]) -> Evaluation:
    """The measurements of single documents taken together, for `families`."""
    judged = [each.judged for each in measured]
    labels = [each for document in judged for each in document.labels]
    missed = tuple(each for document in measured for each in document.missed)
    earlier = [each.before for each in measured if each.before]
    findings = [each for document in judged for each in document.findings]
    return Evaluation(
        documents=len(judged),
        labels=Counter(each.label.stance for each in labels),
        families=by_family(judged, families),
        rules=by_rule(judged, (each.rule for each in missed if each.rule)),
        types=by_type(judged),
        missed=missed,
        wrong=tuple(each for document in measured for each in document.wrong),
        quotes_not_in_the_text=quotes_not_in_the_text(judged),
        misplaced=tuple(each.label for each in labels if not each.at),
        not_judged=Counter(each.finding.family for each in findings if each.side == "not judged"),
        before=by_family(earlier, families) if earlier else (),
        compared=len(earlier),
        changes=tuple(each for document in measured for each in document.changes),
    )
