"""The redaction of a contract: what is taken out, in one log; what any stretch of it reads like without; and the way back to the owner's text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.disclosure.redaction.addresses import addresses_in
from contract_registry.core.disclosure.redaction.apart import apart
from contract_registry.core.disclosure.redaction.blocks import blocks_in
from contract_registry.core.disclosure.redaction.capitals import capitals_in, companies_in, names_in_blocks
from contract_registry.core.disclosure.redaction.common_words import is_common
from contract_registry.core.disclosure.redaction.contacts import contacts_in
from contract_registry.core.disclosure.redaction.everywhere import everywhere
from contract_registry.core.disclosure.redaction.names import parties_in, people_in
from contract_registry.core.disclosure.redaction.numbers import long_numbers_in, numbers_in
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.disclosure.redaction.terms import terms_in
from contract_registry.core.disclosure.redaction.trades import languages_in, trades_in
from contract_registry.core.disclosure.redaction.works import titles_in
from contract_registry.core.text import Span, TextBuilder, TextMap

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

    def confirmed(self, kept: Collection[Span] = (), added: Iterable[Span] = (), seen: Iterable[Removal] = ()) -> Redaction:
        """The redaction as its owner wants it: guesses at `kept` left in, whatever is at `added` taken out too, wherever it stands. What is no guess stays out.

        What its owner has `seen` taken out stays out as it was seen, whatever is found by now.
        """
        left = [each for each in self.removals if each.kind not in CAN_STAY or each.span not in kept]
        text = self.clauses.document.text
        own = [Removal(span, Kind.OWN, "its owner wants it out", "[taken out]") for span in added]
        return replace(self, removals=apart(text, [*seen, *left, *own, *everywhere(text, own)]))

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
        *names_in_blocks(clauses),
    ]
    said += companies_in(text)
    said += everywhere(text, said)
    said += everywhere(text, said)  # a given name that the first round found beside a family name stands alone elsewhere
    said += trades_in(text)
    guessed = [*_named_by(finder, text), *capitals_in(clauses, _blanked(text, said))]
    return Redaction(clauses, apart(text, [*said, *guessed, *everywhere(text, guessed)]))


def _named_by(finder: NameFinder | None, text: str) -> Iterator[Removal]:
    """What a finder takes for names, but for words that every contract has: to a model "Illustrator" is one."""
    for span in finder.names_in(text) if finder else ():
        if not all(map(is_common, span.of(text).split())):
            yield Removal(span, Kind.NAME, "a finder of names took it for one", "[name]")


def _blanked(text: str, removals: Iterable[Removal]) -> str:
    """The text with what goes replaced by as many letters of no meaning."""
    letters = list(text)
    for removal in removals:
        letters[removal.span.start : removal.span.end] = _BLANK * len(removal.span)
    return "".join(letters)
