"""Wordings that a rule should find, to make pairs from: the cases beside our own rules, and the bank of wordings where there is one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.scanning.cases import Case

_OTHER_LANGUAGE = re.compile(r"[àâäçéèêëîïñôöùûüßœ]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a contract with the family and type of what they do; `source` says where they stand."""

    text: str
    family: str
    type: str
    source: str


def of_cases(cases: Iterable[Case], rulebook: Rulebook) -> Iterator[Wording]:
    """The English cases that a rule must find, as wordings."""
    for case in cases:
        rule = rulebook.rule(case.rule)
        if rule and case.finds and not _OTHER_LANGUAGE.search(case.text):
            yield Wording(case.text.strip(), rule.family, rule.type, case.name)


def of_bank(path: Path) -> Iterator[Wording]:
    """The English matches of a bank of wordings (see `wordings.py`); those of several clauses, and what describes a document, are left out."""
    for number, row in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines()), 1):
        whole = "[...]" not in row["text"] and not row["text"].startswith("[Document]")
        if row["label"] == "match" and whole and not _OTHER_LANGUAGE.search(row["text"]):
            yield Wording(row["text"], row["family"], row["type"], f"bank {number}")
