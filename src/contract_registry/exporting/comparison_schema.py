"""The JSON Schema of the comparison form, written out; `docs/reference/compare.schema.json` is made from it."""

from __future__ import annotations

from collections.abc import Mapping

from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.exporting.scan_schema import BOX, COUNT, EDITION, FAMILY, ID, PAGE, PAIR, SAID, TEXT, Schema, one_of, record, several

ABOUT = one_of("finding", "protection", "unclear", "absence", "combination")
WORDS: Mapping[str, Schema] = {
    "clause": record(number=TEXT, heading=TEXT),
    "start": COUNT,
    "end": COUNT,
    "text": TEXT,
    "changed": several(PAIR),
    "lead_in": several(PAIR),
    "places": several(record(page=PAGE, boxes=several(BOX))),
}


def or_null(schema: Schema) -> Schema:
    return {"oneOf": [schema, {"type": "null"}]}


SENTENCE = or_null(record(**WORDS))
SIDE = or_null(record(said=or_null(record(**SAID, about=ABOUT, focus=or_null(PAIR), members=several(ID))), sentence=SENTENCE))
COMPARISON = record(
    schema={"const": 1},
    old=record(**EDITION),
    new=record(**EDITION),
    verdict=one_of("worse", "mixed", "better", "changed", "same"),
    says=TEXT,
    counts=record(worse=COUNT, better=COUNT, changed=COUNT, moved=COUNT, same=COUNT),
    shared={"type": "number", "minimum": 0, "maximum": 1},
    changes=several(
        record(
            kind=one_of("came", "gone", "changed", "moved", "same"),
            direction=one_of("worse", "better", "even"),
            cause=one_of("text", "rules", "surroundings", ""),
            about=ABOUT,
            family=FAMILY,
            type=TEXT,
            title=TEXT,
            severity=one_of(*reversed(SEVERITIES)),
            old=SIDE,
            new=SIDE,
        )
    ),
    sentences=several(record(kind=one_of("came", "gone", "changed", "moved"), is_heading={"type": "boolean"}, old=SENTENCE, new=SENTENCE)),
)
NOT_COMPARED = record(
    schema={"const": 1}, errors=several(record(document=record(name=TEXT), error=record(kind=TEXT, message=TEXT, next=TEXT)))
)


def comparison_schema() -> Schema:
    """What `contract-registry compare --format json` prints: a comparison, or the errors of the files that could not be read."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Comparison of two editions of a contract",
        "description": "Made by `contract-registry compare OLD NEW --format json`. Fields may be added; none is renamed or dropped under schema 1.",
        "oneOf": [COMPARISON, NOT_COMPARED],
    }
