"""Dated editions of real platforms' terms: for each the edition in which AI wording entered, and a sentence that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_registry.bootstrap import assemble
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.operations.drift import drift_through, editions_in, scanned_editions
from contract_registry.settings import from_environment

ENTERED = {
    "ArtStation": ("2023-01-19", "nothing", "NoAI"),
    "DeviantArt": ("2024-04-07", "protects", "artificial intelligence"),
    "Reddit": ("2024-09-16", "harm", "to train AI"),
    "Tumblr": ("", "", ""),
    "Twitter": ("2024-10-21", "harm", "artificial intelligence models"),
    "Vimeo": ("2023-12-14", "nothing", "artificial intelligence tools"),
    "Zoom": ("2023-07-28", "harm", "artificial intelligence"),
}
"""As read by a person: the day, what the rules say of a sentence there, and words of it."""


@pytest.mark.slow
def test_for_each_service_the_edition_and_the_sentence_are_those_that_a_person_would_name(shared: Path) -> None:
    told = {}
    with assemble(from_environment({})) as system:
        for found in editions_in(shared / "corpus" / "history"):
            drift = drift_through(system, found, list(scanned_editions(system, found, Circumstances()))).drift
            assert drift is not None
            named = drift.ai.named
            text = drift.editions[named.at].edition.clauses.document.text if named else ""
            told[found.name] = (
                drift.editions[named.at].day if named else "",
                [(each.says[0], each.span.of(text)) for each in named.sentences] if named else [],
            )

    assert {name: day for name, (day, _) in told.items()} == {name: day for name, (day, _, _) in ENTERED.items()}
    for name, (_, says, words) in ENTERED.items():
        assert not words or any(said == says and words in sentence for said, sentence in told[name][1]), name
