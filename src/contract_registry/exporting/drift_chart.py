"""The time line of a template: a lane for AI and for each type, a bar where it stood, a mark where its words changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from contract_registry.core.comparing.drift.drift import Drift, TypeDrift
from contract_registry.core.comparing.drift.strand import Spell
from contract_registry.exporting.drift_words import STANDINGS, stood
from contract_registry.exporting.inert import inert

ROOM, END = 96.0, 100.0
"""The editions take so many percent of the room; what stands in the last of them goes on to the end."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the chart; `bars` are places and widths, `marks` places, in percent of the room."""

    title: str
    kind: str
    standing: str
    stood: str
    bars: tuple[tuple[float, float], ...]
    marks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The lanes, and where the years begin."""

    years: tuple[tuple[float, str], ...]
    editions: tuple[float, ...]
    lanes: tuple[Lane, ...]


def time_line(drift: Drift) -> TimeLine:
    """The chart of a drift. Bars are shares of the room and not lengths, so that it fits a phone and a printed page alike."""
    days = [_day(each.day) for each in drift.editions]
    places = [_place(day, days) for day in days]
    types = sorted(drift.types, key=lambda each: (each.family != "ai" and each.standing != "protection", each.spells[0].first))
    return TimeLine(
        tuple((_place(date(year, 1, 1), days), str(year)) for year in range(days[0].year + 1, days[-1].year + 1)),
        tuple(places),
        (*_ai_lane(drift, places), *(_lane(drift, each, places) for each in types)),
    )


def _ai_lane(drift: Drift, places: Sequence[float]) -> Iterator[Lane]:
    named = [at for at, count in enumerate(drift.ai.counts) if count]
    if named:
        spells = tuple(_runs(named))
        yield Lane(
            "AI is named", "named", "", stood(drift, spells), _bars(spells, places), tuple(places[each.at] for each in drift.ai.entries)
        )


def _lane(drift: Drift, each: TypeDrift, places: Sequence[float]) -> Lane:
    marks = sorted({places[event.at] for strand in each.strands for event in strand.events})
    return Lane(
        inert(each.title), each.standing.replace(" ", "-"), STANDINGS[each.standing], stood(drift, each.spells), _bars(each.spells, places),
        tuple(marks),
    )  # fmt: skip


def _bars(spells: Sequence[Spell], places: Sequence[float]) -> tuple[tuple[float, float], ...]:
    ends = [*places[1:], END]
    return tuple((places[each.first], round(ends[each.last] - places[each.first], 2)) for each in spells)


def _runs(places: Sequence[int]) -> Iterator[Spell]:
    first = last = places[0]
    for place in places[1:]:
        if place > last + 1:
            yield Spell(first, last)
            first = place
        last = place
    yield Spell(first, last)


def _place(day: date, days: Sequence[date]) -> float:
    whole = (days[-1] - days[0]).days
    return round(ROOM * (day - days[0]).days / whole, 2) if whole else 0.0


def _day(words: str) -> date:
    """The first day that a date known to the day, month or year may mean."""
    year, month, day = (int(part) for part in f"{words}-01-01"[:10].split("-"))
    return date(year, month, day)
