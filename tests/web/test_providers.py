"""Signing in by an organisation's own provider, a real one on this machine, from the sign-in page and back."""

from __future__ import annotations

import os
import re
import socketserver
import sys
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import uuid4

import httpx2
import pytest
from starlette.testclient import TestClient

from browser import Browser, app_of
from contract_registry.core.disclosure.people import Standing
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import NotFound
from contract_registry.operations.joining import Invitation, invite
from contract_registry.operations.people import change_role, disable, everybody, find_person
from contract_registry.operations.providers import Provider, add, remove
from contract_registry.operations.service import Service
from contract_registry.operations.signing_in import FREE_TRIES_OF_A_NETWORK
from members import someone

if sys.version_info < (3, 12):
    pytest.skip("the provider needs Python 3.12", allow_module_level=True)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider that lets in whoever says who they are."""
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    from oidc_provider_mock import run_server_in_thread

    with run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


def a_provider(service: Service, issuer: str, union: str, *, admits: bool = False) -> Provider:
    client = httpx2.post(
        f"{issuer}/oauth2/clients", json={"redirect_uris": [f"{service.access.address}/sign-in/back"], "scope": "openid email profile"}
    ).json()
    name = f"Union {uuid4().hex[:6]}"
    return add(service.access, None, union, name, issuer, (client["client_id"], client["client_secret"]), admits=admits)


def known_there(issuer: str, address: str, *, is_verified: bool = True) -> str:
    """Somebody who can sign in at the provider."""
    subject = uuid4().hex
    httpx2.put(f"{issuer}/users/{subject}", json={"email": address, "email_verified": is_verified, "name": "Ann Ferrer"})
    return subject


def come_in(browser: Browser, provider: Provider, subject: str) -> httpx2.Response:
    """By the link on the sign-in page, the provider's own form, and back."""
    link = re.search(rf'href="(/sign-in/with/{provider.id})"', browser.get("/sign-in").text)[1]
    there = browser.get(link).headers["location"]
    back = httpx2.post(there, data={"sub": subject}).headers["location"]
    return browser.get(f"/sign-in/back?{urlsplit(back).query}")


def test_whoever_was_invited_joins_by_signing_in_there(service: Service, issuer: str, union: str) -> None:
    provider, address = a_provider(service, issuer, union), f"{uuid4().hex[:6]}@union.example"
    invite(service.access, None, Invitation(address, Role.MEMBER, union))
    subject, browser = known_there(issuer, address.upper()), Browser(service)

    assert come_in(browser, provider, subject).headers["location"] == "/home"

    assert browser.get("/contracts").status_code == 200
    joined = find_person(service.access, address)
    assert (joined.standing, joined.name, joined.role) == (Standing.ACTIVE, "Ann Ferrer", Role.MEMBER)
    httpx2.put(f"{issuer}/users/{subject}", json={"email": "another@union.example", "email_verified": True})
    assert come_in(Browser(service), provider, subject).status_code == 303, "known by the subject from now on, whatever the address"


def test_whoever_was_not_invited_is_let_in_only_where_the_union_admits_its_members(service: Service, issuer: str, union: str) -> None:
    closed, opened = a_provider(service, issuer, union), a_provider(service, issuer, union, admits=True)
    address = f"{uuid4().hex[:6]}@union.example"
    subject = known_there(issuer, address)

    refused = come_in(Browser(service), closed, subject)
    assert (refused.status_code, "not known here" in refused.text) == (403, True)
    with pytest.raises(NotFound):
        find_person(service.access, address)
    assert come_in(Browser(service), opened, subject).status_code == 303
    assert find_person(service.access, address).organisation == union


def test_an_address_that_the_provider_did_not_look_at_opens_nothing(service: Service, issuer: str, union: str) -> None:
    provider, ann = a_provider(service, issuer, union, admits=True), someone(service.access, Role.MEMBER, union)

    assert come_in(Browser(service), provider, known_there(issuer, ann.address, is_verified=False)).status_code == 403


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADMINISTRATOR])
def test_a_union_vouches_for_nobody_of_another_organisation(role: Role, service: Service, issuer: str, union: str) -> None:
    provider, other = a_provider(service, issuer, union, admits=True), someone(service.access, role)

    assert come_in(Browser(service), provider, known_there(issuer, other.address)).status_code == 403
    assert other.organisation != union


