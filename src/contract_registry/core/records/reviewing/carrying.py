"""Carries reviews over to a later scan of the same contract: by the letters of the passage, and never by guessing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contract_registry.core.records.reviewing.review import Passage, Review

GONE = "Its passage is not in the contract as it is read now, or nothing is found in it any more."
OTHER_TYPE = "In its passage another type of clause is found now."
TWICE = "Its passage stands more often than before, so that it cannot be told which one was meant."


@dataclass(frozen=True, slots=True)
class Pending:
    """A review that waits for an officer, with why, and the passages of the new scan that it may be about."""

    review: Review
    why: str
    near: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """Every review, either carried to a passage of the new scan or pending: none is lost and none moved to other words."""

    carried: tuple[Review, ...]
    pending: tuple[Pending, ...]


def carried_over(reviews: Iterable[Review], old: Sequence[Passage], new: Sequence[Passage]) -> CarriedOver:
    """The reviews of a contract over its new scan. `old` are the passages of the scan they were made on; of copies of one passage the first stays the first."""
    before, now = _by_words(old), _by_words(new)
    carried: list[Review] = []
    pending: list[Pending] = []
    for review in reviews:
        copies, places = before.get(_words(review.passage), []), now.get(_words(review.passage), [])
        at = [each.id for each in copies].index(review.passage.id) if review.passage.id in {each.id for each in copies} else 0
        if places and len(copies or (review.passage,)) == len(places):
            carried.append(replace(review, passage=places[at]))
        else:
            pending.append(_pending(review, places, new))
    return CarriedOver(tuple(carried), tuple(pending))


def settled(pending: Pending, passage: Passage) -> Review:
    """The review as an officer moved it, by hand, to the passage that it is about."""
    return replace(pending.review, passage=passage)


def _pending(review: Review, places: Sequence[Passage], new: Sequence[Passage]) -> Pending:
    if places:
        return Pending(review, TWICE, tuple(places))
    near = tuple(each for each in new if each.letters == review.passage.letters)
    return Pending(review, OTHER_TYPE if near else GONE, near)


def _by_words(passages: Sequence[Passage]) -> dict[tuple[str, str], list[Passage]]:
    """The passages by their words and type, copies in the order of the text."""
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for each in passages:
        found[_words(each)].append(each)
    return found


def _words(passage: Passage) -> tuple[str, str]:
    return passage.letters, passage.type
