"""In which documents, and under which headings, a rule may speak at all."""

from __future__ import annotations

from collections.abc import Container

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import LooksFor, Rule
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.text import Span


def document_allows(rule: Rule, clauses: Clauses, mentions: Mentions) -> bool:
    """Whether the document is of a kind the rule is for and says what the rule wants said somewhere; on commentary no rule speaks."""
    if clauses.kind == "commentary":
        return False
    if rule.absent:
        return not rule.absent.document_kinds or clauses.kind in rule.absent.document_kinds
    looks_for = rule.looks_for
    if looks_for is None:
        return False
    if looks_for.document_kinds and clauses.kind not in looks_for.document_kinds:
        return False
    return not unsaid(looks_for, mentions)


def unsaid(looks_for: LooksFor, mentions: Mentions) -> tuple[Pattern, ...]:
    """What a rule wants said somewhere in the document and nothing says."""
    return tuple(pattern for pattern in looks_for.document_says if not _is_among(pattern, mentions.counts))


def is_under(rule: Rule, heading: Span | None, mentions: Mentions) -> bool:
    """Whether a sentence stands under a heading that says what the rule wants said there; so does every sentence, of a rule that asks for none."""
    if rule.looks_for is None or not rule.looks_for.under:
        return True
    said = mentions.concepts_in(heading) if heading else ()
    return any(_is_among(pattern, said) for pattern in rule.looks_for.under)


def _is_among(pattern: Pattern, said: Container[str]) -> bool:
    """Whether every step of the pattern is among what is said, in any order; of parts that may be said in several ways, the first counts."""
    return all(all(any(name in said for name in step.concepts) for step in part[0]) for part in pattern.parts)
