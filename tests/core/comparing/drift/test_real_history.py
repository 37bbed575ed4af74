"""Dated editions of real platforms' terms: for each the edition in which AI wording entered, and a sentence that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_registry.bootstrap import assemble
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.operations.drift import drift_through, editions_in, scanned_editions
from contract_registry.settings import from_environment

ENTERED = {
    "ArtStation": ("2023-01-19", "protects", "NoAI"),
    "DeviantArt": ("2024-04-07", "protects", "artificial intelligence"),
    "Reddit": ("2024-09-16", "harm", "to train AI"),
    "Tumblr": ("", "", ""),
    "Twitter": ("2024-10-21", "harm", "artificial intelligence models"),
    "Vimeo": ("2023-12-14", "nothing", "artificial intelligence tools"),
    "Zoom": ("2023-07-28", "harm", "artificial intelligence"),
}
"""As read by a person: the day, what the rules say of a sentence there, and words of it."""


@pytest.mark.slow
@pytest.mark.parametrize("service", ENTERED)
def test_the_edition_and_the_sentence_are_those_that_a_person_would_name(service: str, shared: Path) -> None:
    day, says, words = ENTERED[service]
    (found,) = [each for each in editions_in(shared / "corpus" / "history") if each.name == service]
    with assemble(from_environment({})) as system:
        drift = drift_through(system, found, list(scanned_editions(system, found, Circumstances()))).drift
    assert drift is not None
    named = drift.ai.named

    assert (drift.editions[named.at].day if named else "") == day
    text = drift.editions[named.at].edition.clauses.document.text if named else ""
    assert not words or any(each.says[0] == says and words in each.span.of(text) for each in named.sentences)


def test_every_service_there_is_was_read_by_a_person(shared: Path) -> None:
    assert {each.name for each in editions_in(shared / "corpus" / "history")} == set(ENTERED)
