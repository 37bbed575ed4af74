"""A file has the full shape of its form, or its author is told which field is wrong and what to write."""

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from builders import rule_data
from contract_registry.core.rules.schema import FORMS, checked, json_schema

PACK = {"schema": 1, "id": "music", "title": "Music", "version": "1", "date": "2026-01-01"}


def mistakes(form: str, data: object) -> list[tuple[str, str]]:
    """Each mistake as (field, what is said)."""
    return [(".".join(map(str, path)), said) for path, said in checked(form, data)[1]]


def a_case_file(**case: object) -> dict[str, object]:
    return {"schema": 1, "rule": "common.test", "cases": [{"says": "it is found", "text": "Moral rights.", **case}]}


def test_what_is_left_out_is_filled_in() -> None:
    full, wrong = checked("rule", rule_data("moral rights"))

    assert wrong == []
    assert full["looks_for"]["flow"] == "from creator"
    assert full["applies_to"]["languages"] == ["en"]


def test_one_pattern_of_an_exception_may_stand_without_a_list() -> None:
    full, _ = checked("rule", rule_data("a", unless={"agreed": "with consent"}))

    assert full["unless"] == {"agreed": ["with consent"]}


@pytest.mark.parametrize(
    ("change", "field", "says"),
    [
        ({"title": None}, "title", "is empty; write something after the colon"),
        ({"title": ""}, "title", "is empty"),
        ({"status": "live"}, "status", "must be 'draft', 'trial', 'stable' or 'retired'"),
        ({"version": "one"}, "version", "must be a whole number"),
        ({"version": 0}, "version", "must be 1 or more"),
        ({"severity": "High"}, "severity", "is 'High'; it must be 'critical'"),
        ({"id": "waiver"}, "id", "as in `common.moral-waiver`"),
        ({"in_force": {"from": "1 May 2024"}}, "in_force.from", "a date such as 2024-06-30"),
        ({"looksfor": {}}, "looksfor", "Did you mean `looks_for`?"),
        ({"flow_": "any"}, "flow_", "is not a field of this form"),
        ({"polarity_": 1}, "polarity_", "Here may stand: schema, id, version"),
        ({"at_least": 45}, "at_least", "write it under `threshold`, indented"),
        ({"questions": "Why?"}, "questions", "must be a list"),
        ({"unless": ["x"]}, "unless", "must hold named fields"),
        ({"unless": {"Not Now": ["x"]}}, "unless.Not Now", "small letters, digits and hyphens"),
        ({"unless": {"a": [{"gives-up": None}]}}, "unless.a.0", "put the text in quotes"),
        ({"legal_basis": [{"jurisdiction": "GB"}]}, "legal_basis.0.citation", "is missing"),
        ({"type": "buyout-test"}, "type", "begins with `moral-`"),
        ({"family": "protective"}, "type", "begins with `protect-`"),
        ({"family": "terms", "type": "protect-x"}, "type", "begins with `terms-`"),
        ({"status": "retired"}, "status", "say `superseded_by`, or why in `known_misfires`"),
        ({"sign_off": ""}, "status", "say in `sign_off` who approved the rule"),
        ({"unclear_when": {"a": ["x"]}}, "question", "needs a question to ask"),
        ({"threshold": {"unit": "days"}}, "threshold", "give a limit"),
        ({"combines": {"all_of": [["a"], ["b"]]}}, "", "this one has looks_for and combines"),
    ],
)
def test_a_mistake_in_a_rule_is_told_in_plain_words(change: dict[str, object], field: str, says: str) -> None:
    wrong = mistakes("rule", {**rule_data("moral rights"), **change})

    assert [at for at, _ in wrong][:1] == [field]
    assert says in wrong[0][1]


def test_a_field_under_the_wrong_one_is_sent_home() -> None:
    data = rule_data("moral rights")
    data["looks_for"]["unless"] = {"a": ["x"]}

    assert mistakes("rule", data) == [("looks_for.unless", "does not belong under another field; write it at the start of the line.")]


def test_an_unquoted_pattern_is_known_for_what_it_is() -> None:
    braces, comment = rule_data("x"), rule_data("x")
    braces["looks_for"]["any_of"] = [{"gives-up": None}]
    comment["looks_for"]["any_of"] = [None]

    assert "put the text in quotes" in mistakes("rule", braces)[0][1]
    assert "# begins a comment" in mistakes("rule", comment)[0][1]


def test_a_rule_looks_for_something() -> None:
    assert "this one has none" in mistakes("rule", rule_data())[0][1]


def test_an_absence_says_what_is_missing() -> None:
    assert "say what must be missing" in mistakes("rule", rule_data(absent={"document_kinds": ["contract"]}))[0][1]


@pytest.mark.parametrize(
    ("form", "data", "says"),
    [
        ("rule", None, "is empty; make one with `contract-registry rules new`"),
        ("rule", "words", "must hold named fields"),
        ("cases", a_case_file(finds="Moral"), "must be a list"),
        ("cases", a_case_file(circumstances={"country": "GB"}), "must be 'sector', 'role', 'jurisdiction' or 'as_of'"),
        ("cases", {"schema": 1, "rule": "common.test", "cases": []}, "at least one is needed"),
        ("vocabulary", {"schema": 1, "language": "en", "version": 1, "concepts": {"a": ["waive"]}}, "must hold named fields"),
        ("vocabulary", {"schema": 1, "language": "en", "version": 1, "concepts": {"Gives Up": {}}}, "small letters"),
        ("pack", PACK | {"shown_by": {}}, "say what shows the sector"),
        ("pack", PACK | {"shown_by": {"ideas": ["one"], "at_least": 2}}, "is 2, and there are 1 ideas"),
        ("pack", PACK | {"sectors": ["Screen and Stage"]}, "small letters"),
        ("pack", PACK | {"schema": 2}, "is 2; it must be 1"),
    ],
)
def test_a_mistake_in_another_file_is_told_too(form: str, data: object, says: str) -> None:
    assert says in mistakes(form, data)[0][1]


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_a_json_schema_that_says_what_every_field_is_for(form: str) -> None:
    schema = json_schema(form)

    Draft202012Validator.check_schema(schema)
    named = {name: field for name, field in schema["properties"].items() if name not in {"language", "languages", "title", "owner"}}
    assert [name for name, field in named.items() if not said_of(field, schema)] == []


def said_of(field: dict[str, object], schema: dict[str, object]) -> bool:
    """Whether a field is described, says its choices, or leads to a part that is."""
    parts = [field, field.get("items", {}), *field.get("anyOf", [])]
    leads_to = [schema["$defs"][part["$ref"].rpartition("/")[2]] for part in parts if "$ref" in part]
    return any({"description", "enum", "const"} & each.keys() for each in (*parts, *leads_to))


def test_an_editor_and_the_check_agree_about_a_good_rule() -> None:
    Draft202012Validator(json_schema("rule")).validate(rule_data("moral rights", unless={"agreed": "with consent"}))
