"""What changed sides between two runs over the same labels: passages newly found or missed, findings newly wrong or wrong no longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contract_registry.core.evaluation.judging import Judged, JudgedFinding, JudgedLabel
from contract_registry.core.evaluation.placing import letters_of, overlapping


@dataclass(frozen=True, slots=True)
class ChangedSides:
    """The changes in one document; a passage newly missed comes as the earlier run had it, with what found it then."""

    newly_found: tuple[JudgedLabel, ...] = ()
    newly_missed: tuple[JudgedLabel, ...] = ()
    newly_wrong: tuple[JudgedFinding, ...] = ()
    no_longer_wrong: tuple[JudgedFinding, ...] = ()


def changed_sides(before: Judged, after: Judged) -> ChangedSides:
    """What changed sides in a document that was judged by the same labels before and after."""
    pairs = [pair for pair in zip(before.labels, after.labels, strict=True) if pair[0].label.stance == "harm"]
    was_wrong, is_wrong = _wrong(before), _wrong(after)
    return ChangedSides(
        newly_found=tuple(now for then, now in pairs if now.found_by and not then.found_by),
        newly_missed=tuple(then for then, now in pairs if then.found_by and not now.found_by),
        newly_wrong=tuple(each for each in is_wrong if not _is_among(each, was_wrong)),
        no_longer_wrong=tuple(each for each in was_wrong if not _is_among(each, is_wrong)),
    )


def _wrong(judged: Judged) -> tuple[JudgedFinding, ...]:
    return tuple(each for each in judged.findings if each.side == "wrong")


def _is_among(each: JudgedFinding, others: Sequence[JudgedFinding]) -> bool:
    """Whether a finding of the same family on the same words is among `others`, whichever rule reported it."""
    return any(each.finding.family == other.finding.family and _are_the_same_words(each, other) for other in others)


def _are_the_same_words(one: JudgedFinding, other: JudgedFinding) -> bool:
    return overlapping(one.at, other.at) or letters_of(one.finding.quote) == letters_of(other.finding.quote)
