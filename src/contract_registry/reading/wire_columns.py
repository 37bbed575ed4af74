"""Packs columns of numbers as little-endian bytes behind one another, and unpacks them again."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

Code = Literal["I", "f", "d"]
_SIZES: dict[Code, int] = {"I": 4, "f": 4, "d": 8}
_BIG_ENDIAN = sys.byteorder == "big"
Numbers = TypeVar("Numbers", "array[int]", "array[float]")


class ColumnWriter:
    """Collects columns; `counts` says how many numbers each holds and `packed` is all of them behind one another."""

    def __init__(self) -> None:
        self.counts: list[int] = []
        self._pieces: list[bytes] = []

    def add_whole(self, numbers: Iterable[int]) -> None:
        self._add(array("I", numbers))

    def add_real(self, numbers: Iterable[float]) -> None:
        self._add(array("d", numbers))

    def add_floats(self, columns: Iterable[array[float]]) -> None:
        """One column of all `columns` behind one another, in single precision."""
        joined = array("f")
        for column in columns:
            joined.extend(column if column.typecode == "f" else array("f", column))
        self._add(joined)

    @property
    def packed(self) -> bytes:
        return b"".join(self._pieces)

    def _add(self, column: Numbers) -> None:
        self.counts.append(len(column))
        self._pieces.append(_swapped(column).tobytes())


class ColumnReader:
    """Takes columns off in the order in which they were written; ValueError when there are fewer numbers than the counts say."""

    def __init__(self, packed: memoryview, counts: Sequence[int]) -> None:
        self._packed, self._at = packed, 0
        self._counts = iter(counts)

    def whole(self) -> array[int]:
        return _swapped(array("I", self._take("I")))

    def real(self) -> array[float]:
        return _swapped(array("d", self._take("d")))

    def floats(self) -> array[float]:
        return _swapped(array("f", self._take("f")))

    def done(self) -> None:
        """ValueError when something is left over."""
        if self._at != len(self._packed) or next(self._counts, None) is not None:
            raise ValueError("columns left over")

    def _take(self, code: Code) -> bytes:
        count = next(self._counts, None)
        if not isinstance(count, int) or count < 0:
            raise ValueError("a column without a count")
        end = self._at + count * _SIZES[code]
        if end > len(self._packed):
            raise ValueError("a column is cut off")
        taken, self._at = bytes(self._packed[self._at : end]), end
        return taken


def _swapped(column: Numbers) -> Numbers:
    if _BIG_ENDIAN:
        column = column[:]
        column.byteswap()
    return column
