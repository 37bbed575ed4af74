"""How long a search takes at the longest while a block from which something was taken back is written anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import cycle
from threading import Thread
from time import perf_counter

from sqlalchemy import Engine

from contract_registry.storage.registry.blocks import blocks, write_block_anew
from searching.asked import Question


def meanwhile(engine: Engine, answer: Callable[[Question], int], asked: Sequence[Question]) -> list[float]:
    """The seconds of each of the questions that could be put, one after the other, while the newest block was written anew."""
    writing = Thread(target=_write, args=(engine,))
    took = []
    writing.start()
    for each in cycle(asked):
        started = perf_counter()
        answer(each)
        took.append(perf_counter() - started)
        if not writing.is_alive():
            return took
    return took


def _write(engine: Engine) -> None:
    with engine.begin() as connection:
        write_block_anew(connection, blocks(connection)[-1])
