"""A visitor's scan over the API: sent, asked for again, forgotten."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from contract_registry.operations.render import scan_form_schema
from contract_registry.operations.visit import scan_for_visitor, visit_as_json
from contract_registry.web.api import ROOT
from contract_registry.web.asked import TheService
from contract_registry.web.problems import documented
from contract_registry.web.tagged import Tagged
from contract_registry.web.uploads import FORM, Upload
from contract_registry.web.who import FOR_SCANS, PACED

JSON = "application/json"
SCAN = {"description": "The scan, in the form that `contract-registry scan` gives.", "content": {JSON: {"schema": scan_form_schema()}}}
SENT = {**SCAN, "headers": {"Location": {"description": "Where the scan is held.", "schema": {"type": "string"}}}}
NOT_READ = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
)

router = APIRouter(prefix=f"{ROOT}/scans", tags=["A visitor's scan"], dependencies=[FOR_SCANS], route_class=Tagged)
VisitId = Annotated[str, Path(description="The id that ends the address of a scan.")]


@router.post(
    "",
    status_code=201,
    dependencies=[PACED],
    openapi_extra=FORM,
    responses={201: SENT, **documented(*NOT_READ, HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)},
)
def send(service: TheService, given: Upload) -> Response:
    """Scan files as one document.

    The scan is held in memory alone, under the address in `Location`, until it is forgotten, half an hour at most. Nothing of it is written to a disk.
    """
    visit = scan_for_visitor(service, given)
    headers = {"Location": f"{ROOT}/scans/{visit.id}", "Link": f'</scans/{visit.id}>; rel="alternate"; type="text/html"'}
    return Response(visit_as_json(service, visit.id), 201, headers, JSON)


@router.get("/{scan}", responses={200: SCAN, **documented(HTTPStatus.NOT_FOUND)})
def look(service: TheService, scan: VisitId) -> Response:
    """The same scan again."""
    return Response(visit_as_json(service, scan), media_type=JSON)


@router.delete("/{scan}", status_code=204, responses=documented(HTTPStatus.NOT_FOUND))
def forget(service: TheService, scan: VisitId) -> None:
    """Forget the scan and the files at once."""
    service.visits.forget(scan)
