"""Dates as contracts write them: "3rd March 2026", "March 3, 2026", "03/04/2026", "2026-03-03", "the third day of March 2026", "3. März 2026"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contract_registry.core.contracts.months import MONTHS
from contract_registry.core.contracts.survey import Survey
from contract_registry.core.quantities.folded import word_at
from contract_registry.core.text import Span

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
    "eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)
_DAY_BY_WORD = {word: day for day, word in enumerate(_ORDINALS.split(), 1)}
_NUMERIC = re.compile(r"(?P<a>[0-9]{1,4})(?P<mark>[-./])(?P<b>[0-9]{1,2})(?P=mark)(?P<c>[0-9]{4}|[0-9]{2})(?![0-9])(?![-./(][0-9a-z])")
_DAY_BEFORE = re.compile(
    rf"(?:(?<![0-9a-z.,/-])(?P<figures>[0-9]{{1,2}})(?:\s?(?:st|nd|rd|th|er|ère|º|°|\.))?|\b(?P<word>{'|'.join(reversed(_ORDINALS.split()))}))"
    r"(?:\s?\([0-9]{1,2}(?:st|nd|rd|th)?\))?\s?(?:(?:day )?of |de |-)?\Z"
)
_DAY_AFTER = re.compile(r"[.]? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z%]|[.:,/-][0-9](?![0-9]{3}))")
_YEAR = re.compile(
    r"[.,]{0,2}\s?(?:of |in the year (?:of our lord )?|de |del |-)?(?P<year>(?:19|20)[0-9]{2})(?![0-9])|[' -](?P<short>[0-9]{2})(?![0-9])"
)
_BLANK_BEFORE = re.compile(r"(?:[_\]….●•]|\b(?:day|tag|jour|día))(?:st|nd|rd|th)?\s{0,4}(?:(?:day )?of |de )?\Z|__\s?(?:day )?(?:of )?\Z")
_CITED = re.compile(
    r"\b(?:sections?|clauses?|articles?|paragraphs?|paras?|schedules?|chapter|part|rules?|version|release|ver|nos?|number|isbn"
    r"|issn|art|abs|ziffer|§+|v|s|cl|ip|tel|phone|fax|point|item)[.:]?\s{0,2}\Z|§\s?\Z"
)
_PARTS = frozenset("-/")
_GOES_ON = frozenset("0123456789./-")
_CENTURY, _THIS_CENTURY = 100, 70
_LAST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_MONTH, _FIRST_YEAR, _LAST_YEAR = 12, 1900, 2199


@dataclass(frozen=True, slots=True)
class Day:
    """A date where it is spoken of, with its possible readings in ISO 8601: one, or two where day and month cannot be told apart.

    A reading may be partial: "2026-03" without the day, "--06-30" without the year.
    """

    span: Span
    readings: tuple[str, ...]


def days_in(survey: Survey) -> tuple[Day, ...]:
    """Every date in the order of the text. Blanks ("this __ day of ____ 2026") are none; "03/04/2026" stays ambiguous unless the document shows its order."""
    found = {day.span.start: day for day in (*_named(survey), *_numeric(survey))}
    return tuple(found[start] for start in sorted(found))


def _numeric(survey: Survey) -> Iterator[Day]:
    plain = survey.plain
    parted = (start for start, end in survey.figures if plain[end : end + 1] in _PARTS or "." in plain[start:end])
    matches = [match for start in parted if (match := _NUMERIC.match(plain, start)) and _may_be_date(survey, match)]
    order = _order(survey, matches)
    for match in matches:
        first, second, last = match["a"], int(match["b"]), match["c"]
        if len(first) == 4:  # noqa: PLR2004
            readings = [_iso(int(first), second, int(last))]
        else:
            year = _year(last)
            day_first, month_first = _iso(year, second, int(first)), _iso(year, int(first), second)
            readings = (
                [day_first] if match["mark"] == "." or order == "day" else [month_first] if order == "month" else [day_first, month_first]
            )
        known = tuple(dict.fromkeys(reading for reading in readings if reading))
        if known:
            yield Day(Span(*match.span()), known)


def _may_be_date(survey: Survey, match: re.Match[str]) -> bool:
    """Whether figures in three parts read as a date and not as the number of a clause, a version or a telephone."""
    start = match.start()
    if survey.plain[start - 1 : start] in _GOES_ON or _CITED.search(survey.plain, max(0, start - 16), start):
        return False
    if match["mark"] == "/":
        return True
    if len(match["a"]) == 4:  # noqa: PLR2004
        return len(match["c"]) == 2 and match["mark"] != "."  # noqa: PLR2004
    clause = survey.clause_at(start)
    if clause is not None and start < clause.body.start and not clause.block.cells:
        return False
    return len(match["c"]) == 4 or (match["mark"] == "." and len(match["a"]) == len(match["b"]) == 2)  # noqa: PLR2004


def _order(survey: Survey, matches: list[re.Match[str]]) -> str:
    """Which comes first in the document's figures, "day" or "month"; empty when it does not show."""
    parts = [(int(match["a"]), int(match["b"])) for match in matches if match["mark"] != "." and len(match["a"]) < 4]  # noqa: PLR2004
    day, month = any(a > _LAST_MONTH >= b for a, b in parts), any(b > _LAST_MONTH >= a for a, b in parts)
    if day != month:
        return "day" if day else "month"
    if "dd/mm/" in survey.plain or (not month and survey.clauses.language in {"fr", "de", "es"}):
        return "day"
    return "month" if "mm/dd/" in survey.plain else ""


