"""Reviews as they are kept: sealed with the key of their contract, one row each, changed where an officer moves one, gone where one takes it back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from contract_registry.core.records.reviewing.review import Passage, Review
from contract_registry.storage.desk_tables import reviews
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.sealing import seal, unseal
from contract_registry.storage.vault.shelf import Shelf


@dataclass(frozen=True, slots=True)
class KeptReview:
    """A review with its id and the `copies` of its passage in the scan that it was made on, in the order of the text."""

    id: str
    review: Review
    copies: tuple[Passage, ...]


def reviews_of(shelf: Shelf, contract: str) -> list[KeptReview]:
    """Every review of the contract, the earliest first; NotFound where this owner has no such contract."""
    shelf.contract(contract)
    rows = shelf.connection.execute(select(reviews).where(reviews.c.contract_id == contract).order_by(reviews.c.at, reviews.c.id)).all()
    key = shelf.keys.key_of_contract(shelf.connection, contract) if rows else b""
    return [_opened(row, key) for row in rows]


def keep_review(shelf: WritableShelf, kept: KeptReview) -> None:
    """Keep a new review."""
    one = kept.review
    values = {"contract_id": one.contract, "id": kept.id, "by": one.by, "at": one.at, "record": _sealed(shelf, kept)}
    shelf.connection.execute(insert(reviews).values(values))


def move_review(shelf: WritableShelf, kept: KeptReview) -> None:
    """Keep a review on the passage that an officer moved it to."""
    row = update(reviews).where(reviews.c.contract_id == kept.review.contract, reviews.c.id == kept.id)
    shelf.connection.execute(row.values(record=_sealed(shelf, kept)))


def forget_reviews(shelf: WritableShelf, contract: str, ids: Sequence[str]) -> None:
    """Keep these reviews of the contract no longer."""
    shelf.connection.execute(delete(reviews).where(reviews.c.contract_id == contract, reviews.c.id.in_(ids)))


def _sealed(shelf: WritableShelf, kept: KeptReview) -> bytes:
    one = kept.review
    said = {"opinion": one.opinion, "reason": one.reason, "organisation": one.organisation}
    told = {"passage": asdict(one.passage), **said, "copies": [asdict(each) for each in kept.copies]}
    key = shelf.keys.key_of_contract(shelf.connection, one.contract)
    return seal(key, json.dumps(told).encode(), _purpose(one.contract, kept.id), shelf.keys.random)


def _opened(row: Row[Any], key: bytes) -> KeptReview:
    told = json.loads(unseal(key, row.record, _purpose(row.contract_id, row.id)))
    passage, organisation = Passage(**told["passage"]), told.get("organisation", "")
    review = Review(row.contract_id, passage, told["opinion"], told["reason"], row.by, row.at, organisation)
    return KeptReview(row.id, review, tuple(Passage(**each) for each in told["copies"]))


def _purpose(contract: str, review: str) -> str:
    return f"contract {contract} review {review}"
