"""Redacts what was read: the text as others may read it, and the log of what was taken out and why."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from contract_registry.core.disclosure.redaction.redact import NameFinder, redact
from contract_registry.core.text import Span
from contract_registry.operations.read import WasRead


class _OneAtATime:
    """A finder that is asked by one thread after the other, as a model must be."""

    def __init__(self, finder: NameFinder) -> None:
        self._finder, self._alone = finder, Lock()

    def names_in(self, text: str) -> Iterable[Span]:
        with self._alone:
            return list(self._finder.names_in(text))


def name_finder(package: str) -> NameFinder | None:
    """The finder of names that an installed model is; None where none is asked for. WrongUsage where it is not installed."""
    if not package:
        return None
    from contract_registry.core.disclosure.redaction.name_model import load_name_model

    return _OneAtATime(load_name_model(package))


def redacted_as_text(read: WasRead, finder: NameFinder | None = None) -> str:
    """The whole text of a document as others may read it."""
    return redact(read.clauses, finder).at(Span(0, len(read.document.text))).text


def redaction_log(read: WasRead, finder: NameFinder | None = None) -> str:
    """A line for each removal, in the order of the text, its columns parted by tabs: what it is, the words, what stands instead, and why."""
    text = read.document.text
    removals = redact(read.clauses, finder).removals
    lines = ((each.kind.value, " ".join(each.span.of(text).split()), each.instead, each.because) for each in removals)
    return "".join("\t".join(columns) + "\n" for columns in lines)
