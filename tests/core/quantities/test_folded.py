"""The folded text means the same as the text, place for place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contract_facts import survey_in
from contract_registry.core.quantities.folded import folded


@given(st.text())
def test_folding_keeps_every_offset(text):
    assert len(folded(text)) == len(text)


def test_folding_makes_one_of_all_quotes_dashes_and_spaces():
    assert folded("The Author’s “fee” – 1\u00a0000") == 'the author\'s "fee" - 1 000'


def test_a_letter_that_grows_in_lower_case_stays_one():
    assert folded("İ") == "İ"


def test_telling_words_are_found_where_they_stand():
    survey = survey_in("The law of England. Lawful. LAWS")

    assert survey.places({"law", "laws"}) == [4, 28]
