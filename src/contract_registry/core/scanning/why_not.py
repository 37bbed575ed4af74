"""Why a rule stayed silent on a text: which pattern came nearest, and what stopped it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import LooksFor, Rule
from contract_registry.core.rules.select import in_force, rules_for
from contract_registry.core.scanning.about import is_short
from contract_registry.core.scanning.allowed import document_allows, is_under, unsaid
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.polarity import turns
from contract_registry.core.scanning.context.read_unit import read_unit
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.hearing import calls_parties
from contract_registry.core.scanning.judge import Hit, Refusal, weighed
from contract_registry.core.scanning.let_go import with_what_is_let_go
from contract_registry.core.scanning.matching import OutOfSteps, Steps
from contract_registry.core.scanning.mentions import Mentions, find_mentions
from contract_registry.core.scanning.nearest import Missed, missed
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.terms import concepts_by_term, expanded
from contract_registry.core.scanning.threshold import reaches
from contract_registry.core.scanning.units import Heard, units_of
from contract_registry.core.scanning.why_not_words import refusal_in_words, step_name, what_is_missing
from contract_registry.core.text import Span

StoppedBy = Literal[
    "circumstances",
    "document",
    "words",
    "elsewhere",
    "order",
    "gap",
    "not its own words",
    "through a definition",
    "function",
    "polarity",
    "direction",
    "exception",
    "threshold",
    "steps",
]
_NEAREST = ("not its own words", "function", "through a definition", "polarity", "direction", "exception", "threshold")


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What stopped a rule: `because` says it in a sentence, `heard` what was heard of its nearest pattern as (concept, words).

    `names` are the exceptions that kept it silent, where it was exceptions that did.
    """

    stopped_by: StoppedBy
    because: str
    pattern: str = ""
    heard: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()


def why_not(rule: Rule, clauses: Clauses, scanner: Scanner, circumstances: Circumstances, *, within: Span | None = None) -> WhyNot | None:
    """Why `rule` says nothing of the document, or of the sentences `within` a stretch of it; None where it speaks, or looks for no words."""
    looks_for = rule.looks_for
    if looks_for is None:
        return None
    mentions = find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages))
    outside = _kept_out(rule, clauses, scanner, circumstances) or _wrong_document(rule, clauses, mentions)
    if outside:
        return outside
    readings = list(_readings(rule, looks_for, clauses, mentions, scanner, within))
    if looks_for.under and not readings:
        wanted = " or ".join(pattern.text for pattern in looks_for.under)
        return WhyNot("elsewhere", f"it stands under no heading that says what `under` asks for: {wanted}.")
    try:
        refusals = list(_refusals(rule, looks_for, readings, mentions, scanner))
    except OutOfSteps:
        return WhyNot("steps", "its patterns took too many steps on one sentence; make them shorter, with fewer alternatives.")
    if None in refusals:
        return None
    stopped = [refusal for refusal in refusals if refusal]
    if stopped:
        return _refused(rule, max(stopped, key=lambda each: _NEAREST.index(each.kind)), clauses.document.text)
    counts = {} if within else mentions.counts  # of a passage, what other sentences say explains nothing
    return _not_spoken(looks_for, _looked_for(looks_for, mentions), readings, counts, scanner, clauses)


def _looked_for(looks_for: LooksFor, mentions: Mentions) -> tuple[Pattern, ...]:
    """The patterns of a rule that count in a text of this length."""
    return looks_for.every if is_short(mentions) else looks_for.patterns


def _readings(
    rule: Rule, looks_for: LooksFor, clauses: Clauses, mentions: Mentions, scanner: Scanner, within: Span | None
) -> Iterator[Reading]:
    by_term = concepts_by_term(mentions, calls_parties(clauses))
    for unit in units_of(clauses, mentions, whole_clauses=looks_for.within == "clause"):
        if (within and not unit.span.overlaps(within)) or not is_under(rule, unit.under, mentions):
            continue
        yield read_unit(expanded(with_what_is_let_go(unit, mentions), by_term, mentions), mentions, scanner.acts, scanner.quiet)


