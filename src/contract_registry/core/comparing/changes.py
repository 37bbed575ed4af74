"""The values of a comparison: what changed, how, through what, and whether for the better or the worse of the creator."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.comparing.align import Pair, PairKind
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.core.scanning.findings import Absence, Combination, Finding
from contract_registry.core.text import Span

Said = Finding | Absence | Combination
ChangeKind = PairKind
Direction = Literal["worse", "better", "even"]
Cause = Literal["text", "rules", "surroundings", ""]
"""What made the change: other words; other rules or circumstances; or other words around a sentence that itself stayed. Empty where nothing did."""
Outcome = Literal["worse", "mixed", "better", "changed", "same"]


@dataclass(frozen=True, slots=True)
class Side:
    """How something stands in one edition: what the rules say of it (None where they say nothing of its sentence here), and its sentence.

    `span` is the sentence, None where nothing in the text is meant; `lead_in` what carries into it; `changed` the words that the other edition has not.
    """

    said: Said | None
    span: Span | None = None
    lead_in: tuple[Span, ...] = ()
    changed: tuple[Span, ...] = ()
    clause: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the rules say of one edition or both; a side is None where neither it nor its sentence stands in that edition."""

    kind: ChangeKind
    cause: Cause
    old: Side | None
    new: Side | None

    @property
    def said(self) -> Said:
        """What is said, in the new edition where it is said there."""
        for side in (self.new, self.old):
            if side and side.said:
                return side.said
        raise ValueError("a change of nothing")

    @property
    def before(self) -> Said | None:
        """What was said of the old edition."""
        return self.old.said if self.old else None

    @property
    def after(self) -> Said | None:
        """What is said of the new edition."""
        return self.new.said if self.new else None

    @property
    def direction(self) -> Direction:
        """Whether the new edition is worse for the creator by it; even where the rules cannot tell."""
        before, after = (weight(self.before), types_of(self.before)), (weight(self.after), types_of(self.after))
        if before[0] == after[0] and self.said.family == "protective":
            before, after = after, before
        if after[0] == before[0]:
            return "worse" if after[1] > before[1] else "better" if after[1] < before[1] else "even"
        return "worse" if after[0] > before[0] else "better"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs, and what stayed: `changes` of what the rules say, in the order of the new edition, and the `pairs` of all passages."""

    changes: tuple[Change, ...]
    pairs: tuple[Pair, ...]

    @property
    def outcome(self) -> Outcome:
        """What became of the creator's position in one word."""
        counts = Counter(change.direction for change in self.changes)
        if counts["worse"] or counts["better"]:
            return "mixed" if counts["worse"] and counts["better"] else "worse" if counts["worse"] else "better"
        return "changed" if any(change.kind in ("came", "gone", "changed") for change in self.changes) else "same"

    @property
    def has_same_sentences(self) -> bool:
        """Whether no sentence came, went or changed: all that differs is headings, layout, numbering and order."""
        return all(pair.kind in ("same", "moved") or pair.is_of_headings for pair in self.pairs)

    @property
    def shared(self) -> float:
        """How much of the longer edition's passages have a counterpart in the other, from 0 to 1; 1 where neither has any."""
        both = sum(bool(pair.old and pair.new) for pair in self.pairs)
        longer = max(sum(bool(pair.old) for pair in self.pairs), sum(bool(pair.new) for pair in self.pairs))
        return both / longer if longer else 1.0


def types_of(said: Said | None) -> frozenset[str]:
    """The types of all that the rules say of a passage; one that names more of them, at equal weight, takes more (or protects more)."""
    if said is None:
        return frozenset()
    names = said.spoken_as if isinstance(said, Finding) else ()
    return frozenset([said.type, *(name for name in names if "." not in name)])


def weight(said: Said | None) -> float:
    """How much something weighs against the creator: by its severity, less where it cannot be told, and the other way round where it protects."""
    if said is None:
        return 0.0
    unclear = isinstance(said, Finding) and said.outcome == "unclear"
    if said.family == "protective":
        return 0.0 if unclear else -1.0
    return SEVERITIES.index(said.severity) + (0.5 if unclear else 1.0)
