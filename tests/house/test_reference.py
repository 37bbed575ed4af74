"""The reference pages say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import a_document, a_finding, a_scan
from contract_registry.cli.exits import Exit
from contract_registry.core.evaluation.scan_changes import scan_changes
from contract_registry.exporting.comparison_schema import comparison_schema
from contract_registry.exporting.evaluation_json import evaluation_form
from contract_registry.exporting.rules_diff_json import rules_diff_form
from contract_registry.exporting.scan_schema import Schema, scan_schema
from contract_registry.operations.rule_pages import pages_for
from house import reference_pages
from measuring import a_measurement


@pytest.mark.parametrize("path", reference_pages.pages())
def test_a_page_made_from_the_code_is_up_to_date(path: str, root: Path) -> None:
    assert (root / path).read_text(encoding="utf-8") == reference_pages.pages()[path], "run `make reference`"


def test_the_pages_about_rules_and_types_are_up_to_date(root: Path) -> None:
    made = pages_for(root / "clause_rules", root / reference_pages.RULES)
    there = {path.relative_to(root / reference_pages.RULES).as_posix(): path for path in (root / reference_pages.RULES).glob("**/*.md")}

    assert {name for name, text in made.items() if name not in there or there[name].read_text(encoding="utf-8") != text} == set(), (
        "run `make reference`"
    )
    assert there.keys() - made.keys() == set(), "run `make reference`"


def test_every_exit_status_is_documented(root: Path) -> None:
    page = (root / "docs/reference/exit-status.md").read_text(encoding="utf-8")

    assert {int(status) for status in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)} == {int(status) for status in Exit}


def names_in(schema: object) -> set[str]:
    """Every name of a field in a schema."""
    if isinstance(schema, list):
        return set().union(*map(names_in, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", {})) | set().union(*map(names_in, schema.values()))


@pytest.mark.parametrize(
    ("schema", "pages"),
    [(scan_schema(), ["scan-json.md"]), (comparison_schema(), ["compare-json.md", "scan-json.md"])],
    ids=["scan", "comparison"],
)
def test_every_field_of_a_form_is_documented(schema: Schema, pages: list[str], root: Path) -> None:
    text = "".join((root / "docs/reference" / page).read_text(encoding="utf-8") for page in pages)

    assert {name for name in names_in(schema) if f"`{name}`" not in text} == set()


def keys_in(form: object) -> set[str]:
    """Every key of plain data, but those that are names of stances, families and types."""
    if isinstance(form, list):
        return set().union(*map(keys_in, form))
    if not isinstance(form, dict):
        return set()
    named = {"labels", "hit", "findings_not_judged"}
    return set(form) | set().union(*(keys_in(value) for name, value in form.items() if name not in named or not isinstance(value, dict)))


def test_every_field_of_a_measurement_and_a_comparison_is_documented(root: Path) -> None:
    document = a_document()
    before, after = a_scan(findings=(a_finding(),)), a_scan(findings=(a_finding(severity="low"), a_finding(family="ai")))
    compared = scan_changes(before, after, document.text, "a.txt")
    forms = {
        "evaluate-json.md": evaluation_form(a_measurement()),
        "rules-diff-json.md": rules_diff_form([compared], [("b.txt", "This file is empty.")], ("old", "f"), ("new", "f")),
    }

    for name, form in forms.items():
        page = (root / "docs/reference" / name).read_text(encoding="utf-8")
        known = page + (root / "docs/reference/scan-json.md").read_text(encoding="utf-8")
        assert {key for key in keys_in(form) if f"`{key}`" not in known} == set(), name
