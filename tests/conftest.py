"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("any machine", deadline=None)  # how long an example takes says how busy the machine is
settings.load_profile("any machine")

pytest_plugins = ["no_skips_in_ci", "database_of_tests"]


def pytest_xdist_auto_num_workers() -> int:
    """Half as many processes again as there are cores: many tests wait for a process, a browser or a database."""
    cores = os.cpu_count() or 1
    return cores + cores // 2


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, so that nobody waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome-headless-shell")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout, which are nobody's to copy into it."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("../shared, the folder of real documents, is not here")
    return folder


@pytest.fixture(scope="session")
def needs_tesseract() -> str:
    """The path of Tesseract, which recognises letters in pictures."""
    found = shutil.which("tesseract")
    if not found:
        pytest.skip("Tesseract is not installed")
    return found


@pytest.fixture(scope="session")
def needs_chromium() -> str:
    """The path of a Chromium that can be run without a screen."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if not found:
        pytest.skip("Chromium is not installed")
    return found
