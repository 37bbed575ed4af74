"""From a document to its clauses: the tree, what the text defines and refers to, who is who in it, its languages and kind."""

from __future__ import annotations

from contract_registry.core.clauses.clause_kind import with_kinds
from contract_registry.core.clauses.definitions import definitions_of
from contract_registry.core.clauses.hierarchy import clauses_of
from contract_registry.core.clauses.kind import document_kind
from contract_registry.core.clauses.language import languages
from contract_registry.core.clauses.parties import parties_of
from contract_registry.core.clauses.references import references_of
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.document import Document


def segment(document: Document) -> Clauses:
    """The document as clauses: every character of its text in one of them or in the white space between; never raises, same document, same clauses."""
    text = document.text
    bare = clauses_of(document)
    definitions = definitions_of(text, bare)
    clauses = with_kinds(text, bare, definitions)
    found = languages(document)
    kind = document_kind(document, clauses)
    return Clauses(
        document=document,
        clauses=clauses,
        definitions=definitions,
        references=references_of(text, clauses, definitions),
        parties=parties_of(text, clauses, definitions, found, kind),
        language=found[0],
        languages=found,
        kind=kind,
    )
