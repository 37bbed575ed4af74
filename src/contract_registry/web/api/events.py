"""How far the scan of a contract is, as events that a browser or a program follows until it is over."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable

from starlette.concurrency import run_in_threadpool

from contract_registry.core.contracts.kept import KeptContract, State
from contract_registry.errors import NoDatabase, NotFound, TooBusy
from contract_registry.web.api.contract_forms import progress_form

LOOK_SECONDS = 0.4
SIGN_OF_LIFE_SECONDS = 15.0
LONGEST_SECONDS = 1_800.0
"""After that the listener asks anew, which browsers do by themselves."""


MOST_LINES = 20
"""Lines that one person may hold open: each asks the database twice a second."""


class Lines:
    """The lines that are open, by whose they are."""

    def __init__(self) -> None:
        self.opened: Counter[str] = Counter()

    def check_room(self, person: str) -> None:
        """TooBusy where the person holds as many as one may."""
        if self.opened[person] >= MOST_LINES:
            raise TooBusy("You follow as many scans as one can at once. Close some of them first.")

    async def held(self, person: str, events: AsyncIterator[str]) -> AsyncIterator[str]:
        """The events, counted as a line of this person as long as somebody listens."""
        self.opened[person] += 1
        try:
            async for each in events:
                yield each
        finally:
            self.opened[person] -= 1


async def events_of(look: Callable[[], KeptContract], is_ending: Callable[[], bool]) -> AsyncIterator[str]:
    """An event `progress` whenever something changed, then `over` with the state in which the contract ended, or `gone` where it was deleted.

    Between them comments say that the line is open. It ends early where `is_ending` says that the service stops, or its database went away.
    """
    began = spoke = time.monotonic()
    told = ""
    while time.monotonic() - began < LONGEST_SECONDS and not is_ending():
        try:
            contract = await run_in_threadpool(look)
        except NotFound:
            yield _event("gone", "{}")
            return
        except NoDatabase:
            return
        data = json.dumps({"state": contract.state, **progress_form(contract.progress).model_dump(mode="json")})
        if contract.state is not State.WAITING:
            yield _event("over", data)
            return
        if data != told or time.monotonic() - spoke > SIGN_OF_LIFE_SECONDS:
            yield _event("progress", data) if data != told else ": still here\n\n"
            told, spoke = data, time.monotonic()
        await asyncio.sleep(LOOK_SECONDS)


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"
