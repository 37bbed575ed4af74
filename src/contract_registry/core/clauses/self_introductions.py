"""Who says of themselves who they are: "We're Inkdrop", "I, Dele Amadi, …", "between Cobalt Outdoor Ltd (we) and Hannah Brandt (you)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.clauses.candidate import Candidate
from contract_registry.core.clauses.names import has_legal_form, is_common_start, name_at_start
from contract_registry.core.text import Span

_OPENING = 6_000
_LONGEST = 160
_WE = re.compile(r"(?<![\w’'])(?:We(?:['’]re| are)|[Tt]his is)[ \t]+(?=[A-ZÀ-Þ0-9])")
_I = re.compile(r"(?<![\w’'])(?:I,[ \t]+(?:the undersigned,?[ \t]+)?|I(?:['’]m| am)[ \t]+|[Mm]y name is[ \t]+)(?=[A-ZÀ-Þ])")
_NAME_ENDS = re.compile(r"\s*(?:[,.;:!(–—]|-\s|and\b|a\b|an\b|the\b|\n|\Z)")
_BRACKET = re.compile(
    r"[ \t]\([\"“„]?(?P<word>(?i:we|us|you)|I|me)[\"”“]?(?:(?:,|/| or| and| and/or)? ?[\"“„]?(?i:we|us|our|you|your|I|me|my)[\"”“]?){0,3}\)"
)
_BEFORE = re.compile(
    r"\b(?:[Bb]etween|BETWEEN|[Ff]rom|FROM|[Tt]o|[Ww]ith)\b:?[ \t]+|\)[,;]?[ \t]+(?:and|AND)[ \t]+|[Yy]ou and |\n|[.;:] |\A"
)


def self_introductions(text: str) -> Iterator[Candidate]:
    """Whoever speaks or is spoken to by a pronoun and is named beside it; at most one for each pronoun and way of saying so."""
    for word, pattern in (("we", _WE), ("I", _I)):
        for match in pattern.finditer(text, 0, _OPENING):
            name = _name(text, match.end())
            if name and (word == "we" or " " in name):
                yield _candidate(word, name, match.end())
                break
    yield from _bracketed(text)


def _bracketed(text: str) -> Iterator[Candidate]:
    """The names that stand before a pronoun in brackets."""
    seen: set[str] = set()
    for match in _BRACKET.finditer(text, 0, _OPENING):
        word = "I" if match["word"].lower() in ("i", "me") else {"us": "we"}.get(match["word"].lower(), match["word"].lower())
        begins = [before.end() for before in _BEFORE.finditer(text, max(0, match.start() - _LONGEST), match.start())]
        if not begins:  # so long a run of words names nobody
            continue
        start = begins[-1]
        name = name_at_start(text[start : match.start()])
        if name and word not in seen and (" " in name or has_legal_form(name)):
            seen.add(word)
            yield _candidate(word, name, start)


def _name(text: str, at: int) -> str:
    """The name that begins at `at` and after which nothing goes on as if it were none ("We are Delighted that" names nobody)."""
    name = name_at_start(text[at : at + _LONGEST].split("\n", 1)[0])
    is_name = name and text.startswith(name, at) and not is_common_start(name) and _NAME_ENDS.match(text, at + len(name))
    return name if is_name else ""


def _candidate(word: str, name: str, at: int) -> Candidate:
    return Candidate((word, name), name, Span(at, at + len(name)), is_defined=True)
