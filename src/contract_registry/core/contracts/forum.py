"""Where disputes are decided: which courts, whether they alone, or by arbitration and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.clauses.tree import Clause
from contract_registry.core.contracts.fact import Fact, once
from contract_registry.core.contracts.places import COURTLY, PEOPLE, Place
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.quantities.folded import telling
from contract_registry.core.text import Span

_COURT_WORDS = telling("court courts jurisdiction venue tribunaux gerichtsstand gerichte juzgados tribunales")
_ARBITRATION_WORDS = telling("arbitration arbitrated arbitrator arbitrage schiedsverfahren schiedsgericht arbitraje")
FORUM_WORDS = _COURT_WORDS | _ARBITRATION_WORDS
"""The telling words that a forum is found by."""

_LABEL = re.compile(
    r"(?:exclusive )?(?:jurisdiction|venue|forum|courts?|place of jurisdiction|gerichtsstand|tribunal compétent|juridiction"
    r"|jurisdicción|fuero)"
)
_DECIDES = re.compile(
    r"\b(?:jurisdiction|venue|submit\w*|brought|litigat\w+|exclusive\w*|disputes?|resolved|heard|forum"
    r"|compéten\w+|litiges?|gerichtsstand|zuständig\w*|jurisdicción|somet\w+|competent\w*|fuero)\b"
)
_AT = re.compile(
    r"(?: (?:located|sitting|situated|seated|located and serving|of competent jurisdiction|of record|having jurisdiction"
    r"|compétents?|competentes?"
    r"|shall be|is|are|will be|lies?|ist|sind))*,?"
    r"(?: (?:of|in|for|within|at|serving|de|du|des|von|des landes|zu|en|la ciudad de|los|ist))?[ :]"
)
_TURN = re.compile(
    r"[.;:](?= )|\b(?:and (?:each|the parties|you|waives?)|without|except|unless|regardless|provided|from|outside|other than|residence|reside"
    r"|laws?|exists?|you (?:are|live)|franchise|such as)\b"
)
"""Where a sentence about courts turns to something else."""
_SEATED = re.compile(
    r"\b(?:(?:seat|place|venue|location|sede|siège|sitz|ort)\b[^.;]{0,40}\b(?:be|is|in|en|ist|sera|será)"
    r"|(?:held|conducted|take place|located|administered|arbitration|heard|arbitrated|resolved|decided|settled|stattfinden|lieu)(?: \w+){0,3}? (?:in|at|à|en)"
    r"|arbitration association,? in) "
    r"(?:the )?(?:city of |county of |state of )?"
)
_BY = re.compile(r"(?:resolved|decided|settled|heard) (?:\w+ ){0,3}by ")
_APART = re.compile(r"[.:;]\s")
"""What stands between a heading's word for arbitration and the sentence that gives the place."""
_WORDS = re.compile(r"[^\W\d_]+")
_AGREED = re.compile(r"\b(?:shall|will|must|agree[sd]?|exclusively|binding|finally)\b")
_NOT_EXCLUSIVE = re.compile(r"\bnon-? ?exclusive")
_EXCLUSIVE = re.compile(r"\b(?:exclusive(?:ly)?|sole(?:ly)?|only|ausschließlich\w*|exclusiv\w*)\b")
_LINKS = frozenset({" ", " state ", " federal ", " state or federal ", " state and federal ", " federal and state "})
_REACH, _NEAR, _BESIDE = 200, 90, 24


@dataclass(frozen=True, slots=True)
class Forum(Fact):
    """Where disputes go: `jurisdiction` is the ISO code of the place, empty where it is not plain; `is_exclusive` None where it is not said."""

    kind: Literal["courts", "arbitration"]
    jurisdiction: str
    is_exclusive: bool | None = None


def forums(survey: Survey) -> tuple[Forum, ...]:
    """Each forum the contract names, once, in the order of the text; arbitration without a place only where none has one."""
    found = [*_labelled(survey), *_spoken(survey)]
    placed = {forum.kind for forum in found if forum.jurisdiction}
    return once((forum for forum in found if forum.jurisdiction or forum.kind not in placed), lambda each: (each.kind, each.jurisdiction))


