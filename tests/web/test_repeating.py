"""What is asked twice: a request that is sent again is done once, and an answer that nobody changed is not sent again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.service import Service
from members import Member

CONTRACTS = "/api/v1/contracts"
Contract = tuple[str, bytes]
ONCE = {"idempotency-key": "monday-1"}


def jobs_for(service: Service, owner: str) -> int:
    with service.store.reading() as reading:
        query = text("SELECT count(*) FROM procrastinate_jobs WHERE args ->> 'owner' = :owner")
        return reading.connection.scalar(query, {"owner": owner})


def test_a_request_sent_again_with_its_key_is_answered_the_same_and_done_once(ann: Member, service: Service, contract: Contract) -> None:
    first, again = (ann.post(CONTRACTS, files={"file": contract}, headers=ONCE) for _ in range(2))

    assert (first.status_code, first.json(), first.headers["location"]) == (again.status_code, again.json(), again.headers["location"])
    assert jobs_for(service, ann.owner) == 1


def test_four_at_once_with_one_key_are_done_once(ann: Member, service: Service, contract: Contract) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ann.post(CONTRACTS, files={"file": contract}, headers=ONCE), range(4)))

    assert {(each.status_code, each.json()["id"]) for each in answers} == {(201, answers[0].json()["id"])}
    assert jobs_for(service, ann.owner) == 1


def test_a_key_that_came_with_another_request_is_told(ann: Member, contract: Contract) -> None:
    ann.post(CONTRACTS, files={"file": contract}, headers=ONCE)

    for other in ({"files": {"file": ("b.txt", b"Other words.")}}, {"files": {"file": contract}, "data": {"jurisdiction": "IE"}}):
        answer = ann.post(CONTRACTS, headers=ONCE, **other)
        assert (answer.status_code, answer.json()["type"]) == (422, "urn:contract-registry:problem:key-used-otherwise")


def test_a_key_means_nothing_to_anybody_else(ann: Member, ben: Member, contract: Contract) -> None:
    ann.post(CONTRACTS, files={"file": contract}, headers=ONCE)

    assert ben.post(CONTRACTS, files={"file": ("b.txt", b"Other words.")}, headers=ONCE).status_code == 201


def test_a_contract_that_was_deleted_is_not_made_anew_by_a_late_repetition(ann: Member, contract: Contract) -> None:
    place = ann.post(CONTRACTS, files={"file": contract}, headers=ONCE).headers["location"]
    ann.delete(place)

    assert ann.post(CONTRACTS, files={"file": contract}, headers=ONCE).status_code == 404
    assert ann.get(CONTRACTS).json()["contracts"] == []


def test_an_answer_at_hand_is_not_sent_again_until_it_changes(ann: Member, service: Service, contract: Contract) -> None:
    place = ann.post(CONTRACTS, files={"file": contract}).headers["location"]
    first = ann.get(place)

    unchanged = ann.get(place, headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    scan_kept(service, ann.owner, place.rpartition("/")[2])
    changed = ann.get(place, headers={"if-none-match": first.headers["etag"]})

    assert (unchanged.status_code, unchanged.content, unchanged.headers["etag"]) == (304, b"", first.headers["etag"])
    assert (changed.status_code, changed.json()["state"]) == (200, "scanned")
    assert changed.headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize("rest", ["", "/scan", "/files/0"])
def test_every_answer_about_a_contract_can_be_kept_at_hand(rest: str, ann: Member, service: Service, contract: Contract) -> None:
    place = ann.post(CONTRACTS, files={"file": contract}).headers["location"]
    scan_kept(service, ann.owner, place.rpartition("/")[2])

    tag = ann.get(place + rest).headers["etag"]

    assert ann.get(place + rest, headers={"if-none-match": tag}).status_code == 304
    assert ann.get(CONTRACTS, headers={"if-none-match": ann.get(CONTRACTS).headers["etag"]}).status_code == 304
