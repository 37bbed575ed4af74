"""The changelog speaks to the person who upgrades, always in the same order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contract_registry import __version__

ORDER = ["Security", "Removed", "Deprecated", "Added", "Changed", "Fixed"]


@pytest.fixture
def releases(root: Path) -> list[tuple[str, list[str]]]:
    """Each release, newest first, with the titles of its sections."""
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)[1:]
    return [(title, re.findall(r"^### (.+)$", body, re.MULTILINE)) for title, body in zip(parts[::2], parts[1::2], strict=True)]


def test_what_is_not_released_yet_stands_first(releases: list[tuple[str, list[str]]]) -> None:
    assert releases[0][0] == "Unreleased"


def test_a_release_has_a_version_and_a_date(releases: list[tuple[str, list[str]]]) -> None:
    assert [title for title, _ in releases[1:] if not re.fullmatch(r"\d+\.\d+\.\d+ · \d{4}-\d\d-\d\d", title)] == []


def test_sections_keep_their_order(releases: list[tuple[str, list[str]]]) -> None:
    for title, sections in releases:
        assert sections == [name for name in ORDER if name in sections], title


def test_the_latest_release_is_not_ahead_of_the_version(releases: list[tuple[str, list[str]]]) -> None:
    latest = [title.split()[0] for title, _ in releases[1:2]]

    assert latest in ([], [__version__])
