"""The fingerprint of a wording: the sum that only the same wording has, and the sketch by which nearly the same is told."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.contracts.fingerprints.sketch import bands_of, sketches_of
from contract_registry.core.contracts.fingerprints.wording import wordings_of
from contract_registry.core.text import Span

SCHEME = 1
"""Raised whenever a wording would get another fingerprint than before: those of two schemes are never compared."""
NEAR = 0.3
"""From this likeness on two wordings are one wording changed: different wordings of the same type hardly ever reach 0.2."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`exact` is 32 hexadecimal letters; `sketch` 96 numbers, none for a wording without words; `bands` are what a database indexes."""

    exact: str
    sketch: tuple[int, ...] = ()
    bands: tuple[int, ...] = ()
    scheme: int = SCHEME

    def likeness(self, other: Fingerprint) -> float:
        """From 0, nothing in common, to 1, the same words side by side; 0 where a wording has no words or the schemes differ."""
        if self.scheme != other.scheme or not self.sketch or not other.sketch:
            return 0.0
        return sum(one == another for one, another in zip(self.sketch, other.sketch, strict=True)) / len(self.sketch)

    def is_near(self, other: Fingerprint) -> bool:
        """Whether the two are one wording changed: they share a band, by which the one is found from the other, and are alike enough."""
        return not set(self.bands).isdisjoint(other.bands) and self.likeness(other) >= NEAR


def fingerprints_of(clauses: Clauses, spans: Sequence[Span] | None = None, unread: Sequence[Span] = ()) -> tuple[Fingerprint, ...]:
    """The fingerprint of the wording at each of `spans`, or of each clause with all below it; whatever the text, it never raises.

    Nothing in it follows from the words at `unread`, which are in order and apart: who guesses at them is not told that a guess is right.
    """
    wordings = wordings_of(clauses, unread)
    said = [wordings.of(clause) for clause in clauses.clauses] if spans is None else [wordings.at(span) for span in spans]
    sketches = sketches_of(said, clauses.language)
    return tuple(Fingerprint(_exact(words), sketch, bands_of(sketch)) for words, sketch in zip(said, sketches, strict=True))


def _exact(words: Sequence[str]) -> str:
    return hashlib.sha256(f"{SCHEME} {' '.join(words)}".encode()).hexdigest()[:32]
