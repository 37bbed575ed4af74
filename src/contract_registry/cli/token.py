"""`contract-registry token`: lets a program ask for somebody over the API."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

import typer

from contract_registry.cli.options import Data
from contract_registry.cli.output import write_message, write_text
from contract_registry.cli.session import settings_for_service
from contract_registry.errors import WrongUsage


def token(
    owner: Annotated[
        str, typer.Option(metavar="ID", help="For whom the token speaks; without it for somebody new.", show_default=False)
    ] = "",
    data: Data = None,
) -> int:
    """Make an API token, and show it once.

    Whoever has it sees and deletes what its owner keeps. Tell it to nobody; only its hash is stored.
    """
    from contract_registry.bootstrap import open_foundations
    from contract_registry.operations.database import bring_up
    from contract_registry.operations.tokens import new_token

    with open_foundations(settings_for_service(data=data)) as foundations:
        bring_up(foundations)
        who = _id(owner) if owner else str(UUID(bytes=secrets.token_bytes(16), version=4))
        made = new_token(foundations, who, lambda: secrets.token_urlsafe(32), datetime.now(UTC))  # noqa: TID251  a door knows the time
    write_message(f"It speaks for {who}, and is shown only now:\n")
    write_text(f"{made}\n")
    return 0


def _id(words: str) -> str:
    try:
        return str(UUID(words))
    except ValueError as error:
        raise WrongUsage(f"{words!r} is no id of an owner. Leave --owner out to have one made.") from error
