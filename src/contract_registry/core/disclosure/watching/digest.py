"""The digest of somebody's saved searches: how many clauses are new in each, by type, and no word of any contract."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contract_registry.core.disclosure.watching.saved_search import SavedSearch, Window

MOST_TYPES = 5


@dataclass(frozen=True, slots=True)
class NewClauses:
    """What is new in one search: how many clauses that its owner may read, and the commonest types among them; `is_more` where they are not all counted."""

    search: SavedSearch
    window: Window
    clauses: int
    types: tuple[tuple[str, int], ...]
    is_more: bool = False


@dataclass(frozen=True, slots=True)
class Digest:
    """One letter to one person, with every search in which something is new."""

    person: str
    parts: tuple[NewClauses, ...]

    @property
    def clauses(self) -> int:
        """How many clauses are new in all of them; what is found by two is counted twice."""
        return sum(part.clauses for part in self.parts)


def new_clauses(search: SavedSearch, window: Window, types: Iterable[Sequence[str]], *, is_more: bool = False) -> NewClauses:
    """What is new, from the types of each clause that was found."""
    every = [tuple(each) for each in types]
    counts = Counter(name for each in every for name in set(each))
    commonest = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_TYPES]
    return NewClauses(search, window, len(every), tuple(commonest), is_more)


def digests(parts: Iterable[NewClauses]) -> tuple[Digest, ...]:
    """A letter for each person for whom anything is new, by the names of their searches; none where nothing is."""
    by_person: dict[str, list[NewClauses]] = {}
    for part in parts:
        if part.clauses:
            by_person.setdefault(part.search.person, []).append(part)
    return tuple(
        Digest(person, tuple(sorted(found, key=lambda part: (part.search.name.casefold(), part.search.id))))
        for person, found in by_person.items()
    )
