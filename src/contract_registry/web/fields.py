"""The fields of a small form, read in memory, and only where the form was made for the browser that sends it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Query
from starlette.requests import Request

from contract_registry.errors import NotThisForm, WrongUsage
from contract_registry.web.cookies import is_of_this_browser

TOKEN_FIELD = "form"  # noqa: S105  the name of a field
MOST_BYTES, MOST_FIELDS = 20_000, 300


class Sent(dict[str, str]):
    """The fields by name; one that is missing is empty."""

    def __missing__(self, name: str) -> str:
        return ""


async def _fields(request: Request) -> Sent:
    if not request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        raise WrongUsage("Send the form as its page sends it.")
    received = bytearray()
    async for piece in request.stream():
        received += piece
        if len(received) > MOST_BYTES:
            raise WrongUsage("The form is too long.")
    try:
        sent = Sent(parse_qsl(received.decode("utf-8", errors="replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError as error:
        raise WrongUsage("The form is damaged. Load its page again.") from error
    if not is_of_this_browser(request, sent[TOKEN_FIELD]):
        raise NotThisForm
    return sent


Fields = Annotated[Sent, Depends(_fields)]
"""The fields of a form that was made for this browser and session."""


def _checked(request: Request, form: Annotated[str, Query(max_length=100)] = "") -> None:
    if not is_of_this_browser(request, form):
        raise NotThisForm


OwnForm = Depends(_checked)
"""For a form with files, whose token stands in the address it is sent to."""