def _named(survey: Survey) -> Iterator[Day]:
    """Dates whose month is named."""
    plain = survey.plain
    taken = 0
    for at in survey.places(MONTHS):
        word = word_at(plain, at)
        if at < taken:
            continue
        day = _dated(survey, at, at + len(word), MONTHS[word])
        if day is not None:
            taken = day.span.end
            yield day


def _dated(survey: Survey, at: int, end: int, month: int) -> Day | None:
    plain = survey.plain
    before = _DAY_BEFORE.search(plain, max(0, at - 36), at)
    if before is not None:
        day = int(before["figures"]) if before["figures"] else _DAY_BY_WORD[before["word"]]
        start, last = before.start(), end
    elif (after := _DAY_AFTER.match(plain, end)) is not None and not _BLANK_BEFORE.search(plain, max(0, at - 16), at):
        day, start, last = int(after["day"]), at, after.end()
        if plain[at:end] == "may" and not survey.text[at].isupper():
            return None
    elif _BLANK_BEFORE.search(plain, max(0, at - 16), at):
        return None
    else:
        day, start, last = 0, at, end
    year = _YEAR.match(plain, last + (plain[last : last + 1] == "." and plain[last + 1 : last + 2] == " "))
    if year is None or (year["short"] and not day):
        whole = survey.text[at].isupper() or survey.clauses.language != "en"
        readings = _iso(None, month, day) if day and whole and end - at > 2 else ""  # noqa: PLR2004
    else:
        readings, last = _iso(_year(year["year"] or year["short"]), month, day), year.end()
    return Day(Span(start, last), (readings,)) if readings else None


def _iso(year: int | None, month: int, day: int) -> str:
    """The date in ISO 8601, partial where year or day (0) is missing; empty when there is no such day."""
    if (
        not 1 <= month <= _LAST_MONTH
        or not 0 <= day <= _LAST_DAY[month - 1]
        or (year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR)
    ):
        return ""
    if month == 2 and day == 29 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):  # noqa: PLR2004
        return ""
    return (f"{year}-{month:02}" if year is not None else f"--{month:02}") + (f"-{day:02}" if day else "")


def _year(figures: str) -> int:
    year = int(figures)
    return year if year >= _CENTURY else year + (2000 if year < _THIS_CENTURY else 1900)
