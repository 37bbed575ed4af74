"""Turns what is told of a passage into the finding that is reported, with everything a person needs to check it."""

from __future__ import annotations

import hashlib
import re

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.rule import LegalBasis, LegalEffect, Rule
from contract_registry.core.rules.select import in_force
from contract_registry.core.scanning.by_type import Told
from contract_registry.core.scanning.findings import AlsoHeard, Circumstances, Confidence, Explanation, Finding, Heard, Outcome
from contract_registry.core.scanning.judge import NOT_SHARED, SWALLOWED, Hit
from contract_registry.core.text import Span

ABOUT_THE_CHOICE = "The sentence rules this out, but for when they choose to do it. Will they take that exception out?"
ABOUT_THE_EXCEPTION = "There is an exception to the promise. What is left of it?"
ABOUT_THE_OTHER_READING = (
    "The words are those of such a clause, but read as a whole the sentence may do something else. What does it let them do with your work?"
)
ABOUT_A_LIKENESS = (
    "No rule knows these words, but they are like those of clauses that take such rights away. What do they let them do with your work?"
)
_NOT_LETTERS = re.compile(r"[\W_]+")


def finding_of(told: Told, clauses: Clauses, circumstances: Circumstances, as_of: str, occurrence: int, led_by: str = "") -> Finding:
    """The finding of one type in a passage; `occurrence` counts equal passages of one type in the document, so that each has its own id.

    `led_by` is the id of the first finding of the same passage, empty for that one itself.
    """
    hit, rule, quote = told.speaker, told.speaker.rule, told.passage.quote
    document, clause = clauses.document, hit.reading.unit.clause
    outcome: Outcome = "unclear" if hit.is_unclear else "protection" if rule.family == "protective" else "finding"
    basis = basis_for(rule, circumstances, as_of)
    letters = passage_letters(quote.of(document.text))
    return Finding(
        id=passage_id(rule, letters, occurrence),
        outcome=outcome,
        family=rule.family,
        type=rule.type,
        rule=rule.id,
        rule_version=rule.version,
        rule_status=rule.status,
        title=rule.title,
        severity=told.severity,
        confidence=confidence_of(hit),
        legal_effect=legal_effect(basis, circumstances.jurisdiction),
        clause_number=clauses.cited_number(clause),
        clause_heading=clause.heading,
        clause_index=clause.index,
        quote=quote,
        focus=told.focus,
        places=document.boxes(quote),
        why=rule.why,
        questions=rule.questions,
        wording=rule.wording,
        basis=basis,
        principles=rule.principles,
        fingerprint=hashlib.sha256(letters.encode()).hexdigest()[:32],
        explanation=explanation_of(told, clauses),
        about=rule.about,
        question=question_of(hit),
        score=hit.score,
        weighed_by=hit.weighed_by,
        spoken_as=told.names,
        led_by=led_by,
    )


def question_of(hit: Hit) -> str:
    """What to ask where it cannot be told; empty where it can."""
    if not hit.is_unclear:
        return ""
    if hit.weighed_by:
        return ABOUT_A_LIKENESS
    if hit.unclear_because == (NOT_SHARED,):
        return ABOUT_THE_OTHER_READING
    return ABOUT_THE_CHOICE if SWALLOWED in hit.unclear_because else hit.rule.question or ABOUT_THE_EXCEPTION


def passage_letters(quote: str) -> str:
    """Letters and digits alone, in lower case: what is left of a passage when layout and punctuation are gone."""
    return _NOT_LETTERS.sub("", quote.lower())


def passage_id(rule: Rule, letters: str, occurrence: int) -> str:
    """Twelve hexadecimal digits from the passage, its family and type: the same passage has the same id in every scan."""
    return hashlib.sha256(f"{rule.family}|{rule.type}|{letters}|{occurrence}".encode()).hexdigest()[:12]


def confidence_of(hit: Hit) -> Confidence:
    """How sure the reading of the context is, apart from how bad the clause would be."""
    doubts = (not hit.is_sure) + bool(hit.turned) + any(each.through for each in hit.heard)
    return "high" if doubts == 0 else "medium" if doubts == 1 else "low"


def basis_for(rule: Rule, circumstances: Circumstances, as_of: str) -> tuple[LegalBasis, ...]:
    """The laws in force at `as_of` that speak to the rule; those of the case's jurisdiction alone when it is said."""
    spoken = tuple(basis for basis in rule.legal_basis if in_force(basis.in_force_from, basis.in_force_until, as_of))
    here = tuple(basis for basis in spoken if is_law_of(basis, circumstances.jurisdiction))
    return here if circumstances.jurisdiction and here else spoken


def is_law_of(basis: LegalBasis, jurisdiction: str) -> bool:
    """Whether a law counts in `jurisdiction`: a country's law counts in its parts too ("US" in "US-NY")."""
    return jurisdiction == basis.jurisdiction or jurisdiction.startswith(f"{basis.jurisdiction}-")


def legal_effect(basis: tuple[LegalBasis, ...], jurisdiction: str) -> LegalEffect:
    """What the law likely makes of the clause: certain only where the jurisdiction is said, and never a reason not to flag it."""
    effects = {each.effect for each in basis if not jurisdiction or is_law_of(each, jurisdiction)}
    if not jurisdiction:
        return "possibly-void" if effects == {"voids"} else "unknown"
    if "voids" in effects:
        return "void-in-jurisdiction"
    if "limits" in effects:
        return "limited"
    return "likely-effective" if "supports" in effects else "unknown"


def explanation_of(told: Told, clauses: Clauses) -> Explanation:
    """Why the rule spoke, as a value."""
    hit, text = told.speaker, clauses.document.text
    unit = hit.reading.unit
    heard = tuple(
        Heard(each.concept.lstrip("="), Span(each.start, each.end), text[each.start : each.end], each.through) for each in hit.heard
    )
    return Explanation(
        pattern=hit.pattern.text,
        heard=heard,
        polarity="double negative: affirmed" if hit.turned and len(hit.turned) % 2 == 0 else "denied" if hit.turned else "affirmed",
        giver=hit.direction.giver,
        receiver=hit.direction.receiver,
        function=hit.function,
        lead_in=" ".join(piece.span.of(text) for piece in unit.pieces if piece.kind == "lead-in"),
        nearly_excused_by=tuple(turn.word for turn in hit.turned) if len(hit.turned) % 2 == 0 else (),
        raised_by=hit.raised_by,
        lowered_by=hit.lowered_by,
        defined_terms=tuple(dict.fromkeys(each.through for each in hit.heard if each.through)),
        also=tuple(_also_heard(other, told) for other in told.others),
        notes=hit.unclear_because,
    )


def _also_heard(hit: Hit, told: Told) -> AlsoHeard:
    rule = hit.rule
    return AlsoHeard(rule.id, rule.version, rule.type, rule.title, hit.severity, has_finding=rule.type not in told.names)
