"""Words that were written about a contract, redacted as it is: what names somebody in the one names somebody in the other."""

from __future__ import annotations

from dataclasses import replace

from contract_registry.core.clauses.segment import segment
from contract_registry.core.disclosure.redaction.apart import apart
from contract_registry.core.disclosure.redaction.everywhere import everywhere
from contract_registry.core.disclosure.redaction.redact import NameFinder, Redaction, redact
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.text import Span


def redacted_beside(redaction: Redaction, words: str, finder: NameFinder | None = None) -> str:
    """The words as others may read them: without whatever goes from the contract, and without what would go from them by themselves."""
    text = redaction.clauses.document.text
    begins = len(text) + 1
    known = [
        replace(each, span=Span(max(each.span.start, begins) - begins, each.span.end - begins))
        for each in everywhere(f"{text}\n{words}", redaction.removals)
        if each.span.end > begins
    ]
    own = redact(segment(document_of(words)), finder)
    whole = Redaction(own.clauses, apart(words, [*known, *own.removals]))
    return " ".join(whole.at(Span(0, len(words))).text.split())
