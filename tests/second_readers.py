"""Second readers for tests: one that says the same of every sentence, and one that has learnt what the test tells it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from contract_registry.core.scanning.second_reader.reader import UNIT, Learnt, SecondReader, Sign

FAMILIES = ("ai", "buyout", "moral")


def a_second_reader(
    said: Mapping[str, float] | None = None,
    signs: Mapping[str, tuple[int, ...]] | None = None,
    *,
    version: str = "7",
) -> SecondReader:
    """A reader that finds each family as likely as `said` before it has read a word, and that knows `signs`, each as rare as the others."""
    inclined = tuple(round(UNIT * math.log(said[name] / (1 - said[name]))) for name in FAMILIES) if said else (0, 0, 0)
    learnt = Learnt({sign: Sign(UNIT, speaks_for) for sign, speaks_for in (signs or {}).items()}.get, inclined)
    return SecondReader(version, FAMILIES, lambda: learnt)
