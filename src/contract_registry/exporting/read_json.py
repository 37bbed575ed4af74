"""What was read of a contract as JSON: pages, lines, blocks, clauses, definitions, and what could not be read."""

from __future__ import annotations

from contract_registry.core.clauses.tree import Clause, Clauses, Definition, Party, Reference
from contract_registry.core.document import Block, Document, Page
from contract_registry.core.text import Span
from contract_registry.exporting.places import corners, offsets, quoted

SCHEMA_VERSION = 1

Form = dict[str, object]


def read_form(clauses: Clauses) -> Form:
    """The document and its clauses as plain data; every place is a pair of offsets into `text`."""
    document = clauses.document
    return {
        "schema": SCHEMA_VERSION,
        "document": _document(clauses),
        "text": document.text,
        "pages": [_page(page) for page in document.pages],
        "blocks": [_block(block) for block in document.blocks],
        "marks": [{"kind": mark.kind, **quoted(mark.span, document), "note": mark.note} for mark in document.marks],
        "revisions": [
            {"kind": each.kind, **quoted(each.span, document), "removed": each.removed, "author": each.author, "date": each.date}
            for each in document.revisions
        ],
        "clauses": [_clause(clause) for clause in clauses.clauses],
        "definitions": [_definition(each, document) for each in clauses.definitions],
        "references": [_reference(each) for each in clauses.references],
        "parties": [_party(each) for each in clauses.parties],
    }


def _document(clauses: Clauses) -> Form:
    document = clauses.document
    return {
        "name": document.name,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "size": document.size,
        "pages": document.page_count,
        "language": clauses.language,
        "languages": list(clauses.languages),
        "kind": clauses.kind,
        "text_sha256": document.text_sha256,
        "reader": document.reader,
        "problems": [{"page": each.page, "kind": each.kind, "message": each.message} for each in document.problems],
        "parts": [
            {
                "name": part.name,
                "media_type": part.media_type,
                "sha256": part.sha256,
                "size": part.size,
                "span": offsets(part.span),
                "pages": list(part.pages),
            }
            for part in document.parts
        ],
    }


def _page(page: Page) -> Form:
    return {
        "number": page.number,
        "width": round(page.width, 1),
        "height": round(page.height, 1),
        "origin": page.origin,
        "lines": [{"span": offsets(line.span), "box": corners(line.box)} for line in page.lines],
        "furniture": [{"kind": each.kind, "text": each.text, "box": corners(each.box)} for each in page.furniture],
    }


def _block(block: Block) -> Form:
    return {
        "span": offsets(block.span),
        "kind": block.kind,
        "level": block.level,
        "source": block.source,
        "number": _offsets(block.number),
        "cells": [offsets(cell) for cell in block.cells],
    }


def _clause(clause: Clause) -> Form:
    return {
        "index": clause.index,
        "number": clause.number,
        "heading": clause.heading,
        "kind": clause.kind,
        "level": clause.level,
        "parent": clause.parent,
        "children": list(clause.children),
        "span": offsets(clause.span),
        "own": offsets(clause.own),
        "body": offsets(clause.body),
        "lead_in": [offsets(each) for each in clause.lead_in],
        "closing": [offsets(each) for each in clause.closing],
    }


def _definition(definition: Definition, document: Document) -> Form:
    return {
        "term": definition.term,
        "at": offsets(definition.at),
        "clause": definition.clause,
        "meaning": offsets(definition.meaning),
        "words": definition.meaning.of(document.text),
    }


def _reference(reference: Reference) -> Form:
    return {"text": reference.text, "span": offsets(reference.span), "clause": reference.target, "external": reference.external}


def _party(party: Party) -> Form:
    return {"name": party.name, "role": party.role, "aliases": list(party.aliases), "at": _offsets(party.at)}


def _offsets(span: Span | None) -> list[int] | None:
    return None if span is None else offsets(span)
