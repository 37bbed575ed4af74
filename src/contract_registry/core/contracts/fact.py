"""What every fact has: its place, its clause, its words; and how facts found twice are told once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from contract_registry.core.text import Span

Some = TypeVar("Some")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the contract says: its place, the clause (by index) it stands in, and its words, a slice of the canonical text."""

    span: Span
    clause: int
    words: str


def once(facts: Iterable[Some], key: Callable[[Some], Hashable]) -> tuple[Some, ...]:
    """`facts` in their order, of those that `key` makes alike the first alone."""
    first: dict[Hashable, Some] = {}
    for fact in facts:
        first.setdefault(key(fact), fact)
    return tuple(first.values())
