"""Groups the pieces of a page to rows: what stands side by side on one baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contract_registry.reading.printed import Piece

_SAME_BASELINE = 0.4
"""Baselines nearer than this, in letter heights, are one (raised letters, other fonts)."""
_PRINTED = frozenset({"print", "recognised"})
_RAISED_SIZE = 0.8
"""Letters smaller than this beside others may be raised, by so much of the others' height."""
_CLEARLY_OTHER = 0.15
_CROSSES = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one baseline, from left to right."""

    pieces: tuple[Piece, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


def row_of(pieces: Iterable[Piece]) -> Row:
    """The row of `pieces`, of which there must be one; its baseline and size are those of its longest piece."""
    across = sorted(pieces, key=lambda piece: piece.x0)
    main = max(across, key=lambda piece: len(piece.text)) if len(across) > 1 else across[0]
    return Row(
        tuple(across),
        across[0].x0,
        max(piece.x1 for piece in across),
        min(piece.top for piece in across),
        max(piece.bottom for piece in across),
        main.baseline,
        main.size,
    )


def rows(pieces: Sequence[Piece]) -> list[Row]:
    """The rows of a page from top to bottom; words laid over the page (form fields) join the row they stand in."""
    groups: list[list[Piece]] = []
    for piece in sorted((piece for piece in pieces if piece.origin in _PRINTED), key=lambda piece: piece.baseline):
        group = next((group for group in groups[-3:] if _belongs(piece, group)), None)
        if group is None:
            groups.append([piece])
        else:
            group.append(piece)
    for piece in pieces:
        if piece.origin not in _PRINTED:
            _lay_in(piece, groups)
    return sorted(map(row_of, groups), key=lambda row: row.baseline)


def body_size(rows: Iterable[Row]) -> float:
    """The size, in points, in which most letters of `rows` are printed; 10 when there are none."""
    letters: Counter[float] = Counter()
    for row in rows:
        letters[round(2 * row.size) / 2] += sum(len(piece.text) for piece in row.pieces)
    return letters.most_common(1)[0][0] if letters else 10.0


def _belongs(piece: Piece, group: list[Piece]) -> bool:
    first = group[0]
    step = abs(piece.baseline - first.baseline)
    small, large = sorted((piece.size, first.size))
    if step > _SAME_BASELINE * (large if small < _RAISED_SIZE * large else small):
        return False
    return step <= _CLEARLY_OTHER * piece.size or not any(_covers(other, piece) for other in group)


def _covers(one: Piece, other: Piece) -> bool:
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > _CROSSES * min(one.x1 - one.x0, other.x1 - other.x0)


def _lay_in(piece: Piece, groups: list[list[Piece]]) -> None:
    """Puts `piece` into the group on whose line its middle lies, else into one of its own."""
    middle = (piece.top + piece.bottom) / 2
    near = [group for group in groups if group[0].top - 1 <= middle <= group[0].bottom + 1]
    if near:
        min(near, key=lambda group: abs(group[0].baseline - piece.baseline)).append(piece)
    else:
        groups.append([piece])
