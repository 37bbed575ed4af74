"""What the law says to a clause, in sentences: that of the place first, that of others apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.contracts.place_codes import counts_in, place_called
from contract_registry.core.rules.rule import Effect, LegalBasis, LegalEffect, Rule, Sureness

Subject = Literal["clause", "terms", "gap", "protection"]
"""What the law speaks to: one clause, several that work together, something that is missing, or a clause that protects."""

_CLAIMS: dict[Effect, tuple[str, str]] = {
    "supports": ("can stand", "likely to stand"),
    "limits": ("can stand only within limits", "likely to stand only within limits"),
    "voids": ("{has} no effect", "likely to have no effect"),
    "none": ("", ""),
}
"""What becomes of it, where the law was read and where it was not."""
TO_BE_CHECKED = "to be checked"
SOURCES: dict[Sureness, str] = {
    "read": "read, as at {as_at}",
    "secondary": f"reported, as at {{as_at}}; {TO_BE_CHECKED}",
    "known": f"as at {{as_at}}; {TO_BE_CHECKED}",
    "likely": f"uncertain, as at {{as_at}}; {TO_BE_CHECKED}",
}
"""How sure a law is, told with the day when somebody last looked."""

_EFFECTS: dict[LegalEffect, str] = {
    "likely-effective": "Likely to hold in {place} if you agree to it.",
    "limited": "The law of {place} limits such clauses, and still lets part of them stand.",
    "possibly-void": "May have no effect under some laws. It still discourages, so ask to have it taken out.",
    "void-in-jurisdiction": "Likely to have no effect in {place}. It still discourages, so ask to have it taken out.",
    "unknown": "",
}
_SEVERAL = re.compile(r"(\bss\.|\barts\.|§§) ?(\d+\w*)-(\d+\w*)")
_A_CASE = re.compile(r" v\.? [A-Z]|^Case C-|\b[Gg]uidance\b")
_NAMED_WITH_ARTICLE = re.compile(r"\b(?:Act|Code|Law|Rules|GDPR|Ley|\w*[Gg]esetz\w*|\w+wet)\b")


@dataclass(frozen=True, slots=True)
class Law:
    """What is told of the law: `effect`, what it likely makes of the clause; `here`, each law of the place in a sentence; `elsewhere`, other places' laws.

    `is_asked` where the person named the place, and so wants to know.
    """

    effect: str = ""
    here: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    is_asked: bool = False

    @property
    def has_unread(self) -> bool:
        """Whether a law is among them that nobody has read in its own text."""
        return any(TO_BE_CHECKED in line for line in (*self.here, *self.elsewhere))

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


def subject_of(rule: Rule) -> Subject:
    """What the law speaks to where it is cited by this rule."""
    if rule.family == "protective":
        return "protection"
    return "gap" if rule.absent else "terms" if rule.combines else "clause"


def law_sentence(law: LegalBasis, subject: Subject = "clause") -> str:
    """One law: whose it is, where it is written, what becomes of the clause, what it says, and how sure that is."""
    place = place_called(law.jurisdiction).removeprefix("the ")
    source, claim = _source(law.citation), _claim(law, subject)
    said = f"{source}, {claim}." if claim else f"{source}:"
    return " ".join([f"{place}:", said, *law.proposition.split(), f"({SOURCES[law.confidence].format(as_at=law.as_at)})"])


def _claim(law: LegalBasis, subject: Subject) -> str:
    """What becomes of a clause or of several, told with more care where the law itself was not read; nothing of what is missing or protects."""
    if law.effect == "none" or subject in {"gap", "protection"}:
        return ""
    read, unread = _CLAIMS[law.effect]
    what, has, is_ = ("such terms", "have", "are") if subject == "terms" else ("such a clause", "has", "is")
    return f"{what} {read.format(has=has)}" if law.confidence == "read" else f"{what} {is_} {unread}"


def _effect(effect: LegalEffect, place: str) -> str:
    return "" if "{place}" in _EFFECTS[effect] and not place else _EFFECTS[effect].format(place=place_called(place))


def _source(citation: str) -> str:
    """`under the Employment Rights Act 1996, s.43J`; `after Schroeder Music Publishing v Macaulay [1974]`: a case is followed, a statute applied."""
    written = _SEVERAL.sub("\\1\\2\N{EN DASH}\\3", citation)
    name = written.partition(";")[0]
    if _A_CASE.search(name):
        return f"after {written}"
    return f"under {'the ' if _NAMED_WITH_ARTICLE.search(name) else ''}{written}"
