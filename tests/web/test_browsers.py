"""What a browser is told and what another site cannot have it do: hosts, origins, cookies, sessions, the way through a proxy."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from browser import PASSWORD, Browser
from contract_registry.operations.pace import Pace
from contract_registry.operations.service import Service
from contract_registry.web.app import create_app
from members import Someone, someone

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def ann(service: Service) -> Someone:
    return someone(service.access)


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example",
        "registry.test.elsewhere.example",
        "",
        "registry.test@elsewhere.example",
        "[::1",
        "localhost/api/",
        "localhost?",
        "x@localhost",
    ],
)
def test_the_service_answers_for_no_other_name(host: str, client: TestClient) -> None:
    answer = client.get("/api/v1/health", headers={"host": host})

    assert (answer.status_code, answer.json()["type"]) == (421, "urn:contract-registry:problem:misdirected-request")
    assert "CONTRACT_REGISTRY_TRUSTED_HOSTS" in answer.json()["detail"]


@pytest.mark.parametrize("host", ["registry.test", "Registry.Test:8000", "localhost:8000", "127.0.0.1", "[::1]:8000", "192.0.2.7"])
def test_it_answers_for_its_own_name_and_for_this_machine(host: str, client: TestClient) -> None:
    assert client.get("/api/v1/health", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "http://registry.test.elsewhere.example"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://["},
    ],
)
def test_what_another_site_sends_is_refused(headers: dict[str, str], client: TestClient) -> None:
    assert client.post("/api/v1/scans", headers=headers, files={"file": ("a.txt", b"words")}).status_code == 403


@pytest.mark.parametrize("headers", [{"origin": "http://registry.test"}, {"origin": "null", "sec-fetch-site": "same-origin"}, {}])
def test_what_its_own_pages_and_programs_send_is_not(headers: dict[str, str], client: TestClient) -> None:
    assert client.post("/api/v1/scans", headers=headers, files={"file": ("a.txt", b"some words")}).status_code == 201


def test_a_visitor_is_given_no_cookie(client: TestClient) -> None:
    for path in ("/", "/api/v1/health", "/nothing", "/static/pages.css"):
        assert "set-cookie" not in client.get(path).headers


def test_cookies_are_kept_from_scripts_and_from_other_sites(service: Service, ann: Someone) -> None:
    browser = Browser(service)
    for answer in (browser.get("/sign-in"), browser.sign_in(ann.address)):
        told = answer.headers["set-cookie"].lower()
        assert "httponly" in told
        assert "samesite=lax" in told
        assert "domain" not in told


def test_over_tls_cookies_go_over_tls_alone_whoever_else_claims_to_be_the_proxy(service: Service) -> None:
    said = {"x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9"}
    trusting = TestClient(create_app(replace(service, trusted_proxies=("192.0.2.1",))), "http://registry.test", client=("192.0.2.1", 1))
    strange = TestClient(create_app(replace(service, trusted_proxies=("192.0.2.1",))), "http://registry.test", client=("192.0.2.2", 1))

    assert "__Host-cr_browser=" in trusting.get("/sign-in", headers=said).headers["set-cookie"]
    assert "secure" in trusting.get("/sign-in", headers=said).headers["set-cookie"].lower()
    assert "__Host" not in strange.get("/sign-in", headers=said).headers["set-cookie"]


def test_behind_a_proxy_each_network_is_counted_by_itself(service: Service) -> None:
    app = create_app(replace(service, trusted_proxies=("192.0.2.1",)))

    def tries(network: str, times: int) -> set[int]:
        client = TestClient(app, "https://registry.test", client=("192.0.2.1", 1), headers={"x-forwarded-for": network})
        page = client.get("/sign-in").text
        token = page.partition('name="form" value="')[2].partition('"')[0]
        fields = {"form": token, "password": "wrong"}
        return {client.post("/sign-in", data={**fields, "address": f"{uuid4().hex}@union.example"}).status_code for _ in range(times)}

    assert 429 in tries("203.0.113.9", 52)
    assert tries("203.0.113.10", 1) == {403}


def test_one_network_cannot_take_every_processor(service: Service, contract: tuple[str, bytes]) -> None:
    clock = iter([0.0, 1.0, 2.0, 3.0, 62.5]).__next__
    app = create_app(replace(service, pace=Pace(clock, most=2)))
    here, there = (TestClient(app, "http://registry.test", client=(network, 1)) for network in ("192.0.2.1", "192.0.2.2"))

    def scan(client: TestClient) -> int:
        return client.post("/api/v1/scans", files={"file": contract}).status_code

    assert [scan(here), scan(here), scan(here), scan(there), scan(here)] == [201, 201, 429, 201, 201]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("2001:db8::1", "2001:db8::ffff:1:2:3", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
    ],
)
def test_the_addresses_of_one_household_are_one_network(
    one: str, other: str, is_same: bool, service: Service, contract: tuple[str, bytes]
) -> None:
    app = create_app(replace(service, pace=Pace(lambda: 0.0, most=1)))
    here, there = (TestClient(app, "http://registry.test", client=(address, 1)) for address in (one, other))

    here.post("/api/v1/scans", files={"file": contract})

    assert there.post("/api/v1/scans", files={"file": contract}).status_code == (429 if is_same else 201)


def test_a_session_is_never_one_that_was_there_before(service: Service, ann: Someone) -> None:
    browser = Browser(service)
    browser.cookies.set("cr_session", "planted by somebody", domain="registry.test")
    signed_in = browser.sign_in(ann.address)

    words = signed_in.cookies["cr_session"]
    assert words != "planted by somebody"
    again = Browser(service).sign_in(ann.address).cookies["cr_session"]
    assert again != words


def test_signing_out_ends_the_session_and_not_only_the_cookie(service: Service, ann: Someone) -> None:
    browser = Browser(service)
    words = browser.sign_in(ann.address).cookies["cr_session"]
    browser.fill_in("/account", "/sign-out")

    thief = Browser(service)
    thief.cookies.set("cr_session", words, domain="registry.test")
    assert thief.get("/contracts").status_code == 303
    assert browser.get("/contracts").status_code == 303


def test_whoever_left_a_browser_open_signs_out_of_it_from_another(service: Service) -> None:
    ben = someone(service.access)
    here, left_open = ben.browser(service), ben.browser(service)
    assert "In 3 browsers" in here.get("/account").text, "with the one in which the invitation was accepted"

    here.fill_in("/account", "/account/sign-out-elsewhere")

    assert "In this browser alone" in here.get("/account").text
    assert left_open.get("/account").status_code == 303


@pytest.mark.parametrize(
    "to",
    [
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "/%2f",
        "/a?b=//c",
        "/a\r\nx: y",
        "",
    ],
)
def test_nobody_is_sent_elsewhere_after_signing_in(to: str, service: Service, ann: Someone) -> None:
    browser = Browser(service)
    page = browser.get("/sign-in", params={"to": to}).text
    assert "elsewhere" not in page

    answer = browser.fill_in("/sign-in", address=ann.address, password=PASSWORD, to=to)
    assert answer.headers["location"] == "/home"


def test_whoever_was_stopped_at_a_page_comes_to_it_after_signing_in(service: Service, ann: Someone) -> None:
    browser = Browser(service)
    stopped = browser.get("/account").headers["location"]

    assert browser.fill_in(stopped, "/sign-in", address=ann.address, password=PASSWORD).headers["location"] == "/account"


def test_the_form_of_somebody_elses_session_does_not_count(service: Service, ann: Someone) -> None:
    other = someone(service.access).browser(service)
    token = other.form_token()
    browser = ann.browser(service)

    assert browser.post("/account/tokens", data={"form": token, "name": "a", "days": "1"}).status_code == 403
    assert browser.post("/sign-out", data={"form": token}).status_code == 403
    before = Browser(service)
    early = before.form_token()
    before.sign_in(ann.address)
    assert before.post("/sign-out", data={"form": early}).status_code == 403, "nor one that was made before signing in"


@pytest.mark.parametrize("content", [b"form=" + b"x" * 30_000, b"&".join([b"a=b"] * 100), b"\xff\xfe", b""])
def test_a_form_that_makes_no_sense_is_refused(content: bytes, service: Service) -> None:
    browser = Browser(service)
    browser.get("/sign-in")

    assert browser.post("/sign-in", content=content, headers=FORM).status_code in {400, 403}
    assert browser.post("/sign-in", content=content, headers={"content-type": "application/json"}).status_code == 400


def test_a_body_without_end_is_not_taken_in_before_anybody_asks_who_sends_it(client: TestClient) -> None:
    answer = client.post(
        f"/api/v1/contracts/{uuid4()}/grants",
        content=b'{"person": "' + b"x" * 2_000_000 + b'"}',
        headers={"content-type": "application/json"},
    )

    assert answer.status_code in {400, 413}


def test_a_name_cannot_write_a_page(service: Service) -> None:
    ann = someone(service.access)
    browser = ann.browser(service)
    name = "<script>alert(1)</script>"
    browser.fill_in("/account", "/account/tokens", name=name, may="read", days="5")

    assert name not in browser.get("/account").text
    assert "&lt;script&gt;" in browser.get("/account").text
