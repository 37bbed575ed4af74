"""Pages printed by the tests' own PDF writer, read as any PDF is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contract_registry.core.document import Document
from reading_checks import read_pages


@pytest.fixture
def read() -> Callable[..., Document]:
    """Reads a PDF of the pages given, each as a Page or as what is drawn on it."""
    return read_pages
