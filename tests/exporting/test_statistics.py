"""Statistics as tables, charts and for spreadsheets: what is not told stands nowhere, and every bar has its words."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from lxml import html

from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.disclosure.gate.gate import Gate
from contract_registry.core.disclosure.gate.policy import INSIDE
from contract_registry.core.disclosure.statistics.ban import Ban, caught_by
from contract_registry.core.disclosure.statistics.good_work import good_work
from contract_registry.core.disclosure.statistics.prevalence import Prevalence, prevalence
from contract_registry.exporting.statistics_csv import prevalence_csv
from contract_registry.exporting.statistics_page import statistics_page
from contract_registry.exporting.statistics_report import ban_table, good_work_tables, prevalence_table

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
def page(told: Prevalence) -> html.HtmlElement:
    gate = Gate(WORLD[:-1], INSIDE, NOW)
    caught = caught_by(Ban(frozenset({(TYPE, "waiver")})), WORLD[:-1], INSIDE, NOW, SECTOR)
    tables = [
        prevalence_table(told, TITLES),
        ban_table(caught, SECTOR),
        *good_work_tables(good_work(gate, {"waiver": frozenset({"Dignity"})}), TITLES),
    ]
    return html.document_fromstring(statistics_page("Terms on offer", "Everything", tables))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_spreadsheet_has_a_row_for_each_cell_that_is_told_with_its_bounds(told: Prevalence) -> None:
    rows = list(csv.DictReader(StringIO(prevalence_csv(told).lstrip("\ufeff"))))
    (waiver,) = [row for row in rows if (row["type"], row["value"]) == ("waiver", "all")]

    assert (waiver["engagements from"], waiver["engagements to"]) == ("60", "69")
    assert float(waiver["share from"]) <= 0.6 <= float(waiver["share to"])
    assert {row["value"] for row in rows} == {"all", "games", "'=music"}


def test_one_persons_sector_and_type_stand_nowhere() -> None:
    told = prevalence(Gate(WORLD, INSIDE, NOW), SECTOR)
    said = prevalence_csv(told) + statistics_page("Terms", "", [prevalence_table(told, {})])

    assert "secret" not in said
    assert "puppets" not in said


def test_every_bar_has_its_words_in_the_same_row(page: html.HtmlElement) -> None:
    bars = page.xpath("//svg[@role='img']")

    assert len(bars) >= 4
    assert all(bar.get("aria-label") in words(bar.xpath("ancestor::tr")[0]) for bar in bars)
    assert all(
        float(bar.xpath("string(rect[1]/@width)").rstrip("%")) >= float(bar.xpath("string(rect[2]/@width)").rstrip("%")) for bar in bars
    )


def test_types_are_told_by_their_titles_and_shown_as_text(page: html.HtmlElement) -> None:
    assert [words(head) for head in page.xpath("//h2")] == ["Types of clause by sector", "What the ban would catch, by sector", "Dignity"]
    assert "Moral rights waived" in words(page)
    assert "a <type>" in words(page)
    assert page.xpath("//script | //type | //link") == []
