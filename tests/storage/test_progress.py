"""Whoever notes how far a scan is learns at once that it is no longer wanted."""

from __future__ import annotations

from contract_registry.core.contracts.kept import Progress, Stage, State
from contract_registry.storage.store import Store

OWNER = "7d0d3f0a-5c0e-4a53-9a25-2f6f7f1f7c11"
READING = Progress(Stage.READING, 1, 4)


def test_progress_is_noted_as_long_as_the_scan_is_wanted(store: Store) -> None:
    with store.writing() as writing:
        kept = writing.shelf(OWNER).keep([("a.txt", b"Words.")])[0].id

        before = [writing.note_progress(kept, READING) for _ in range(2)]
        writing.shelf(OWNER).move_on(kept, {State.WAITING}, State.CANCELLED)

        assert (before, writing.note_progress(kept, READING)) == ([True, True], False)
