"""The opening of a contract that says who its parties are: "between X (the “Publisher”) and Y (the “Author”)", "BETWEEN: (1) … (2) …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contract_registry.core.clauses.names import begins_with_legal_form, has_legal_form, name_at_start
from contract_registry.core.clauses.sentences import sentences
from contract_registry.core.clauses.tree import Definition
from contract_registry.core.text import Span

_OPENING = 6_000
_LONGEST = 2_400
_BEGINS = re.compile(
    r"\b(?:[Bb]etween|BETWEEN|by and among|entered into by|made by|[Zz]wischen|ZWISCHEN|[Ee]ntre|ENTRE|REUNIDOS|Les soussigné\w*)\b:?"
    r"|(?:^|\n)(?:\W{0,3}(?:\d\W{1,3})?(?:THE |The )?(?:PARTIES|Parties|parties|Parteien|Vertragsparteien)\W*\n)"
)
_ENDS = re.compile(
    r"\bWHEREAS\b|\bRECITALS?\b|\bBACKGROUND\b|\nBackground\b|\bW\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H\b|NOW,? THEREFORE|agree(?:s|d)? as follows|AGREED TERMS|\nAgreed terms|IT IS AGREED"
    r"|\n(?:1|I)\.? (?:[A-Z])|\nPréambule|\nPräambel|Il a été convenu|EXPONEN|MANIFIESTAN|wird (?:folgende\w*|nachfolgende\w*)"
)
_CONJUNCTION = re.compile(r"[\s,;.:—–-]*(?:(?:and|AND|und|et|y|with|WITH)\b[\s,:]*)?(?:\(?[0-9a-zA-Z]\)|[0-9]\.)?\s*")
_BETWEEN = re.compile(r"[\s:]*(?P<one>.{3,400}?)[,;)]?\s+(?:and|und|et|y)\s+(?P<other>[^\n]{3,200})", re.DOTALL)
_BETWEEN_SHOUTED = re.compile(r"[\s:]*(?P<one>.{3,400}?)[,;)]?\s+AND\s+(?P<other>[^\n]{3,200})", re.DOTALL)
_NO_PARTY = re.compile(
    r"\b(?:date|agreement|contract|deed|term|terms|parties|vertrag|vertragsparteien|parteien|contrat|contrato|partes|act)\b|\A(?:each |either |a |the )?(?:party|partei|partie|parte)\Z",
    re.IGNORECASE,
)
_TRADE = re.compile(r"[,\s]+(?:an?|the|eine?|une?|un)\s+(?P<trade>[\w-]+(?:\s[\w-]+){0,2})")
"""What a party is, told behind its name: "Orchard Lane Ltd, a publisher of books"."""
_AND_ANOTHER = re.compile(r"\A[A-ZÀ-Þ][^;]{0,80}? and (?=(?:you|the (?:entity|person|individual|user|customer|company|legal)|any|each)\b)")
_CLOSES = re.compile(r"[^()\n]{0,60}\)")
_GOES_ON = re.compile(r"(?:\s*\n\s*(?:and\b|AND\b|und\b|et\b|ET\b|y\b|\(\d\)|\d\.)[^\n]{0,600})+")
_LAST_OF = re.compile(r"\(\d\)\s|\n\s*\n|;\s|\A")
_LINE = re.compile(r"[^\n]+")
_BRACKET = re.compile(r"\([\"“]")
_SHORT_LINE = 40
_ADDRESS_LINE = 80
"""A name may stand some lines above its bracket, with the lines of an address between; none of them is longer, and none ends a sentence."""
_NUMBERED = re.compile(r"\s*\d{1,2}\.(?:\d|\s)")
_SENTENCE_ENDS = (".", ":", ";", "?", "!")
_MOST = 8


class Introduced(NamedTuple):
    """A party as the opening introduces it: its name, where that stands, the definitions that name it for the rest, and what it is ("a publisher")."""

    name: str
    at: Span
    definitions: tuple[Definition, ...] = ()
    trade: str = ""


def introduced(text: str, definitions: Sequence[Definition]) -> tuple[Introduced, ...]:
    """The parties that the opening introduces, in order: those it defines in brackets, or the two names of "between X and Y"."""
    block = _block(text)
    if block is None:
        return ()
    defined = tuple(_defined(text, block, definitions))
    return defined or _bare(text, block)


def _block(text: str) -> Span | None:
    """Where the parties are introduced: the rest of the sentence, or, where its line is at an end, the lines to the recitals."""
    begins = _BEGINS.search(text, 0, _OPENING)
    if begins is None:
        return None
    line = text.find("\n", begins.end())
    line = len(text) if line < 0 else line
    if line - begins.end() > _SHORT_LINE and "PARTIES" not in text[begins.end() : begins.end() + _LONGEST]:
        whole = Span(begins.end(), min(line, begins.end() + _LONGEST))
        sentence = sentences(text, whole)
        end = next((one.end for one in sentence if one.end - begins.end() > _SHORT_LINE), whole.end)
        following = _GOES_ON.match(text, end)
        end = following.end() if following else end
        return Span(begins.end(), min(end, whole.end if following is None else end))
    ends = _ENDS.search(text, begins.end(), begins.end() + _LONGEST)
    return Span(begins.end(), ends.start() if ends else min(len(text), begins.end() + _LONGEST))


def _defined(text: str, block: Span, definitions: Sequence[Definition]) -> Iterator[Introduced]:
    """Parties with a bracket behind them: each stands between the bracket before and its own."""
    inside = [
        one for one in definitions if block.contains(one.at) and one.meaning.end <= one.at.start and _NO_PARTY.search(one.term) is None
    ][:_MOST]
    start, at = block.start, 0
    while at < len(inside):
        group = [inside[at]]
        while at + len(group) < len(inside) and inside[at + len(group)].meaning == group[0].meaning:
            group.append(inside[at + len(group)])
        begin = _CONJUNCTION.match(text, start, group[0].at.start)
        begin_at = begin.end() if begin else start
        before = _BRACKET.split(text[begin_at : group[0].at.start], maxsplit=1)[0]
        ends = begin_at + len(before)
        if another := another_begins(before):
            first = name_at_start(before[:another])
            yield Introduced(first, Span(begin_at, begin_at + len(first)))
            begin_at, before = begin_at + another, before[another:]
        begin_at += [match.end() for match in _LAST_OF.finditer(before)][-1]
        begin_at, name = _named(text, Span(begin_at, max(begin_at, ends)), group[0].at.start)
        trade = _TRADE.match(text, begin_at + len(name), ends)
        yield Introduced(name, Span(begin_at, begin_at + len(name)), tuple(group), trade["trade"] if trade else "")
        closes = _CLOSES.match(text, group[-1].at.end)
        start = closes.end() if closes else group[-1].at.end
        at += len(group)


def another_begins(words: str) -> int:
    """Where the second of two begins whom a bracket stands behind ("Orbit Ltd and the person agreeing to these terms"); nought where it is one."""
    second = _AND_ANOTHER.match(words)
    return second.end() if second else 0


def _named(text: str, block: Span, limit: int) -> tuple[int, str]:
    """Where a party's name begins in the lines before its bracket, and the name: a company's before others, else that of the first line with one."""
    lines = [line for line in _LINE.finditer(text, block.start, block.end) if not line[0].isspace()]
    first = len(lines) - 1
    while first > 0 and _is_of_address(lines[first][0]) and not lines[first - 1][0].rstrip().endswith(_SENTENCE_ENDS):
        first -= 1
    starts = [line.start() for line in lines[max(first, 0) :]]
    found = [(at, name) for at in starts if (name := name_at_start(_with_its_form(text[at:limit])))]
    return next((pair for pair in found if has_legal_form(pair[1])), found[0] if found else (starts[-1] if starts else block.start, ""))


def _is_of_address(line: str) -> bool:
    """Whether a line may go on with an address: short, and no numbered clause."""
    return len(line) <= _ADDRESS_LINE and _NUMBERED.match(line) is None


def _with_its_form(words: str) -> str:
    """The words of a line, going on into the next where that begins with the legal form of the company named ("Fennel Press / SARL")."""
    line, _, rest = words.partition("\n")
    return f"{line.rstrip()} {rest.lstrip()}" if begins_with_legal_form(rest) else line


def _bare(text: str, block: Span) -> tuple[Introduced, ...]:
    """The two names of "between X and Y", if both are names."""
    for pattern in (_BETWEEN, _BETWEEN_SHOUTED):
        match = pattern.match(text, block.start, block.end)
        if match is not None:
            found = tuple(
                Introduced(name, Span(match.start(side), match.start(side) + len(name)))
                for side in ("one", "other")
                if (name := name_at_start(match[side], must_end=True))
            )
            if len(found) > 1:
                return found
    return ()
