"""The check of plain data against the forms of the files a union lawyer writes (rules, cases, vocabularies, packs), and the forms as JSON Schema."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from contract_registry.core.rules.forms.case_form import CasesForm
from contract_registry.core.rules.forms.pack_form import PackForm, TypesForm
from contract_registry.core.rules.forms.rule_form import RuleForm
from contract_registry.core.rules.forms.vocabulary_form import VocabularyForm
from contract_registry.core.rules.mistakes import in_plain_words

FORMS: dict[str, type[BaseModel]] = {
    "rule": RuleForm,
    "cases": CasesForm,
    "vocabulary": VocabularyForm,
    "pack": PackForm,
    "types": TypesForm,
}

Model = TypeVar("Model", bound=BaseModel)


def checked(form: str, data: object) -> tuple[dict[str, Any] | None, list[tuple[tuple[str | int, ...], str]]]:
    """Plain data in its full form (defaults filled in), or None and the mistakes as (path to the field, what is wrong)."""
    try:
        return FORMS[form].model_validate(data).model_dump(mode="json", by_alias=True), []
    except ValidationError as error:
        schema = json_schema(form)
        return None, list(dict.fromkeys(in_plain_words(dict(each), schema) for each in error.errors(include_url=False)))


def json_schema(form: str) -> dict[str, Any]:
    """The JSON Schema of a form, for editors and for `clause_rules/schema/`."""
    made = FORMS[form].model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": form, **_without_titles(made)}


def _without_titles(schema: Any) -> Any:  # noqa: ANN401
    """A schema without the titles that only repeat the names of fields and classes."""
    if isinstance(schema, dict):
        return {key: _without_titles(value) for key, value in schema.items() if not (key == "title" and isinstance(value, str))}
    return [_without_titles(each) for each in schema] if isinstance(schema, list) else schema
