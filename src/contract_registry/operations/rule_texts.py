"""The files of the rules, as they stand in their folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.reading.rule_files import compiled_files, read_rule_files


def rule_texts(folder: Path, rulebook: Rulebook) -> Iterator[tuple[str, int, str, str]]:
    """Id, version, fingerprint and text of every rule of the rulebook, which was made from the files in this folder."""
    rules = {rule.id: rule for rule in rulebook.rules}
    for file in compiled_files(folder) or read_rule_files(folder)[0]:
        rule = rules.get(str(file.data.get("id"))) if file.form == "rule" else None
        if rule:
            yield rule.id, rule.version, rule.fingerprint, (folder / file.name).read_text(encoding="utf-8")
