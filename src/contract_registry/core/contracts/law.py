"""The law that governs a contract, with its ISO code where the place is plain ("GB", "US-NY") and in words alone where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.places import LAWFUL, PEOPLE, Place
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.quantities.folded import telling
from contract_registry.core.text import Span

LAW_WORDS = telling("law laws droit loi lois recht gesetz gesetze gesetzen ley leyes legislación derecho legislation législation")
"""The telling words that a governing law is found by."""

_LABEL = re.compile(
    r"(?:governing |applicable |proper |choice of )?laws?(?: (?:and|&|/) (?:jurisdiction|venue|forum|courts?|disputes?"
    r"|place of jurisdiction))?"
    r"|jurisdiction|(?:anwendbares|geltendes) recht|rechtswahl|droit applicable|loi applicable|ley aplicable|legislación aplicable"
)
_GOVERNS = re.compile(
    r"\bgovern(?:s|ed|ing)?\b|\bconstru(?:ed?|ing)\b|\binterpret(?:ed)?\b|\b(?:choice of|proper) law\b|\bapplicable law (?:is|shall|will)\b"
    r"|\b(?:agreement|terms|contract|licen[cs]e|deed|release|letter)\b.{0,40}\bsubject (?:solely |only |exclusively )?to\b"
    r"|\blaws?\b[^.;]{0,80}\bappl(?:y|ies)\b"
    r"|\b(?:régie?s?|soumis\w*|gouvernée?s?)\b|\bdroit applicable|\bloi applicable"
    r"|\bunterlieg\w+|\bgilt\b|\bgelten\b|\banwend\w+"
    r"|\brig(?:e|en|irá\w*)\b|\bregi(?:rá\w*|d[oa]s?)\b|\bsomet\w+|\baplica\w*"
)
_GOVERNING = "govern constru interpret choice proper subject appl régi soumis gouvern unterlieg gilt gelten anwend rig regi somet aplica"
_STEMS = tuple(_GOVERNING.split())
"""Without one of these near it no law governs; cheap to look for."""
_OTHER_LAW = re.compile(
    r"\b(?:copyright|patent|trade ?mark|export|import|tax|privacy|data protection|securities|property|employment|labou?r"
    r"|antitrust|competition"
    r"|criminal|consumer|contract|sanctions|corporate|defamation|case|common|public|civil|conflicts? of|international|local|state|federal"
    r"|applicable|mandatory|such|any|other|by|under|protection|d'auteur|moral) \Z"
)
_OF = re.compile(
    r"(?: (?:and|or) (?:regulations?|decisions|jurisprudence|courts?|principles))?"
    r"(?: (?:as )?(?:in force|applicable|applying|then in effect|en vigueur|vigente|applicables?))?(?:,? without .{0,60},)?"
    r"(?: (?:(?:of|in|from|de|du|des|der|von|del|en)\b|d')|(?<=')) ?(?:the |la |l'|el |los |den |der )?"
    r"(?:(?:internal|domestic|substantive|federal|local|u\.s\.|us|american) )*"
    r"(?:(?:state|commonwealth|province|country|territory|republic|kingdom|federal republic|reino|république|royaume|estado"
    r"|land) (?:of|de|du) )?"
    r"(?:the |la |l')?"
)
_ELSEWHERE = re.compile(
    r" (?:of|in) (?:the |your |his |her |its |their )?(?:(?:country|state|jurisdiction|place|territory|province)\b[^.;:,()]{0,90}"
    r"|[^.;:,()]{0,40}(?:registered office|residence|principal place of business|is incorporated)[^.;:,()]{0,40})"
)
_BETWEEN = re.compile(r"(?: (?:state|federal|substantive|national|domestic|contract|materielles|sachliches))? ")
_REACH, _NEAR = 160, 40
_WORDS_THAT_TELL = 5
"""Fewer words than this ("of the Country") do not say whose law it is."""


@dataclass(frozen=True, slots=True)
class Law(Fact):
    """The law that governs the contract: its ISO code ("GB", "GB-SCT", "IE", "US-CA"), empty where the words alone can be given."""

    jurisdiction: str


def governing_law(survey: Survey) -> tuple[Law, ...]:
    """Each law said to govern the contract, once: labelled ones first, then the plain, then those known in words alone."""
    found = (*_labelled(survey), *sorted(_spoken(survey), key=lambda law: not law.jurisdiction))
    return once(found, lambda law: law.jurisdiction or law.words.lower())


def _labelled(survey: Survey) -> Iterator[Law]:
    for clause, labelled in survey.labelled(_LABEL, _REACH):
        value = labelled.value
        where = survey.text, survey.plain, value.start, value.end
        named = (*LAWFUL.find(*where, any_case=True), *PEOPLE.find(*where, any_case=True))
        if named:
            yield Law(*survey.said(clause, named[0].span), named[0].code)


def _spoken(survey: Survey) -> Iterator[Law]:
    for clause, word in survey.spoken(LAW_WORDS):
        near = survey.plain[max(0, word.start - _REACH) : word.end + _REACH]
        if any(stem in near for stem in _STEMS):
            within = survey.sentence_at(clause, word.start).clipped(Span(max(0, word.start - _REACH), word.end + _REACH))
            governs = _GOVERNS.search(survey.plain, within.start, min(within.end, word.end + _REACH // 2))
            law = _law(survey, clause, word, within) if governs else None
            if law is not None:
                yield law


def _law(survey: Survey, clause: Clause, word: Span, within: Span) -> Law | None:
    named = _named_before(survey, word, within) or _people_after(survey, word, within)
    if named is not None:
        return Law(*survey.said(clause, Span(min(word.start, named.span.start), max(word.end, named.span.end))), named.code)
    if _OTHER_LAW.search(survey.plain, max(within.start, word.start - _NEAR), word.start):
        return None
    place = _place_after(survey, word, within)
    if place is not None:
        return Law(*survey.said(clause, Span(word.start, place.span.end)), place.code)
    return _law_thereof(survey, clause, word, within) or _law_elsewhere(survey, clause, word, within)


def _named_before(survey: Survey, word: Span, within: Span) -> Place | None:
    """The people or state whose law it is: "English law", "New York State law", "deutsches Recht"."""
    start = max(within.start, word.start - _NEAR)
    before = list(PEOPLE.find(survey.text, survey.plain, start, word.start, any_case=True))
    return before[-1] if before and _BETWEEN.fullmatch(survey.plain, before[-1].span.end, word.start) else None


def _people_after(survey: Survey, word: Span, within: Span) -> Place | None:
    """The people whose law it is where the language puts them after: "droit français", "ley española"."""
    after = next(PEOPLE.find(survey.text, survey.plain, word.end, min(within.end, word.end + _NEAR), any_case=True), None)
    return after if after and after.span.start == word.end + 1 and after.code[:2] not in {"US", "CA", "AU"} else None


def _place_after(survey: Survey, word: Span, within: Span) -> Place | None:
    """The place of "laws of the State of New York"."""
    of = _OF.match(survey.plain, word.end, within.end)
    place = next(LAWFUL.find(survey.text, survey.plain, of.end(), min(within.end, of.end() + _NEAR)), None) if of else None
    return place if of and place and place.span.start == of.end() else None


def _law_thereof(survey: Survey, clause: Clause, word: Span, within: Span) -> Law | None:
    """The place named before: "made in the State of California and governed by the laws thereof"."""
    if not survey.plain.startswith(" thereof", word.end):
        return None
    named = list(LAWFUL.find(survey.text, survey.plain, within.start, word.start))
    return Law(*survey.said(clause, Span(named[-1].span.start, word.end + len(" thereof"))), named[-1].code) if named else None


def _law_elsewhere(survey: Survey, clause: Clause, word: Span, within: Span) -> Law | None:
    """The words without a code: "the law of the country where you live"."""
    match = _ELSEWHERE.match(survey.plain, word.end, within.end)
    return Law(*survey.said(clause, Span(word.start, match.end())), "") if match and match[0].count(" ") >= _WORDS_THAT_TELL else None
