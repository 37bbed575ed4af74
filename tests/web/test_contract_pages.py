"""What the page of a kept contract says of it: what could not be read, the whole report, and nothing to anybody else."""

from __future__ import annotations

import html
from collections import Counter
from threading import Barrier, Thread

import pytest
from starlette.testclient import TestClient

from browser import Browser, app_of
from contract_registry.operations.audit import entries_of
from contract_registry.operations.contracts import delete_contract, keep_contract, scan_kept
from contract_registry.operations.given import Given
from contract_registry.operations.service import Service
from contract_registry.web.api.events import MOST_LINES
from members import Member, Someone, someone
from pdf_files import Page, a_pdf, words

DUTCH = "De maker draagt alle rechten op het werk over aan de uitgever, en doet afstand van de rechten op zijn persoonlijkheid. " * 5
PAGE = "text/html"
LOCKED = a_pdf(Page(words("The Illustrator waives all moral rights in the Work.", 72, 100)), password="secret")


@pytest.fixture
def ann_herself(service: Service) -> Someone:
    return someone(service.access)


@pytest.fixture
def mia(service: Service, ann_herself: Someone) -> Browser:
    return ann_herself.browser(service)


def kept(service: Service, owner: Someone, *files: tuple[str, bytes], scanned: bool = True) -> str:
    contract = keep_contract(service, owner.id, Given(files))[0].id
    if scanned:
        scan_kept(service, owner.id, contract)
    return contract


def test_it_says_what_could_not_be_judged(service: Service, ann_herself: Someone, mia: Browser) -> None:
    page = html.unescape(mia.get(f"/contracts/{kept(service, ann_herself, ('contract.txt', DUTCH.encode()))}").text)

    assert "Dutch" in page
    assert "which no rule here reads" in page


def test_what_is_gravest_stands_first(service: Service, ann_herself: Someone, mia: Browser) -> None:
    clauses = ("The Publisher pays within 90 days of invoice.", "The Publisher may use the Work to train artificial intelligence systems.")
    numbered = "\n".join(f"{number}. {words}" for number, words in enumerate(clauses, 1))

    page = mia.get(f"/contracts/{kept(service, ann_herself, ('contract.txt', numbered.encode()))}").text

    assert page.index("critical · clause 2") < page.index("medium · clause 1")
    assert page.index("Stop</p>") < page.index("Get advice before you agree to any of it.") < page.index("critical · clause 2")


def test_it_leads_to_the_report_that_a_visitor_gets(
    service: Service, ann_herself: Someone, mia: Browser, contract: tuple[str, bytes]
) -> None:
    place = f"/contracts/{kept(service, ann_herself, contract)}"
    visitor = TestClient(app_of(service), "http://registry.test")

    report = mia.get(f"{place}/report")

    assert f'href="{place}/report"' in mia.get(place).text
    assert report.text == visitor.get(f"{visitor.post('/scans', files={'file': contract}).url.path}/report").text
    assert "default-src 'none'" in report.headers["content-security-policy"]
    assert someone(service.access).browser(service).get(f"{place}/report").status_code == 404


def test_a_file_that_cannot_be_read_is_told_in_the_words_of_a_page(service: Service, ann_herself: Someone, mia: Browser) -> None:
    contract = kept(service, ann_herself, ("locked.pdf", LOCKED))
    visitor = TestClient(app_of(service), "http://registry.test", headers={"accept": PAGE})

    for page in (mia.get(f"/contracts/{contract}"), visitor.post("/scans", files={"file": ("locked.pdf", LOCKED)})):
        assert "Password of a locked PDF" in page.text
        assert "--password" not in page.text
    assert mia.get(f"/contracts/{contract}/report", headers={"accept": PAGE}).status_code == 404


def test_a_locked_file_that_is_sent_again_with_its_password_is_read(service: Service, ann_herself: Someone, mia: Browser) -> None:
    contract = kept(service, ann_herself, ("locked.pdf", LOCKED))

    sent = mia.post(f"/contracts?form={mia.form_token()}", files={"file": ("locked.pdf", LOCKED)}, data={"password": "secret"})

    assert sent.headers["location"] == f"/contracts/{contract}"
    assert "waits for its scan" in mia.get(f"/contracts/{contract}").text
    scan_kept(service, ann_herself.id, contract)
    assert "Moral rights given up" in mia.get(f"/contracts/{contract}").text
    assert "data:image" in mia.get(f"/contracts/{contract}/report").text, "its pages are opened with the password, too"


def test_whoever_is_signed_in_is_not_asked_to_sign_in_anywhere(mia: Browser, service: Service) -> None:
    for path in ("/", "/contracts/0b0c7c1e-5f0e-4c07-8c57-1b1d1f1f6a2e", "/people"):
        page = mia.get(path, headers={"accept": PAGE}).text
        assert ('href="/home"' in page, 'href="/sign-in"' in page) == (True, False), path
    assert 'href="/sign-in"' in TestClient(app_of(service), "http://registry.test").get("/").text


def test_whoever_was_signed_out_before_a_contract_was_sent_is_led_to_signing_in(mia: Browser, contract: tuple[str, bytes]) -> None:
    form = mia.form_token()
    mia.cookies.clear()

    sent = mia.post(f"/contracts?form={form}", files={"file": contract}, follow_redirects=False)

    assert (sent.status_code, sent.headers.get("location")) == (303, "/sign-in")


def test_of_two_who_delete_it_at_the_same_moment_one_is_told_that_it_is_gone(service: Service, ann_herself: Someone) -> None:
    contract, both, ended = kept(service, ann_herself, ("a.txt", b"words"), scanned=False), Barrier(4), Counter[str]()

    def delete() -> None:
        both.wait()
        try:
            delete_contract(service, ann_herself.id, contract)
        except Exception as error:  # noqa: BLE001  whatever it is, it is counted
            ended[type(error).__name__] += 1

    threads = [Thread(target=delete) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert ended == {"NotFound": 3}
    told = [entry for entry in entries_of(service.access, 10) if entry["about"].get("contract") == contract]
    assert [entry["did"] for entry in told] == ["contract deleted"]


def test_nobody_holds_more_lines_open_than_one_can_follow(ann: Member, ben: Member, contract: tuple[str, bytes]) -> None:
    lines = ann.app.state.lines
    place = ann.post("/api/v1/contracts", files={"file": contract}).headers["location"]
    theirs = ben.post("/api/v1/contracts", files={"file": contract}).headers["location"]
    for each in (place, theirs):
        (ann if each == place else ben).post(f"{each}/cancel")

    assert ann.get(f"{place}/events").text.startswith("event: over")
    lines.opened[ann.owner] += MOST_LINES
    assert ann.get(f"{place}/events").status_code == 503
    assert ben.get(f"{theirs}/events").status_code == 200
    lines.opened[ann.owner] -= MOST_LINES
    assert ann.get(f"{place}/events").status_code == 200, "lines that were closed count no more"