def _refusals(
    rule: Rule, looks_for: LooksFor, readings: Iterable[Reading], mentions: Mentions, scanner: Scanner
) -> Iterator[Refusal | None]:
    """What stopped each way of speaking the rule's patterns; None for one that nothing stopped."""
    for reading in readings:
        every, steps = turns(reading), Steps()
        for pattern in _looked_for(looks_for, mentions):
            for each in weighed(rule, pattern, reading, every, scanner.acts, steps):
                if isinstance(each, Hit):
                    yield None if reaches(rule.threshold, each, mentions) else Refusal("threshold", pattern, each.heard)
                else:
                    yield each


def _refused(rule: Rule, refusal: Refusal, text: str) -> WhyNot:
    names = refusal.because if refusal.kind == "exception" else ()
    said = _said(refusal.heard, text)
    return WhyNot(refusal.kind, refusal_in_words(refusal, rule, said, text), refusal.pattern.text, said, names)


def _not_spoken(
    looks_for: LooksFor,
    patterns: Sequence[Pattern],
    readings: Sequence[Reading],
    counts: Mapping[str, int],
    scanner: Scanner,
    clauses: Clauses,
) -> WhyNot:
    """What the nearest of `patterns` lacks in the sentence in which it came nearest; `counts` are of the concepts that count as said elsewhere."""
    near = [found for reading in readings for pattern in patterns if (found := missed(pattern, reading.heard))]
    if not near:
        needed = " or ".join(dict.fromkeys(pattern.text for pattern in looks_for.patterns[:3]))
        return WhyNot("words", f"nothing in the text says any of what its patterns need: {needed}.", looks_for.patterns[0].text)
    nearest: Missed = max(near, key=lambda each: each.nearness)
    is_elsewhere = bool(nearest.missing) and all(any(counts.get(name) for name in step) for step in nearest.missing)
    place = looks_for.within if is_elsewhere else None
    because = what_is_missing(nearest, scanner.rulebook.vocabulary, clauses.languages, elsewhere=place)
    return WhyNot("elsewhere" if is_elsewhere else nearest.kind, because, nearest.pattern.text, _said(nearest.heard, clauses.document.text))


def _said(heard: Iterable[Heard], text: str) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((step_name({each.concept}), text[each.start : each.end]) for each in heard))


def _kept_out(rule: Rule, clauses: Clauses, scanner: Scanner, case: Circumstances) -> WhyNot | None:
    """The rule is not for this case: another sector, role, jurisdiction, language or time."""
    as_of = case.as_of or scanner.rulebook.date
    allowed = rules_for(
        scanner.rulebook,
        sector=case.sector,
        role=case.role,
        jurisdiction=case.jurisdiction,
        languages=clauses.languages,
        as_of=as_of,
        drafts=True,
    )
    if rule in allowed:
        return None
    if rule.status == "retired":
        because = "it is retired, and retired rules never speak."
    elif rule.languages and not rule.languages & set(clauses.languages):
        because = f"it reads {', '.join(sorted(rule.languages))}, and the text is taken for {', '.join(clauses.languages)}."
    elif not in_force(rule.in_force_from, rule.in_force_until, as_of):
        because = f"it is not in force on {as_of}."
    else:
        because = "it or its pack is for other sectors, roles or jurisdictions than the case says."
    return WhyNot("circumstances", because)


def _wrong_document(rule: Rule, clauses: Clauses, mentions: Mentions) -> WhyNot | None:
    looks_for = rule.looks_for
    if looks_for is None or document_allows(rule, clauses, mentions):
        return None
    if clauses.kind == "commentary":
        return WhyNot(
            "document", "the text is taken for writing about contracts (a chapter, an article, a judgment), in which no rule speaks."
        )
    if looks_for.document_kinds and clauses.kind not in looks_for.document_kinds:
        return WhyNot("document", f"it reads {', '.join(sorted(looks_for.document_kinds))}, and the text is taken for: {clauses.kind}.")
    wanted = " and ".join(pattern.text for pattern in unsaid(looks_for, mentions))
    return WhyNot("document", f"the document does not say anywhere what `document_says` asks for: {wanted}.")
