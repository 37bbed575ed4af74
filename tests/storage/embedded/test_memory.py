"""The embedded server takes its share of the memory that there is, and of a container's where it runs in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_registry.storage.embedded.memory import LEAST_MB, MOST_MB, megabytes_of_pages


@pytest.mark.parametrize(("told", "megabytes"), [("2147483648\n", 512), ("1048576\n", LEAST_MB)])
def test_a_container_gives_a_quarter_of_what_it_may_use(tmp_path: Path, told: str, megabytes: int) -> None:
    limit = tmp_path / "memory.max"
    limit.write_text(told, encoding="ascii")

    assert megabytes_of_pages(limit) == megabytes


@pytest.mark.parametrize("told", ["max\n", None])
def test_without_a_limit_the_machine_does(tmp_path: Path, told: str | None) -> None:
    limit = tmp_path / "memory.max"
    if told:
        limit.write_text(told, encoding="ascii")

    assert LEAST_MB <= megabytes_of_pages(limit) <= MOST_MB
