"""phrases.json: a scanner made of it hears what one made of the vocabulary hears, and one of other rules is not taken."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from contract_registry.core.scanning.prepare import prepare
from contract_registry.reading.compiled_phrases import PHRASES, compile_phrases, compiled_words, load_scanner
from contract_registry.reading.rule_files import load_rulebook
from contract_registry.shipped import rules_folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rules."""
    return Path(shutil.copytree(rules_folder(), tmp_path_factory.mktemp("rules") / "clause_rules"))


def test_what_is_shipped_is_what_the_rules_make_today() -> None:
    folder = rules_folder()
    assert (folder / PHRASES).read_text(encoding="utf-8") == compile_phrases(load_rulebook(folder)), "Run `contract-registry rules lock`."


def test_it_holds_the_words_that_the_vocabulary_makes(folder: Path) -> None:
    compiled, made = load_scanner(folder), prepare(load_rulebook(folder))
    assert compiled.quiet == made.quiet
    assert compiled.spoken.tree.words == made.spoken.tree.words
    assert compiled.spoken.tree.branches == made.spoken.tree.branches
    assert compiled.spoken.tree.says == made.spoken.tree.says
    assert compiled.spoken.tree.meanings == made.spoken.tree.meanings


@pytest.mark.parametrize(
    "spoil",
    [
        lambda compiled: {**compiled, "rulebook": "another"},
        lambda compiled: {**compiled, "made_by": "other code"},
        lambda compiled: {name: part for name, part in compiled.items() if name != "onward"},
        lambda compiled: {**compiled, "spoken_in": [[99]]},
        lambda compiled: [compiled],
    ],
    ids=["of another rulebook", "by other code", "without its branches", "in an unknown language", "of another form"],
)
def test_one_that_does_not_fit_is_made_again_from_the_vocabulary(spoil: object, folder: Path) -> None:
    good = json.loads((rules_folder() / PHRASES).read_text(encoding="utf-8"))
    (folder / PHRASES).write_text(json.dumps(spoil(good)), encoding="utf-8")  # type: ignore[operator]
    rulebook = load_rulebook(folder)
    assert compiled_words(folder, rulebook) is None
    assert load_scanner(folder).spoken.tree.words == tuple(good["words"])
