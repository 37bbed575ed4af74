"""Names that the contract itself says are names: of its parties, of who signs, of people with a title or a task, of agents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.clauses.names import name_at_start
from contract_registry.core.clauses.role_words import role_weights, speaker_of, speakers
from contract_registry.core.clauses.signatories import signed_names
from contract_registry.core.clauses.tree import Clauses, Party
from contract_registry.core.disclosure.redaction.common_words import is_common
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.text import Span

_ADDRESSED_AS = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Herrn?|Frau|Monsieur|Madame|Mme|Mlle|Señora?|Sra?|Don|Doña)\b\.?\s+(?=[A-ZÀ-Þ])"
)
_BEFORE_A_PERSON = re.compile(
    r"\b(?:[Ww]ritten|[Dd]irected|[Pp]roduced|[Cc]omposed|[Ii]llustrated|[Pp]hotographed|[Ee]dited|[Tt]ranslated|[Dd]esigned|[Nn]arrated|[Pp]erformed|[Cc]horeographed|[Cc]onducted|[Ss]igned|[Ww]itnessed|[Aa]pproved) by:?\s+(?=[A-ZÀ-Þ])"
    r"|\b(?:[Ss]tarring|[Ff]eaturing|[Dd]ear|[Aa]ttention:?|[Aa]ttn\.?:?|FAO:?|[Cc]ontact:|[Hh]i|[Hh]ello|[Kk]nown as|[Nn]amed|[Pp]seudonym|[Ss]tage name|[Pp]en name)\s+(?:of\s+|is\s+)?[\"“]?(?=[A-ZÀ-Þ])"
)
_LABEL = re.compile(
    r"^\W{0,4}(?:(?:print(?:ed)?|full|legal|stage|pen|artist'?s?|performer'?s?)\s)?(?:name|contact|editor|producer|director|writer|author|artist|composer|performer|photographer|translator|illustrator|narrator|witness|manager|conductor|choreographer|by|from|to|cc|nom|vorname|nombre)\s*[:|]\s*(?P<it>[A-ZÀ-Þ][^\n|,;]{1,60})",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE_AN_AGENT = re.compile(
    r"\b(?:represented by|acting through|through (?:his|her|their|its) agents?,?|c/o|care of|[Aa]gent(?:s|cy)?(?: of record)?(?: is| are|:|,)?|[Mm]anage(?:r|ment)(?: company)?(?: is|:|,)|vertreten durch|représentée?s? par|representad[oa] por)\s+(?:the\s)?(?=[A-ZÀ-Þ])"
)
_LONGEST = 90


def parties_in(clauses: Clauses) -> Iterator[Removal]:
    """Each name of a party where it was found first, and each short form that is a name and no word for a side."""
    text = clauses.document.text
    for party in clauses.parties:
        instead = f"[{party.role}]" if party.role != "unknown" else "[party]"
        for called in _called(party, clauses):
            at = text.find(called)
            if at >= 0:
                yield Removal(Span(at, at + len(called)), Kind.PARTY, "it is what a party is called", instead)


def _called(party: Party, clauses: Clauses) -> Iterator[str]:
    weights, pronouns = role_weights(clauses.languages), speakers((*clauses.languages, "en"))
    for called in dict.fromkeys((party.name, *party.aliases)):
        words = called.lower().removeprefix("the ").strip()
        is_word = words in weights or speaker_of(called, pronouns) or (" " not in words and is_common(words))
        if words and called[:1].isupper() and not is_word:
            yield called


def people_in(clauses: Clauses) -> Iterator[Removal]:
    """Who signs, and every name that a title, a task or a label announces."""
    text = clauses.document.text
    for signed in signed_names(text, clauses.clauses):
        yield Removal(signed.at, Kind.PERSON, "it is signed with or written to", "[person]")
    yield from _announced(_ADDRESSED_AS, text, Kind.PERSON, "the title before it announces a name", "[person]")
    yield from _announced(_BEFORE_A_PERSON, text, Kind.PERSON, "the words before it announce a name", "[person]")
    yield from _announced(_BEFORE_AN_AGENT, text, Kind.AGENT, "the words before it announce an agent", "[agent]")
    for label in _LABEL.finditer(text):
        name = name_at_start(label["it"])
        if name and not all(map(is_common, name.split())):
            yield Removal(
                Span(label.start("it"), label.start("it") + len(name)), Kind.PERSON, "the label before it asks for a name", "[person]"
            )


def _announced(before: re.Pattern[str], text: str, kind: Kind, because: str, instead: str) -> Iterator[Removal]:
    for announced in before.finditer(text):
        start = announced.end()
        name = name_at_start(text[start : start + _LONGEST].split("\n", 1)[0])
        if name and text.startswith(name, start) and (before is _ADDRESSED_AS or not all(map(is_common, name.split()))):
            yield Removal(Span(start, start + len(name)), kind, because, instead)
