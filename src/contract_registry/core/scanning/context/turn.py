"""A word that turns the sense of others: what denies, excepts or makes void, and how far it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that turns the sense of what it reaches, from word `low` up to word `high`; "void" ones turn acts alone ("a waiver has no effect")."""

    kind: Literal["not", "without", "restrains", "except", "unless", "void"]
    at: int
    low: int
    high: int
    word: str
