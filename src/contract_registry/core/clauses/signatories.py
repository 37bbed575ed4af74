"""Who signs a contract or writes a letter: the names behind "for and on behalf of", under a letter's closing words, in an e-mail's header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contract_registry.core.clauses.names import has_legal_form, is_common_start, name_at_start
from contract_registry.core.clauses.tree import Clause
from contract_registry.core.text import Span

_BEHALF = re.compile(
    r"[BbGgXx](?i:(?<=\bfor and on b)ehalf of|(?:(?<=\bsig)ned|(?<=\bex)ecuted)(?: as a deed)? (?:for|on behalf of|by)(?! and on))(?:[ \t]|:|\n)+(?=[A-ZÀ-Þ])"
)
_CLOSING = re.compile(
    r"^(?:best|best wishes|all best|all the best|(?:kind |warm |best )?regards|thanks|cheers|many thanks|yours(?: \w+)?|cordialement|viele grüße"
    r"|mit freundlichen grüßen|saludos|sincerely)[ \t]*[,.!]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(r"^(?P<field>From|To|Von|An|De|À|Para):[ \t]*\"?(?P<value>[^<\n\"]+)", re.IGNORECASE | re.MULTILINE)
_FIRST_LINES = 8
_FROM = frozenset({"from", "von", "de"})
_UNDER_CLOSING = 5
_LONGEST_LETTER = 12_000
_LONGEST = 80


class Signed(NamedTuple):
    """A name found where somebody signs: `side` is "writer" (or whom the writer acts for) or "reader" of the letter."""

    name: str
    at: Span
    side: str


def signed_names(text: str, clauses: Sequence[Clause]) -> tuple[Signed, ...]:
    """The names of companies signed for, then of writer and reader of a letter; those of companies first."""
    found = [*_signed_for(text), *_under_closing(text), *_in_header(text, clauses)]
    return tuple(sorted(found, key=lambda one: not has_legal_form(one.name)))


def _signed_for(text: str) -> Iterator[Signed]:
    for match in _BEHALF.finditer(text):
        name = name_at_start(text[match.end() : match.end() + _LONGEST].split("\n", 1)[0])
        if has_legal_form(name):
            yield Signed(name, Span(match.end(), match.end() + len(name)), "writer")


def _under_closing(text: str) -> Iterator[Signed]:
    """The names on the lines under "Best," and its like."""
    closing = next(iter(_CLOSING.finditer(text)), None)
    if closing is None or len(text) > _LONGEST_LETTER:
        return
    at = closing.end()
    for line in text[at : at + _UNDER_CLOSING * _LONGEST].split("\n")[: 2 * _UNDER_CLOSING]:
        words = line.strip()
        name = name_at_start(words)
        if name and name == words.rstrip(".,") and not is_common_start(name) and (" " in name or has_legal_form(name)):
            start = at + line.index(words)
            yield Signed(name, Span(start, start + len(name)), "writer")
        at += len(line) + 1


def _in_header(text: str, clauses: Sequence[Clause]) -> Iterator[Signed]:
    """The names behind "From:" and "To:" among a document's first lines, those of a stored e-mail and of a typed letter alike."""
    for clause in clauses[:_FIRST_LINES]:
        for match in _HEADER.finditer(text, clause.own.start, clause.own.end):
            name = name_at_start(match["value"])
            if " " in name:
                side = "writer" if match["field"].lower() in _FROM else "reader"
                yield Signed(name, Span(match.start("value"), match.start("value") + len(name)), side)
