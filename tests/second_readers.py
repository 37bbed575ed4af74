"""Second readers for tests: one that says the same of every sentence, and one that has learnt what the test tells it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from contract_registry.core.scanning.second_reader.reader import UNIT, Learnt, Proposes, SecondReader, Sign, Types

FAMILIES = ("ai", "buyout", "moral")


def a_second_reader(
    said: Mapping[str, float] | None = None,
    signs: Mapping[str, tuple[int, ...]] | None = None,
    *,
    version: str = "7",
    proposes: Mapping[str, Proposes] | None = None,
    types: Mapping[str, Mapping[str, int]] | None = None,
) -> SecondReader:
    """A reader that finds each family as likely as `said` before it has read a word, and that knows `signs`, each as rare as the others.

    `types` says of each type how much its signs speak for it; by itself it speaks of the families of `proposes`.
    """
    inclined = tuple(round(UNIT * math.log(said[name] / (1 - said[name]))) for name in FAMILIES) if said else (0, 0, 0)
    learnt = Learnt({sign: Sign(UNIT, speaks_for) for sign, speaks_for in (signs or {}).items()}.get, inclined)
    names = tuple(types or {})

    def known(sign: str) -> dict[str, int]:
        return {name: speaks[sign] for name, speaks in (types or {}).items() if sign in speaks}

    told = {
        family: Types(tuple(own), known, dict.fromkeys(own, 0))
        for family in FAMILIES
        if (own := [name for name in names if name.startswith(f"{family}-")])
    }
    return SecondReader(version, FAMILIES, lambda: learnt, proposes or {}, lambda: told)
