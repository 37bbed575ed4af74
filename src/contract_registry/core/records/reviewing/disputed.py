"""Where was the scanner wrong? Turns a disputed finding into a case for its rule: in redacted words, by consent, and only if it shows the fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from contract_registry.core.clauses.language import count_of_words
from contract_registry.core.records.reviewing.review import Review
from contract_registry.core.scanning.cases import Case, run_cases
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.errors import WrongUsage

SHORTEST = 3
"""Words that must be left of a text for it to be a case."""
_TAKEN_OUT = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A case for the file of a rule, and what its editor should know before taking it in; `shows_fault` is whether today's rule fails it."""

    case: Case
    shows_fault: bool
    remarks: tuple[str, ...]


def case_from(review: Review, redacted: str, scanner: Scanner, *, has_consent: bool) -> Proposal:
    """The case that a dispute makes: today the rule speaks on these words, and it must not.

    `redacted` is the passage as others may read it. WrongUsage where its owner did not agree to this use, the review disputes nothing, or too
    few words are left to try.
    """
    if not has_consent:
        raise WrongUsage(
            "The owner of this contract did not agree that it is turned into a test. Ask them, or write a case in words of your own."
        )
    if review.opinion != "dispute":
        raise WrongUsage("Only what is disputed makes a case. Dispute the finding first, and say why.")
    text = " ".join(redacted.split())
    if count_of_words(_TAKEN_OUT.sub("", text)) < SHORTEST:
        raise WrongUsage("Too little is left of this passage without names. Write a case in words of your own.")
    case = Case(review.passage.rule, " ".join(review.reason.split()), text)
    return _proposal(case, review, scanner)


def _proposal(case: Case, review: Review, scanner: Scanner) -> Proposal:
    (outcome,) = run_cases([case], scanner)
    shows_fault = bool(outcome.failures)
    return Proposal(case, shows_fault, tuple(_remarks(review, scanner, shows_fault=shows_fault)))


def _remarks(review: Review, scanner: Scanner, *, shows_fault: bool) -> Iterator[str]:
    rule = scanner.rulebook.rule(review.passage.rule)
    if not shows_fault:
        yield "The rule is silent on these words: what made it speak was taken out, stands around them, or was mended. Look at the contract with its owner's leave."
    if rule is not None and rule.version != review.passage.rule_version:
        yield f"It was found by version {review.passage.rule_version}; the rule is at version {rule.version} now."
