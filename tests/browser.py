"""A browser without a screen: it keeps cookies, and sends the forms that it finds on the service's own pages."""

from __future__ import annotations

from html.parser import HTMLParser

import httpx2
import pyotp
from fastapi import FastAPI
from starlette.testclient import TestClient

from contract_registry.operations.service import Service
from contract_registry.web.app import create_app

PASSWORD = "harbour lantern quince 4"


class Forms(HTMLParser):
    """The forms of a page: where each goes, and the fields it carries."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        named = dict(attributes)
        if tag == "form":
            self.found.append((named["action"] or "", {}))
        elif tag == "input" and self.found and named.get("name"):
            self.found[-1][1][str(named["name"])] = named.get("value") or ""

    def to(self, action: str) -> dict[str, str]:
        """The fields of the form that goes there."""
        return next(fields for where, fields in self.found if where == action)


_apps: dict[int, tuple[Service, FastAPI]] = {}


def app_of(service: Service) -> FastAPI:
    """The app of this service, made once for all browsers."""
    if id(service) not in _apps:
        _apps[id(service)] = (service, create_app(service))
    return _apps[id(service)][1]


class Browser(TestClient):
    """What a person has open."""

    def __init__(self, service: Service) -> None:
        super().__init__(app_of(service), base_url="http://registry.test", follow_redirects=False)

    def fill_in(self, page: str, action: str = "", **fields: str) -> httpx2.Response:
        """Open a page, fill in its form (the one that goes to `action`, else to the page itself), and send it."""
        shown = self.get(page)
        assert shown.status_code == 200, shown.text
        action = action or page
        return self.post(action, data={**Forms(shown.text).to(action), **fields})

    def form_token(self) -> str:
        """What the forms of this browser carry."""
        page = self.get("/account")
        page = page if page.status_code == 200 else self.get("/sign-in")
        return next((fields["form"] for _, fields in Forms(page.text).found if "form" in fields), "")

    def sign_in(self, address: str, password: str = PASSWORD, secret: str = "") -> httpx2.Response:
        """Sign in, with a code where there is a secret to make it from."""
        answer = self.fill_in("/sign-in", address=address, password=password)
        return self.fill_in("/sign-in/code", code=pyotp.TOTP(secret).now()) if secret and answer.status_code == 303 else answer


def place(link: str) -> str:
    """The part of a link that follows the name of the service."""
    return "/" + link.split("/", 3)[3]
