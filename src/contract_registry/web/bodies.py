"""Lets no more of a request's body in than there is a use for, whichever route it is for and whoever sends it."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope

from contract_registry.errors import TooLarge

SMALL = 1_000_000
"""Bytes of whatever is no upload: small forms and JSON."""


def counted(scope: Scope, receive: Receive, upload_bytes: int) -> Receive:
    """`receive`, which raises TooLarge once more came in than an upload, or than anything else, may have."""
    is_upload = Headers(scope=scope).get("content-type", "").startswith("multipart/form-data")
    most, received = (upload_bytes + SMALL if is_upload else SMALL), 0

    async def count() -> Message:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > most:
            raise TooLarge(f"What was sent is larger than {most // 1_000_000:,} MB.")
        return message

    return count
