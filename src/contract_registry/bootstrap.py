"""Puts the system together from its settings: the one room that knows every class."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.system import System
from contract_registry.reading.limits import Limits
from contract_registry.reading.reader import Reader
from contract_registry.settings import ReadingSettings, Settings
from contract_registry.shipped import rules_folder

if TYPE_CHECKING:
    from contract_registry.core.scanning.prepare import Scanner

MOST_AT_ONCE = 4
_Made = TypeVar("_Made")


@contextmanager
def assemble(settings: Settings) -> Iterator[System]:
    """The system that `settings` ask for, for as long as the `with` lasts. Rules are loaded when the first question needs them."""
    folder = settings.rules.rules or rules_folder()
    at_once = settings.reading.at_once or min(os.cpu_count() or 1, MOST_AT_ONCE)
    limits = _limits(settings.reading)

    @_once
    def rulebook() -> Rulebook:
        from contract_registry.reading.rule_files import load_rulebook

        return load_rulebook(folder)

    @_once
    def scanner() -> Scanner:
        with light_spacy():
            from contract_registry.core.scanning.prepare import prepare
        return prepare(rulebook())

    with Reader(limits, workers=at_once) as reader:
        yield System(limits, reader, folder, rulebook, scanner, at_once)


def _once(make: Callable[[], _Made]) -> Callable[[], _Made]:
    """`make` called once, when first asked for, however many threads ask."""
    making, made = Lock(), cache(make)

    def ask() -> _Made:
        with making:
            return made()

    return ask


def _limits(reading: ReadingSettings) -> Limits:
    return Limits(
        file_bytes=reading.file_mb * 1_000_000,
        memory_bytes=reading.memory_mb * 1_000_000,
        seconds=reading.seconds,
        seconds_per_recognised_page=reading.seconds_per_scanned_page,
        pages=reading.pages,
    )
