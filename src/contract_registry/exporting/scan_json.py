"""The scan as JSON: the stable form that other programs read (`docs/reference/scan-json.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document
from contract_registry.core.rules.rule import LegalBasis, Wording
from contract_registry.core.scanning.findings import Absence, Combination, Explanation, Finding, Overrun, Scan
from contract_registry.errors import UnreadableFile
from contract_registry.exporting.places import offsets, places_form

SCHEMA_VERSION = 1
ENGINE_NAME = "contract-registry"

Form = dict[str, object]


def scan_form(clauses: Clauses, scan: Scan, facts: Mapping[str, object]) -> Form:
    """Everything a scan says about one document, as plain data with its keys in the documented order."""
    document = clauses.document
    return {
        "schema": SCHEMA_VERSION,
        **edition_form(clauses, scan),
        "findings": [_passage(each, document, scan) for each in scan.findings],
        "protections": [_passage(each, document, scan) | {"about": each.about} for each in scan.protections],
        "unclear": [_passage(each, document, scan) | {"question": each.question} for each in scan.unclear],
        "absences": [_absence(each) for each in scan.absences],
        "combinations": [_combination(each) for each in scan.combinations],
        "facts": dict(facts),
        "overruns": [_overrun(each) for each in scan.overruns],
    }


def edition_form(clauses: Clauses, scan: Scan) -> Form:
    """What was read, by what and in which case it was judged, and the verdict."""
    return {
        "document": _document(clauses, scan),
        "rulebook": {
            "packs": [{"id": pack.id, "version": pack.version, "title": pack.title, "because": pack.because} for pack in scan.packs],
            "date": scan.rulebook_date,
            "fingerprint": scan.rulebook_fingerprint,
            "second_reader": scan.second_reader,
        },
        "engine": {"name": ENGINE_NAME, "version": scan.engine_version},
        "circumstances": {
            "sector": scan.circumstances.sector,
            "role": scan.circumstances.role,
            "jurisdiction": scan.circumstances.jurisdiction,
            "as_of": scan.circumstances.as_of,
        },
        "verdict": scan.verdict,
        "verdict_because": list(scan.verdict_because),
    }


def error_form(name: str, error: UnreadableFile) -> Form:
    """What stands in place of a scan when the file could not be read."""
    return {
        "schema": SCHEMA_VERSION,
        "document": {"name": name},
        "error": {"kind": error.kind, "message": error.message, "next": error.next_step},
    }


def _document(clauses: Clauses, scan: Scan) -> Form:
    document = clauses.document
    return {
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "pages": document.page_count,
        "words": len(document.text.split()),
        "language": clauses.language,
        "kind": clauses.kind,
        "text_sha256": document.text_sha256,
        "reader": document.reader,
        "problems": [{"page": each.page, "kind": each.kind, "message": each.message} for each in (*document.problems, *scan.problems)],
        "parts": [
            {"name": part.name, "media_type": part.media_type, "sha256": part.sha256, "pages": list(part.pages)} for part in document.parts
        ],
    }


def _passage(finding: Finding, document: Document, scan: Scan) -> Form:
    return {
        **said_form(finding),
        "passage": finding.passage,
        "confidence": finding.confidence,
        "reader": _of_reader(finding, scan),
        "legal_effect": finding.legal_effect,
        "clause": {"number": finding.clause_number, "heading": finding.clause_heading},
        "start": finding.quote.start,
        "end": finding.quote.end,
        "quote": finding.quote.of(document.text),
        "focus": offsets(finding.focus),
        "places": places_form(finding.places),
        **_advice(finding),
        "fingerprint": finding.fingerprint,
        "explanation": _explanation(finding.explanation),
    }


def _of_reader(finding: Finding, scan: Scan) -> Form | None:
    """What the second reader makes of it, and the words by which it found it where no rule did; None where it was not asked."""
    if finding.score is None:
        return None
    return {"version": scan.second_reader, "score": finding.score, "weighed_by": list(finding.weighed_by)}


def _absence(absence: Absence) -> Form:
    return {**said_form(absence), "legal_effect": absence.legal_effect, "because": absence.because, **_advice(absence)}


def _combination(combination: Combination) -> Form:
    return {**said_form(combination), "members": list(combination.members), **_advice(combination)}


def said_form(each: Finding | Absence | Combination) -> Form:
    """What is said, by which rule, and how grave it is."""
    return {
        "id": each.id,
        "family": each.family,
        "type": each.type,
        "rule": each.rule,
        "rule_version": each.rule_version,
        "rule_status": each.rule_status,
        "title": each.title,
        "severity": each.severity,
    }


def _advice(each: Finding | Absence | Combination) -> Form:
    """What it means and what can be done about it."""
    return {
        "why": each.why,
        "questions": list(each.questions),
        "wording": wording_form(each.wording),
        "basis": [_basis(law) for law in each.basis],
        "principles": list(each.principles),
    }


def wording_form(wording: Wording) -> list[Form]:
    """The wording to propose, best first, and of a protection what weakens it; steps that the rule leaves out are left out here."""
    steps = (
        ("ideal", wording.ideal),
        ("acceptable", wording.acceptable),
        ("walk away", wording.walk_away),
        ("weakened by", wording.weakened_by),
    )
    return [{"step": step, "text": text} for step, text in steps if text]


def _basis(law: LegalBasis) -> Form:
    return {
        "jurisdiction": law.jurisdiction,
        "citation": law.citation,
        "proposition": law.proposition,
        "effect": law.effect,
        "as_at": law.as_at,
        "from": law.in_force_from,
        "until": law.in_force_until,
        "confidence": law.confidence,
    }


def _explanation(why: Explanation) -> Form:
    return {
        "pattern": why.pattern,
        "heard": [
            {"concept": each.concept, "start": each.span.start, "end": each.span.end, "words": each.words, "through": each.through}
            for each in why.heard
        ],
        "polarity": why.polarity,
        "giver": why.giver,
        "receiver": why.receiver,
        "function": why.function,
        "lead_in": why.lead_in,
        **{name: list(words) for name, words in _lists_of(why)},
    }


def _lists_of(why: Explanation) -> Iterable[tuple[str, tuple[str, ...]]]:
    named: dict[str, tuple[str, ...]] = {
        "nearly_excused_by": why.nearly_excused_by,
        "raised_by": why.raised_by,
        "lowered_by": why.lowered_by,
        "defined_terms": why.defined_terms,
        "also": tuple(f"{other.rule} ({other.type})" for other in why.also),
        "notes": why.notes,
    }
    return named.items()


def _overrun(overrun: Overrun) -> Form:
    return {
        "rule": overrun.rule,
        "clause": overrun.clause_number,
        "steps": overrun.steps,
        "start": overrun.span.start,
        "end": overrun.span.end,
    }
