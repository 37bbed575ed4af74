"""Finding the names of places in a text, the longest name first, with their ISO codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.contracts.place_names import CITIES, PEOPLES, PLACES, REGIONS
from contract_registry.core.text import Span

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was named: where, and its code in ISO 3166 (a region's plain name where ISO has none)."""

    span: Span
    code: str


class Gazetteer:
    """Names of places made ready for finding; where two tables share a name the earlier one says what it means."""

    def __init__(self, *tables: Mapping[str, str]) -> None:
        self._codes = {name: code for table in reversed(tables) for name, code in table.items()}
        self._names: dict[str, list[str]] = {}
        for name in sorted(self._codes, key=lambda each: (-len(each), each)):
            self._names.setdefault(_WORD.match(name)[0], []).append(name)  # type: ignore[index]

    def find(self, text: str, plain: str, start: int, end: int, *, any_case: bool = False) -> Iterator[Place]:
        """The places named between `start` and `end`, in order; a name wants its capital unless `any_case`, and "US" both of them."""
        reached = start
        for word in _WORD.finditer(plain, start, end):
            at = word.start()
            if at < reached or word[0] not in self._names or (at and plain[at - 1] in "-_@/"):
                continue
            name = next((name for name in self._names[word[0]] if plain.startswith(name, at) and _ends(plain, at + len(name))), None)
            if name is not None and at + len(name) <= end and _may_be_name(text[at : at + len(name)], any_case=any_case):
                reached = at + len(name)
                yield Place(Span(at, reached), self._codes[name])


def _ends(plain: str, end: int) -> bool:
    following = plain[end : end + 1]
    return not (following.isalnum() or following == "_") and not plain.startswith((" county", " city council", " times"), end)


def _may_be_name(said: str, *, any_case: bool) -> bool:
    if any_case and said != "us":
        return True
    letters = said.replace(".", "").replace(" ", "")
    return said[0].isupper() and (len(letters) >= _SHORT or letters.isupper())


LAWFUL = Gazetteer(PLACES)
"""Countries, states and provinces."""
PEOPLE = Gazetteer(PEOPLES)
"""What a law is called: "English", "New York", "deutsches"."""
COURTLY = Gazetteer(CITIES, PLACES)
"""Where courts sit and arbitrations are held."""
EXPLOITABLE = Gazetteer(PLACES, REGIONS)
"""What territories are made of."""
