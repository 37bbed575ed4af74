"""What the second reader says of documents it was not taught with, beside rules that had not learnt from them either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from examples import FAMILIES, stance

SHOWN = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
TOLD = (10, 15, 20, 30, 50)


def levels(documents: Sequence[dict], leanings: np.ndarray) -> np.ndarray:
    """For each family the leaning at which a finding is as good as a question: where what is kept of harm and what of the kept is harm balance best."""
    chosen = []
    for at, family in enumerate(FAMILIES):
        said, harms = of_findings(documents, leanings[:, at], family)
        chosen.append(max(np.unique(said), key=lambda low: (balance(said, harms, low), -low)))
    return np.array(chosen)


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
    """Of the findings that score `low` or more: the share that is harm, and the share of harm that is among them."""
    above = said >= low
    return float(harms[above].mean()) if above.any() else 0.0, float(above[harms].mean())


def told(documents: Sequence[dict], scores: np.ndarray) -> Iterator[str]:
    """Lines for a person: what is kept at which score, and how precise the reader is where the early rules found nothing."""
    for at, family in enumerate(FAMILIES):
        said, harms = of_findings(documents, scores[:, at], family)
        yield f"{family}: {len(harms)} early findings, {harms.mean():.2f} of them harm"
        yield "  findings kept, precision and share of harm: " + ", ".join(
            f"{low:.2f} {p:.2f} {k:.2f}" for low in SHOWN for p, k in (kept_above(said, harms, low),)
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
