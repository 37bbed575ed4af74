"""Who asks and whether they may: every route carries one of these, and a route without one is not served."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer
from starlette.requests import Request

from contract_registry.core.disclosure.people import VISITOR, Asker, Stage
from contract_registry.core.disclosure.roles import ALLOWED, May, Role
from contract_registry.errors import NotAllowed, NotSignedIn, NotThisForm
from contract_registry.operations.askers import asker_of_session, asker_of_token
from contract_registry.web.asked import TheService, network_of
from contract_registry.web.cookies import is_of_this_browser, session_in

TOKEN = HTTPBearer(auto_error=False, description="An API token, as your account's page or `contract-registry token` makes it.")
FORM_TOKEN = "x-form-token"  # noqa: S105  the name of a header
READING = frozenset({"GET", "HEAD"})
STAGE_PAGES = {Stage.PASSWORD_GIVEN: "/sign-in/code", Stage.TO_SET_UP: "/account/second-factor"}
"""Where somebody goes on who has not come far enough."""


class GoElsewhere(Exception):
    """A browser is sent to another page."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class Asks:
    """What a route asks for; as a dependency it gives whoever asks, and lets in none who may not."""

    def __init__(self, what: May) -> None:
        self.what = what

    def __call__(self, request: Request, service: TheService) -> Asker:
        if Role.VISITOR in ALLOWED[self.what]:
            return VISITOR
        asker = asker_of(request, service)
        if not asker.may(self.what):
            raise _refusal(request, asker)
        if request.method not in READING and not asker.can_write:
            raise NotAllowed("This token is for reading alone. Make one that may write, if that is what you want.")
        return asker


def asker_of(request: Request, service: TheService) -> Asker:
    """Who asks: by a token over the API, else by a session. NotSignedIn where a token is none."""
    is_program = request.url.path.startswith("/api/")
    if is_program and (authorization := request.headers.get("authorization", "")):
        return asker_of_token(service.access, authorization)
    asker = asker_of_session(service.access, session_in(request))
    if is_program and asker is not VISITOR and request.method not in READING and not is_of_this_browser(request, _sent_token(request)):
        raise NotThisForm
    return asker


def _sent_token(request: Request) -> str:
    return request.headers.get(FORM_TOKEN, "")


def _refusal(request: Request, asker: Asker) -> Exception:
    if request.url.path.startswith("/api/"):
        return NotAllowed() if asker.stage is Stage.INSIDE else NotSignedIn()
    if asker.stage in STAGE_PAGES:
        return GoElsewhere(STAGE_PAGES[asker.stage])
    if asker.stage is Stage.OUTSIDE:
        return GoElsewhere(f"/sign-in?to={request.url.path}" if request.method in READING else "/sign-in")
    return NotAllowed()


def asks_of(dependant: Dependant) -> Iterator[Asks]:
    """Every one of these that a route depends on."""
    if isinstance(dependant.call, Asks):
        yield dependant.call
    for each in dependant.dependencies:
        yield from asks_of(each)


def what_routes_ask(app: FastAPI) -> dict[tuple[str, str], frozenset[May]]:
    """What each route asks for, by its method and path."""
    return {
        (method, route.path): frozenset(asks.what for asks in asks_of(route.dependant))
        for route in _routes(app.routes)
        for method in sorted(route.methods or ())
    }


def check_every_route_asks(app: FastAPI) -> None:
    """LookupError where a route was made that says nothing of whom it is for."""
    asked = what_routes_ask(app)
    if silent := [f"{method} {path}" for (method, path), asks in asked.items() if not asks] or ([] if asked else ["all of them"]):
        raise LookupError(f"These routes do not say whom they are for: {', '.join(silent)}. Give each a dependency from web/who.py.")


def _routes(routes: Iterable[object]) -> Iterator[APIRoute]:
    """The routes, those of included routers too, which newer versions of the library leave where they were written."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif included := getattr(route, "original_router", None):
            yield from _routes(included.routes)


FOR_ALL, FOR_SCANS, FOR_SIGN_IN, FOR_FIGURES = (Depends(Asks(what)) for what in (May.LOOK, May.SCAN, May.SIGN_IN, May.SEE_FIGURES))


def _pace(request: Request, service: TheService) -> None:
    service.pace.step(network_of(request))


PACED = Depends(_pace)
"""For what costs a processor and asks for nobody's name."""
_KEEPING = Asks(May.KEEP)


def _owner(asker: Annotated[Asker, Depends(_KEEPING)]) -> str:
    return asker.person


TheOwner = Annotated[str, Depends(_owner)]
"""The id of the owner; whoever does not say who they are gets no further."""
TheKeeper = Annotated[Asker, Depends(_KEEPING)]
TheSignedIn = Annotated[Asker, Depends(Asks(May.MIND_ACCOUNT))]
TheOneToSetUp = Annotated[Asker, Depends(Asks(May.SET_UP_SECOND_FACTOR))]
TheOneToGiveCode = Annotated[Asker, Depends(Asks(May.GIVE_SECOND_FACTOR))]
TheOneToSignOut = Annotated[Asker, Depends(Asks(May.SIGN_OUT))]
TheOneGranted = Annotated[Asker, Depends(Asks(May.OPEN_GRANTED))]
TheRecorder = Annotated[Asker, Depends(Asks(May.RECORD))]
TheOneToAgree = Annotated[Asker, Depends(Asks(May.AGREE))]
TheSearcher = Annotated[Asker, Depends(Asks(May.SEARCH))]
TheInviter = Annotated[Asker, Depends(Asks(May.INVITE))]
TheAdministrator = Annotated[Asker, Depends(Asks(May.MANAGE))]
