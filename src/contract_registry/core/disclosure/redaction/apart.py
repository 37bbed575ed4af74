"""Removals laid side by side in a text: what one takes out, no other takes out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contract_registry.core.disclosure.redaction.common_words import is_common
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.text import Span, trimmed


def apart(text: str, removals: Iterable[Removal]) -> tuple[Removal, ...]:
    """The removals in the order of the text without overlaps: what an earlier one takes out, a later one does not; two alike side by side are one."""
    taken = bytearray(len(text))
    kept: list[Removal] = []
    for removal in removals:
        for span in (trimmed(free, text) for free in _free(taken, removal.span)):
            kept += [replace(removal, span=span)] if _is_worth_it(removal, span, text) else []
        taken[removal.span.start : removal.span.end] = b"\1" * len(removal.span)
    joined: list[Removal] = []
    for removal in sorted(kept, key=lambda each: each.span):
        last = joined[-1] if joined else None
        if (
            last
            and (last.kind, last.instead) == (removal.kind, removal.instead)
            and not text[last.span.end : removal.span.start].strip(" ,")
        ):
            joined[-1] = replace(last, span=Span(last.span.start, removal.span.end))
        else:
            joined.append(removal)
    return tuple(joined)


def _is_worth_it(removal: Removal, span: Span, text: str) -> bool:
    """Whether `span`, what is left of a removal, still holds something to take out: of a name more than "Ms" and "'s"."""
    if not removal.instead:
        return True
    if removal.kind is Kind.NAME and span != removal.span:
        return not all(map(is_common, span.of(text).split()))
    return any(map(str.isalnum, span.of(text)))


def _free(taken: bytearray, span: Span) -> Iterator[Span]:
    """The stretches of `span` that nothing has taken yet."""
    start = span.start
    while start < span.end:
        start = taken.find(b"\0", start, span.end)
        if start < 0:
            return
        end = taken.find(b"\1", start, span.end)
        end = span.end if end < 0 else end
        yield Span(start, end)
        start = end
