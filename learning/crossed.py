"""What the second reader says of documents it was not taught with, beside rules that had not learnt from them either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from examples import FAMILIES, stance

HUNDREDTHS = np.arange(1, 100) / 100
SHOWN = (0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3)
TOLD = (10, 15, 20, 30, 50)


def choose(documents: Sequence[dict], scores: np.ndarray) -> dict[str, float]:
    """For each family the score below which a finding becomes a question: the one that does best by what is kept of harm and how much of what is kept is harm."""
    chosen = {}
    for at, family in enumerate(FAMILIES):
        said, harms = of_findings(documents, scores[:, at], family)
        chosen[family] = float(max(HUNDREDTHS, key=lambda low: (round(balance(said, harms, low), 4), -low)))
    return chosen


def of_findings(documents: Sequence[dict], scores: np.ndarray, family: str) -> tuple[np.ndarray, np.ndarray]:
    """The scores of the sentences in which the early rules found the family, and which of them do harm; borderline ones are left out."""
    found = [(score, stance(row, family)) for row, score in zip(documents, scores, strict=True) if family in row["early"] and is_read(row)]
    judged = [(score, label == "harm") for score, label in found if label != "borderline"]
    return np.array([score for score, _ in judged]), np.array([harm for _, harm in judged])


def is_read(row: dict) -> bool:
    return row["language"] == "en"


def balance(said: np.ndarray, harms: np.ndarray, low: float) -> float:
    precise, kept = kept_above(said, harms, low)
    return 2 * precise * kept / (precise + kept) if precise + kept else 0.0


def kept_above(said: np.ndarray, harms: np.ndarray, low: float) -> tuple[float, float]:
    """Of the findings that score `low` or more (in whole hundredths, as they are told): the share that is harm, and the share of harm that is among them."""
    above = np.rint(said * 100) / 100 >= low
    return float(harms[above].mean()) if above.any() else 0.0, float(above[harms].mean())


def told(documents: Sequence[dict], scores: np.ndarray, asks_below: dict[str, float]) -> Iterator[str]:
    """Lines for a person: what is kept at which score, and how precise the reader is where the early rules found nothing."""
    for at, family in enumerate(FAMILIES):
        said, harms = of_findings(documents, scores[:, at], family)
        yield f"{family}: {len(harms)} early findings, {harms.mean():.2f} of them harm; a question below {asks_below[family]:.2f}"
        shown = sorted({*SHOWN, asks_below[family]})
        yield "  findings kept, precision and share of harm: " + ", ".join(
            f"{low:.2f} {p:.2f} {k:.2f}" for low in shown for p, k in (kept_above(said, harms, low),)
        )
        beyond = [
            at_row
            for at_row, row in enumerate(documents)
            if family not in row["early"] and stance(row, family) != "borderline" and is_read(row)
        ]
        first = sorted(beyond, key=lambda row: -scores[row, at])
        harm = np.array([stance(documents[row], family) == "harm" for row in first])
        yield f"  beyond the rules, {harm.sum()} harms: " + ", ".join(
            f"first {many} {harm[:many].mean():.2f} (from {scores[first[many - 1], at]:.2f})" for many in TOLD
        )
