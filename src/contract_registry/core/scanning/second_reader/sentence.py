"""A sentence as the second reader is given it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is read: its `own` words, the heading and lead-ins `before` it, the closing words `after` it, and what was `heard` in it."""

    own: str
    before: str = ""
    after: str = ""
    heard: tuple[str, ...] = ()
