"""The codes of places that have a law of their own, and the name a reader knows each by."""

from __future__ import annotations

from contract_registry.core.contracts.place_names import PLACES

_OTHERWISE = {"EU": "european union", "GB-ENG": "england", "US-GA": "georgia"}
"""Names that mean something else, or nothing, where a contract says them."""
_WITH_ARTICLE = frozenset({"AE", "CZ", "EU", "GB", "IM", "KY", "NL", "PH", "US", "US-DC", "VG"})
_SMALL = frozenset({"of", "and", "the"})
_UNION = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())

CODES = frozenset({*PLACES.values(), *_OTHERWISE})
"""Countries, and states and provinces, in ISO 3166; and the European Union."""


def place_called(code: str) -> str:
    """`Germany`, `the United Kingdom`, `New York`, as it stands in a sentence; the code itself where no name is known."""
    name = _OTHERWISE.get(code) or next((name for name, of in PLACES.items() if of == code), "")
    written = " ".join(word if word in _SMALL else word.capitalize() for word in name.split())
    return f"the {written}" if code in _WITH_ARTICLE else written or code


def counts_in(law: str, place: str) -> bool:
    """Whether the law of one place counts in another: a country's in its parts, and the Union's in its members."""
    country = place.partition("-")[0]
    return law in {place, country} or (law == "EU" and country in _UNION)
