"""The words of a measurement: what its figures mean, what was measured by what, and what else its reader must know."""

from __future__ import annotations

from collections.abc import Iterator

from contract_registry.core.evaluation.counting import RuleFigures
from contract_registry.core.evaluation.excerpt import ExcerptSide
from contract_registry.core.evaluation.measurement import Measurement
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import counted, listed

SIDES: dict[ExcerptSide, str] = {
    "missed": "Harmful passages that were missed",
    "wrong": "Findings that are wrong",
    "newly found": "Newly found",
    "newly missed": "Newly missed",
    "newly wrong": "Newly wrong",
    "no longer wrong": "No longer wrong",
}
CHANGES: tuple[ExcerptSide, ...] = ("newly found", "newly missed", "newly wrong", "no longer wrong")

MEANINGS = {
    "Precision": "of the findings that are right or wrong, how many are right",
    "Recall": "of the harmful passages, how many were found",
    "F1": "both in one figure",
    "Typed": "of the harmful passages found, how many as their very type",
    "Harm": "harmful passages",
    "Found": "harmful passages found",
    "Right": "findings on harmful passages",
    "Wrong": "findings on no passage that is harmful or borderline",
    "Borderline": "findings on borderline passages, which count neither way",
    "Protective": "wrong findings on words that protect",
    "Missed": "harmful passages that nothing found, beside the rule that came nearest",
}
LEGEND = ". ".join(f"{name}: {meaning}" for name, meaning in MEANINGS.items() if name not in {"F1", "Harm", "Missed"}) + "."
_MOST_NAMED = 8


def about(measured: Measurement) -> tuple[str, str, str]:
    """What was measured, on how much, and by which rules: a line each."""
    told = measured.evaluation
    part = f", {measured.part}" if measured.part else ""
    labels = listed(
        [
            f"{told.labels.get(stance, 0):,} {name}"
            for stance, name in (("harm", "harmful"), ("borderline", "borderline"), ("protective", "protective"))
        ]
    )
    rules = f"Rules of {measured.rulebook_date}, fingerprint {measured.rulebook_fingerprint[:12]}"
    against = f"; compared with {inert(measured.against)} on {counted(told.compared, 'document')}" if measured.against else ""
    return f"{inert(measured.gold)}{part}", f"{counted(told.documents, 'document')} · {labels} passages", f"{rules}{against}"


def figure(ratio: float | None) -> str:
    """`0.857`; a dash where there was nothing to divide by."""
    return "–" if ratio is None else f"{ratio:.3f}"


def hits_of(rule: RuleFigures) -> list[tuple[str, int]]:
    """The types of the harmful passages that its findings lie on, with their number, most first."""
    return sorted(rule.hit.items(), key=lambda each: (-each[1], each[0]))


def hits_in_words(rule: RuleFigures) -> str:
    """`27 buyout-all-rights-licence, 3 buyout-no-reversion`."""
    return ", ".join(f"{count} {inert(name)}" for name, count in hits_of(rule))


def changes_in_words(measured: Measurement) -> str:
    """How many passages changed sides since the earlier run, in a sentence; empty where there is none."""
    if not measured.against:
        return ""
    changes = measured.evaluation.changes
    if not changes:
        return f"No passage changed sides since {inert(measured.against)}."
    counts = [f"{sum(each.side == side for each in changes)} {side}" for side in CHANGES]
    return f"Changed sides since {inert(measured.against)}: {', '.join(counts)}."


def remarks(measured: Measurement) -> Iterator[str]:
    """What a reader of the figures must know besides, a sentence or two each."""
    told = measured.evaluation
    for unread in measured.unread:
        passages = f"{counted(unread.labels, 'labelled passage is', 'labelled passages are')} in none of these figures."
        yield f"{inert(unread.doc)} could not be read: {inert(unread.why)} Its {passages}"
    if told.quotes_not_in_the_text:
        yield f"{counted(told.quotes_not_in_the_text, 'finding quotes', 'findings quote')} words that are not in the text of the document. That must never be."
    if told.misplaced:
        named = [f"line {each.line} ({inert(each.doc)})" for each in told.misplaced[:_MOST_NAMED]]
        more = [f"{len(told.misplaced) - _MOST_NAMED} more"] if len(told.misplaced) > _MOST_NAMED else []
        yield f"The words of {counted(len(told.misplaced), 'labelled passage')} do not stand in their document, so nothing can find them: {listed(named + more)}."
    if told.not_judged:
        yield f"Not judged, since nobody labelled them here: {listed([f'{count:,} of {inert(name)}' for name, count in sorted(told.not_judged.items())])}."
    if measured.unknown_types:
        yield f"Types that these rules do not know: {listed([inert(name) for name in measured.unknown_types])}."
