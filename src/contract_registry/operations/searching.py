"""Searches the registry for whoever asks: hits that they may read, and beside them the figures that the gate lets out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from contract_registry.core.disclosure.consent.ladder import Purpose
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.searching.choices import MOST_PARTS
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Asked, Facet, circles_of
from contract_registry.operations.telling import FacetValue, telling_to
from contract_registry.storage.registry.asking import MOST, Question
from contract_registry.storage.registry.blocks import blocks
from contract_registry.storage.registry.found import clauses_in, names_of
from contract_registry.storage.registry.searching import for_searching, page_of, parts_asked
from contract_registry.storage.registry.seeking import Search
from contract_registry.storage.registry.sides import Clauses
from contract_registry.storage.store import Store

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, and whether others follow; `count` is of all that whoever asks may read, exact up to ten thousand, beyond that `is_more`."""

    hits: tuple[Hit, ...]
    goes_on: bool
    count: int
    is_more: bool
    facets: Mapping[Facet, Sequence[FacetValue]]


def search(store: Store, asker: Asker, asked: Asked, most: int, after: tuple[float, int] | None = None) -> Found:
    """What whoever asks can read of what is asked for, a page of it."""
    question = Question(asked, circles_of(asker))
    with store.reading() as reading:
        connection = reading.connection
        for_searching(connection)
        starts = blocks(connection)
        with reading.beside(for_searching) if len(starts) > 1 else nullcontext() as beside:
            begin = beside.begin if beside else partial(_later, connection)
            seeking = Search(question, starts)
            others = beside.begin(seeking.seek) if beside else lambda: None
            telling = telling_to(reading, asker, question.circles, Purpose.SEARCH, store.clock())
            seeking.seek(connection, alone=beside is None)
            others()
            sought = seeking.sought()
            hits_in = begin(partial(page_of, question=question, found=sought, most=most + 1, after=after))
            clauses = clauses_in(connection, sought, telling.until)
            parts = _parts(connection, question, starts, telling.until)
            facets = telling.facets_in(
                clauses, lambda engagers: begin(partial(names_of, blocks=starts, found=clauses, engagers=engagers)), parts
            )
            hits = hits_in()
    count = len(sought.numbers)
    return Found(tuple(hits[:most]), len(hits) > most, min(count, MOST), count > MOST, facets)


def _parts(connection: Connection, question: Question, starts: Sequence[int], until: Mapping[str, datetime | None]) -> list[Clauses] | None:
    """What is found of each part of a question that leaves a choice; None where there are too many."""
    parts = parts_asked(connection, question)
    if len(parts) > MOST_PARTS:
        return None
    seeking = [Search(part, starts) for part in parts]
    for each in seeking:
        each.seek(connection, alone=True)
    return [clauses_in(connection, each.sought(), until) for each in seeking]


def _later(connection: Connection, ask: Callable[[Connection], Answer]) -> Callable[[], Answer]:
    """What is asked for once the answer is needed, where there is but one connection."""
    return partial(ask, connection)
