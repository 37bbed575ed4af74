"""People of a test service, who have joined as a person would and are signed in, and programs that speak for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

import pyotp
from starlette.testclient import TestClient

from browser import PASSWORD, Browser, app_of, place
from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import NEEDS_SECOND_FACTOR, Role
from contract_registry.operations import signing_in
from contract_registry.operations.access import Access
from contract_registry.operations.joining import Invitation, accept, invite
from contract_registry.operations.people import add_an_organisation
from contract_registry.operations.second_factor import new_secret, set_up
from contract_registry.operations.service import Service
from contract_registry.operations.tokens import make_token, new_token
from contract_registry.storage.people.sessions import begin_session
from contract_registry.web.cookies import SESSION

METRICS_TOKEN = "figures for nobody else"


class Member(TestClient):
    """A program that speaks for somebody who keeps contracts, in whichever role."""

    def __init__(self, service: Service, who: Role | Someone = Role.MEMBER) -> None:
        if who is Role.MEMBER:
            self.owner = str(uuid4())
            token = new_token(service.foundations, self.owner, lambda: uuid4().hex, datetime.now(UTC))
        else:
            self.owner = (who if isinstance(who, Someone) else someone(service.access, who)).id
            token = make_token(service.access, self.owner, "a program", 1, can_write=True)
        super().__init__(app_of(service), base_url="http://registry.test", headers={"authorization": f"Bearer {token}"})


@dataclass(frozen=True)
class Someone:
    """Somebody who has joined, and what they sign in with."""

    id: str
    role: Role
    organisation: str | None
    address: str
    secret: str
    session: str
    access: Access

    def browser(self, service: Service) -> Browser:
        """A browser in which they have just signed in."""
        words = uuid4().hex
        with self.access.store.writing() as writing:
            begin_session(writing.connection, words, self.id, writing.now, is_whole=True)
        opened = Browser(service)
        opened.cookies.set(SESSION, words, domain="registry.test")
        return opened


def an_organisation(access: Access, kind: OrganisationKind = OrganisationKind.UNION) -> str:
    """A new union, or a new clinic."""
    return add_an_organisation(access, None, f"Organisation {uuid4().hex[:6]}", kind).id


def someone(
    access: Access, role: Role = Role.MEMBER, organisation: str | None = None, branch: str | None = None, *, with_second_factor: bool = True
) -> Someone:
    """Somebody in this role, of a new organisation where none is named."""
    if role is not Role.ADMINISTRATOR:
        organisation = organisation or an_organisation(access)
    address = f"{role.value}-{uuid4().hex[:8]}@union.example"
    link = invite(access, None, Invitation(address, role, organisation, branch))
    joined = accept(access, place(link or "").rpartition("/")[2], f"Somebody {uuid4().hex[:4]}", PASSWORD, signing_in.Browser("", "test"))
    secret = ""
    if with_second_factor and role in NEEDS_SECOND_FACTOR:
        secret = new_secret()
        set_up(access, joined.person, secret, pyotp.TOTP(secret).at(access.now()), joined.session)
    return Someone(joined.person, role, organisation, address, secret, joined.session, access)
