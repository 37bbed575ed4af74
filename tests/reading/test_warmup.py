"""The files by which readers are warmed up are files like any other."""

from __future__ import annotations

import pytest

from contract_registry.reading import warmup
from contract_registry.reading.read import read
from contract_registry.reading.reader import Reader
from contract_registry.reading.sources import Source
from sample_files import GRANT


@pytest.mark.parametrize("make", [warmup._page, warmup._markdown, warmup._mail, warmup._word, warmup._pdf])
def test_each_sample_is_read_to_its_last_clause(make: object) -> None:
    assert "4.12 The Author grants" in read(make(), name="sample").text


def test_every_step_can_be_taken() -> None:
    for step in warmup.steps():
        step()


def test_a_reader_kept_warm_reads_the_same() -> None:
    page = Source("terms.html", f"<html><p>{GRANT}</p>".encode())

    with Reader(keep_warm=True) as reader:
        reader.warm()
        texts = {reader.read(page).text for _ in range(5)}

    assert texts == {GRANT}
