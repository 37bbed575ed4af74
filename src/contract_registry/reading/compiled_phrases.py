"""`phrases.json` in the rules folder: the words a rulebook listens for, put together when it is locked and not at every scan."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from contract_registry.core.rules import inflection, vocabulary
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.scanning import language, misread, phrase_tree
from contract_registry.core.scanning import spoken_words as putting_together
from contract_registry.core.scanning.language import Words
from contract_registry.core.scanning.phrase_tree import tree_of
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.core.scanning.spoken_words import SpokenWords, spoken_words
from contract_registry.reading.rule_files import load_rulebook

PHRASES = "phrases.json"
_MADE_BY = (inflection, vocabulary, language, misread, phrase_tree, putting_together)
"""The modules that decide how the same vocabulary is divided into words and put together."""


def load_scanner(folder: Path) -> Scanner:
    """The scanner of the rulebook in `folder`; InvalidRules with every complaint when a file is wrong."""
    return scanner_in(folder, load_rulebook(folder))


def scanner_in(folder: Path, rulebook: Rulebook) -> Scanner:
    """The scanner of `rulebook`, which was read from `folder`: its words from `phrases.json`, where that was made for this very rulebook."""
    return prepare(rulebook, compiled_words(folder, rulebook))


def compile_phrases(rulebook: Rulebook) -> str:
    """The text of `phrases.json`."""
    spoken = spoken_words(rulebook, Words())
    parts = {"rulebook": rulebook.fingerprint, "made_by": _made_by(), "quiet": spoken.quiet, **spoken.tree.plain()}
    rows = [f"{json.dumps(name)}: {json.dumps(part, ensure_ascii=False, separators=(',', ':'))}" for name, part in parts.items()]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def compiled_words(folder: Path, rulebook: Rulebook) -> SpokenWords | None:
    """What `phrases.json` holds; None when it is missing, unreadable, or made for another rulebook or by other code."""
    try:
        compiled: Any = json.loads((folder / PHRASES).read_text(encoding="utf-8"))
        if (compiled["rulebook"], compiled["made_by"]) != (rulebook.fingerprint, _made_by()):
            return None
        return SpokenWords(tree_of(compiled), compiled["quiet"])
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def _made_by() -> str:
    """The sha256 over the code that puts the words together."""
    digest = hashlib.sha256()
    for module in _MADE_BY:
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()