def test_a_union_vouches_for_no_administrator_of_its_own(service: Service, issuer: str, union: str) -> None:
    provider, address = a_provider(service, issuer, union), f"{uuid4().hex[:6]}@union.example"
    invite(service.access, None, Invitation(address, Role.ADMINISTRATOR, union))
    ann = someone(service.access, Role.MEMBER, union)
    subject = known_there(issuer, ann.address)
    assert come_in(Browser(service), provider, subject).status_code == 303

    change_role(service.access, None, ann.id, Role.ADMINISTRATOR)

    assert come_in(Browser(service), provider, subject).status_code == 403, "known there from before, and administrator since"
    assert come_in(Browser(service), provider, known_there(issuer, address)).status_code == 403, "invited as one"


def test_an_address_that_only_looks_the_same_is_another_mailbox(service: Service, issuer: str, union: str) -> None:
    provider, address = a_provider(service, issuer, union), f"{uuid4().hex[:6]}kate@union.example"
    invite(service.access, None, Invitation(address, Role.MEMBER, union))

    assert come_in(Browser(service), provider, known_there(issuer, address.replace("k", "\uff4b"))).status_code == 403
    assert find_person(service.access, address).standing is Standing.INVITED


def test_a_provider_is_not_asked_again_and_again_for_one_network(service: Service, union: str) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), _Counting) as silent:
        threading.Thread(target=silent.serve_forever, daemon=True).start()
        port, name = silent.server_address[1], f"Union {uuid4().hex[:6]}"
        provider = add(service.access, None, union, name, f"http://127.0.0.1:{port}", ("id", "secret"), admits=False)
        app = app_of(service)
        statuses = [
            TestClient(app, "http://registry.test", client=("192.0.2.77", 1)).get(f"/sign-in/with/{provider.id}").status_code
            for _ in range(2 * FREE_TRIES_OF_A_NETWORK + 3)
        ]
        silent.shutdown()
    remove(service.access, None, name)

    assert statuses[-3:] == [429] * 3
    assert _Counting.asked == 2 * FREE_TRIES_OF_A_NETWORK


class _Counting(socketserver.BaseRequestHandler):
    """A provider that says nothing, and counts how often it was asked."""

    asked = 0

    def handle(self) -> None:
        _Counting.asked += 1


def test_a_second_subject_at_the_same_address_is_not_let_in(service: Service, issuer: str, union: str) -> None:
    provider, ann = a_provider(service, issuer, union), someone(service.access, Role.MEMBER, union)

    assert come_in(Browser(service), provider, known_there(issuer, ann.address)).status_code == 303
    assert come_in(Browser(service), provider, known_there(issuer, ann.address)).status_code == 403


def test_an_officer_is_asked_for_the_code_all_the_same(service: Service, issuer: str, union: str) -> None:
    provider, olga = a_provider(service, issuer, union), someone(service.access, Role.OFFICER, union)
    browser = Browser(service)

    assert come_in(browser, provider, known_there(issuer, olga.address)).headers["location"].startswith("/sign-in/code")
    assert browser.get("/people").headers["location"] == "/sign-in/code"


def test_whoever_is_disabled_does_not_come_in_that_way_either(service: Service, issuer: str, union: str) -> None:
    provider, ann = a_provider(service, issuer, union), someone(service.access, Role.MEMBER, union)
    subject = known_there(issuer, ann.address)
    come_in(Browser(service), provider, subject)
    disable(service.access, None, ann.id)

    assert come_in(Browser(service), provider, subject).status_code == 403


def test_an_answer_counts_once_and_in_the_browser_that_asked(service: Service, issuer: str, union: str) -> None:
    provider, ann = a_provider(service, issuer, union), someone(service.access, Role.MEMBER, union)
    subject, victim, attacker = known_there(issuer, ann.address), Browser(service), Browser(service)
    victim.get("/sign-in")
    there = attacker.get(f"/sign-in/with/{provider.id}").headers["location"]
    back = urlsplit(httpx2.post(there, data={"sub": subject}).headers["location"]).query

    assert victim.get(f"/sign-in/back?{back}").status_code == 403, "nobody is signed in as somebody else by a link"
    assert attacker.get(f"/sign-in/back?{back}").status_code == 403, "it is used up"
    assert victim.get("/sign-in/back?state=guessed&code=guessed").status_code == 403
    assert victim.get("/sign-in/back").status_code == 403


def test_a_provider_that_was_removed_lets_in_nobody(service: Service, issuer: str, union: str) -> None:
    provider, ann = a_provider(service, issuer, union), someone(service.access, Role.MEMBER, union)
    browser = Browser(service)
    come_in(browser, provider, known_there(issuer, ann.address))
    there = browser.get(f"/sign-in/with/{provider.id}").headers["location"]

    remove(service.access, None, provider.name)

    assert browser.get(f"/sign-in/with/{provider.id}").status_code == 404
    assert there
    assert provider.name not in Browser(service).get("/sign-in").text
    assert ann.id in {person.id for person in everybody(service.access).people}
