"""The JSON Schema of the drift form, written out; `docs/reference/drift.schema.json` is made from it."""

from __future__ import annotations

from collections.abc import Mapping

from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.exporting.comparison_schema import or_null
from contract_registry.exporting.scan_schema import COUNT, EDITION, FAMILY, PAGE, PAIR, TEXT, Schema, one_of, record, several

DAY: Schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
WORDS: Mapping[str, Schema] = {"clause": record(number=TEXT, heading=TEXT), "start": COUNT, "end": COUNT, "text": TEXT}
ENTRY = record(
    day=DAY,
    sentences=several(
        record(**WORDS, names_ai={"type": "boolean"}, says=several(one_of("harm", "unclear", "protects", "nothing")), types=several(TEXT))
    ),
)
STOOD = several(record(**{"from": DAY, "until": or_null(DAY)}))
SIDE = or_null(record(**WORDS, changed=several(PAIR), said=or_null(TEXT)))
EVENT = record(
    kind=one_of("came", "reworded", "left", "returned"),
    day=DAY,
    cause=one_of("text", "rules", "surroundings", ""),
    severity=one_of(*reversed(SEVERITIES)),
    rule=TEXT,
    rule_version=PAGE,
    before=SIDE,
    now=SIDE,
)


def drift_schema() -> Schema:
    """What `contract-registry drift --format json` prints for each template."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Drift of a template over its dated editions",
        "description": "Made by `contract-registry drift FOLDER --format json`. Fields may be added; none is renamed or dropped under schema 1.",
        **record(
            schema={"const": 1},
            name=TEXT,
            editions=several(record(day=DAY, file=TEXT, sentences_naming_ai=COUNT, **EDITION)),
            ai=record(says=TEXT, named_since=or_null(ENTRY), hidden_since=or_null(ENTRY), entries=several(ENTRY)),
            types=several(
                record(
                    family=FAMILY,
                    type=TEXT,
                    standing=one_of("finding", "unclear", "protection", "not found", "together"),
                    title=TEXT,
                    stood=STOOD,
                    sentences=several(record(stood=STOOD, events=several(EVENT))),
                )
            ),
        ),
    }
