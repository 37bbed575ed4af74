"""Watches a file being read: how many of its pages are done, and whether anybody still wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told meanwhile: `pages` the count of pages read and of pages known of so far; `check` is asked often, and what it raises ends the reading."""

    pages: Callable[[int, int], None] = lambda _read, _known: None
    check: Callable[[], None] = lambda: None


UNWATCHED = Watch()


class SharedWatch:
    """One watch over several files that are read at the same time: their pages are added up."""

    def __init__(self, whole: Watch) -> None:
        self._whole = whole
        self._lock = threading.Lock()
        self._pages: dict[int, tuple[int, int]] = {}

    def over(self, file: int) -> Watch:
        """The watch over one of the files, by its place among them."""

        def pages(read: int, known: int) -> None:
            with self._lock:
                self._pages[file] = (read, known)
                every = tuple(self._pages.values())
            self._whole.pages(sum(each[0] for each in every), sum(each[1] for each in every))

        return Watch(pages, self._whole.check)
