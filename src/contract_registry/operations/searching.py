"""Searches the registry for whoever asks: hits that they may read, and beside them the figures that the gate lets out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contract_registry.core.disclosure.consent.ladder import Purpose
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import Asked, Facet, circles_of
from contract_registry.operations.telling import FacetValue, telling_to
from contract_registry.storage.registry.asking import MOST, Question
from contract_registry.storage.registry.found import found_in, names_of
from contract_registry.storage.registry.searching import for_searching, page_of
from contract_registry.storage.store import Store


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
        for_searching(reading.connection)
        telling = telling_to(reading, asker, question.circles, Purpose.SEARCH, store.clock())
        found = found_in(reading.connection, question, telling.until)
        hits = page_of(reading.connection, question, found, most + 1, after)
        facets = telling.facets_in(found, lambda engagers: names_of(reading.connection, found, engagers))
    count = len(found.numbers)
    return Found(tuple(hits[:most]), len(hits) > most, min(count, MOST), count > MOST, facets)
