"""Lets no more of a request's body in than there is a use for, and none that trickles, whichever route it is for and whoever sends it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope

from contract_registry.errors import TooLarge, TooSlowlySent

SMALL = 1_000_000
"""Bytes of whatever is no upload: small forms and JSON."""
PATIENCE_SECONDS, FEWEST_BYTES = 30.0, 30_000
"""For so long so many bytes, or the rest, are waited for: whoever sends less only occupies the room that others need."""


def counted(scope: Scope, receive: Receive, upload_bytes: int, clock: Callable[[], float] = time.monotonic) -> Receive:
    """`receive`, which raises TooLarge once more came in than an upload, or than anything else, may have, and TooSlowlySent where too little comes."""
    is_upload = Headers(scope=scope).get("content-type", "").startswith("multipart/form-data")
    most, received = (upload_bytes + SMALL if is_upload else SMALL), 0
    patience, since, is_whole = PATIENCE_SECONDS, 0, False

    async def count() -> Message:
        nonlocal received, patience, since, is_whole
        if is_whole:
            return await receive()
        began = clock()
        try:
            message = await asyncio.wait_for(receive(), patience)
        except TimeoutError as error:
            raise TooSlowlySent from error
        size = len(message.get("body", b""))
        received, since, is_whole = received + size, since + size, not message.get("more_body", False)
        patience, since = (PATIENCE_SECONDS, 0) if since >= FEWEST_BYTES else (patience - (clock() - began), since)
        if received > most:
            raise TooLarge(f"What was sent is larger than {most // 1_000_000:,} MB.")
        if patience <= 0 and not is_whole:
            raise TooSlowlySent
        return message

    return count
