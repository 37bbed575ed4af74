"""The page that tells a person what went wrong and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import Response

from contract_registry.web.templates import page


def problem_page(detail: str, next_step: str | None, status: int, headers: Mapping[str, str], *, has_session: bool) -> Response:
    """The page as an answer."""
    return page("problem.html.jinja", status=status, headers=headers, detail=detail, next_step=next_step, has_session=has_session)
