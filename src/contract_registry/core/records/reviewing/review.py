"""A review: whether an officer agrees with what a rule found in a passage, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

Opinion = Literal["agree", "dispute", "unsure"]
OPINIONS: tuple[Opinion, ...] = get_args(Opinion)
LONGEST = 1_000
NOT_REVIEWED = ""
CONTESTED = "contested"
"""What stands for a passage on which officers disagree."""
PENDING = "pending"
"""What stands for a passage that a review may be about, which waits until an officer says so."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a scan tells it: `id` is its finding's, `letters` the sum over its letters, `type` what was found in it, and by which rule."""

    id: str
    letters: str
    type: str
    rule: str
    rule_version: int


@dataclass(frozen=True, slots=True)
class Review:
    """What one officer said of a passage of a contract, and why."""

    contract: str
    passage: Passage
    opinion: Opinion
    reason: str
    by: str
    at: datetime
    organisation: str = ""
    """The officer's, when it was made."""


def checked_review(review: Review) -> Review:
    """The review, if it makes sense; WrongUsage with what to do where it does not: a dispute without a reason teaches nobody."""
    if review.opinion not in OPINIONS:
        raise WrongUsage(f"{review.opinion!r} is no opinion. Say one of: {', '.join(OPINIONS)}.")
    reason = readable(review.reason)
    if review.opinion != "agree" and not reason:
        raise WrongUsage("Say in a few words why. Whoever looks after the rule will read it.")
    if len(reason) > LONGEST:
        raise WrongUsage(f"Say why in {LONGEST:,} characters at most.")
    return replace(review, reason=reason)


def latest(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The last review of each officer on each passage, in the order in which they were made: who says otherwise later has changed their mind."""
    last: dict[tuple[str, str, str], Review] = {}
    for each in sorted(reviews, key=lambda each: each.at):
        last.pop((each.contract, each.passage.id, each.by), None)
        last[each.contract, each.passage.id, each.by] = each
    return tuple(last.values())


def standing_of(reviews: Iterable[Review]) -> str:
    """How a passage stands by the last reviews of it: what all officers say who are sure, `contested` where they differ; empty where nobody looked."""
    last = latest(reviews)
    sure = {each.opinion for each in last if each.opinion != "unsure"}
    if len(sure) > 1:
        return CONTESTED
    return next(iter(sure), "unsure" if last else NOT_REVIEWED)
