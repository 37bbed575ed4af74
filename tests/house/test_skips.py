"""What could not run in CI was not shown to work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPED = {
    "by a mark": "import pytest\n@pytest.mark.skip(reason='no scanner here')\ndef test_scanner(): ...\n",
    "inside": "import pytest\ndef test_scanner(): pytest.skip('no scanner here')\n",
    "as a whole module": "import pytest\npytest.skip('no scanner here', allow_module_level=True)\ndef test_scanner(): ...\n",
}


def run(code: str, folder: Path, ci: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_one.py").write_text(code)
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-m", "pytest", "-p", "no_skips_in_ci", "-p", "no:cacheprovider", "--rootdir", str(folder), str(folder)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("code", SKIPPED.values(), ids=SKIPPED.keys())
def test_a_skip_fails_in_ci_and_says_why(code: str, tmp_path: Path) -> None:
    outcome = run(code, tmp_path, ci="true")

    assert outcome.returncode != 0
    assert "no scanner here" in outcome.stdout


@pytest.mark.parametrize("code", SKIPPED.values(), ids=SKIPPED.keys())
def test_a_skip_is_a_skip_elsewhere(code: str, tmp_path: Path) -> None:
    outcome = run(code, tmp_path, ci="")

    assert "1 skipped" in outcome.stdout
    assert "failed" not in outcome.stdout


def test_an_expected_failure_is_no_skip(tmp_path: Path) -> None:
    outcome = run("import pytest\n@pytest.mark.xfail\ndef test_known(): assert False\n", tmp_path, ci="true")

    assert outcome.returncode == 0


def test_this_run_holds_to_it(request: pytest.FixtureRequest) -> None:
    assert request.config.pluginmanager.has_plugin("no_skips_in_ci")
