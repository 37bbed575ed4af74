"""How the passages of a scan stand with each organisation: by what its own officers said of them, and by what waits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from contract_registry.core.records.reviewing.carrying import Pending
from contract_registry.core.records.reviewing.review import PENDING, Review, standing_of


def standing_by_organisation(carried: Iterable[Review], pending: Iterable[Pending]) -> dict[str, dict[str, str]]:
    """By the id of each passage and by organisation how it stands there; what was said of a passage goes before what only may be about it."""
    said: dict[tuple[str, str], list[Review]] = defaultdict(list)
    for each in carried:
        said[each.passage.id, each.organisation].append(each)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for waits in pending:
        for passage in waits.near:
            found[passage.id][waits.review.organisation] = PENDING
    for (passage_id, organisation), reviews in said.items():
        found[passage_id][organisation] = standing_of(reviews)
    for by_organisation in found.values():
        by_organisation.pop("", None)
    return dict(found)
