"""Where bytes come from, and what is said when there are none."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from contract_registry.errors import NotAFile, TooLarge
from contract_registry.reading.limits import Limits
from contract_registry.reading.sources import Source, source_of


def test_a_file_goes_by_its_name_without_its_folders(tmp_path: Path) -> None:
    (tmp_path / "a contract.txt").write_bytes(b"words")

    assert source_of(tmp_path / "a contract.txt") == Source("a contract.txt", b"words")


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"pasted")))

    assert source_of("-") == Source("standard input", b"pasted")


def test_standard_input_has_a_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * 11)))

    with pytest.raises(TooLarge):
        source_of("-", Limits(file_bytes=10))


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match="folder"):
        source_of(tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match=r"contarct\.pdf") as caught:
        source_of(tmp_path / "contarct.pdf")

    assert "spelling" in caught.value.next_step


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_that_cannot_be_is_not_a_file(name: str) -> None:
    with pytest.raises(NotAFile):
        source_of(name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_that_nobody_writes_to_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotAFile, match="pipe"):
        source_of(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_is_not_a_file() -> None:
    with pytest.raises(NotAFile, match="device"):
        source_of("/dev/zero")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "sparse.pdf").open("wb") as file:
        file.truncate(200_000_000)

    with pytest.raises(TooLarge, match="200,000,000"):
        source_of(tmp_path / "sparse.pdf")
