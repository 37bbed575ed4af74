"""Arrows point down only, and the contracts that say so bite."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = {
    "__main__": "import contract_registry.cli",
    "cli.session": "import contract_registry.bootstrap\nimport contract_registry.settings",
    "cli.main": "import contract_registry.operations.scan\nimport contract_registry.cli.session\nimport typer",
    "web.app": "import contract_registry.operations.scan\nimport fastapi",
    "worker.jobs": "import contract_registry.operations.scan\nimport procrastinate",
    "bootstrap": "import contract_registry.operations.scan\nimport contract_registry.settings\nimport contract_registry.shipped",
    "operations.scan": "import contract_registry.reading.read\nimport contract_registry.core.scanning.scan",
    "reading.read": "import contract_registry.core.document\nimport pypdfium2",
    "storage.store": "import contract_registry.core.document\nimport sqlalchemy",
    "exporting.html": "import contract_registry.core.document\nimport jinja2",
    "core.contracts.fingerprints.sketch": "import rensa",
    "core.disclosure.redaction.name_model": "import spacy",
    "core.scanning.language": "import spacy",
    "core.scanning.matchers": "import spacy.matcher",
    "core.scanning.scan": "import contract_registry.core.scanning.language\nimport contract_registry.core.rules.schema",
    "core.rules.schema": "import pydantic\nimport contract_registry.core.rules.forms.rule_form",
    "core.rules.forms.rule_form": "import pydantic\nimport contract_registry.core.clauses.tree",
    "core.clauses.tree": "import contract_registry.core.document",
    "core.document": "import contract_registry.core.text",
    "core.quantities.numbers": "import contract_registry.core.text",
    "core.scanning.counted": "import contract_registry.core.quantities.numbers",
    "core.text": "import contract_registry.errors",
    "errors": "",
    "garbage": "import gc",
    "settings": "import os\nimport contract_registry.errors",
    "shipped": "import pathlib\nimport contract_registry.errors",
}

WRONG = [
    ("reading imports exporting", "reading.read", "import contract_registry.exporting.html", "The tower"),
    ("the core imports a reader", "core.document", "import contract_registry.reading.read", "The tower"),
    ("a folder without a floor", "billing.invoice", "", "The tower"),
    ("clauses import rules", "core.clauses.tree", "import contract_registry.core.rules.schema", "The core, in the order"),
    ("quantities know of clauses", "core.quantities.numbers", "import contract_registry.core.clauses.tree", "The core, in the order"),
    ("a stray room in the core", "core.utils", "", "The core, in the order"),
    ("the core reads a file", "core.text", "import pathlib", "The core touches nothing"),
    ("the core looks at the clock", "core.scanning.scan", "import time", "The core touches nothing"),
    ("the core asks where the rules are", "core.scanning.scan", "import contract_registry.shipped", "The core touches nothing"),
    ("a second schema in the core", "core.clauses.tree", "import pydantic", "Only the forms"),
    ("a second door to spaCy", "core.clauses.tree", "import spacy", "spaCy has one door"),
    ("the reader looks into spaCy", "reading.read", "from spacy.tokens import Doc", "spaCy has one door"),
    ("a second door to MinHash", "core.scanning.scan", "import rensa", "MinHash has one door"),
    ("a command reaches past operations", "cli.main", "import contract_registry.reading.read", "Doors ask operations"),
    ("a command writes a report itself", "cli.main", "import contract_registry.exporting.html", "Doors ask operations"),
    ("a page reaches past operations", "web.app", "import contract_registry.storage.store", "Doors ask operations"),
    ("the store imports a reader", "storage.store", "import contract_registry.reading.read", "The tower"),
    ("the core asks the database", "core.scanning.scan", "import sqlalchemy", "The core touches nothing"),
    ("an operation asks where the rules are", "operations.scan", "import contract_registry.shipped", "Settings are handed over"),
    ("a reader fetches settings", "reading.read", "import contract_registry.settings", "Settings are handed over"),
    ("two siblings in a circle", "core.scanning.context.cues", "import contract_registry.core.scanning.scan", "No circles"),
]


def lint_imports(folder: Path, package: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(package), "COLUMNS": "200"}
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def broken(outcome: subprocess.CompletedProcess[str]) -> list[str]:
    return re.findall(r"^(.+) BROKEN", outcome.stdout, re.MULTILINE)


def build(house: dict[str, str], folder: Path, root: Path) -> None:
    """Write the stub house and lay the contracts of the real one beside it."""
    for name, code in {"__init__": "", **house}.items():
        path = folder.joinpath("contract_registry", *name.split(".")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
        for parent in path.relative_to(folder).parents[:-1]:
            (folder / parent / "__init__.py").touch()
    contracts = (root / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.importlinter]")
    (folder / "pyproject.toml").write_text("".join(contracts[1:]), encoding="utf-8")


def test_this_house_keeps_every_contract(root: Path) -> None:
    outcome = lint_imports(root, root / "src")

    assert outcome.returncode == 0, outcome.stdout
    assert broken(outcome) == []


def test_a_house_built_to_plan_keeps_every_contract(root: Path, tmp_path: Path) -> None:
    build(HOUSE, tmp_path, root)

    outcome = lint_imports(tmp_path, tmp_path)

    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(("module", "code", "contract"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_a_wrong_import_breaks_the_contract_that_forbids_it(module: str, code: str, contract: str, root: Path, tmp_path: Path) -> None:
    house = (
        HOUSE
        | {"core.scanning.context.cues": ""}
        | ({"core.scanning.scan": HOUSE["core.scanning.scan"] + "\nimport contract_registry.core.scanning.context.cues"})
    )
    build(house | {module: house.get(module, "") + "\n" + code}, tmp_path, root)

    outcome = lint_imports(tmp_path, tmp_path)

    assert any(name.startswith(contract) for name in broken(outcome)), outcome.stdout + outcome.stderr
