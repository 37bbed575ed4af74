"""Editions of one contract over the API: in order, for their owner alone, with what changed in the words."""

from __future__ import annotations

import jsonschema
import pytest
from starlette.testclient import TestClient

from contract_registry.exporting.comparison_schema import comparison_schema
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.service import Service
from members import Member

CONTRACTS = "/api/v1/contracts"
HEAD = "ILLUSTRATION AGREEMENT between the Illustrator and the Publisher\n\n"
FIRST = f"{HEAD}1. The Illustrator irrevocably waives all moral rights in the Work.\n\n2. The Publisher pays within 30 days.\n"
SECOND = f"{HEAD}1. The Illustrator shall be credited as the author of the Work.\n\n2. The Publisher pays within 30 days.\n"
THIRD = f"{SECOND}\n3. The Publisher may use the Work to train artificial intelligence models.\n"


def keep(member: TestClient, words: str, place: str = CONTRACTS) -> str:
    rest = "" if place == CONTRACTS else "/editions"
    return member.post(place + rest, files={"file": ("agreement.txt", words.encode())}).headers["location"]


def scan(member: Member, service: Service, *places: str) -> None:
    for place in places:
        scan_kept(service, member.owner, place.rpartition("/")[2])


@pytest.fixture
def three(ann: Member, service: Service) -> list[str]:
    first = keep(ann, FIRST)
    places = [first, keep(ann, SECOND, first), keep(ann, THIRD, first)]
    scan(ann, service, *places)
    return places


def ids(places: list[str]) -> list[str]:
    return [place.rpartition("/")[2] for place in places]


def test_editions_stand_in_the_order_in_which_they_came_whichever_is_asked(ann: Member, three: list[str]) -> None:
    for place in three:
        listed = ann.get(f"{place}/editions").json()["editions"]
        assert [(each["number"], each["contract"]["id"]) for each in listed] == list(zip((1, 2, 3), ids(three), strict=True))


def test_what_changed_is_told_since_the_edition_before_or_any_other(ann: Member, three: list[str]) -> None:
    since_second = ann.get(f"{three[2]}/changes").json()
    since_first = ann.get(f"{three[2]}/changes", params={"since": ids(three)[0]}).json()
    better = ann.get(f"{three[1]}/changes").json()

    assert (since_second["verdict"], since_first["verdict"], better["verdict"]) == ("worse", "mixed", "better")
    assert {change["cause"] for change in since_first["changes"] if change["kind"] in {"came", "gone"}} == {"text"}
    jsonschema.validate(since_first, comparison_schema())


def test_the_same_file_is_no_new_edition(ann: Member, three: list[str]) -> None:
    again = ann.post(f"{three[0]}/editions", files={"file": ("agreement.txt", THIRD.encode())})

    assert (again.status_code, again.json()["id"]) == (200, ids(three)[2])
    assert len(ann.get(f"{three[0]}/editions").json()["editions"]) == 3


def test_an_edition_of_another_contract_is_told(ann: Member, three: list[str]) -> None:
    other = keep(ann, f"{HEAD}1. Something else altogether.")
    keep(ann, f"{HEAD}1. Something else again.", other)

    answer = ann.post(f"{other}/editions", files={"file": ("agreement.txt", THIRD.encode())})

    assert (answer.status_code, "edition of another contract" in answer.json()["detail"]) == (400, True)


def test_what_cannot_be_compared_yet_is_told(ann: Member) -> None:
    first = keep(ann, FIRST)
    second = keep(ann, SECOND, first)

    told = [ann.get(f"{first}/changes"), ann.get(f"{second}/changes"), ann.get(f"{second}/changes", params={"since": "nothing"})]

    assert [each.status_code for each in told] == [404, 404, 404]
    assert ["first edition" in told[0].json()["detail"], "not scanned" in told[1].json()["detail"]] == [True, True]


def test_an_edition_is_judged_in_the_case_of_its_contract(ann: Member, service: Service) -> None:
    first = ann.post(CONTRACTS, files={"file": ("a.txt", FIRST.encode())}, data={"jurisdiction": "FR"}).headers["location"]
    second = keep(ann, SECOND, first)
    scan(ann, service, second)

    assert ann.get(f"{second}/scan").json()["circumstances"]["jurisdiction"] == "FR"


def test_a_deleted_edition_leaves_the_others_their_numbers(ann: Member, three: list[str]) -> None:
    ann.delete(three[1])

    assert [each["number"] for each in ann.get(f"{three[2]}/editions").json()["editions"]] == [1, 3]
    assert ann.get(f"{three[2]}/changes").json()["verdict"] == "mixed"


def test_another_persons_editions_are_not_there(three: list[str], ben: Member) -> None:
    for method, rest in (("GET", "/editions"), ("GET", "/changes")):
        assert ben.request(method, three[2] + rest).status_code == 404
    assert ben.post(f"{three[0]}/editions", files={"file": ("b.txt", b"Words.")}).status_code == 404
    assert ben.get(CONTRACTS).json()["contracts"] == []


def test_a_deleted_contract_leaves_no_file_behind(ann: Member, service: Service) -> None:
    before = service.store.blobs.names()
    place = keep(ann, f"{HEAD}1. Only here.")
    scan(ann, service, place)
    assert len(service.store.blobs.names() - before) == 2, "the file, and what it was read into"

    ann.delete(place)

    assert service.store.blobs.names() == before


def test_the_document_that_was_kept_is_what_is_compared(ann: Member, three: list[str], service: Service) -> None:
    first = ann.get(f"{three[2]}/changes").content
    with service.store.writing() as writing:
        from contract_registry.storage.work_tables import contract_documents

        writing.connection.execute(contract_documents.delete())

    assert ann.get(f"{three[2]}/changes").content == first, "read again, it says the same"