def _labelled(survey: Survey) -> Iterator[Forum]:
    for clause, labelled in survey.labelled(_LABEL, _REACH):
        value = labelled.value
        place = next(COURTLY.find(survey.text, survey.plain, value.start, value.end, any_case=True), None)
        if place is not None:
            words = f"{labelled.label} {value.of(survey.plain)}"
            yield Forum(*survey.said(clause, place.span), "courts", place.code, _exclusive(words))


def _spoken(survey: Survey) -> Iterator[Forum]:
    for clause, word in survey.spoken(FORUM_WORDS):
        if word.start < clause.body.start and FORUM_WORDS & set(_WORDS.findall(clause.body.of(survey.plain))):
            continue
        within = survey.sentence_at(clause, word.start).clipped(Span(max(0, word.start - _REACH), word.end + _REACH))
        find = _court if word.of(survey.plain) in _COURT_WORDS else _arbitration
        forum = find(survey, clause, word, within)
        if forum is not None:
            yield forum


def _court(survey: Survey, clause: Clause, word: Span, within: Span) -> Forum | None:
    sentence = within.of(survey.plain)
    place = (_before(survey, word, within) or _after(survey, word, within)) if _DECIDES.search(sentence) else None
    if place is None:
        return None
    span = Span(min(word.start, place.span.start), max(word.end, _end_of(survey, place)))
    return Forum(*survey.said(clause, span), "courts", place.code, _exclusive(sentence))


def _before(survey: Survey, word: Span, within: Span) -> Place | None:
    """The people or place whose courts they are: "English courts", "the California courts"."""
    if not survey.plain.startswith("court", word.start):
        return None
    every = list(PEOPLE.find(survey.text, survey.plain, max(within.start, word.start - 2 * _BESIDE), word.start))
    return every[-1] if every and survey.plain[every[-1].span.end : word.start] in _LINKS else None


def _after(survey: Survey, word: Span, within: Span) -> Place | None:
    """The place after "courts of", "venue shall be in": the first named before the sentence turns to something else."""
    link = _AT.match(survey.plain, word.end, within.end)
    if link is None:
        return None
    turn = _TURN.search(survey.plain, link.end(), within.end)
    end = min(turn.start() if turn else within.end, link.end() + _NEAR)
    named = COURTLY.find(survey.text, survey.plain, link.end(), end)
    return next((place for place in named if not survey.plain.startswith(" district court", place.span.end)), None)


def _arbitration(survey: Survey, clause: Clause, word: Span, within: Span) -> Forum | None:
    seat = _SEATED.search(survey.plain, max(within.start, word.start - 2 * _BESIDE), within.end)
    place = next(COURTLY.find(survey.text, survey.plain, seat.end(), min(within.end, seat.end() + 2 * _BESIDE)), None) if seat else None
    if seat is not None and place is not None and place.span.start - seat.end() < _BESIDE:
        is_apart = _APART.search(survey.plain, word.end, max(word.end, seat.start())) is not None
        start = seat.start() if is_apart else word.start if _BY.match(seat[0]) else min(word.start, seat.start())
        span = Span(start, max(word.end, _end_of(survey, place)))
        if "court" not in span.of(survey.plain):
            return Forum(*survey.said(clause, span), "arbitration", place.code)
    if word.of(survey.plain) != "arbitrator" and _AGREED.search(survey.plain, within.start, within.end):
        return Forum(*survey.said(clause, word), "arbitration", "")
    return None


def _end_of(survey: Survey, place: Place) -> int:
    """Where the name of a place ends, with what it lies in: "Wilmington, Delaware"."""
    end = place.span.end
    wider = next(COURTLY.find(survey.text, survey.plain, end, end + _BESIDE), None) if survey.plain.startswith(", ", end) else None
    return wider.span.end if wider and wider.span.start == end + len(", ") else end


def _exclusive(sentence: str) -> bool | None:
    if _NOT_EXCLUSIVE.search(sentence):
        return False
    return True if _EXCLUSIVE.search(sentence) else None
