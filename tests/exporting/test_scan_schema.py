"""The schema of the scan form: it accepts what is written, names all of it, and refuses what lacks something."""

from __future__ import annotations

import copy
import json

import jsonschema
import pytest

from builders import a_document, a_full_scan, the_clauses
from contract_registry.errors import EmptyFile
from contract_registry.exporting.json_text import json_line
from contract_registry.exporting.scan_json import error_form, scan_form
from contract_registry.exporting.scan_schema import Schema, scan_schema
from schemas import closed


def the_form() -> dict[str, object]:
    document = a_document(lines_on_a_page=4)
    scan = a_full_scan(document)
    form = scan_form(the_clauses(document), scan, {"parties": [], "references_missing": []})
    return json.loads(json_line(form | {"overruns": [{"rule": "common.moral-waiver", "clause": "1.1", "steps": 3, "start": 0, "end": 9}]}))


@pytest.fixture(scope="module")
def schema() -> Schema:
    return scan_schema()


def test_it_is_a_schema(schema: Schema) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


def test_a_scan_with_one_of_everything_fits(schema: Schema) -> None:
    jsonschema.validate(the_form(), schema, cls=jsonschema.Draft202012Validator)


def test_an_error_fits(schema: Schema) -> None:
    jsonschema.validate(error_form("contract.pdf", EmptyFile()), schema, cls=jsonschema.Draft202012Validator)


def test_no_field_is_written_that_the_schema_does_not_name(schema: Schema) -> None:
    jsonschema.validate(the_form(), closed(schema), cls=jsonschema.Draft202012Validator)


def test_a_field_added_later_does_no_harm(schema: Schema) -> None:
    jsonschema.validate(the_form() | {"signed_by": "x"}, schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize("missing", ["verdict", "facts", "overruns", "document"])
def test_a_scan_that_lacks_a_field_is_refused(missing: str, schema: Schema) -> None:
    form = copy.deepcopy(the_form())
    del form[missing]

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(form, schema, cls=jsonschema.Draft202012Validator)


def test_an_unknown_verdict_is_refused(schema: Schema) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(the_form() | {"verdict": "safe"}, schema, cls=jsonschema.Draft202012Validator)
