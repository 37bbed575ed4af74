"""Words in quotation marks of any style, or alone in brackets, and in what way a text defines them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from contract_registry.core.text import Span

Way = Literal["means", "bracket", "called"]

_QUOTED = re.compile(
    r"[\"“”„‟«‹‘][\"“„‘'*_]{0,2}\s?(?P<term>[^\W_][^\"“”„‟«»‹›‘\n]{0,80}?)[,.;]?\s?[*_]{0,2}(?:[\"“”»›]|[’'](?![\w]))"
    r"|(?<![\w'’])'(?P<single>[A-ZÀ-Þ][^'’\"\n]{0,60}?)[,.]?'(?![\w])"
)
_MARK = re.compile(r"[\"“”„‟«‹‘']")
"""What a quotation may begin with."""
_JOINS = re.compile(
    r"[ \u00a0,/]*(?:(?:or|and|and/or|oder|und|bzw\.|et|ou|y|o)\b)?[\s,]*(?:(?:the|a|an|our|each|le|la|les|der|die|das|el|los|las)\s+)?\(?\s*(?:(?:or|and|collectively|together),?\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"(?:\s*\([^()\n]{0,80}\))?(?:,[^,.;:\n]{1,80},)?(?P<gap>\s*\)?,?\s*)(?:(?:as used|when used|wherever used|where used)[^,.;:\n]{0,80},?\s*)?"
    r"(?:(?:shall|will|should|sollen|soll|doit|doivent|deberá|podrá)\s+)?(?:(?:each|together|collectively|also|hereby|only|jeweils)\s+)?"
    r"(?P<verb>means?\b(?:\s+and\s+includes?)?|mean\b|ha(?:s|ve) (?:the|that|its|their) (?:same )?meanings?\b|refers? to|refers?\b|includes?\b|denotes?\b|describes?\b"
    r"|(?:is|are|be)\s+(?:defined as|understood to mean|deemed to mean|to be (?:read|understood) as|interpreted to mean)|stands? for"
    r"|désignent?|désigne|signifient?|s['’]entend(?:ent)?|bezeichne[nt]|bezeichnet|bedeute[nt]|meint|meinen|steht für|sind|ist|significan?|se refieren? a|se entender[áa]n?|betekent|verstaan wordt"
    r"|is\b|are\b)",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"\s*(?:[:=]|[-–—]{1,2})\s+(?=\S)")
_FILLERS = (
    r"(?:the|a|an|our|its|my|your|his|her|each|every|any|all|such|these|this|individually|singly|severally|jointly|collectively|together|hereinafter|hereafter|herein|hereunder|herewith|below|also|as|is|are|be|and|or|either|both|to|in|by|referred|called|known|named|defined|designated|described|termed|sometimes|for|short|from|time|now|on|following|with|which|shall|may|will|we|call|it|them|parties|party|agreement|contract"
    r"|le|la|les|l['’]|un|une|ci-après|ci-aprés|dénommée?s?|désignée?s?|appelée?s?|collectivement|ensemble|et|ou|individuellement|chacun|dit|dite"
    r"|der|die|das|den|dem|des|im|folgenden|insgesamt|nachfolgend|nachstehend|kurz|gemeinsam|zusammen|einzeln|jeweils|auch|als|und|oder|genannt|sowie|ein|eine"
    r"|el|los|las|en|adelante|lo|sucesivo|denominad[oa]s?|conjuntamente|individualmente|un|una|y|o|e|hierna|te|noemen|de|het)"
)
_OPENING = re.compile(rf"[(\[]\s*(?:{_FILLERS}[\s,:]*){{0,14}}\Z", re.IGNORECASE)
_CALLED = re.compile(
    rf"(?:\b(?:referred to|known|defined|designated|described|called|termed)\s+(?:herein(?:after)?\s+|hereafter\s+|below\s+|collectively\s+|together\s+|individually\s+|jointly\s+){{0,3}}(?:as|by)|\b(?:herein|here)after|\bhereinafter|\bwe(?:['’]ll)? (?:call|refer to)(?:\s+\w+){{1,4}}?(?:\s+as)?|\bcollectively|(?<![\w-])(?<!so )called"
    rf"|\bci-après|\bdénommée?s?|\bdésignée?s?|\bappelée?s?|\bim folgenden|\bnachfolgend|\bnachstehend|\bbezeichnet als|\ben adelante|\ben lo sucesivo|\bdenominad[oa]s?)"
    rf"[\s,:]*(?:{_FILLERS}[\s,:]*){{0,8}}\Z",
    re.IGNORECASE,
)
_CALLED_IN_BRACKET = re.compile(
    r"\([^()]{0,60}\b(?:referred to|known|defined|called|als|dénommée?s?|désignée?s?|denominad[oa]s?)\b[^()]{0,30}\Z", re.IGNORECASE
)
_WINDOW = 130
_GAP = 30
_LONGEST_TERM = 8


_UNQUOTED = re.compile(
    r"\((?:(?:hereinafter|hereafter|ci-après|nachfolgend|en adelante),?\s+)?(?:(?:referred to as|called|dénommée?|genannt)\s+)?(?:the|der|die|das|le|la|el|l['’])\s?"
    r"(?P<term>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3})\)"
)


class Quoted(NamedTuple):
    """Terms in quotation marks that a text defines together, in which `way`; `start` and `end` are where the defining words begin and end.

    For "means" the meaning begins at `end`; for "bracket" and "called" it ends at `start`.
    """

    terms: tuple[Span, ...]
    way: Way
    start: int
    end: int


def quoted_definitions(text: str) -> Iterator[Quoted]:
    """Every defined term in quotation marks (one behind a stage name too: Leila Okoro, known as "Lumen" (the "Artist")), then every one that stands in a bracket with its article alone ("(the Publisher)")."""
    for group in _groups(text):
        if found := _defined(text, group) or (_defined(text, group[1:]) if len(group) > 1 else None):
            yield found
    for match in _UNQUOTED.finditer(text):
        yield Quoted((Span(*match.span("term")),), "bracket", match.start(), match.end())


def _groups(text: str) -> Iterator[list[re.Match[str]]]:
    """Quoted words, those joined by "or" or a comma together."""
    group: list[re.Match[str]] = []
    for match in _quotations(text):
        if not _is_term(match["term"] or match["single"]):
            continue
        if (
            group
            and match.start() - group[-1].end() < _GAP
            and text[group[-1].end() - 2] != "."
            and _JOINS.fullmatch(text, group[-1].end(), match.start())
        ):
            group.append(match)
            continue
        if group:
            yield group
        group = [match]
    if group:
        yield group


def _quotations(text: str) -> Iterator[re.Match[str]]:
    """Everything in quotation marks, sought at the marks alone."""
    done = 0
    for mark in _MARK.finditer(text):
        if mark.start() >= done and (match := _QUOTED.match(text, mark.start())):
            done = match.end()
            yield match


def _is_term(words: str) -> bool:
    return words.count(" ") < _LONGEST_TERM and not any(mark in words for mark in ("; ", ". ", "? ", "! "))


def _defined(text: str, group: list[re.Match[str]]) -> Quoted | None:
    terms = tuple(Span(*match.span("term" if match["term"] else "single")) for match in group)
    first, last = group[0].start(), group[-1].end()
    before = text[max(0, first - _WINDOW) : first]
    line = before.rfind("\n") + 1
    before = before[line:]
    opening = _OPENING.search(before) or _CALLED_IN_BRACKET.search(before)
    if opening is not None and _closes(text, last):
        return Quoted(terms, "bracket", first - len(before) + opening.start(), last)
    verb = _MEANS.match(text, last, last + 2 * _WINDOW)
    if verb is not None and (len(group) > 1 or ")" not in verb["gap"]) and _opens(before, verb["verb"]):
        return Quoted(terms, "means", first, verb.end())
    if not before.strip("*_ ") or before.rstrip().endswith((".", ")")):
        set_off = _SET_OFF.match(text, last, last + _WINDOW)
        if set_off is not None:
            return Quoted(terms, "means", first, set_off.end())
    called = _CALLED.search(before)
    return Quoted(terms, "called", first - len(before) + called.start(), last) if called else None


def _closes(text: str, at: int) -> bool:
    """Whether the bracket that a term stands in is closed soon after it."""
    rest = text[at : at + _WINDOW]
    stop = min((place for place in (rest.find(")"), rest.find("]")) if place >= 0), default=-1)
    return stop >= 0 and "(" not in rest[:stop] and "\n" not in rest[:stop]


def _opens(before: str, verb: str) -> bool:
    """Whether a term before a verb of meaning is being defined: "is" and "includes" define only what opens a sentence."""
    words = before.strip("*_ (").lower()
    opens = (
        not words
        or words[-1] in ".;:)"
        or words.endswith((" the term", " the terms", " the expression", "the word", "the words", "the", "and", "or", "term"))
    )
    return opens or verb.lower().startswith(("mean", "ha", "shall", "refers to", "dési", "signi", "bezeichn", "bedeut", "defin"))
