"""A body that trickles in is not waited for, and one that comes in well is, however long it takes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest
from starlette.types import Message

from contract_registry.errors import TooSlowlySent
from contract_registry.web.bodies import FEWEST_BYTES, PATIENCE_SECONDS, counted

UPLOAD = {"type": "http", "headers": [(b"content-type", b"multipart/form-data; boundary=x")]}


def taken_in(pieces: Iterable[tuple[float, int]]) -> int:
    """The bytes that were taken in, of pieces that each come so many seconds after the one before."""
    now = 0.0
    coming = iter(pieces)

    async def receive() -> Message:
        nonlocal now
        seconds, size = next(coming, (0.0, 0))
        now += seconds
        return {"type": "http.request", "body": b"x" * size, "more_body": size > 0}

    async def take() -> int:
        body, total = counted(UPLOAD, receive, 10_000_000, lambda: now), 0
        while True:
            message = await body()
            total += len(message["body"])
            if not message["more_body"]:
                return total

    return asyncio.run(take())


def test_an_upload_over_a_slow_line_is_taken_in() -> None:
    assert taken_in([(PATIENCE_SECONDS - 5, FEWEST_BYTES)] * 20) == 20 * FEWEST_BYTES


def test_a_small_body_is_whole_before_it_is_slow() -> None:
    assert taken_in([(PATIENCE_SECONDS - 5, 10)]) == 10


@pytest.mark.parametrize("size", [1, FEWEST_BYTES // 40])
def test_an_upload_that_trickles_is_not_waited_for(size: int) -> None:
    with pytest.raises(TooSlowlySent):
        taken_in([(1.0, size)] * 100)


def test_a_sender_who_says_nothing_more_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contract_registry.web.bodies.PATIENCE_SECONDS", 0.05)

    async def receive() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    with pytest.raises(TooSlowlySent):
        asyncio.run(counted(UPLOAD, receive, 10_000_000)())
