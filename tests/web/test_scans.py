"""A visitor's scan over the API: sent, asked for again, forgotten; every error in one shape."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from contract_registry.errors import TooBusy
from contract_registry.operations.service import Service
from pdf_files import Page, a_pdf, words

SCANS = "/api/v1/scans"
Contract = tuple[str, bytes]
LOCKED = a_pdf(Page(words("The Illustrator waives all moral rights in the Work.", 72, 100)), password="secret")
SAMPLES = Path(__file__).parents[1] / "samples"


def test_the_answer_is_what_the_command_prints(client: TestClient, contract: Contract) -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "contract_registry", "scan", "--format", "json", str(SAMPLES / contract[0])],
        capture_output=True,
        check=True,
    ).stdout

    sent = client.post(SCANS, files={"file": contract})

    assert sent.status_code == 201
    assert sent.json() == json.loads(printed)
    assert sent.headers["content-type"] == "application/json"


def test_the_scan_is_found_where_the_answer_says_until_it_is_forgotten(client: TestClient, contract: Contract) -> None:
    sent = client.post(SCANS, files={"file": contract})
    place = sent.headers["location"]

    assert client.get(place).content == sent.content
    assert client.delete(place).status_code == 204
    assert [client.get(place).status_code, client.delete(place).status_code] == [404, 404]


def test_a_scan_that_was_forgotten_and_one_that_never_was_are_told_apart_by_nothing(client: TestClient, contract: Contract) -> None:
    place = client.post(SCANS, files={"file": contract}).headers["location"]
    client.delete(place)

    gone, never = client.get(place), client.get(f"{SCANS}/nobody-ever-sent-this-one")

    assert (gone.status_code, gone.content, gone.headers) == (never.status_code, never.content, never.headers)


def test_no_two_visits_have_the_same_address(client: TestClient, contract: Contract) -> None:
    places = {client.post(SCANS, files={"file": contract}).headers["location"] for _ in range(3)}

    assert len(places) == 3
    assert all(len(place.rpartition("/")[2]) >= 32 for place in places)


def test_several_files_are_one_document(client: TestClient, contract: Contract) -> None:
    further = ("schedule.txt", b"SCHEDULE\n\n1. The Illustrator waives all moral rights in the sketches too.\n")

    scanned = client.post(SCANS, files=[("file", contract), ("file", further)]).json()

    assert scanned["document"]["name"] == "commission.txt + schedule.txt"
    assert any("sketches" in finding["quote"] for finding in scanned["findings"])


def test_pasted_text_is_a_contract_too(client: TestClient, contract: Contract) -> None:
    pasted = client.post(SCANS, files={"text": (None, contract[1])}).json()

    assert pasted["verdict"] == "stop"


def test_the_case_may_be_told(client: TestClient, contract: Contract) -> None:
    scanned = client.post(SCANS, files={"file": contract}, data={"jurisdiction": "uk", "as_of": "2026-01-31"}).json()

    assert scanned["circumstances"] == {**scanned["circumstances"], "jurisdiction": "GB", "as_of": "2026-01-31"}


@pytest.mark.parametrize("name", ["contrat d'édition.txt", 'a "quoted" name.txt', "契約書.txt", "a" * 250 + ".txt", "../../up.txt"])
def test_a_file_keeps_its_name(name: str, client: TestClient, contract: Contract) -> None:
    assert client.post(SCANS, files={"file": (name, contract[1])}).json()["document"]["name"] == name


def test_a_file_name_shows_every_sign_of_it_and_ends(client: TestClient, contract: Contract) -> None:
    turned = client.post(SCANS, files={"file": ("a\u202etxt.exe\u200b.txt", contract[1])}).json()["document"]["name"]
    long = client.post(SCANS, files={"file": ("n" * 1_000 + ".txt", contract[1])}).json()["document"]["name"]

    assert turned == "a txt.exe .txt"
    assert (len(long), long[-5:]) == (255, "n.txt")


def problem(answer: object, status: int, kind: str) -> dict[str, object]:
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, told["status"], told["type"]) == (status, status, f"urn:contract-registry:problem:{kind}")
    assert told["title"]
    assert told["detail"].rstrip().endswith((".", "`"))
    return told


def test_a_locked_file_is_told_with_what_to_do(client: TestClient) -> None:
    told = problem(client.post(SCANS, files={"file": ("locked.pdf", LOCKED)}), 422, "encrypted")

    assert "password" in told["next"]


def test_a_locked_file_opens_with_its_password(client: TestClient) -> None:
    sent = client.post(SCANS, files={"file": ("locked.pdf", LOCKED)}, data={"password": "secret"})

    assert sent.status_code == 201


def test_a_file_beyond_the_limit_is_told(client: TestClient) -> None:
    problem(client.post(SCANS, files={"file": ("large.txt", b"words " * 400_000)}), 413, "too-large")


def test_an_upload_beyond_the_limit_is_told(client: TestClient) -> None:
    problem(client.post(SCANS, files={"file": ("large.txt", b"words " * 600_000)}), 413, "too-large")


def test_what_is_no_document_is_told(client: TestClient) -> None:
    problem(client.post(SCANS, files={"file": ("noise.bin", bytes(range(256)) * 64)}), 422, "not-text")
    problem(client.post(SCANS, files={"file": ("empty.pdf", b"")}), 422, "empty")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b""),
        ("multipart/form-data; boundary=x", b""),
        ("multipart/form-data; boundary=x", b"rubbish"),
        (f"multipart/form-data; boundary={'x' * 5_000}", b""),
        ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nbroken off'),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Type: text/plain\r\n\r\nno name\r\n--x--\r\n"),
        ("multipart/form-data; boundary=x", b"--x--\r\n"),
        ("", b""),
    ],
)
def test_what_is_no_form_is_told(kind: str, body: bytes, client: TestClient) -> None:
    problem(client.post(SCANS, content=body, headers={"content-type": kind}), 400, "wrong-request")


@pytest.mark.parametrize(
    "fields",
    [{"sector": "banking"}, {"role": "king"}, {"as_of": "soon"}, {"jurisdiction": "Atlantis"}, {"colour": "red"}, {"role": "x" * 2_000}],
)
def test_a_case_that_makes_no_sense_is_told(fields: dict[str, str], client: TestClient, contract: Contract) -> None:
    problem(client.post(SCANS, files={"file": contract}, data=fields), 400, "wrong-request")


def test_a_form_of_very_many_parts_is_refused(client: TestClient) -> None:
    problem(client.post(SCANS, files=[("file", (f"{number}.txt", b"x")) for number in range(300)]), 400, "wrong-request")


def fill(take: Callable[[int], None]) -> None:
    """Take all the room there is."""
    for size in (1_000_000, 10_000, 100, 1):
        with suppress(TooBusy):
            while True:
                take(size)


def test_where_there_is_no_room_a_visitor_is_asked_to_come_again_and_room_comes_back(
    client: TestClient, service: Service, contract: Contract
) -> None:
    with service.visits.room() as take:
        fill(take)
        refused = client.post(SCANS, files={"file": contract})

        problem(refused, 503, "too-busy")
        assert int(refused.headers["retry-after"]) > 0
    assert client.post(SCANS, files={"file": contract}).status_code == 201


@pytest.mark.parametrize(
    ("method", "path", "status", "kind"), [("GET", "/api/v1/nothing", 404, "not-found"), ("PUT", SCANS, 405, "method-not-allowed")]
)
def test_an_address_that_is_none_is_told(method: str, path: str, status: int, kind: str, client: TestClient) -> None:
    problem(client.request(method, path), status, kind)


@pytest.mark.parametrize("path", ["/", "/api/v1/health", "/static/pages.css", "/api/v1/nothing"])
def test_head_is_answered_as_get_is(path: str, client: TestClient) -> None:
    whole, head = client.get(path), client.head(path)

    assert (head.status_code, head.headers.items()) == (whole.status_code, whole.headers.items())


def test_a_fault_tells_nothing_of_its_words(
    client: TestClient, service: Service, contract: Contract, caplog: pytest.LogCaptureFixture
) -> None:
    place = client.post(SCANS, files={"file": contract}).headers["location"]
    broken = service.visits.find(place.rpartition("/")[2])
    object.__setattr__(broken, "scanned", "the waiver of Ada Ferrer")

    answered = client.get(place)

    service.visits.forget(broken.id)  # the next test sends something to the same service
    problem(answered, 500, "fault")
    assert "Ada" not in answered.text + caplog.text


def test_every_answer_asks_the_browser_to_be_careful(client: TestClient) -> None:
    for path in ("/", "/api/v1/health", "/static/pages.css", "/nothing"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")


def test_the_service_says_that_it_lives_and_is_ready(client: TestClient) -> None:
    assert client.get("/api/v1/health").json()["status"] == "ok"
    assert client.get("/api/v1/ready").json()["status"] == "ok"
