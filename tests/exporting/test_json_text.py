"""JSON that is the same bytes everywhere."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.exporting.json_text import json_line, json_page

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_any_unicode_text_comes_back_and_can_be_written_in_utf8(text: str) -> None:
    for written in (json_line({"quote": text}), json_page({"quote": text})):
        assert json.loads(written.encode("utf-8")) == {"quote": text}


@given(ANY_TEXT)
def test_a_line_is_one_line(text: str) -> None:
    assert json_line({"quote": text}).count("\n") == 1


def test_keys_stay_in_the_order_written() -> None:
    assert json_line({"verdict": "stop", "findings": [], "a": 1}) == '{"verdict":"stop","findings":[],"a":1}\n'


def test_letters_of_every_script_stay_readable() -> None:
    assert "droit moral d’auteur 著作者人格権" in json_page(["droit moral d’auteur 著作者人格権"])
