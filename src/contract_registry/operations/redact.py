"""Redacts what was read: the text as others may read it, and the log of what was taken out and why."""

from __future__ import annotations

from contract_registry.core.disclosure.redaction.redact import redact
from contract_registry.core.text import Span
from contract_registry.operations.read import WasRead


def redacted_as_text(read: WasRead) -> str:
    """The whole text of a document as others may read it."""
    return redact(read.clauses).at(Span(0, len(read.document.text))).text


def redaction_log(read: WasRead) -> str:
    """A line for each removal, in the order of the text, its columns parted by tabs: what it is, the words, what stands instead, and why."""
    text = read.document.text
    lines = ((each.kind.value, " ".join(each.span.of(text).split()), each.instead, each.because) for each in redact(read.clauses).removals)
    return "".join("\t".join(columns) + "\n" for columns in lines)
