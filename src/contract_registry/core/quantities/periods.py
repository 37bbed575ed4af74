"""Lengths of time: "thirty (30) days", "2 calendar months", "14 jours ouvrés", "12-18 Monate"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from contract_registry.core.quantities.folded import Folded
from contract_registry.core.quantities.numbers import NUMBER_WORDS, Number
from contract_registry.core.text import Span

Unit = Literal["hour", "day", "week", "month", "year"]
_UNITS: dict[str, dict[Unit, str]] = {
    "en": {"hour": "hour hours hr hrs", "day": "day days", "week": "week weeks", "month": "month months", "year": "year years yr yrs"},
    "fr": {"hour": "heure heures", "day": "jour jours", "week": "semaine semaines", "month": "mois", "year": "an ans année années"},
    "de": {
        "hour": "stunde stunden",
        "day": "tag tage tagen werktag werktage werktagen arbeitstag arbeitstage arbeitstagen kalendertage kalendertagen banktage banktagen",
        "week": "woche wochen",
        "month": "monat monate monaten",
        "year": "jahr jahre jahren",
    },
    "es": {"hour": "hora horas", "day": "día días dia dias", "week": "semana semanas", "month": "mes meses", "year": "año años"},
}
UNIT_WORDS: MappingProxyType[str, tuple[str, Unit]] = MappingProxyType(
    {word: (language, unit) for language, units in _UNITS.items() for unit, words in units.items() for word in words.split()}
)
"""Each word for a unit of time, with its language."""
_WORKING = re.compile(r"business|working|bank|ouvr|hábil|habil|werktag|arbeitstag")
_PERIOD = re.compile(
    r"[ -]{0,2}(?P<quality>(?:(?:business|working|calendar|consecutive|clear|full|complete|whole|banking|bank|natural"
    r"|additional|further|full|contract|volle?)[ -]){0,2})"
    r"(?P<unit>"
    + "|".join(sorted(UNIT_WORDS, key=len, reverse=True))
    + r")(?![^\W_])(?P<after>\s(?:ouvr\w+|calendaires|francs|hábil\w*|habil\w*|naturales|calendario))?"
)
_LOWER_END = re.compile(r"(?<![\w.,-])(?P<lower>[0-9]{1,3}|[^\W\d_]{2,12})(?:\s?\([0-9]{1,3}\))?\s?(?:-|to|bis|à|or|oder|ou|o)\s?\Z")
_DAYS: dict[Unit, int] = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}
_SMALLER: dict[Unit, tuple[Unit, int]] = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "day": ("hour", 24)}
_NET = re.compile(r"\bnet[ -]?\Z")
_NET_LEAST, _NET_MOST = 7, 180
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time as the contract counts it; `is_working` where only working days count."""

    count: int
    unit: Unit
    is_working: bool = False

    @property
    def days(self) -> int:
        """About how many days it is: a month counts 30, a year 365, hours are rounded up to whole days."""
        return -(-self.count // 24) if self.unit == "hour" else self.count * _DAYS[self.unit]


@dataclass(frozen=True, slots=True)
class Spell:
    """A period where it is spoken of."""

    span: Span
    period: Period


def spells_in(folded: Folded, numbers: Iterable[Number]) -> Iterator[Spell]:
    """Every length of time that is counted in the text, in its order."""
    for number in numbers:
        match = _PERIOD.match(folded.plain, number.span.end, number.span.end + 60)
        if match is None:
            if (
                _NET.search(folded.plain, max(0, number.span.start - 8), number.span.start)
                and _NET_LEAST <= number.value == int(number.value) <= _NET_MOST
            ):
                yield Spell(number.span, Period(int(number.value), "day"))
            continue
        (language, unit), count = UNIT_WORDS[match["unit"]], number.value
        if number.languages and language not in number.languages:
            continue
        if count != int(count) and unit in _SMALLER:
            unit, times = _SMALLER[unit]
            count *= times
        if 0 < count < _MOST and count == int(count):
            is_working = _WORKING.search(match[0]) is not None
            start = _start(folded.plain, number.span.start)
            yield Spell(Span(start, match.end()), Period(int(count), unit, is_working))


def _start(plain: str, start: int) -> int:
    """Where the words begin: at the lower end of a range ("10-15 days", "three to six months") of which the number is the upper."""
    window = plain[max(0, start - 24) : start]
    lower = _LOWER_END.search(window) if window[-1:] in {" ", "-"} else None
    if lower is None or not (lower["lower"].isdigit() or lower["lower"] in NUMBER_WORDS):
        return start
    return start - len(window) + lower.start()
