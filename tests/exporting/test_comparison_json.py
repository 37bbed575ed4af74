"""The comparison as JSON: of the published form, every text a slice of its edition."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest

from contract_registry.core.comparing.compare import compare
from contract_registry.errors import EmptyFile
from contract_registry.exporting.comparison_json import comparison_form, not_compared_form
from contract_registry.exporting.comparison_schema import comparison_schema
from contract_registry.exporting.json_text import json_line
from editions import NEW, OLD, an_edition
from schemas import closed


@pytest.fixture(scope="module")
def form() -> dict[str, object]:
    old, new = an_edition(OLD), an_edition(NEW)
    return json.loads(json_line(comparison_form(compare(old, new), old, new)))


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(comparison_schema())


def test_a_comparison_and_its_errors_fit_and_nothing_is_unnamed(form: dict[str, object]) -> None:
    for each in (form, not_compared_form([("old.pdf", EmptyFile())])):
        jsonschema.validate(each, closed(comparison_schema()), cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("missing", ["verdict", "changes", "old", "sentences"])
def test_a_comparison_that_lacks_a_field_is_refused(missing: str, form: dict[str, object]) -> None:
    lacking = copy.deepcopy(form)
    del lacking[missing]

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(lacking, comparison_schema())


def test_the_verdict_and_its_counts(form: dict[str, object]) -> None:
    assert form["verdict"] == "mixed"
    assert form["counts"] == {"worse": 2, "better": 1, "changed": 1, "moved": 0, "same": 0}


def test_a_change_holds_both_sentences_and_what_is_said_of_each(form: dict[str, object]) -> None:
    (change,) = [each for each in form["changes"] if each["kind"] == "changed"]

    assert (change["about"], change["type"], change["direction"], change["cause"]) == ("finding", "moral-waiver-general", "even", "text")
    assert change["old"]["said"]["rule"] == change["new"]["said"]["rule"] == "common.waiver"
    assert change["new"]["sentence"]["clause"]["number"] == "2"
    (start, end), *_ = change["new"]["sentence"]["changed"]
    assert NEW[start:end] == "hereby"


def test_every_text_is_the_slice_it_says(form: dict[str, object]) -> None:
    sentences = [(name, each[name]) for each in form["sentences"] for name in ("old", "new")]
    sentences += [(name, (each[name] or {}).get("sentence")) for each in form["changes"] for name in ("old", "new")]
    texts = {"old": OLD, "new": NEW}

    assert len([each for _, each in sentences if each]) > 6
    assert all(texts[name][each["start"] : each["end"]] == each["text"] for name, each in sentences if each)


def test_sentences_of_every_kind_are_listed_whether_a_rule_speaks_or_not(form: dict[str, object]) -> None:
    assert sorted(each["kind"] for each in form["sentences"]) == ["came", "changed", "changed", "gone", "gone"]
