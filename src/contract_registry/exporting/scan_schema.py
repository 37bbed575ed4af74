"""The JSON Schema of the scan form, written out: what other programs may rely on. `docs/reference/scan.schema.json` is made from it."""

from __future__ import annotations

from collections.abc import Mapping

from contract_registry.core.rules.rule import SEVERITIES

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer", "minimum": 0}
PAGE: Schema = {"type": "integer", "minimum": 1}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
ID: Schema = {"type": "string", "pattern": "^[0-9a-f]{12}$"}
DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
PAIR: Schema = {"type": "array", "items": COUNT, "minItems": 2, "maxItems": 2}
BOX: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 4}


def one_of(*words: str) -> Schema:
    return {"enum": list(words)}


def several(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def record(**fields: Schema) -> Schema:
    """An object that has all of these fields; later versions may add others."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
    }


FAMILY = one_of("moral", "ai", "buyout", "terms", "protective")
SAID: Mapping[str, Schema] = {
    "id": ID,
    "family": FAMILY,
    "type": TEXT,
    "rule": TEXT,
    "rule_version": PAGE,
    "rule_status": one_of("draft", "trial", "stable", "retired"),
    "title": TEXT,
    "severity": one_of(*reversed(SEVERITIES)),
}
LEGAL_EFFECT = one_of("likely-effective", "limited", "possibly-void", "void-in-jurisdiction", "unknown")
ADVICE: Mapping[str, Schema] = {
    "why": TEXT,
    "questions": several(TEXT),
    "wording": several(record(step=one_of("ideal", "acceptable", "walk away", "weakened by"), text=TEXT)),
    "basis": several(
        record(
            jurisdiction=TEXT,
            citation=TEXT,
            proposition=TEXT,
            effect=one_of("supports", "limits", "voids", "none"),
            as_at=TEXT,
            until=TEXT,
            confidence=one_of("read", "secondary", "known", "likely"),
            **{"from": TEXT},
        )
    ),
    "principles": several(TEXT),
}
EXPLANATION = record(
    pattern=TEXT,
    heard=several(record(concept=TEXT, start=COUNT, end=COUNT, words=TEXT, through=TEXT)),
    polarity=TEXT,
    giver=TEXT,
    receiver=TEXT,
    function=TEXT,
    lead_in=TEXT,
    nearly_excused_by=several(TEXT),
    raised_by=several(TEXT),
    lowered_by=several(TEXT),
    defined_terms=several(TEXT),
    also=several(TEXT),
    notes=several(TEXT),
)
PASSAGE: Mapping[str, Schema] = {
    **SAID,
    "passage": ID,
    "confidence": one_of("high", "medium", "low"),
    "reader": {"anyOf": [record(version=TEXT, score=SHARE, weighed_by=several(TEXT)), {"type": "null"}]},
    "legal_effect": LEGAL_EFFECT,
    "clause": record(number=TEXT, heading=TEXT),
    "start": COUNT,
    "end": COUNT,
    "quote": TEXT,
    "focus": PAIR,
    "places": several(record(page=PAGE, boxes=several(BOX))),
    **ADVICE,
    "fingerprint": TEXT,
    "explanation": EXPLANATION,
}
DOCUMENT = record(
    name=TEXT,
    sha256=SHA256,
    media_type=TEXT,
    pages={"type": ["integer", "null"], "minimum": 1},
    words=COUNT,
    language=TEXT,
    kind=TEXT,
    text_sha256=SHA256,
    reader=TEXT,
    problems=several(record(page={"type": ["integer", "null"], "minimum": 1}, kind=TEXT, message=TEXT)),
    parts=several(record(name=TEXT, media_type=TEXT, sha256=SHA256, pages=several(PAGE))),
)
EDITION: Mapping[str, Schema] = {
    "document": DOCUMENT,
    "rulebook": record(
        packs=several(record(id=TEXT, version=TEXT, title=TEXT, because=TEXT)), date=DATE, fingerprint=SHA256, second_reader=TEXT
    ),
    "engine": record(name=TEXT, version=TEXT),
    "circumstances": record(sector=TEXT, role=TEXT, jurisdiction=TEXT, as_of=DATE),
    "verdict": one_of("stop", "ask first", "check", "fine"),
    "verdict_because": several(TEXT),
}
SCAN = record(
    schema={"const": 1},
    **EDITION,
    findings=several(record(**PASSAGE)),
    protections=several(record(**PASSAGE, about=TEXT)),
    unclear=several(record(**PASSAGE, question=TEXT)),
    absences=several(record(**SAID, legal_effect=LEGAL_EFFECT, because=TEXT, **ADVICE)),
    combinations=several(record(**SAID, members=several(ID), **ADVICE)),
    facts={"type": "object", "required": ["parties", "references_missing"]},
    overruns=several(record(rule=TEXT, clause=TEXT, steps=COUNT, start=COUNT, end=COUNT)),
)
ERROR = record(schema={"const": 1}, document=record(name=TEXT), error=record(kind=TEXT, message=TEXT, next=TEXT))


def scan_schema() -> Schema:
    """What one line of `contract-registry scan --format json` may be: a scan, or the error of a file that could not be read."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scan of a contract",
        "description": "Made by `contract-registry scan FILE --format json`. Fields may be added; none is renamed or dropped under schema 1.",
        "oneOf": [SCAN, ERROR],
    }
