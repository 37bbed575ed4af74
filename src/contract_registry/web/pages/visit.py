"""The visitor's pages: drop a file, see its report, forget it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from contract_registry.operations.visit import scan_for_visitor, visit_as_html, visit_as_json
from contract_registry.web.asked import TheService
from contract_registry.web.cookies import session_in
from contract_registry.web.pages.report import report_file, report_page
from contract_registry.web.templates import page
from contract_registry.web.uploads import Upload
from contract_registry.web.who import FOR_SCANS, PACED

router = APIRouter(include_in_schema=False, dependencies=[FOR_SCANS])


@router.get("/")
def start(request: Request, service: TheService) -> Response:
    """The page to drop a file on."""
    return page(
        "start.html.jinja", has_session=bool(session_in(request)), upload_mb=service.upload_bytes // 1_000_000, minutes=_minutes(service)
    )


@router.post("/scans", dependencies=[PACED])
def send(service: TheService, given: Upload) -> Response:
    """Scan what was dropped, and go to its page."""
    return RedirectResponse(f"/scans/{scan_for_visitor(service, given).id}", 303)


@router.get("/scans/{scan}")
def look(service: TheService, scan: str) -> Response:
    """The report with what can be done about it."""
    scanned = service.visits.find(scan).scanned
    return page("scan.html.jinja", id=scan, name=scanned.read.document.name, verdict=scanned.scan.verdict, minutes=_minutes(service))


@router.get("/scans/{scan}/report")
def report(service: TheService, scan: str) -> Response:
    """The report alone."""
    return report_page(visit_as_html(service, scan))


@router.get("/scans/{scan}/report.html")
def download(service: TheService, scan: str) -> Response:
    """The report as a file to keep."""
    return report_file(visit_as_html(service, scan))


@router.get("/scans/{scan}/scan.json")
def download_json(service: TheService, scan: str) -> Response:
    """The scan as a file for programs."""
    headers = {"Content-Disposition": 'attachment; filename="scan.json"'}
    return Response(visit_as_json(service, scan), headers=headers, media_type="application/json")


@router.post("/scans/{scan}/forget")
def forget(request: Request, service: TheService, scan: str) -> Response:
    """Forget it at once, and say so."""
    service.visits.forget(scan)
    return page("forgotten.html.jinja", has_session=bool(session_in(request)))


def _minutes(service: TheService) -> int:
    return round(service.visits.seconds / 60)
