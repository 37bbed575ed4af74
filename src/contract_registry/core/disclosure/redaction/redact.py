"""The redaction of a contract: what is taken out, in one log; what any stretch of it reads like without; and the way back to the owner's text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.disclosure.redaction.addresses import addresses_in
from contract_registry.core.disclosure.redaction.blocks import blocks_in
from contract_registry.core.disclosure.redaction.capitals import capitals_in, companies_in
from contract_registry.core.disclosure.redaction.contacts import contacts_in
from contract_registry.core.disclosure.redaction.everywhere import everywhere
from contract_registry.core.disclosure.redaction.names import parties_in, people_in
from contract_registry.core.disclosure.redaction.numbers import long_numbers_in, numbers_in
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.disclosure.redaction.terms import terms_in
from contract_registry.core.disclosure.redaction.trades import languages_in, trades_in
from contract_registry.core.disclosure.redaction.works import titles_in
from contract_registry.core.text import Span, TextBuilder, TextMap, trimmed

_BLANK = "\0"
CAN_STAY = frozenset({Kind.NAME, Kind.TITLE, Kind.COUNT, Kind.NUMBER})
"""What is a guess, so that its owner may say that it names nobody."""


class NameFinder(Protocol):
    """Something that finds names in a text, by whatever means."""

    def names_in(self, text: str) -> Iterable[Span]:
        """Where names of people, companies, places and works stand."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A stretch as others may read it, with the way from it back to the contract's own text."""

    text: str
    map: TextMap


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is taken out of a contract, in the order of its text, no two of them overlapping: its log."""

    clauses: Clauses
    removals: tuple[Removal, ...]

    def at(self, span: Span) -> Redacted:
        """What `span` reads like; what is taken out only in part is replaced as a whole."""
        text, builder = self.clauses.document.text, TextBuilder()
        at = span.start
        for removal in self._within(span):
            builder.add(text[at : removal.span.start], at)
            builder.add(removal.instead)
            at = removal.span.end
        builder.add(text[at : span.end], at)
        return Redacted(builder.text, builder.map(len(text)))

    def confirmed(self, kept: Collection[Span] = (), added: Iterable[Span] = ()) -> Redaction:
        """The redaction as its owner wants it: guesses at `kept` left in, whatever is at `added` taken out too. What is no guess stays out."""
        left = [each for each in self.removals if each.kind not in CAN_STAY or each.span not in kept]
        own = [Removal(span, Kind.NAME, "its owner wants it out", "[taken out]") for span in added]
        return replace(self, removals=_apart(self.clauses.document.text, [*left, *own]))

    def _within(self, span: Span) -> Iterator[Removal]:
        first = bisect_left(self.removals, span.start, key=lambda each: each.span.end)
        for removal in self.removals[first:]:
            if removal.span.start >= span.end:
                return
            if removal.span.end > span.start:
                yield removal


def redact(clauses: Clauses, finder: NameFinder | None = None) -> Redaction:
    """Everything that goes from a segmented contract before others read it; whatever its text, it never raises."""
    text = clauses.document.text
    said = [
        *blocks_in(clauses),
        *contacts_in(text),
        *numbers_in(text),
        *addresses_in(text),
        *terms_in(clauses),
        *long_numbers_in(text),
        *languages_in(text),
        *parties_in(clauses),
        *titles_in(clauses),
        *people_in(clauses),
    ]
    if finder is not None:
        said += (Removal(span, Kind.NAME, "a finder of names took it for one", "[name]") for span in finder.names_in(text))
    said += companies_in(text)
    said += everywhere(text, said)
    said += trades_in(text)
    guessed = list(capitals_in(clauses, _blanked(text, said)))
    return Redaction(clauses, _apart(text, [*said, *guessed, *everywhere(text, guessed)]))


def _blanked(text: str, removals: Iterable[Removal]) -> str:
    """The text with what goes replaced by as many letters of no meaning."""
    letters = list(text)
    for removal in removals:
        letters[removal.span.start : removal.span.end] = _BLANK * len(removal.span)
    return "".join(letters)


def _apart(text: str, removals: Iterable[Removal]) -> tuple[Removal, ...]:
    """The removals in the order of the text without overlaps: what an earlier one takes out, a later one does not; two alike side by side are one."""
    taken = bytearray(len(text))
    kept: list[Removal] = []
    for removal in removals:
        for span in (trimmed(free, text) for free in _free(taken, removal.span)):
            kept += [replace(removal, span=span)] if any(map(str.isalnum, span.of(text))) or not removal.instead else []
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
