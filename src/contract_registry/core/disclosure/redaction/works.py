"""Titles of works: what is called so, what stands in quotes without being a term, and what a label gives as the work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.disclosure.redaction.common_words import is_common
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.text import Span

_OPEN, _CLOSE = "\"“„«‘'", "\"”“»’'"
_QUOTED = re.compile(r"[\"“„«](?P<it>[^\"“”„«»\n]{2,90})[\"”“»]|(?<!\w)[‘'](?P<single>[A-ZÀ-Þ0-9][^‘’'\"“”\n]{1,80})[’'](?!\w)")
_WORK = (
    "novel|book|novella|memoir|story|stories|poem|collection|anthology|play|musical|opera|ballet|film|feature|short|documentary|series|show|programme|episode|podcast|album|EP|single|song|track|recording"
    "|composition|score|symphony|game|video game|comic|graphic novel|picture book|article|essay|exhibition|painting|mural|sculpture|installation|photograph|image|campaign|production|project|work|roman|buch|stück|livre|pièce|novela|libro|obra"
)
_NAME = r"[A-ZÀ-Þ0-9][\w’'&!?-]{0,40}(?:[ :,]{1,2}(?:(?:of|the|and|a|an|in|on|to|for|with|from|at|by|de|la|le|les|du|des|und|der|die|das|y|el|&) ){0,3}[A-ZÀ-Þ][\w’'&!?-]{0,40}| \d{1,2}(?![\w/.-])){0,9}"
_CALLED = re.compile(
    rf"\b(?:entitled|titled|(?:provisionally|currently|presently|tentatively) called|called|under the title(?: of)?|working title(?: is|:)?|with the title|betitelt|mit dem Titel|intitulée?s?|titulad[oa])\s*[:,]?\s*(?:the\s)?(?P<it>{_NAME})"
    rf"|\b[Tt]he (?:(?:feature|short|documentary|television|stage|radio|picture|graphic|debut|first|second|new|forthcoming|original)\s)*(?:{_WORK}),?\s(?P<next>{_NAME})"
)
_LABELLED = re.compile(
    r"^\W{0,4}(?:(?:working|provisional|project|production|film|book|song|track|album|job)\s)?(?:title|project|production|work|film|programme|show|series|book|song|album|track|game|campaign|titel|titre|título|obra)"
    r"(?: title| name)?\s*[:|]\s*(?P<it>[^\n|;(]{2,90})",
    re.IGNORECASE | re.MULTILINE,
)
_DEFINES = re.compile(r"\s*(?:\)|,?\s*(?:means?|shall mean|has the meaning|includes?|refers?|is defined|or\s[\"“]|and\s[\"“]))")


def titles_in(clauses: Clauses) -> Iterator[Removal]:
    """Every title; terms that the contract defines are none, nor are quoted words that any contract uses."""
    text = clauses.document.text
    terms = {definition.term.casefold() for definition in clauses.definitions}
    called = {word for party in clauses.parties for word in (party.name.casefold(), *(alias.casefold() for alias in party.aliases))}
    for pattern, because in (
        (_CALLED, "the words before it say that something is called so"),
        (_LABELLED, "the label before it asks for a title"),
        (_QUOTED, "it stands in quotes and is no defined term"),
    ):
        for match in pattern.finditer(text):
            group = match.lastgroup or "it"
            words = match[group].rstrip(" .,;:")
            span = Span(match.start(group), match.start(group) + len(words))
            is_term = words.casefold() in terms | called or (pattern is _QUOTED and _DEFINES.match(text, match.end()))
            if words and not is_term and _names_something(words, is_quoted=pattern is _QUOTED):
                yield Removal(span, Kind.TITLE, because, "[title]")


def _names_something(words: str, *, is_quoted: bool) -> bool:
    """Whether words can be a title: with a capital, and with one word at least that is not in every contract (of several with capitals any will do)."""
    every = words.split()
    capitals = [word for word in every if word[:1].isupper() or word[:1].isdigit()]
    return bool(capitals) and (not all(map(is_common, every)) or (is_quoted and len(capitals) > 2))  # noqa: PLR2004
