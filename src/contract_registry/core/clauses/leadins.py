"""Words that carry into a list: whether a clause leads in, and the sentence of it that does."""

from __future__ import annotations

import re

from contract_registry.core.clauses.sentences import last_sentence
from contract_registry.core.text import Span, trimmed

_POINTS = re.compile(
    r"\b(?:following|as follows|set out below|listed below|these (?:things|terms|rules)|suivant(?:e|s|es)?|ci-dessous|comme suit|folgend(?:e|en|er|es)|wie folgt|nachstehend\w*"
    r"|siguientes?|a continuación)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:may|must|shall|will|can|cannot|can't|won't|should|agrees?|grants?|means?|includes?|is|are|has|have|do|does|don't|peut|peuvent|doit|doivent|darf|dürfen|kann|können"
    r"|muss|müssen|puede|pueden|podrá|deberá|not|to|that|by|if|when|unless)\b",
    re.IGNORECASE,
)
_HEADING_ACTS = re.compile(
    r"\w\s+(?:may|must|shall|can|cannot|can't|will|won't|should|agrees?|do not|don't|dürfen|darf|müssen|können|peuvent|pouvez|devez|podrá|puede|debe)\b",
    re.IGNORECASE,
)
_TAKES_IN = re.compile(
    r"(?:this|these|it|they|that|such \w+|the (?:above|foregoing)|(?:this|these|such|the) (?:rights?|licen[cs]es?|permissions?|waivers?|grants?|assignments?))\s"
    r"(?:will |shall |may |also )?(?:includes?|covers?|comprises?|extends? to)\b",
    re.IGNORECASE,
)
_SHORT = 60
_TAIL = 400
_LONGEST = 2_000


def leads_in(text: str, body: Span, following: str) -> bool:
    """Whether the words of `body` need the list after them, which begins with the letter `following`.

    They end with a colon or dash, break off, point to what follows, or end with a comma before a small letter.
    """
    at = body.end
    while at > body.start and text[at - 1] in ' \t\u00a0*_)]"”’»':
        at -= 1
    if at == body.start:
        return False
    mark = text[at - 1]
    if mark in ":：—–-":
        return True
    if mark == ",":
        return following.islower()
    if mark in ".;?!…":
        return (
            mark != "?"
            and _POINTS.search(text, last_sentence(text, Span(max(body.start, body.end - _TAIL), body.end)).start, body.end) is not None
        )
    return (len(body) > _SHORT and not mark.isdigit()) or _ACTS.search(text, body.start, body.end) is not None


def heading_leads_in(text: str, body: Span) -> bool:
    """Whether a heading reads as the beginning of a sentence ("You may not:"), so that it carries into the list below it."""
    return text[body.end - 1 : body.end] != "?" and _HEADING_ACTS.search(text, body.start, body.end) is not None


def lead_in_of(text: str, body: Span) -> Span:
    """The words of `body` that carry into the list after it: its last sentence, of which no more than its end where it runs on and on.

    A sentence that only says what the one before takes in ("This includes:") carries that one with it.
    """
    start = max(body.start, body.end - _LONGEST)
    last = last_sentence(text, Span(start, body.end))
    if not takes_in(text, last) or last.start <= start:
        return last
    return Span(last_sentence(text, trimmed(Span(start, last.start), text)).start, last.end)


def takes_in(text: str, sentence: Span) -> bool:
    """Whether a sentence only says what the one before it takes in ("This includes ...", "The licence covers ...")."""
    return _TAKES_IN.match(text, sentence.start, sentence.end) is not None
