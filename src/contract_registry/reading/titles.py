"""Tells a heading that is one only by its bold print from a bold sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.reading.blocks import Piece

_TITLE = re.compile(r"(?:\S+\s+){0,11}\S*[^\s.;,!?]$")


def is_title(pieces: Sequence[Piece]) -> bool:
    """Whether a line is all bold, of a dozen words at most, and does not end like a sentence."""
    if not all(piece.bold or piece.text.isspace() or not piece.text for piece in pieces):
        return False
    return _TITLE.match("".join(piece.text for piece in pieces).strip()) is not None
