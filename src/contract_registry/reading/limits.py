"""How much of the machine one file may use while it is read, and the clock that watches it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from contract_registry.errors import TooLarge


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits on reading one file (defaults from the design: 2 GB, 60 s, and 10 s more for each page that Tesseract must read).

    `characters` is what a document may hold in all, whatever it was put together from: 2,000 pages of close print hold fewer.
    """

    file_bytes: int = 100_000_000
    memory_bytes: int = 2_000_000_000
    seconds: float = 60.0
    seconds_per_recognised_page: float = 10.0
    pages: int = 2_000
    expanded_bytes: int = 500_000_000
    characters: int = 5_000_000

    def check_characters(self, count: int) -> None:
        """TooLarge where a document holds more than may be scanned afterwards, which takes time and memory by the character."""
        if count > self.characters:
            raise TooLarge(f"This file holds {count:,} characters of text or more; the limit is {self.characters:,}.")


class Budget:
    """The time left for one file; each page that needs Tesseract adds its share before it is read."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._ends = time.monotonic() + limits.seconds
        self.pages_read = self.pages_known = 0

    def grant_recognised_page(self) -> None:
        self._ends += self.limits.seconds_per_recognised_page

    def expect_pages(self, count: int) -> None:
        """Know of `count` more pages; in a file that lies in another they add to those of the other."""
        self.pages_known += min(count, self.limits.pages)

    def finish_page(self) -> None:
        """One of them was read."""
        self.pages_read += 1

    @property
    def left(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self._ends - time.monotonic())

    @property
    def spent(self) -> bool:
        return self.left <= 0.0
