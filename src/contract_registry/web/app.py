"""Puts the app together: every route of the API and the pages around one service."""

from __future__ import annotations

import threading

from fastapi import FastAPI
from starlette.responses import RedirectResponse
from starlette.staticfiles import StaticFiles
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from contract_registry import __version__
from contract_registry.operations.service import Service
from contract_registry.web import metrics
from contract_registry.web.api import (
    ROOT,
    agreements,
    consents,
    contracts,
    editions,
    engager_desk,
    engagers,
    granted,
    granted_records,
    grants,
    health,
    me,
    records,
    registry,
    retention,
    reviews,
    scans,
    searches,
    statistics,
    suppressions,
    templates,
)
from contract_registry.web.api.events import Lines
from contract_registry.web.described import describe_truly
from contract_registry.web.figures import Figures
from contract_registry.web.guard import Guard
from contract_registry.web.pages import account, joining, people, sharing, sign_in, visit
from contract_registry.web.pages import contracts as contract_pages
from contract_registry.web.pages import engager_desk as desk_pages
from contract_registry.web.pages import granted as granted_pages
from contract_registry.web.pages import registry as registry_pages
from contract_registry.web.pages import reviews as review_pages
from contract_registry.web.pages import searches as search_pages
from contract_registry.web.pages import statistics as statistics_pages
from contract_registry.web.pages import suppressions as suppression_pages
from contract_registry.web.pages import templates as template_pages
from contract_registry.web.problems import tell_problems
from contract_registry.web.templates import STATIC
from contract_registry.web.who import GoElsewhere, check_every_route_asks

API = (
    health,
    scans,
    contracts,
    editions,
    records,
    retention,
    consents,
    agreements,
    registry,
    templates,
    searches,
    statistics,
    engager_desk,
    engagers,
    grants,
    granted,
    granted_records,
    reviews,
    suppressions,
    me,
)
PAGES = (
    visit,
    sign_in,
    joining,
    account,
    contract_pages,
    sharing,
    granted_pages,
    review_pages,
    suppression_pages,
    registry_pages,
    template_pages,
    search_pages,
    desk_pages,
    statistics_pages,
    people,
)


def create_app(service: Service) -> FastAPI:
    """The app that answers for `service`."""
    app = with_routes()
    app.state.service = service
    app.state.is_ending = threading.Event()
    app.state.figures = Figures()
    app.state.lines = Lines()
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Guard, hosts=service.hosts, upload_bytes=service.upload_bytes, count=app.state.figures.count)
    if service.trusted_proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(service.trusted_proxies))
    tell_problems(app)
    app.add_exception_handler(GoElsewhere, lambda _, elsewhere: RedirectResponse(str(elsewhere), 303))
    return app


def with_routes() -> FastAPI:
    """Every route there is, each of which says whom it is for; nothing answers for them yet. LookupError where one does not say it."""
    app = FastAPI(
        title="Contract Registry",
        version=__version__,
        summary="Reads contracts of creative work and shows the words that take rights away.",
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    for room in (*API, *PAGES, metrics):
        app.include_router(room.router)
    app.include_router(retention.rules)
    check_every_route_asks(app)
    describe_truly(app)
    return app
