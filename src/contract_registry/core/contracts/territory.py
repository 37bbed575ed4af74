"""Where the rights may be used: the world, the universe, or countries and regions by code, with those left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.quantities.places import EXPLOITABLE
from contract_registry.core.contracts.survey import Survey, telling
from contract_registry.core.text import Span

_NAMED = telling("territory territories")
_EVERYWHERE_WORDS = telling(
    "worldwide world universe weltweit welt monde mondial mondiale mundo mundial univers universo räumlich countries territories"
)
TERRITORY_WORDS = _NAMED | _EVERYWHERE_WORDS
"""The telling words that a territory is found by."""

_LABEL = re.compile(
    r"(?:licen[cs]ed? |contract |sales? |rights? )?territor(?:y|ies)(?: of (?:use|licen[cs]e|rights))?|region"
    r"|geographic(?:al)? (?:scope|area)"
    r"|(?:vertrags|lizenz)gebiet|räumlicher geltungsbereich|territoires?|étendue territoriale|territorios?"
)
_MEANS = re.compile(
    r"\bterritor(?:y|ies)\"?(?: of (?:this|the) \w+| hereunder)? (?:shall |will )?(?:be|means?|is|are|covers?|comprises?"
    r"|consists? of|includes?)\b:? "
)
_EVERYWHERE = re.compile(
    r"\b(?P<universe>(?:(?:the )?(?:entire |whole )?(?:known )?universe|univers|universo))\b"
    r"|\b(?:world-?wide|(?:(?:throughout|across|all over|anywhere in|in) )?(?:the )?(?:entire |whole )?world(?: rights)?"
    r"|(?:all|any|every) (?:countries|territor(?:y|ies)|country)(?: of the world| in the world)?"
    r"|welt-?weit\w*|(?:in der |auf der )?(?:ganzen )?welt|räumlich un(?:beschränkt|begrenzt)\w*"
    r"|(?:dans |pour )?le monde(?: entier)?|monde entier|mondiale?|todo el mundo|(?:ámbito )?mundial|el mundo entero)\b"
)
_GRANT = re.compile(
    r"\b(?:grant\w*|assign(?:s|ed|ment)?|perpetual\w*|irrevocabl\w*|(?:non-?)?exclusive\w*|royalty-free|sub-?licen[cs]\w*|licen[cs]ed"
    r"|licen[cs]e (?:is|to)|rights? to (?:use|exploit|publish|reproduce|sell|distribute|make|sub-?licen|record|perform|adapt|display)|right,? title|(?:may|can|make) use|use it"
    r"|eingeräumt|übertragen|gewähr\w+|nutzungsrecht\w*|lizenz\w*|einräum\w*|räum(?:t|en)|übertr\w+"
    r"|cèd\w*|cédée?s?|cession|accord\w+|licence|ced\w+|cesión|licencia|otorg\w+)\b"
)
_OTHER_WORLD = re.compile(
    r"\b(?:around|rest of|parts? of|jurisdictions? of|jurisdictions? throughout) (?:the )?world"
    r"|world(?:'s)? (?:wide web|war|cup|championship|bank|health|trade|intellectual|of\b|class|series|tour|tennis)|\bworld'"
)
_EXCEPT = re.compile(r"\b(?:excluding|except(?: for| in)?|other than|but not|outside(?: of)?|not including|außer|sauf|excepto)\b")
_REACH, _NEAR, _LONGEST = 180, 40, 240


@dataclass(frozen=True, slots=True)
class Territory(Fact):
    """Where: everywhere ("world", "universe") or "places", with codes in ISO 3166 (a region's plain name where ISO has none) and those left out."""

    scope: Literal["world", "universe", "places"]
    codes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def territories(survey: Survey) -> tuple[Territory, ...]:
    """Each territory the contract names, once: labelled or defined ones first, then those in the words of a grant."""
    found = (*_labelled(survey), *_defined(survey), *_granted(survey))
    return once(found, lambda each: (each.scope, each.codes, each.without))


def _labelled(survey: Survey) -> Iterator[Territory]:
    for clause, labelled in survey.labelled(_LABEL, _LONGEST):
        value = labelled.value
        if territory := _territory(survey, clause, value, any_case=len(value) < _LONGEST):
            yield territory


def _defined(survey: Survey) -> Iterator[Territory]:
    """The territories that a sentence defines: "the territory shall be …"."""
    for clause, word in survey.spoken(_NAMED):
        means = _MEANS.match(survey.plain, word.start)
        if means is not None:
            end = min(survey.sentence_at(clause, word.start).end, means.end() + _REACH)
            if territory := _territory(survey, clause, Span(means.end(), max(means.end(), end))):
                yield territory


def _granted(survey: Survey) -> Iterator[Territory]:
    for clause, word in survey.spoken(_EVERYWHERE_WORDS):
        match = survey.heard(_EVERYWHERE, clause, word, _NEAR)
        if match is None or _OTHER_WORLD.search(survey.plain, max(0, word.start - _NEAR // 2), word.end + _NEAR // 2):
            continue
        span = Span(*match.span())
        around = survey.around(clause, span)
        if _GRANT.search(around.before[-_REACH:]) or _GRANT.search(around.after[: 2 * _NEAR]):
            yield Territory(*survey.said(clause, span), "universe" if match["universe"] else "world")


def _territory(survey: Survey, clause: Clause, value: Span, *, any_case: bool = False) -> Territory | None:
    """What the words at `value` name: everywhere, or places, less those after "excluding"."""
    but = _EXCEPT.search(survey.plain, value.start, value.end)
    limit = but.start() if but else value.end
    every = list(EXPLOITABLE.find(survey.text, survey.plain, value.start, value.end, any_case=any_case))
    codes = tuple(dict.fromkeys(place.code for place in every if place.span.end <= limit))
    without = tuple(dict.fromkeys(place.code for place in every if place.span.start >= limit))
    everywhere = _EVERYWHERE.search(survey.plain, value.start, limit)
    if everywhere is not None:
        span = Span(everywhere.start(), every[-1].span.end if without else everywhere.end())
        return Territory(*survey.said(clause, span), "universe" if everywhere["universe"] else "world", (), without)
    return Territory(*survey.said(clause, Span(every[0].span.start, every[-1].span.end)), "places", codes, without) if codes else None
