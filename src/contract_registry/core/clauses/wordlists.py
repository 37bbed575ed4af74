"""Lists of words, written as people write them: in one string, set apart by spaces."""

from __future__ import annotations


def in_order(listed: str) -> tuple[str, ...]:
    """The words of a list in the order they are written."""
    return tuple(listed.split())


def words_in(listed: str) -> frozenset[str]:
    """The words of a list as a set to look things up in."""
    return frozenset(listed.split())
