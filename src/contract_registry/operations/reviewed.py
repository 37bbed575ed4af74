"""The reviews of a contract laid over its scan of now: what stands on which passage, and what waits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from contract_registry.core.records.reviewing.by_organisation import standing_by_organisation
from contract_registry.core.records.reviewing.carrying import Pending, carried_over
from contract_registry.core.records.reviewing.review import Passage, Review, standing_of
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.reviews import KeptReview, reviews_of

QUEUED = ("findings", "unclear")
"""What of a scan stands in the queue to be reviewed."""
KINDS = (*QUEUED, "protections", "absences", "combinations")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The reviews of a contract over its scan of now: by the passages they stand on, how each of those stands, and what waits."""

    carried: tuple[KeptReview, ...]
    standing: dict[str, str]
    pending: tuple[tuple[KeptReview, Pending], ...]

    def said_in(self, organisation: str, by: str) -> Reviewed:
        """What of it was said in one organisation, or by this person: nobody learns from it what another organisation had open."""

        def is_theirs(review: Review) -> bool:
            return review.organisation == organisation or review.by == by

        return _over(
            [each for each in self.carried if is_theirs(each.review)],
            [(kept, waits) for kept, waits in self.pending if is_theirs(kept.review)],
        )

    @property
    def by_organisation(self) -> dict[str, dict[str, str]]:
        """By the id of each passage and by organisation how it stands there."""
        return standing_by_organisation((each.review for each in self.carried), (waits for _, waits in self.pending))


def reviewed(transaction: Reading | Writing, owner: str, contract: str) -> Reviewed:
    """Every review of the contract: none is lost, and none moved. NotFound where this owner has no such contract."""
    shelf = transaction.shelf(owner)
    every = reviews_of(shelf, contract)
    now = passages_in(shelf.scan(contract)) if every else []
    carried: list[KeptReview] = []
    pending: list[tuple[KeptReview, Pending]] = []
    for kept in every:
        over = carried_over([kept.review], kept.copies, now)
        carried += [replace(kept, review=each) for each in over.carried]
        pending += [(kept, each) for each in over.pending]
    return _over(carried, pending)


def _over(carried: Sequence[KeptReview], pending: Sequence[tuple[KeptReview, Pending]]) -> Reviewed:
    by_passage: dict[str, list[Review]] = {}
    for each in carried:
        by_passage.setdefault(each.review.passage.id, []).append(each.review)
    return Reviewed(tuple(carried), {id_: standing_of(said) for id_, said in by_passage.items()}, tuple(pending))


def passages_in(scan: str | None, kinds: Sequence[str] = KINDS) -> list[Passage]:
    """What a scan tells of, as passages."""
    form: dict[str, Any] = json.loads(scan) if scan else {}
    return [
        Passage(each["id"], each.get("fingerprint", ""), each["type"], each["rule"], each["rule_version"])
        for kind in kinds
        for each in form.get(kind, ())
    ]
