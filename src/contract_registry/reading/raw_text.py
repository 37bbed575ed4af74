"""Collects the raw text of a file that is made of several pieces, so that each piece knows where it stands."""

from __future__ import annotations


class RawText:
    """The text as the file held it, put together piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0

    def add(self, piece: str) -> int:
        """Append `piece`; what comes back is where it begins."""
        at = self.length
        self._pieces.append(piece)
        self.length += len(piece)
        return at

    @property
    def text(self) -> str:
        return "".join(self._pieces)
