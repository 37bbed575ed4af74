"""A report as a page of its own: nothing in it runs, and it may be framed by our pages alone."""

from __future__ import annotations

from starlette.responses import HTMLResponse, Response

REPORT_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
"""The report's own policy, narrower where it can be, stands in the report."""


def report_page(report: str) -> Response:
    """The report to look at."""
    return HTMLResponse(report, headers={"Content-Security-Policy": REPORT_POLICY})


def report_file(report: str) -> Response:
    """The report as a file to keep."""
    headers = {"Content-Security-Policy": REPORT_POLICY, "Content-Disposition": 'attachment; filename="report.html"'}
    return HTMLResponse(report, headers=headers)
