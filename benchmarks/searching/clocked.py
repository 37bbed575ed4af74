"""A clock at the steps of a search, to say where its time goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import perf_counter
from types import ModuleType
from typing import Any
from unittest.mock import patch

from contract_registry.operations.telling import Telling
from contract_registry.storage.registry.seeking import Search

STEPS = ("telling_to", "page_of", "clauses_in")


@contextmanager
def clocked(operation: ModuleType) -> Iterator[dict[str, list[float]]]:
    """Within it, the seconds that each step of the operation took, by its name, each time."""
    seconds: dict[str, list[float]] = defaultdict(list)

    def timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            started = perf_counter()
            result = step(*args, **named)
            seconds[name].append(perf_counter() - started)
            return result

        return run

    with ExitStack() as stack:
        for name in STEPS:
            stack.enter_context(patch.object(operation, name, timed(name, getattr(operation, name))))
        stack.enter_context(patch.object(Search, "seek", timed("seek", Search.seek)))
        stack.enter_context(patch.object(Telling, "facets_in", timed("facets_in", Telling.facets_in)))
        yield seconds
