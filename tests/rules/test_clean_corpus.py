"""Fair contracts, written as unions and careful clients write them, are left in peace: no rule finds harm in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

CLEAN = sorted((Path(__file__).parents[1] / "samples" / "clean").glob("*.md"))


def test_there_are_fair_contracts() -> None:
    assert len(CLEAN) >= 12


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_no_rule_finds_harm_in_a_fair_contract(path: Path) -> None:
    scanner = shipped()[1]
    assert scanner

    scan = scan_with(segment(document_of(path.read_text(encoding="utf-8"))), scanner, Circumstances())

    assert [(each.rule, each.quote.of(path.read_text(encoding="utf-8"))) for each in scan.findings] == []
    assert scan.combinations == ()
