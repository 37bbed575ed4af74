"""Editions of small contracts, scanned with rules made for the test and the small vocabulary of the builders."""

from __future__ import annotations

from builders import a_rule
from contract_registry.core.clauses.segment import segment
from contract_registry.core.comparing.align import Alignment, align
from contract_registry.core.comparing.changes import Change, Comparison, Side
from contract_registry.core.comparing.compare import Edition, compare
from contract_registry.core.comparing.passages import Passage, passages_of
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from contract_registry.exporting.case import Case
from contract_registry.exporting.comparison_report import ComparisonReport, comparison_report
from hearing import scanner_of

WAIVER = a_rule("{gives-up} … {moral-rights}", id="common.waiver", title="Moral rights given up", type="moral-waiver-general")
ASSIGNMENT = a_rule(
    "{assigns} … {all-rights}", id="common.assignment", family="buyout", type="buyout-copyright-assignment", title="All rights handed over"
)
TRAINING = a_rule(
    "{trains} … {ai}", id="common.training", family="ai", type="ai-training-express", severity="critical", title="Work trains AI"
)
PROMISE = a_rule(
    "{keeps} … {all-rights}", id="common.keeps", family="protective", type="protect-rights-reserved", severity="info", title="Rights kept",
    about="buyout-copyright-assignment", flow="any",
)  # fmt: skip
NO_FEE = a_rule(
    id="common.no-fee", family="terms", type="terms-no-fee", title="Any word of a fee", severity="medium", absent={"no_words": ["{money}"]}
)
RULES = (WAIVER, ASSIGNMENT, TRAINING, PROMISE, NO_FEE)


def an_edition(text: str, *rules: Rule, **circumstances: str) -> Edition:
    """The text, a block a line, as these rules judge it (all of the above where none is given)."""
    clauses = segment(document_of(text))
    return Edition(clauses, scan_with(clauses, scanner_of(*(rules or RULES)), Circumstances(**circumstances)))


def compared(old: str, new: str) -> Comparison:
    return compare(an_edition(old), an_edition(new))


def passages(text: str) -> tuple[Passage, ...]:
    return passages_of(segment(document_of(text)))


def aligned(old: str, new: str) -> Alignment:
    return align(passages(old), passages(new))


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    """What changed: kind, direction and type of each change, what stayed left out."""
    return [(change.kind, change.direction, change.said.type) for change in comparison.changes if change.kind != "same"]


def marked(side: Side | None, text: str) -> list[str]:
    """The words of one side that are marked as changed."""
    assert side
    return [span.of(text) for span in side.changed]


def only(comparison: Comparison) -> Change:
    (change,) = [change for change in comparison.changes if change.kind != "same"]
    return change


def a_report(old: str | Edition, new: str | Edition) -> ComparisonReport:
    """The report on two editions, called by the names of two files."""
    ours, theirs = (an_edition(each) if isinstance(each, str) else each for each in (old, new))
    return comparison_report(compare(ours, theirs), ours, theirs, Case.of(theirs.scan.circumstances), ("terms 2023.md", "terms 2024.md"))


OLD = """\
1. The Author delivers the typescript by the first of May.
2. The Author waives all moral rights in the Work.
3. The Author keeps all rights that are not named here.
4. The fee is £400, paid within thirty days of the invoice.
5. The Author assigns the copyright in the drafts of the Work to the Publisher."""
NEW = """\
1. The Author delivers the typescript by the first of June.
2. The Author hereby waives all moral rights in the Work.
3. The Publisher may train machine learning systems on the Work.
4. The fee is £400, paid within thirty days of the invoice."""
"""Two editions in which something of every kind changed."""
