"""A sentence for a terminal: its marked words between » and «, and what stays between them cut where it is long."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from contract_registry.exporting.entry import Stretch

LONGEST_KEPT, KEPT_AROUND = 240, 90
"""An unmarked stretch of more characters is cut to so many on each side of its middle."""


def append_marked(line: Text, pieces: Sequence[Stretch], *, whole: bool) -> None:
    """Append the pieces to a line; with `whole` nothing is cut."""
    for piece in pieces:
        if piece.is_focus:
            line.append(f"»{piece.text}«", "bold underline")
        else:
            line.append(piece.text if whole else _cut(piece.text), "not bold")


def _cut(text: str) -> str:
    if len(text) <= LONGEST_KEPT:
        return text
    start, end = text[:KEPT_AROUND].rsplit(" ", 1)[0], text[-KEPT_AROUND:].split(" ", 1)[-1]
    return f"{start} […] {end}"
