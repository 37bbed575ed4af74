"""What makes a finding graver or milder can be told to a person."""

from __future__ import annotations

from contract_registry.exporting.severity_words import PHRASES
from rules.conftest import shipped


def test_every_reason_of_the_shipped_rules_has_its_phrase() -> None:
    _, scanner = shipped()
    names = {each.name for rule in scanner.rulebook.rules for each in (*rule.raises, *rule.lowers)} if scanner else set()

    assert names
    assert names - PHRASES.keys() == set()
