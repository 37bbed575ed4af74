"""Logistic regression over rows of few numbers: the weights that say best which rows are true, and no larger than they need be."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
REMEMBERED, MOST_STEPS, ENOUGH = 10, 200, 1e-4


@dataclass(frozen=True)
class Rows:
    """Rows of a matrix that is nearly empty: the columns of all their numbers one after the other, the numbers, and where each row begins."""

    columns: NDArray[np.int64]
    values: Numbers
    begins: NDArray[np.int64]
    width: int

    def times(self, weights: Numbers) -> Numbers:
        return np.add.reduceat(self.values * weights[self.columns], self.begins[:-1])

    def turned_times(self, each: Numbers) -> Numbers:
        return np.bincount(self.columns, self.values * np.repeat(each, np.diff(self.begins)), self.width)


def fitted(rows: Rows, true: NDArray[np.bool_], counts: Numbers, force: float) -> Numbers:
    """The weights that minimise half their square and `force` times the loss of each row by how much it counts (L-BFGS from nothing)."""
    sign = np.where(true, 1.0, -1.0)

    def loss_at(weights: Numbers) -> tuple[float, Numbers]:
        margin = sign * rows.times(weights)
        lost = np.logaddexp(0, -margin) * counts
        slope = -sign * counts / (1 + np.exp(np.minimum(margin, 500)))
        return 0.5 * float(weights @ weights) + force * float(lost.sum()), weights + force * rows.turned_times(slope)

    weights = np.zeros(rows.width)
    lost, slope = loss_at(weights)
    first, past = float(np.linalg.norm(slope)), deque[tuple[Numbers, Numbers]](maxlen=REMEMBERED)
    for _ in range(MOST_STEPS):
        way, step = -_bent(slope, past), 1.0
        while (found := loss_at(weights + step * way))[0] > lost + 1e-4 * step * float(slope @ way) and step > ENOUGH:
            step /= 2
        past.append((step * way, found[1] - slope))
        weights, (lost, slope) = weights + step * way, found
        if np.linalg.norm(slope) < ENOUGH * first:
            break
    return weights


def _bent(slope: Numbers, past: deque[tuple[Numbers, Numbers]]) -> Numbers:
    """The slope bent by how it changed over the last steps."""
    way, shares = slope.copy(), []
    for moved, changed in reversed(past):
        share = float(moved @ way) / float(moved @ changed)
        shares.append(share)
        way -= share * changed
    if past:
        moved, changed = past[-1]
        way *= float(moved @ changed) / float(changed @ changed)
    for (moved, changed), share in zip(past, reversed(shares), strict=True):
        way += moved * (share - float(changed @ way) / float(moved @ changed))
    return way
