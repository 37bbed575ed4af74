"""What is wrong with a field of a rule file, in words that say what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
FieldPath = tuple[str | int, ...]

_PLAIN_KINDS = {
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
}
_FORMS_OF_TEXT = {
    r"^[a-z][a-z0-9-]*$": "small letters, digits and hyphens, as in `no-training`",
    r"^[a-z][a-z0-9-]*( [a-z0-9-]+)*$": "small letters, as in the list of sectors: `screen and stage`",
    r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$": "the pack, a full stop and the rule, in small letters and hyphens, as in `common.moral-waiver`",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "a date such as 2024-06-30, 2024-06 or 2024",
}
_LONGEST = 60


class FieldMistake(ValueError):
    """A field does not fit the others; `field` is its name, empty where the whole is meant."""

    def __init__(self, problem: str, field: str = "") -> None:
        super().__init__(problem)
        self.problem, self.field = problem, field


def in_plain_words(error: Mapping[str, Any], schema: Schema) -> tuple[FieldPath, str]:
    """The path of the field and what is wrong with it, from a validation error of the form whose JSON Schema is `schema`."""
    path, given = tuple(error["loc"]), error.get("input")
    is_key = path[-1:] == ("[key]",)
    path = path[:-1] if is_key else path
    match error["type"]:
        case "missing":
            return path, "is missing; it is needed here."
        case "extra_forbidden":
            return path, _stray(str(path[-1]), path[:-1], schema)
        case "literal_error":
            return path, f"is {_shown(given)}; it must be {error['ctx']['expected']}."
        case "string_pattern_mismatch":
            form = _FORMS_OF_TEXT.get(error["ctx"]["pattern"], error["ctx"]["pattern"])
            return path, f"is {_shown(given)}; it must be {form}."
        case "value_error":
            mistake = error["ctx"]["error"]
            field = getattr(mistake, "field", "")
            return (*path, field) if field else path, str(mistake)
        case _:
            return path, _empty(path) if given is None else _ill_shaped(error["type"], given, error)


def _empty(path: FieldPath) -> str:
    """What to say where nothing stands."""
    if not path:
        return "is empty; make one with `contract-registry rules new`."
    if isinstance(path[-1], int):
        return "is empty; text that begins with # must stand in quotes, since # begins a comment."
    return "is empty; write something after the colon, or leave the field out."


def _ill_shaped(kind: str, given: object, error: Mapping[str, Any]) -> str:
    """What to say of a value that has not the shape its field asks for."""
    if kind in {"string_too_short", "too_short", "list_too_short"}:
        return "is empty; at least one is needed." if isinstance(given, list | dict) else "is empty; write something after the colon."
    if kind == "greater_than_equal":
        return f"is {_shown(given)}; it must be {error['ctx']['ge']} or more."
    if kind in {"string_type", "list_type"} and isinstance(given, dict):
        return "is read as a field of its own; put the text in quotes, since it begins with a brace or holds a colon."
    if kind == "string_type" and isinstance(given, list):
        return "is read as a list; put the text in quotes, since it begins with a bracket or a hyphen."
    if kind == "list_type":
        return f"must be a list: each entry on a line of its own that begins with a hyphen, or [{_shown(given)}]."
    if kind in {"dict_type", "model_type", "model_attributes_type"}:
        return "must hold named fields, each on a line of its own, indented, with a colon after the name."
    return f"is {_shown(given)}; it {_PLAIN_KINDS.get(kind, error['msg'][0].lower() + error['msg'][1:])}."


def _stray(name: str, path: FieldPath, schema: Schema) -> str:
    """What to say of a field that does not belong where it stands: where it does, or what it was meant to be."""
    if path and name in fields_at(schema, ()):
        return "does not belong under another field; write it at the start of the line."
    homes = [home for home, fields in _homes(schema) if name in fields]
    if homes and not path:
        return f"does not stand by itself; write it under `{homes[0]}`, indented."
    here = list(fields_at(schema, path))
    near = difflib.get_close_matches(name, here, n=1)
    return "is not a field of this form. " + (f"Did you mean `{near[0]}`?" if near else f"Here may stand: {', '.join(here)}.")


def fields_at(schema: Schema, path: FieldPath) -> Iterator[str]:
    """The names of the fields that may stand at `path` of a form."""
    at: Schema = schema
    for step in path:
        at = _below(schema, at, step)
    yield from at.get("properties", {})


def _below(schema: Schema, at: Schema, step: str | int) -> Schema:
    if isinstance(step, int):
        return _resolved(schema, at.get("items", {}))
    named = at.get("properties", {}).get(step) or next(iter(at.get("patternProperties", {}).values()), at.get("additionalProperties"))
    return _resolved(schema, named if isinstance(named, Mapping) else {})


def _resolved(schema: Schema, at: Schema) -> Schema:
    """The schema that `at` refers to, directly or as the one choice that is not null."""
    for choice in at.get("anyOf", [at]):
        if "$ref" in choice:
            found: Schema = schema["$defs"][choice["$ref"].rpartition("/")[2]]
            return found
    return at


def _homes(schema: Schema) -> Iterator[tuple[str, frozenset[str]]]:
    """Each field of a form that holds fields of its own, with their names."""
    for name in fields_at(schema, ()):
        yield name, frozenset(fields_at(schema, (name,))) | frozenset(fields_at(schema, (name, 0)))


def _shown(given: object) -> str:
    said = repr(given)
    return said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
