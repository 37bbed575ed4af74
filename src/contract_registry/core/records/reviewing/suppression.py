"""Suppressions: wordings that an officer does not want told for a while, with why and until when; they are counted and never lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contract_registry.core.records.reviewing.review import LONGEST, Passage
from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

AT_MOST = timedelta(days=366)
"""A suppression ends after a year at the latest: somebody looks again."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """That a type is not told of a passage with these letters, wherever it stands, from one day until before another."""

    letters: str
    type: str
    reason: str
    by: str
    since: date
    until: date
    id: str = ""

    def holds(self, passage: Passage, on: date) -> bool:
        """Whether it speaks of this passage on that day."""
        return (self.letters, self.type) == (passage.letters, passage.type) and self.since <= on < self.until


@dataclass(frozen=True, slots=True)
class Sifted:
    """The passages to be told, and those suppressed, each with why and until when."""

    told: tuple[Passage, ...]
    suppressed: tuple[tuple[Passage, Suppression], ...]

    @property
    def counted(self) -> tuple[tuple[Suppression, int], ...]:
        """Each suppression by which something is not told, with how many passages that are."""
        return tuple(Counter(each for _, each in self.suppressed).items())


def checked_suppression(suppression: Suppression) -> Suppression:
    """The suppression, if it makes sense; WrongUsage with what to do where it does not."""
    if not suppression.letters:
        raise WrongUsage("This was said of the whole contract and has no words of its own. Only a wording can be suppressed.")
    reason = readable(suppression.reason)
    if not reason or len(reason) > LONGEST:
        raise WrongUsage(f"Say why, in {LONGEST:,} characters at most. Whoever finds it suppressed will read it.")
    if not suppression.since < suppression.until <= suppression.since + AT_MOST:
        raise WrongUsage("Say until when: a day after today, and within a year. It can be made again then.")
    return replace(suppression, reason=reason)


def sifted(passages: Iterable[Passage], suppressions: Iterable[Suppression], on: date) -> Sifted:
    """The passages as they are told on a day; every one is either told or suppressed. Of several suppressions the one that lasts longest is named."""
    held = sorted((each for each in suppressions if each.since <= on < each.until), key=lambda each: each.until)
    by_words = {(each.letters, each.type): each for each in held}
    pairs = [(each, by_words.get((each.letters, each.type))) for each in passages]
    return Sifted(tuple(each for each, by in pairs if by is None), tuple((each, by) for each, by in pairs if by is not None))
