"""The reference pages say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contract_registry.cli.exits import Exit
from contract_registry.exporting.comparison_schema import comparison_schema
from contract_registry.exporting.scan_schema import Schema, scan_schema
from contract_registry.operations.rule_pages import pages_for
from house import reference_pages


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
