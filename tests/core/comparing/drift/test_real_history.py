"""Dated editions of real platforms' terms: for each the edition in which AI wording entered, and a sentence that says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from contract_registry.bootstrap import assemble
from contract_registry.operations.drift import EditionsFound, editions_in
from contract_registry.settings import from_environment
from real_history import ENTERED, check_that_it_entered

ONE_IN = 4
"""So many of the editions are followed, beside the one that matters and the one before it; `make endurance WHAT=every_edition` follows all."""


def some_of(found: EditionsFound, day: str) -> EditionsFound:
    """A history with fewer editions."""
    at = next((place for place, each in enumerate(found.editions) if each.day == day), 0)
    return replace(found, editions=tuple(each for place, each in enumerate(found.editions) if place in {at - 1, at} or place % ONE_IN == 0))


@pytest.mark.slow
@pytest.mark.parametrize("service", ENTERED)
def test_the_edition_and_the_sentence_are_those_that_a_person_would_name(service: str, shared: Path) -> None:
    (found,) = [each for each in editions_in(shared / "corpus" / "history") if each.name == service]
    with assemble(from_environment({})) as system:
        check_that_it_entered(system, some_of(found, ENTERED[service][0]))


def test_every_service_there_is_was_read_by_a_person(shared: Path) -> None:
    assert {each.name for each in editions_in(shared / "corpus" / "history")} == set(ENTERED)
