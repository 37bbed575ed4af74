"""The drift of a template as JSON, as a page and for a terminal: the same days and sentences in each."""

from __future__ import annotations

import json

import jsonschema
import pytest
from lxml import html

from contract_registry.core.comparing.drift.drift import Drift
from contract_registry.exporting.drift_json import drift_form
from contract_registry.exporting.drift_schema import drift_schema
from contract_registry.exporting.html_drift import html_drift
from contract_registry.exporting.json_text import json_line
from contract_registry.exporting.terminal_drift import terminal_drift
from drifting import FEE, FORBIDS, TRAINS, WAIVES, WAIVES_MORE, drifted
from schemas import closed

NAME = "A platform"


@pytest.fixture(scope="module")
def drift() -> Drift:
    return drifted(f"{FEE}\n{WAIVES}", f"{FEE}\n{WAIVES_MORE}\n{TRAINS}", f"{FEE}\n{TRAINS}\n{FORBIDS}")


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_json_fits_its_schema_and_nothing_in_it_is_unnamed(drift: Drift) -> None:
    jsonschema.Draft202012Validator.check_schema(drift_schema())
    jsonschema.validate(json.loads(json_line(drift_form(drift, NAME))), closed(drift_schema()), cls=jsonschema.Draft202012Validator)


def test_the_json_names_days_and_quotes_the_sentences(drift: Drift) -> None:
    form = json.loads(json_line(drift_form(drift, NAME)))
    (waiver,) = [each for each in form["types"] if each["type"] == "moral-waiver-general"]

    assert (form["ai"]["named_since"]["day"], form["ai"]["named_since"]["sentences"][0]["text"]) == ("2021-01-01", TRAINS)
    assert waiver["stood"] == [{"from": "2020-01-01", "until": "2022-01-01"}]
    assert [(each["kind"], each["day"]) for each in waiver["sentences"][0]["events"]] == [
        ("came", "2020-01-01"),
        ("reworded", "2021-01-01"),
        ("left", "2022-01-01"),
    ]
    assert waiver["sentences"][0]["events"][1]["now"]["text"] == WAIVES_MORE


def test_the_page_is_whole_and_each_bar_has_its_words_beside_it(drift: Drift) -> None:
    page = html.document_fromstring(html_drift(drift, NAME))
    ids = page.xpath("//@id")
    rows = page.xpath("//table[contains(@class, 'lanes')][1]/tbody/tr[td[@class='bar']]")

    assert page.xpath("//script | //link | //iframe | //form | //@*[starts-with(name(), 'on')] | //@style") == []
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//@href")} <= set(ids)
    assert rows
    assert all(words(row.xpath("string(td[2])")) == row.xpath("string(.//svg/@aria-label)") != "" for row in rows)
    assert TRAINS in words(page.text_content())


def test_the_bar_of_a_type_is_as_long_as_it_stood(drift: Drift) -> None:
    page = html.document_fromstring(html_drift(drift, NAME))
    (row,) = [row for row in page.xpath("//tr[td[@class='bar']]") if "Moral rights" in row.text_content()]
    (bar,) = row.xpath(".//rect")

    assert (bar.get("x"), bar.get("width")) == ("0.0%", "96.0%")


@pytest.mark.parametrize("width", [40, 80])
def test_the_terminal_tells_ai_first_and_fits_the_screen(drift: Drift, width: int) -> None:
    told = terminal_drift(drift, NAME, width=width)

    assert words(told).index("AI is named first in the edition of 2021-01-01") < words(told).index("MORAL RIGHTS")
    assert max(map(len, told.splitlines())) <= width
    assert "from the oldest edition until 2022-01-01" in words(told)


def test_with_full_the_terminal_shows_each_sentence_as_it_came_changed_and_left(drift: Drift) -> None:
    told = words(terminal_drift(drift, NAME, full=True))

    assert "Reworded 2021-01-01" in told
    assert "The Author »hereby« waives all moral rights in the Work, »for ever«." in told
    assert "Left 2022-01-01" in told
