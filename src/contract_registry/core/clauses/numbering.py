"""Printed numbers at the start of a block ("4.2(b)(iv)", "Article IV", "§ 3", "•"), read into values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.clauses.labels import DIVISIONS, ORDINALS, Division

Alphabet = Literal["1", "a", "A", "i", "I"]
Form = Literal["label", "dotted", "single", "paren", "bare", "bullet"]

_LONGEST = 80
"""No printed number is longer than this, so that a block's first characters decide."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a mark as a member of a sequence: "i" is the first roman numeral or the ninth letter."""

    alphabet: Alphabet
    value: int


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as printed before a clause.

    `parts` are its members ("4", "2", "b"), empty for a bullet; `readings` the ways to read the last of them, likeliest first.
    `wrap` is how it is dressed ("1.", "(1)", "1)"), `division` the word before it, `end` where the clause's own words begin.
    `is_doubtful` marks forms that are often something else ("4 Grant", "B. Jones"): believed only where they continue a sequence.
    """

    form: Form
    text: str
    parts: tuple[str, ...]
    readings: tuple[Reading, ...]
    end: int
    wrap: str = ""
    division: Division | None = None
    is_doubtful: bool = False


_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def roman_value(numeral: str) -> int | None:
    """The value of a roman numeral in any case ("iv" is 4); None for anything else."""
    low = numeral.lower()
    if not low or _ROMAN.match(low) is None:
        return None
    values = [_ROMAN_VALUES[letter] for letter in low]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def readings(mark: str) -> tuple[Reading, ...]:
    """The ways to read a single mark ("4", "b", "iv", "aa"), likeliest first; empty when it is none.

    A lone letter that is also a roman numeral is a letter first, except "i"; which it is, the sequence tells.
    """
    if mark.isdecimal():
        return (Reading("1", int(mark)),)
    low = mark.lower()
    found: list[Reading] = []
    if (roman := roman_value(low)) is not None:
        found.append(Reading("i" if mark == low else "I", roman))
    letter: Alphabet = "a" if mark == low else "A"
    if low.isascii() and low.isalpha() and (len(low) == 1 or (len(low) <= 3 and len(set(low)) == 1 and low not in {"ii", "iii"})):  # noqa: PLR2004
        reading = Reading(letter, ord(low[0]) - ord("a") + 1 + 26 * (len(low) - 1))
        found.insert(1 if low == "i" else 0, reading)
    return tuple(found)


_WORD_NUMBERS = "|".join(sorted(map(re.escape, ORDINALS), key=len, reverse=True))
_LABELS = "|".join(sorted((re.escape(word) for word in DIVISIONS if word[0] not in "§q" or word == "question"), key=len, reverse=True))
_SUBS = r"(?:[ \u00a0]?\((?:\d{1,3}|[a-z]{1,5}|[A-Z])\)){0,4}"
_SPACE = r"[ \u00a0\u2009\u202f\t]"
_LEAD = re.compile(r"\s{0,8}(?:(?:#{1,6}|>{1,4})\s{1,4}){0,3}")
_BULLET = re.compile(r"(?P<bullet>[•●▪■◦‣⁃·∙○□☐☑☒➢❖✓✔➤►▶※\uf0b7\uf0a7\uf0d8]\s{0,8}|(?:[-–—*+]|o(?=\s+[A-Z\"“]))(?:\s{1,8}|$))")
_NUMBER = re.compile(
    rf"""[*_]{{0,3}}(?:
      (?:(?P<label>(?i:{_LABELS}))\.?{_SPACE}{{1,4}}|(?P<sign>§§?){_SPACE}{{0,3}})
        (?:(?i:no|nr|n[°º])\.?{_SPACE}{{0,2}})?
        (?P<value>\d{{1,3}}[a-z]?(?:\.\d{{1,3}}[a-z]?){{0,5}}[ªº°]?|[IVXLCDM]{{1,7}}(?![\w])|[A-Z](?:[.-]?\d{{1,3}})?(?![\w'’])|(?i:{_WORD_NUMBERS})(?!\w)|[ivx]{{1,5}}(?!\w))
        (?P<label_subs>{_SUBS}(?:{_SPACE}{{1,2}}(?:Abs\.|Absatz|al\.|alinéa|para\.){_SPACE}{{0,2}}\d{{1,2}})?)
        (?P<label_end>\.?[-–—:.)]?)(?=[\s*_]|$)
    | (?P<question>[Qq]\d{{1,3}})[.:)]?(?=[\s*_]|$)
    | (?P<ordinal>(?i:{_WORD_NUMBERS}))\s?(?:\.[-–—]|[.:ª])(?=[\s*_]|$)
    | (?P<dotted>(?:\d{{1,3}}|[A-Z])(?:\.(?:\d{{1,3}}|[a-z](?![a-z])|[ivx]{{2,5}}(?![a-z])))(?:\.(?:\d{{1,3}}|[a-z](?![a-z])|[ivx]{{2,5}}(?![a-z]))){{0,5}}[a-z]?)
        (?P<dotted_subs>{_SUBS})\\?[.):]?(?=[\s*_]|$|[A-ZÀ-Þ"“«„])
    | (?P<leading>\d{{1,3}}[a-z]?)(?P<leading_subs>(?:[ ]?\((?:\d{{1,3}}|[a-z]{{1,5}}|[A-Z])\)){{1,4}})[.:]?(?=[\s*_]|$|[A-ZÀ-Þ"“«„])
    | \((?P<paren>\d{{1,3}}|[A-Za-z]{{1,6}})\\?\)(?P<paren_subs>{_SUBS})[.:]?(?=[\s*_]|$|[A-ZÀ-Þ"“«„])
    | (?P<single>\d{{1,3}}[a-z]?|[A-Za-z]{{1,6}})(?P<close>\\?\.\)|\\?\)|\\?\.(?:[-–—])?|\.?[ªº°]\.?(?:[-–—])?)(?=[\s*_]|$|(?<=\d[.)])[A-ZÀ-Þ"“«„])
    | (?P<dashed>\d{{1,3}}|[A-Z])(?P<dash>{_SPACE}{{0,2}}[-–—]|:)(?={_SPACE}+[^\d\s])
    | (?P<bare>\d{{1,2}})(?={_SPACE}+[A-ZÀ-Þ"“«„])
    )[*_]{{0,3}}""",
    re.VERBOSE,
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"\s*")
_DASH = re.compile(r"(?:[-–—:.]\s+)?")
_TITLE = 60
"""A schedule's whole title is shorter than this ("Anlage 1 zum Vertrag")."""
_MONTH = re.compile(
    r"\s*(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|avr|juin|juil|ao[uû]t|ene|abr|ago|dic)\w{0,8}\.?\s+\d{4}",
    re.IGNORECASE,
)
_NOT_A_NUMBER = re.compile(
    r"\s*(?:million|billion|thousand|mio|mill|per\s?cent|percent|%|(?:hours?|days?|weeks?|months?|years?|minutes?|pages?|words?|copies|times)\b"
    r"|[ap]\.?m\b|uhr|jahre?|tage|monate|euros?|eur|gbp|usd|dollars?|pounds?|ans\b|jours|mois|x\s|×)",
    re.IGNORECASE,
)
_PAREN_PROSE = re.compile(r"\s*(?:and|or|to|through|und|oder|et|ou|y|o|bis)\s*\(|\s*(?:above|below|hereof)\b")
_PHONE = re.compile(r"[ \u00a0]?\d{2,4}[-–.\s/]\d{2,4}")
_COPYRIGHT = re.compile(r"\s*(?:\d{4}\b|copyright|by\b)", re.IGNORECASE)
_LABEL_PROSE = re.compile(r"\s*(?:\[[^\]\n]{0,60}\],?\s)?[a-zß-ÿ,;]|\s+(?:and|or|of|und|et|y)\b")


def parse_number(text: str, start: int, end: int) -> PrintedNumber | None:
    """The number or bullet printed at the start of `text[start:end]`; None when the block begins with its own words.

    A number after a bullet counts ("- (a) the Work"). Years, sums, times and dates are none.
    """
    limit = min(end, start + _LONGEST)
    lead = _LEAD.match(text, start, limit)
    at = lead.end() if lead else start
    bullet = _BULLET.match(text, at, limit)
    number = _number_at(text, bullet.end() if bullet else at, end, limit)
    if number is not None or bullet is None:
        return number
    return PrintedNumber("bullet", "", (), (), min(bullet.end(), end), wrap=bullet["bullet"].strip())


def _is_plain_word(text: str, at: int, limit: int) -> bool:
    """Whether a block begins with a word that no number begins with, as most do: told without trying every form of number."""
    word = _FIRST_WORD.match(text, at, limit)
    if word is None or len(word.group()) == 1 or word.end() >= limit or text[word.end()] not in " ,;'’\"”":
        return False
    return word.group().lower() not in DIVISIONS


def _number_at(text: str, at: int, end: int, limit: int) -> PrintedNumber | None:
    if _is_plain_word(text, at, limit):
        return None
    match = _NUMBER.match(text, at, limit)
    if match is None:
        return None
    spaces = _SPACES.match(text, match.end(), end)
    stop = spaces.end() if spaces else match.end()
    number = _READERS[match.lastgroup or ""](match, text, end, stop) if match.lastgroup in _READERS else None
    return number if number is None or number.readings or number.form == "label" else None


def _marks(subs: str) -> tuple[str, ...]:
    """The marks of a run of brackets: "(b)(iv)" as ("b", "iv")."""
    return tuple(mark.strip() for mark in re.findall(r"\(([^)]*)\)", subs))


def _labelled(match: re.Match[str], text: str, end: int, stop: int) -> PrintedNumber | None:
    word, value = match["label"] or match["sign"], match["value"]
    division = DIVISIONS.get(word.lower(), "section")
    is_title = division == "schedule" and end - match.end() < _TITLE and text[end - 1] not in ".;,"
    if not match["label_end"] and not is_title and _LABEL_PROSE.match(text, match.end(), end):
        return None
    value = value.rstrip("ªº°")
    spelt = ORDINALS.get(value.lower())
    subs = match["label_subs"]
    parts = (*(part for part in re.split(r"[.-]", value) if part), *_marks(subs))
    last = (Reading("1", spelt),) if spelt else readings(parts[-1].rstrip("abcdefghij") or parts[-1])
    shown = " ".join(text[match.start("label" if match["label"] else "sign") : match.end("label_subs")].split())
    stop = _DASH.match(text, stop, end).end()  # type: ignore[union-attr]
    return PrintedNumber("label", shown, parts, last, stop, "label", division)


def _question(match: re.Match[str], _text: str, _end: int, stop: int) -> PrintedNumber:
    mark = match["question"]
    return PrintedNumber("label", mark.upper(), (mark.upper(),), readings(mark[1:]), stop, "Q", "question")


def _ordinal(match: re.Match[str], _text: str, _end: int, stop: int) -> PrintedNumber | None:
    word = match["ordinal"]
    if not word[0].isupper():
        return None
    return PrintedNumber("label", word, (word.lower(),), (Reading("1", ORDINALS[word.lower()]),), stop, "ordinal", "section")


def _dotted(match: re.Match[str], text: str, end: int, stop: int) -> PrintedNumber | None:
    value = match["dotted"] or match["leading"]
    subs = match["dotted_subs"] or match["leading_subs"] or ""
    members = value.split(".")
    if any(len(member) > 1 and member[0] == "0" for member in members) or not any(member[0].isdigit() for member in members):
        return None
    if not subs and _is_quantity(text, match.end(), end):
        return None
    parts = (*members, *_marks(subs))
    return PrintedNumber(
        "dotted", "".join((value, *(f"({mark})" for mark in _marks(subs)))), parts, _last(parts[-1]), stop, f"{len(parts)}."
    )


def _is_quantity(text: str, at: int, end: int) -> bool:
    """Whether a number before `at` counts or dates something ("1.5 million", "14. März 2020")."""
    return _NOT_A_NUMBER.match(text, at, end) is not None or _MONTH.match(text, at, end) is not None


def _last(mark: str) -> tuple[Reading, ...]:
    """The readings of a last member, where "4a" counts with the "4" before it."""
    return readings(mark) or readings(mark[:-1])


def _paren(match: re.Match[str], text: str, end: int, stop: int) -> PrintedNumber | None:
    mark = match["paren"]
    if (
        (mark.isdigit() and _PHONE.match(text, match.end(), end))
        or _PAREN_PROSE.match(text, match.end(), end)
        or (mark in "cC" and _COPYRIGHT.match(text, match.end(), end))
    ):
        return None
    subs = _marks(match["paren_subs"])
    if not readings(mark):
        return None
    parts = (mark, *subs)
    return PrintedNumber("paren", "".join(f"({part})" for part in parts), parts, readings(parts[-1]), stop, "(" * len(parts))


def _single(match: re.Match[str], text: str, end: int, stop: int) -> PrintedNumber | None:
    mark, close = (match["single"], match["close"]) if match["single"] else (match["dashed"], match["dash"])
    found = _last(mark) if mark[0].isdigit() else readings(mark)
    if not found or (len(mark) > 1 and mark[0] == "0") or (mark[0].isdigit() and _is_quantity(text, match.end(), end)):
        return None
    wrap = ")" if ")" in close else "º" if close[0] in "ªº°" else "-" if match["dashed"] else "."
    doubtful = not mark[0].isdigit() and wrap in ".-" and found[0].value != 1
    return PrintedNumber("single", mark, (mark,), found, stop, wrap, is_doubtful=doubtful)


def _bare(match: re.Match[str], text: str, end: int, stop: int) -> PrintedNumber | None:
    if _is_quantity(text, match.end(), end):
        return None
    return PrintedNumber("bare", match["bare"], (match["bare"],), readings(match["bare"]), stop, " ", is_doubtful=True)


_READERS = {
    "label_end": _labelled,
    "question": _question,
    "ordinal": _ordinal,
    "dotted_subs": _dotted,
    "leading_subs": _dotted,
    "paren_subs": _paren,
    "close": _single,
    "dash": _single,
    "bare": _bare,
}
