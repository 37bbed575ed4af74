"""Terms that tell who somebody is by being exact: sums are told as bands, dates as quarters, large counts as bands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.contracts.dates import days_in
from contract_registry.core.contracts.months import MONTHS
from contract_registry.core.contracts.survey import Survey, survey_of
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.quantities.bands import band_of, banded
from contract_registry.core.quantities.money import Sum, sums_in
from contract_registry.core.quantities.numbers import NUMBER_WORDS, numbers_in

_TELLING = frozenset({*NUMBER_WORDS, *MONTHS})
_YEAR = re.compile(r"(?:19|20|21)\d\d\Z")
_LARGE = Decimal(1000)
_MONTHS_IN_QUARTER = 3


def terms_in(clauses: Clauses) -> Iterator[Removal]:
    """Every sum, every date with a month, and every count from a thousand on."""
    survey = survey_of(clauses, _TELLING)
    numbers = numbers_in(survey)
    sums = sums_in(survey, numbers)
    for each in sums:
        yield Removal(each.span, Kind.SUM, "an exact sum is known to those who agreed on it", f"[{_band(each)}]")
    for day in days_in(survey):
        yield Removal(day.span, Kind.DAY, "an exact date is known to those who were there", f"[{quarter_of(day.readings)}]")
    for number in numbers:
        if number.value >= _LARGE and not _is_year(survey, number.span.of(survey.plain)):
            lower, upper = band_of(number.value)
            told = f"[{lower:,f} to {upper:,f}]" if upper.is_finite() else f"[{lower:,f} or more]"
            yield Removal(number.span, Kind.COUNT, "an exact count can be of one work alone", told.replace(".0", ""))


def _band(said: Sum) -> str:
    upper = said.money.up_to
    return banded(said.money) if upper is None else f"{banded(said.money)} and above"


def _is_year(survey: Survey, words: str) -> bool:
    return survey.text != "" and _YEAR.fullmatch(words) is not None


def quarter_of(readings: tuple[str, ...]) -> str:
    """The quarter that every reading of a date lies in: "Q1 2026"; "2026" where they differ, "a day" where they share nothing."""
    told = {_quarter(reading) for reading in readings}
    if len(told) == 1:
        return told.pop()
    years = {reading[:4] for reading in readings}
    return years.pop() if len(years) == 1 and "--" not in next(iter(readings))[:2] else "a day"


def _quarter(reading: str) -> str:
    year, month = ("", reading[2:4]) if reading.startswith("--") else (reading[:4], reading[5:7])
    return f"Q{(int(month) - 1) // _MONTHS_IN_QUARTER + 1} {year}".strip()
