"""Puts the app together: every route of the API and the pages around one service."""

from __future__ import annotations

import threading

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from contract_registry import __version__
from contract_registry.operations.service import Service
from contract_registry.web import metrics
from contract_registry.web.api import ROOT, contracts, editions, engagers, health, records, retention, scans
from contract_registry.web.described import describe_truly
from contract_registry.web.figures import Figures
from contract_registry.web.guard import Guard
from contract_registry.web.pages import visit
from contract_registry.web.problems import tell_problems
from contract_registry.web.templates import STATIC


def create_app(service: Service) -> FastAPI:
    """The app that answers for `service`."""
    app = FastAPI(
        title="Contract Registry",
        version=__version__,
        summary="Reads contracts of creative work and shows the words that take rights away.",
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.service = service
    app.state.is_ending = threading.Event()
    app.state.figures = Figures()
    for room in (health, scans, contracts, editions, records, engagers, retention, visit, metrics):
        app.include_router(room.router)
    app.include_router(retention.rules)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(Guard, count=app.state.figures.count)
    tell_problems(app)
    describe_truly(app)
    return app
