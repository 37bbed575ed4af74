"""Several files are read side by side and come back in their order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract_registry.bootstrap import assemble
from contract_registry.operations.read import WasNotRead, WasRead, read_sources
from contract_registry.operations.system import System
from contract_registry.settings import ReadingSettings, Settings
from sample_files import a_docx, a_pdf


@pytest.fixture
def system() -> Iterator[System]:
    with assemble(Settings(reading=ReadingSettings(at_once=3))) as system:
        yield system


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    made = {"a.pdf": a_pdf(), "b.docx": a_docx("The Author keeps all rights."), "c.txt": b"The fee is due.", "d.pdf": b"", "e.pdf": a_pdf()}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return [str(tmp_path / name) for name in made]


def test_results_come_in_the_order_of_the_files(system: System, files: list[str]) -> None:
    outcomes = list(read_sources(system, [*files, *reversed(files)]))

    assert [outcome.given for outcome in outcomes] == [*files, *reversed(files)]
    assert [type(outcome) for outcome in outcomes[:5]] == [WasRead, WasRead, WasRead, WasNotRead, WasRead]


def test_one_file_may_be_given_and_what_is_wrong_with_it_is_told(system: System, files: list[str]) -> None:
    (outcome,) = read_sources(system, [files[3]])

    assert isinstance(outcome, WasNotRead)
    assert (outcome.name, outcome.error.kind) == ("d.pdf", "empty")


def test_files_can_be_one_document(system: System, files: list[str]) -> None:
    (outcome,) = read_sources(system, files[:3], together=True)

    assert isinstance(outcome, WasRead)
    assert [part.name for part in outcome.document.parts] == ["a.pdf", "b.docx", "c.txt"]
    assert len(outcome.sources) == 3


def test_something_else_is_done_while_a_file_is_read_elsewhere(system: System, files: list[str]) -> None:
    called: list[str] = []

    list(read_sources(system, [files[2]], meanwhile=lambda: called.append("text")))
    list(read_sources(system, [files[0]], meanwhile=lambda: called.append("pdf")))

    assert called == ["pdf"]
