"""What the law says to a clause, in sentences: that of the place first, that of others apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.contracts.place_codes import counts_in, place_called
from contract_registry.core.rules.rule import Effect, LegalBasis, LegalEffect

Subject = Literal["clause", "terms", "gap"]
"""What the law speaks to: one clause, several that work together, or something that is missing."""

_CLAIMS: dict[Subject, dict[Effect, str]] = {
    "clause": {
        "supports": "such a clause can stand",
        "limits": "such a clause can stand only within limits",
        "voids": "such a clause has no effect",
        "none": "",
    },
    "terms": {
        "supports": "such terms can stand",
        "limits": "such terms can stand only within limits",
        "voids": "such terms have no effect",
        "none": "",
    },
    "gap": dict.fromkeys(("supports", "limits", "voids", "none"), ""),
}
_EFFECTS: dict[LegalEffect, str] = {
    "likely-effective": "Likely to hold in {place} if you agree to it.",
    "limited": "The law of {place} limits such clauses, and still lets part of them stand.",
    "possibly-void": "May have no effect under some laws. It still discourages, so ask to have it taken out.",
    "void-in-jurisdiction": "Likely to have no effect in {place}. It still discourages, so ask to have it taken out.",
    "unknown": "",
}
_SEVERAL = re.compile(r"(\bss\.|\barts\.|§§) ?(\d+\w*)-(\d+\w*)")
_A_CASE = re.compile(r" v\.? [A-Z]")
_NAMED_WITH_ARTICLE = re.compile(r"\b(?:Act|Code|Law|Rules|GDPR|Ley|\w*[Gg]esetz\w*)\b")


@dataclass(frozen=True, slots=True)
class Law:
    """What is told of the law: `effect`, what it likely makes of the clause; `here`, each law of the place in a sentence; `elsewhere`, other places' laws.

    `is_asked` where the person named the place, and so wants to know.
    """

    effect: str = ""
    here: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    is_asked: bool = False

    def __bool__(self) -> bool:
        return bool(self.effect or self.here or self.elsewhere)


def law_told(effect: LegalEffect, basis: Iterable[LegalBasis], place: str, subject: Subject, *, is_asked: bool = False) -> Law:
    """The law for somebody in `place` (a code; all laws are alike where it is empty). With `is_asked`, that none is known there is said in any case."""
    laws = tuple(basis)
    if not place:
        return Law(_effect(effect, "") if subject == "clause" else "", tuple(law_sentence(law, subject) for law in laws))
    here = tuple(law_sentence(law, subject) for law in laws if counts_in(law.jurisdiction, place))
    elsewhere = tuple(law_sentence(law, subject) for law in laws if not counts_in(law.jurisdiction, place))
    if not here and (is_asked or elsewhere):
        return Law("", (f"These rules know no law of {place_called(place)} on this.",), elsewhere, is_asked)
    return Law(_effect(effect, place) if subject == "clause" else "", here, elsewhere, is_asked)


def law_sentence(law: LegalBasis, subject: Subject = "clause") -> str:
    """One law: whose it is, where it is written, what becomes of the clause, and what it says."""
    place = place_called(law.jurisdiction).removeprefix("the ")
    source, claim = _source(law.citation), _CLAIMS[subject][law.effect]
    said = f"{source}, {claim}." if claim else f"{source}:"
    return " ".join([f"{place}:", said, *law.proposition.split(), f"(as at {law.as_at})"])


def _effect(effect: LegalEffect, place: str) -> str:
    return "" if "{place}" in _EFFECTS[effect] and not place else _EFFECTS[effect].format(place=place_called(place))


def _source(citation: str) -> str:
    """`under the Employment Rights Act 1996, s.43J`; `after Schroeder Music Publishing v Macaulay [1974]`: a case is followed, a statute applied."""
    written = _SEVERAL.sub("\\1\\2\N{EN DASH}\\3", citation)
    name = written.partition(";")[0]
    if _A_CASE.search(name):
        return f"after {written}"
    return f"under {'the ' if _NAMED_WITH_ARTICLE.search(name) else ''}{written}"
