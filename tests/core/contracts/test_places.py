"""Places are found by their longest name, with a capital, and have the code of their law."""

from __future__ import annotations

import pytest

from contract_facts import survey_in
from contract_registry.core.contracts.places import COURTLY, EXPLOITABLE, LAWFUL, PEOPLE


def codes(gazetteer, text, **how):
    survey = survey_in(text)
    return [place.code for place in gazetteer.find(survey.text, survey.plain, 0, len(text), **how)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("England and Wales", "GB"),
        ("Northern Ireland", "GB-NIR"),
        ("the Republic of Ireland", "IE"),
        ("New South Wales", "AU-NSW"),
        ("South Korea", "KR"),
        ("Bundesrepublik Deutschland", "DE"),
        ("the United States of America", "US"),
    ],
)
def test_the_longest_name_counts(text, code):
    assert codes(LAWFUL, text) == [code]


def test_a_county_is_not_the_state_it_is_called_after():
    assert codes(COURTLY, "courts of Delaware County, Ohio") == ["US-OH"]


def test_us_the_country_wants_both_capitals():
    assert codes(LAWFUL, "Tell us or US") == ["US"]
    assert codes(LAWFUL, "Us and them") == []


def test_small_letters_count_where_a_place_is_expected():
    assert codes(EXPLOITABLE, "uk and ireland") == []
    assert codes(EXPLOITABLE, "uk and ireland", any_case=True) == ["GB", "IE"]


def test_peoples_name_laws():
    assert codes(PEOPLE, "English, Scots and German") == ["GB", "GB-SCT", "DE"]
