"""Findings of rules that had not learnt from a document, and proposals of a reader that had not either, told together: what each of them is worth.

A sentence in which early rules found the family is a finding of theirs; one in which they did not, and that the reader scores high, a proposal. What is
counted is what `rules evaluate` counts: right and wrong findings, and the passages labelled as harm that are found.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from examples import FAMILIES, stance

ALWAYS = math.inf
"""The score of what is not put to the reader: it stays."""
TODAY = {"ai": 0.55, "buyout": 0.75, "moral": 0.67}
"""How precise the rules were by themselves at their first look at the documents of *opened* and *measure* (docs/quality.md, 2026-12-01). They are wrong less often
than the early ones: by so much less each wrong early finding counts where it is chosen from which score on a finding is put as a question."""
TOLD = (0, 10, 20, 30, 40, 50, 60, 80, 100)
LEAST_GAIN = 0.02
"""What proposals must add to F1 to be made at all."""
CLOSE_TO_IT = 0.003
"""As few proposals are made, and as few findings doubted, as come so close to the best F1."""
MOST = 200
"""Proposals of a family that are tried at most."""
ASKS_ABOUT = 1.5
"""For each proposal that is found, so many are found or asked about."""


@dataclass(slots=True)
class Said:
    """One finding or proposal: the score of its surest sentence, how its sentences are labelled, and the harmful passages it lies on."""

    score: float
    stances: set[str] = field(default_factory=set)
    harms: set[tuple[str, int]] = field(default_factory=set)

    @property
    def is_right(self) -> bool:
        return "harm" in self.stances

    @property
    def is_wrong(self) -> bool:
        return self.stances.isdisjoint({"harm", "borderline"})


@dataclass(frozen=True)
class Tried:
    """What there is to judge by of one family: the early findings, the proposals beside them, the surest first, and how many passages are harmful."""

    family: str
    found: tuple[Said, ...]
    proposed: tuple[Said, ...]
    harmful: int

    def figures(self, keeps: float, many: int, wrong_counts: float = 1.0) -> tuple[float, float, float]:
        """Precision, recall and F1 of the findings that score `keeps` or more and the `many` first proposals."""
        told = [*(each for each in self.found if each.score >= keeps), *self.proposed[:many]]
        right, wrong = sum(each.is_right for each in told), sum(each.is_wrong for each in told) * wrong_counts
        precision = right / (right + wrong) if right else 0.0
        recall = len(set().union(*(each.harms for each in told))) / self.harmful
        return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0

    def keeps(self) -> float:
        """The score from which a finding is kept, where the rules are as precise as `TODAY` says: the lowest that is good, for a question is one miss more."""
        right, wrong = sum(each.is_right for each in self.found), sum(each.is_wrong for each in self.found)
        counts = right * (1 - TODAY[self.family]) / (TODAY[self.family] * wrong)
        gains = [(self.figures(score, 0, counts)[2], score) for score in sorted({each.score for each in self.found if each.score < ALWAYS})]
        best = max(gains)[0]
        return next(score for gain, score in gains if gain >= best - CLOSE_TO_IT)

    def many(self) -> int:
        """How many proposals lift F1 most beside the findings that are kept, or nearly so; none where that is little."""
        keeps = self.keeps()
        gains = [(self.figures(keeps, many)[2], many) for many in range(0, min(MOST, len(self.proposed)) + 1, 5)]
        best = max(gains)[0]
        return next(many for gain, many in gains if gain >= best - CLOSE_TO_IT) if best - gains[0][0] >= LEAST_GAIN else 0

    def finds(self) -> tuple[float, float] | None:
        """The scores from which a proposal is a finding, and from which it is a question; None where proposals do not pay."""
        many = self.many()
        return (self.proposed[many - 1].score, self.proposed[round(many * ASKS_ABOUT) - 1].score) if many else None


def tried(documents: Sequence[dict], scores: np.ndarray, family: str) -> Tried:
    """The early findings and the proposals of `family` in `documents`, whose sentences have these `scores`."""
    found: defaultdict[tuple[str, int], Said] = defaultdict(lambda: Said(-math.inf))
    proposed: list[Said] = []
    for row, score in zip(documents, scores, strict=True):
        harms = {(row["doc"], number) for number in row["labels"].get(family, {}).get("harm", ())}
        for number in row["early"].get(family, ()):
            each = found[row["doc"], number]
            each.score = max(each.score, score if is_read(row) else ALWAYS)
            each.stances.add(stance(row, family))
            each.harms |= harms
        if family not in row["early"] and is_read(row):
            proposed.append(Said(score, {stance(row, family)}, harms))
    harmful = {(row["doc"], number) for row in documents for number in row["labels"].get(family, {}).get("harm", ())}
    return Tried(family, tuple(found.values()), tuple(sorted(proposed, key=lambda each: -each.score)), len(harmful))


def is_read(row: dict) -> bool:
    return row["language"] == "en"


def told(documents: Sequence[dict], scores: np.ndarray) -> Iterator[str]:
    """Lines for a person: precision, recall and F1 of early rules, of what the reader keeps of them, and of that with ever more proposals."""
    for at, family in enumerate(FAMILIES):
        each = tried(documents, scores[:, at], family)
        keeps = each.keeps()
        yield f"{family}: {each.harmful} harmful passages; early rules {_three(each.figures(-math.inf, 0))}"
        yield f"  a half at {keeps:.2f}; with proposals: " + ", ".join(f"{many} {_three(each.figures(keeps, many))}" for many in TOLD)
        yield f"  {each.many()} of them are found" + (
            ", those that score {:.2f}; asked about from {:.2f}".format(*sure) if (sure := each.finds()) else ""
        )


def _three(figures: tuple[float, float, float]) -> str:
    return "{:.2f}·{:.2f}·{:.3f}".format(*figures)
