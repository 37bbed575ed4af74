"""Words that were written about a contract, redacted as it is: what names somebody in the one names somebody in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.disclosure.redaction.apart import apart
from contract_registry.core.disclosure.redaction.capitals import names_in_blocks
from contract_registry.core.disclosure.redaction.everywhere import everywhere
from contract_registry.core.disclosure.redaction.names import parties_in, people_in
from contract_registry.core.disclosure.redaction.redact import NameFinder, Redaction, redact
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.disclosure.redaction.works import titles_in
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.text import Span


def redacted_beside(redaction: Redaction, words: str, finder: NameFinder | None = None, *, is_name: bool = False) -> str:
    """The words as others may read them: without whatever goes from the contract, and without what would go from them by themselves.

    Words that are a name which many share, such as that of a union's agreement (`is_name`), keep what merely looks like one.
    """
    text = redaction.clauses.document.text
    kept = {Kind.NAME} if is_name else set[Kind]()
    gone = [*redaction.removals, *(_named_in_blocks(redaction.clauses) if redaction.removals else ())]
    begins = len(text) + 1
    known = [
        replace(each, span=Span(max(each.span.start, begins) - begins, each.span.end - begins))
        for each in everywhere(f"{text}\n{words}", (each for each in gone if each.kind not in kept))
        if each.span.end > begins
    ]
    own = redact(segment(document_of(words)), None if is_name else finder)
    whole = Redaction(own.clauses, apart(words, [*known, *(each for each in own.removals if each.kind not in kept)]))
    return " ".join(whole.at(Span(0, len(words))).text.split())


def _named_in_blocks(clauses: Clauses) -> Iterator[Removal]:
    """The names that went from the contract with the blocks in which they stand."""
    yield from parties_in(clauses)
    yield from people_in(clauses)
    yield from titles_in(clauses)
    yield from names_in_blocks(clauses)
