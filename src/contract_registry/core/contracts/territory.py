"""Where the rights may be used: the world, the universe, or countries and regions by code, with those left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.payers import IMPOSED
from contract_registry.core.contracts.places import EXPLOITABLE, Place
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.quantities.folded import telling
from contract_registry.core.text import Span

_NAMED = telling("territory territories")
_EVERYWHERE_WORDS = telling(
    "worldwide world universe weltweit welt monde mondial mondiale mundo mundial univers universo räumlich countries territories"
)
_ONLY = telling("only")
_GIVING = telling("give gives grants grant granted licence license licensed licences licenses assigns")
TERRITORY_WORDS = _NAMED | _EVERYWHERE_WORDS | _ONLY | _GIVING
"""The telling words that a territory is found by."""

_LABEL = re.compile(
    r"(?:licen[cs]ed? |contract |sales? |rights? )?territor(?:y|ies)(?: of (?:use|licen[cs]e|rights))?|region"
    r"|geographic(?:al)? (?:scope|area)"
    r"|(?:vertrags|lizenz)gebiet|räumlicher geltungsbereich|territoires?|étendue territoriale|territorios?"
)
_OF_USE = re.compile(r"usage|uses?|rights?(?: granted)?|licen[cs]e(?: granted)?|scope|nutzung|utilisation|uso")
_ALONE = re.compile(r"(?:\A|[.;:,|-]\s?|\b(?:in|for|within) )(?:the )?\Z")
_IN = re.compile(r"\b(?:in|throughout|within|across|for) (?:the )?(?=\S)")
_OF_RIGHTS = re.compile(r"\b(?:rights?|licen[cs]es?|copyright|publish|exploit|distribute|sell|reproduce|use)\b")
_SEAT = re.compile(
    r"\b(?:courts?|laws?|registered|incorporated|jurisdiction|compan(?:y|ies)|offices?|resid\w*|liv(?:e|es|ing)|located|based|held|filed|register)\b"
)
_COMES_NEXT = re.compile(r",? (?:and |or |& )?(?:the )?")
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
    beside = () if survey.clauses.kind in IMPOSED else (*_only(survey), *_given_in(survey))
    found = (*_labelled(survey), *_defined(survey), *_granted(survey), *beside)
    return once(found, lambda each: (each.scope, each.codes, each.without))


def _labelled(survey: Survey) -> Iterator[Territory]:
    for clause, labelled in survey.labelled(_LABEL, _LONGEST):
        value = labelled.value
        if territory := _territory(survey, clause, value, any_case=len(value) < _LONGEST):
            yield territory
    for clause, labelled in survey.labelled(_OF_USE, _REACH):
        if territory := _territory(survey, clause, labelled.value):
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


def _only(survey: Survey) -> Iterator[Territory]:
    """Places that stand alone before "only": "UK only", "for France and Belgium only"."""
    for clause, word in survey.spoken(_ONLY):
        first = max(clause.own.start, word.start - _NEAR)
        every = list(EXPLOITABLE.find(survey.text, survey.plain, first, word.start))
        if not every or survey.plain[every[-1].span.end : word.start] != " ":
            continue
        start = every[0].span.start
        if _ALONE.search(survey.plain, clause.own.start, start) and not _SEAT.search(survey.plain, first, start):
            yield _places(survey, clause, every)


def _given_in(survey: Survey) -> Iterator[Territory]:
    """The places for which a sentence gives rights: "grants the right to publish the Work in France and Belgium"."""
    for clause, word in survey.spoken(_GIVING):
        end = min(survey.sentence_at(clause, word.start).end, word.end + _REACH)
        for link in _IN.finditer(survey.plain, word.end, end):
            every = _listed(survey, link.end(), end)
            between = survey.plain[word.end : link.start()]
            if every and _OF_RIGHTS.search(survey.plain, word.start, link.start()) and not _SEAT.search(between):
                yield _places(survey, clause, every)
                break


def _listed(survey: Survey, start: int, end: int) -> list[Place]:
    """The places named one after another from `start` on: "France, Belgium and the Netherlands"."""
    every: list[Place] = []
    for place in EXPLOITABLE.find(survey.text, survey.plain, start, end):
        if _COMES_NEXT.fullmatch(survey.plain[every[-1].span.end : place.span.start]) if every else place.span.start == start:
            every.append(place)
        else:
            break
    return every


def _places(survey: Survey, clause: Clause, every: Sequence[Place]) -> Territory:
    codes = tuple(dict.fromkeys(place.code for place in every))
    return Territory(*survey.said(clause, Span(every[0].span.start, every[-1].span.end)), "places", codes)


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
