"""Blocks that say who is who and little else: the parties, the signatures, comments in the file, hidden words and letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.clauses.tree import ClauseKind, Clauses
from contract_registry.core.disclosure.redaction.removal import Kind, Removal, found
from contract_registry.core.text import Span

_WHOLE: dict[ClauseKind, tuple[Kind, str, str]] = {
    "parties": (Kind.PARTIES, "it says who the parties are", "[parties]"),
    "signature": (Kind.SIGNATURES, "people sign here", "[signatures]"),
    "remark": (Kind.COMMENT, "it is a comment in the file", "[comment]"),
}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]+")
_SIGNED_ELECTRONICALLY = re.compile(r"(?:/s/|\bsgd\.?|\bgez\.)[ \t]*(?P<it>[^\n;]{1,60})", re.IGNORECASE)


def blocks_in(clauses: Clauses) -> Iterator[Removal]:
    """The blocks that go whole, and what is in the file without being seen."""
    for clause in clauses.clauses:
        if clause.kind in _WHOLE:
            kind, because, instead = _WHOLE[clause.kind]
            yield Removal(clause.own, kind, because, instead)
    for mark in clauses.document.marks:
        if mark.kind == "hidden" and len(mark.span):
            yield Removal(Span(mark.span.start, mark.span.end), Kind.COMMENT, "these words are hidden in the file", "[hidden words]")
    yield from found(_UNSEEN, clauses.document.text, Kind.COMMENT, "these letters are not seen and can mark a copy", "")
    yield from found(_SIGNED_ELECTRONICALLY, clauses.document.text, Kind.SIGNATURES, "somebody signed here", "[signature]")
