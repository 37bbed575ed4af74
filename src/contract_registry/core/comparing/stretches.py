"""The stretch of text that a finding is about: its whole sentence, with the words that carry into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.comparing.passages import Passage, at
from contract_registry.core.comparing.wording import Word, leads_of, words_of
from contract_registry.core.scanning.findings import Finding
from contract_registry.core.text import Span, covering


@dataclass(frozen=True, slots=True)
class Stretch:
    """A finding's passages and its `main` one, which holds the words that decided (None where they are in no passage); `words` with the lead-in's."""

    finding: Finding
    passages: tuple[Passage, ...]
    main: Passage | None
    span: Span
    lead_in: tuple[Span, ...]
    words: tuple[Word, ...]


def stretches_of(findings: Sequence[Finding], clauses: Clauses, passages: Sequence[Passage]) -> list[Stretch]:
    """One for each finding, in their order."""
    leads = leads_of(clauses.document.text, clauses.references)
    return [_stretch(finding, clauses, passages, leads) for finding in findings]


def _stretch(finding: Finding, clauses: Clauses, passages: Sequence[Passage], leads: dict[int, int]) -> Stretch:
    text = clauses.document.text
    own = at(passages, finding.quote)
    main = next(iter(at(own, finding.focus)), own[0] if own else None)
    span = covering([finding.quote, *(each.span for each in own)])
    carried = clauses.clauses[finding.clause_index].lead_in if finding.clause_index < len(clauses.clauses) else ()
    lead_in = tuple(each for each in carried if not each.overlaps(span))
    spoken = [word for each in own for word in each.words] or words_of(text, finding.quote, leads)
    before = [word for each in lead_in for word in words_of(text, each, leads)]
    return Stretch(finding, own, main, span, lead_in, (*before, *spoken))
