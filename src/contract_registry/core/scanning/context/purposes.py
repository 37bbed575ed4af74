"""Defined terms that name a purpose or a use: whoever may do it may do all that its definition says."""

from __future__ import annotations

_PURPOSES = frozenset({"purpose", "purposes", "use", "uses", "usage", "exploitation", "activities"})


def says_what_for(term: str) -> bool:
    """Whether a defined term names a purpose or a use: "the Permitted Purpose"."""
    return not _PURPOSES.isdisjoint(term.lower().split())
