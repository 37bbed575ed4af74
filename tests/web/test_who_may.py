"""Every route and every role: the app's own routes are walked, so that none is forgotten, and each answers as it says."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from fastapi import FastAPI
from httpx2 import Response

from browser import Browser
from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import ALLOWED, May, Role
from contract_registry.operations.service import Service
from contract_registry.operations.tokens import make_token
from contract_registry.web.app import with_routes
from contract_registry.web.who import check_every_route_asks, what_routes_ask
from members import Someone, an_organisation, someone

ROUTES = what_routes_ask(with_routes())
NOBODYS = str(uuid4())
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="session")
def people(service: Service) -> dict[Role, Someone]:
    union, clinic = an_organisation(service.access), an_organisation(service.access, OrganisationKind.CLINIC)
    return {role: someone(service.access, role, clinic if role is Role.CASEWORKER else union) for role in Role if role is not Role.VISITOR}


def ask(browser: Browser, method: str, path: str, **more: object) -> Response:
    """Ask as its own pages would: with the token of a form where one is sent."""
    where = re.sub(r"\{position\}", "0", path)
    where = re.sub(r"\{\w+\}", NOBODYS, where)
    if method == "GET" or "headers" in more:
        return browser.request(method, where, **more)
    token = browser.form_token()
    return browser.request(method, f"{where}?form={token}", content=f"form={token}", headers={**FORM, "x-form-token": token})


def is_let_in(answer: Response) -> bool:
    return answer.status_code not in {401, 403} and not answer.headers.get("location", "").startswith("/sign-in?to=")


def is_turned_away(answer: Response, role: Role, path: str) -> bool:
    if role is Role.VISITOR:
        return answer.status_code == 401 if path.startswith("/api/") else answer.headers.get("location", "").startswith("/sign-in")
    return answer.status_code == 403


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=[" ".join(route) for route in ROUTES])
def test_a_route_lets_in_whom_it_says_and_nobody_else(method: str, path: str, service: Service, people: dict[Role, Someone]) -> None:
    asked = ROUTES[method, path]
    for role in Role:
        browser = Browser(service) if role is Role.VISITOR else people[role].browser(service)
        may = all(role in ALLOWED[what] for what in asked) and May.GIVE_SECOND_FACTOR not in asked
        answer = ask(browser, method, path)

        if may:
            assert is_let_in(answer) or "/sign-in" in path or path == "/forgotten-password", (role, answer.status_code, answer.text)
        elif May.GIVE_SECOND_FACTOR in asked and role is not Role.VISITOR:
            assert answer.status_code == 403, "whoever is in gives no code"
        else:
            assert is_turned_away(answer, role, path), (role, answer.status_code, answer.text)


API = [route for route in ROUTES if route[1].startswith("/api/")]


@pytest.fixture(scope="session")
def tokens(service: Service, people: dict[Role, Someone]) -> dict[tuple[Role, bool], str]:
    """For everybody a token that may write, and one that may not."""
    return {
        (role, can_write): make_token(service.access, person.id, "a program", 1, can_write=can_write)
        for role, person in people.items()
        for can_write in (True, False)
    }


@pytest.mark.parametrize(("method", "path"), API, ids=[" ".join(route) for route in API])
def test_a_token_opens_what_its_owner_may_and_one_for_reading_changes_nothing(
    method: str, path: str, service: Service, tokens: dict[tuple[Role, bool], str]
) -> None:
    asked = ROUTES[method, path]
    for (role, can_write), token in tokens.items():
        answer = ask(Browser(service), method, path, headers={"authorization": f"Bearer {token}"})
        is_for_all = all(Role.VISITOR in ALLOWED[what] for what in asked)
        may = all(role in ALLOWED[what] for what in asked) and (can_write or method == "GET" or is_for_all)

        assert is_let_in(answer) if may else answer.status_code == 403, (role, can_write, answer.text)


@pytest.mark.parametrize(("method", "path"), [route for route in ROUTES if route[0] != "GET" and not {May.SCAN, May.LOOK} & ROUTES[route]])
def test_a_form_of_another_site_changes_nothing(method: str, path: str, service: Service, people: dict[Role, Someone]) -> None:
    for role in (Role.MEMBER, Role.OFFICER, Role.ADMINISTRATOR):
        browser = people[role].browser(service)
        browser.get("/account")
        where = re.sub(r"\{\w+\}", NOBODYS, path)

        without = browser.request(method, where, content="form=guessed", headers=FORM)
        from_elsewhere = browser.request(method, where, content="form=guessed", headers={**FORM, "origin": "https://elsewhere.example"})

        assert {without.status_code, from_elsewhere.status_code} == {403}, (role, without.text)


def test_a_route_that_does_not_say_whom_it_is_for_is_not_served() -> None:
    app = FastAPI()
    app.get("/forgotten")(lambda: "")

    with pytest.raises(LookupError, match="GET /forgotten"):
        check_every_route_asks(app)
