"""Officers review what was found in a contract: they say it, move what waits, take it back, and make a case for a rule of a dispute."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.consent.consent import standing
from contract_registry.core.disclosure.consent.ladder import Purpose
from contract_registry.core.records.reviewing.carrying import Pending, settled
from contract_registry.core.records.reviewing.disputed import case_from
from contract_registry.core.records.reviewing.review import Opinion, Review, checked_review
from contract_registry.core.text import Span
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.exporting.case_yaml import case_yaml
from contract_registry.operations.records import Recorder
from contract_registry.operations.reviewed import KINDS, Reviewed, passages_in, reviewed
from contract_registry.operations.service import Service
from contract_registry.operations.shareable import shareable_now
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.consents import consents_of, project_again
from contract_registry.storage.vault.reviews import KeptReview, forget_reviews, keep_review, move_review

__all__ = ["KeptReview", "Pending", "case_of_dispute", "review", "reviews_in", "settle", "take_back"]


def review(service: Service, recorder: Recorder, contract: str, finding: str, opinion: Opinion, reason: str = "") -> KeptReview:
    """The review as it is kept; WrongUsage where it makes no sense, NotFound where the scan has no such finding, or the contract is not open to the recorder."""
    with service.store.writing() as writing:
        owner = recorder.owner_of(service, writing, contract)
        shelf = writing.shelf(owner)
        passages = passages_in(shelf.scan(contract))
        passage = next((each for each in passages if each.id == finding), None)
        if passage is None:
            raise NotFound("The scan of this contract has no such finding.")
        organisation = _organisation(service, writing, recorder)
        made = checked_review(Review(contract, passage, opinion, reason, recorder.person, writing.now, organisation))
        copies = tuple(each for each in passages if (each.letters, each.type) == (passage.letters, passage.type))
        kept = KeptReview(writing.store.new_id(), made, copies)
        keep_review(shelf, kept)
        project_again(writing.connection, owner, contract)
        note(writing.connection, writing.now, recorder.person, Did.REVIEWED, contract=contract, opinion=opinion)
    return kept


def reviews_in(service: Service, recorder: Recorder, contract: str) -> Reviewed:
    """Every review of the contract in the recorder's organisation over its scan of now: none is lost, and none moved. NotFound where it is not open to the recorder."""
    with service.store.reading() as reading:
        return _said_there(service, reading, recorder, recorder.owner_of(service, reading, contract), contract)


def settle(service: Service, recorder: Recorder, contract: str, review_id: str, finding: str) -> KeptReview:
    """A pending review, moved by hand to a finding of the scan of now; NotFound where there is no such one of either."""
    with service.store.writing() as writing:
        owner = recorder.owner_of(service, writing, contract)
        shelf = writing.shelf(owner)
        waits = next((pair for pair in _said_there(service, writing, recorder, owner, contract).pending if pair[0].id == review_id), None)
        passages = passages_in(shelf.scan(contract))
        passage = next((each for each in passages if each.id == finding), None)
        if waits is None or passage is None:
            raise NotFound("No such review waits, or the scan has no such finding.")
        copies = tuple(each for each in passages if (each.letters, each.type) == (passage.letters, passage.type))
        moved = replace(waits[0], review=settled(waits[1], passage), copies=copies)
        move_review(shelf, moved)
        project_again(writing.connection, owner, contract)
        note(writing.connection, writing.now, recorder.person, Did.REVIEWED, contract=contract, moved=review_id)
    return moved


def take_back(service: Service, recorder: Recorder, contract: str, review_id: str) -> None:
    """Take back a review of one's own, with whatever else one said of its passage before; NotFound where there is none of one's own by this id."""
    with service.store.writing() as writing:
        owner = recorder.owner_of(service, writing, contract)
        shelf = writing.shelf(owner)
        found = reviewed(writing, owner, contract)
        said = (*found.carried, *(kept for kept, _ in found.pending))
        mine = {each.id: each.review.passage.id for each in said if each.review.by == recorder.person}
        if review_id not in mine:
            raise NotFound("There is no such review of your own. Whoever made it takes it back.")
        forget_reviews(shelf, contract, [id_ for id_, passage in mine.items() if passage == mine[review_id]])
        project_again(writing.connection, owner, contract)
        note(writing.connection, writing.now, recorder.person, Did.REVIEW_TAKEN_BACK, contract=contract)


def case_of_dispute(service: Service, recorder: Recorder, contract: str, review_id: str) -> str:
    """The case for its rule that a disputed finding makes, as the text of its file, in redacted words.

    WrongUsage where its owner did not agree to that, it is no dispute, or it waits; NotFound where there is no such review.
    """
    with service.store.reading() as reading:
        owner = recorder.owner_of(service, reading, contract)
        kept = next((each for each in _said_there(service, reading, recorder, owner, contract).carried if each.id == review_id), None)
        shelf = reading.shelf(owner)
        given = [each for each in consents_of(shelf, contract) if Purpose.RULES in each[0].purposes]
        now = service.store.clock()
        agreed = [choices for consent, choices in given if standing([consent], now)]
        form = json.loads(shelf.scan(contract) or "{}")
    if kept is None:
        raise NotFound("There is no such review, or it waits for somebody to say which finding it is about.")
    place: dict[str, Any] = next((each for kind in KINDS for each in form.get(kind, ()) if each["id"] == kept.review.passage.id), {})
    words = ""
    if agreed:
        if "start" not in place:
            raise WrongUsage("This was said of the whole contract, which makes no case. Write one in words of your own.")
        redaction = shareable_now(service, owner, contract).confirmed(agreed[0])
        words = redaction.at(Span(place["start"], place["end"])).text
    return case_yaml(case_from(kept.review, words, service.system.scanner(), has_consent=bool(agreed)))


def _said_there(service: Service, transaction: Reading | Writing, recorder: Recorder, owner: str, contract: str) -> Reviewed:
    return reviewed(transaction, owner, contract).said_in(_organisation(service, transaction, recorder), recorder.person)


def _organisation(service: Service, transaction: Reading | Writing, recorder: Recorder) -> str:
    return service.access.register(transaction).person(recorder.person).organisation or ""
