"""Statistics as tables, charts and for spreadsheets: what is not told stands nowhere, and every bar has its words."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest

from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.disclosure.gate.gate import Gate
from contract_registry.core.disclosure.gate.policy import INSIDE
from contract_registry.core.disclosure.statistics.ban import Ban, caught_by
from contract_registry.core.disclosure.statistics.good_work import good_work
from contract_registry.core.disclosure.statistics.prevalence import Prevalence, prevalence
from contract_registry.exporting.statistics_csv import prevalence_csv
from contract_registry.exporting.statistics_report import Table, ban_table, good_work_tables, prevalence_table

NOW = datetime(2026, 12, 1, tzinfo=UTC)
SECTOR, TYPE = Dimension.SECTOR, Dimension.TYPE
TITLES = {"waiver": "Moral rights waived"}
WORLD = [
    Contribution(
        f"p{number}",
        f"e{number}",
        NOW - timedelta(days=200),
        {SECTOR: frozenset({"=music" if number % 2 else "games"}), TYPE: frozenset({"waiver"} if number < 60 else {"a <type>"})},
    )
    for number in range(100)
] + [Contribution("one", "only", NOW - timedelta(days=200), {SECTOR: frozenset({"puppets"}), TYPE: frozenset({"secret"})})]


@pytest.fixture(scope="module")
def told() -> Prevalence:
    return prevalence(Gate(WORLD[:-1], INSIDE, NOW), SECTOR)


@pytest.fixture(scope="module")
def tables(told: Prevalence) -> list[Table]:
    gate = Gate(WORLD[:-1], INSIDE, NOW)
    caught = caught_by(Ban(frozenset({(TYPE, "waiver")})), WORLD[:-1], INSIDE, NOW, SECTOR)
    works = good_work_tables(good_work(gate, {"waiver": frozenset({"Dignity"})}), TITLES)
    return [prevalence_table(told, TITLES), ban_table(caught, SECTOR, "waivers"), *works]


def test_the_spreadsheet_has_a_row_for_each_cell_that_is_told_with_its_bounds(told: Prevalence) -> None:
    rows = list(csv.DictReader(StringIO(prevalence_csv(told).lstrip("\ufeff"))))
    (waiver,) = [row for row in rows if (row["type"], row["value"]) == ("waiver", "all")]

    assert (waiver["engagements from"], waiver["engagements to"]) == ("60", "69")
    assert float(waiver["share from"]) <= 0.6 <= float(waiver["share to"])
    assert {row["value"] for row in rows} == {"all", "games", "'=music"}


def test_one_persons_sector_and_type_stand_nowhere() -> None:
    told = prevalence(Gate(WORLD, INSIDE, NOW), SECTOR)
    said = prevalence_csv(told) + str(prevalence_table(told, {}))

    assert "secret" not in said
    assert "puppets" not in said


def test_every_bar_says_what_stands_in_its_row_and_goes_no_further_than_it_may(tables: list[Table]) -> None:
    bars = [(row, row.bar) for table in tables for row in table.rows if row.bar]

    assert len(bars) >= 4
    assert all(bar.says in row.cells[0] for row, bar in bars)
    assert all(0 <= bar.sure <= bar.at_most <= 100 for _, bar in bars)


def test_types_are_told_by_their_titles_under_what_they_are_counted_by(tables: list[Table]) -> None:
    assert [table.title for table in tables] == ["Types of clause by sector", "What a ban of waivers would catch, by sector", "Dignity"]
    assert [row.label for row in tables[0].rows] == ["Engagements", "Moral rights waived", "a <type>"]
    assert tables[0].rows[1].cells[0] == "60 to 69 (55 to 69 %)"
