"""For each of the real histories of terms the edition in which AI wording entered, as a person reads it, and what following its editions says."""

from __future__ import annotations

from contract_registry.core.scanning.findings import Circumstances
from contract_registry.operations.drift import EditionsFound, drift_through, scanned_editions
from contract_registry.operations.system import System

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


def check_that_it_entered(system: System, found: EditionsFound) -> None:
    """AssertionError where following these editions names another day, or no such sentence."""
    day, says, words = ENTERED[found.name]
    drift = drift_through(system, found, list(scanned_editions(system, found, Circumstances()))).drift
    assert drift is not None
    named = drift.ai.named

    assert (drift.editions[named.at].day if named else "") == day, (
        f"{found.name} entered on {drift.editions[named.at].day if named else 'no day'}"
    )
    text = drift.editions[named.at].edition.clauses.document.text if named else ""
    assert not words or any(each.says[0] == says and words in each.span.of(text) for each in named.sentences), found.name
