"""The made-up registry is filled by one command, and whoever it says can sign in finds in it what they should."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from contract_registry.bootstrap import assemble_service
from contract_registry.settings import Settings, StorageSettings
from contract_registry.web.app import create_app

FILL = Path(__file__).parents[2] / "demo/fill.py"


@pytest.mark.slow
def test_a_registry_is_filled_once_and_its_officer_finds_clauses_and_figures(
    tmp_path: Path, new_database_with_tables: Callable[[], str]
) -> None:
    (tmp_path / "history/sketchpost").mkdir(parents=True)
    for day, words in (
        ("2024-02-01", "a licence to show your pictures"),
        ("2025-02-01", "a licence to train our AI models on your pictures"),
    ):
        (tmp_path / f"history/sketchpost/{day}.txt").write_text(
            f"TERMS OF SERVICE\n\n1. You grant us {words}, for ever and without payment.\n"
        )
    data, database = tmp_path / "data", new_database_with_tables()
    command = [sys.executable, str(FILL), "--data", str(data), "--history", str(tmp_path / "history")]
    environment = {**os.environ, "DATABASE_URL": database}

    first, again = (subprocess.run(command, env=environment, capture_output=True, text=True, check=False) for _ in range(2))

    assert first.returncode == 0, first.stderr
    assert "16 members with 48 contracts" in first.stdout
    assert "2 editions of public terms" in first.stdout
    assert again.returncode == 1
    assert "nothing was changed" in again.stdout
    tokens = dict(re.findall(r"([A-Z]+)=(\S+)", first.stdout.partition("For the tour: export ")[2]))
    with assemble_service(Settings(storage=StorageSettings(data=data, database_url=database))) as service:
        client = TestClient(create_app(service), base_url="http://127.0.0.1")

        def found(who: str, words: str) -> dict[str, Any]:
            return client.get("/api/v1/registry/clauses", params={"q": words}, headers={"authorization": f"Bearer {tokens[who]}"}).json()

        waivers = found("OFFICER", '"moral rights" waives')
        assert waivers["count"] > 20
        assert any(told["people"] for facet in waivers["facets"] for told in facet["values"]), "enough people share for figures"
        assert {each["engager"] for each in found("OFFICER", "synthetic version")["clauses"]} == {"Tidewater Audio Ltd"}
        assert found("MEMBER", "synthetic version")["count"] == found("STRANGER", "synthetic version")["count"] == 0
        assert [each["is_public"] for each in found("MEMBER", "train AI models")["clauses"]] == [True]
        templates = client.get("/api/v1/registry/templates", headers={"authorization": f"Bearer {tokens['MEMBER']}"}).json()
        assert "2025-02-01" in str(templates)
