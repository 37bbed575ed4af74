"""What a run-in heading names is given to nobody: the party behind it is the subject of its sentence."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

SIDES = 'Agreement between Moth Games Oy ("Studio") and Rukmini Das ("Writer").'


@pytest.mark.parametrize("heading", ["Ownership and licence.", "Assignment.", "Grant of rights and licence.", "Texts."])
def test_a_writer_keeps_the_copyright_under_any_heading(heading: str) -> None:
    scanner = shipped()[1]
    assert scanner

    scan = scan_with(
        segment(document_of(f"{SIDES}\n\n3. {heading} The Writer keeps the copyright in the texts.")), scanner, Circumstances()
    )

    assert scan.findings == ()
    assert [each.type for each in scan.protections] == ["protect-rights-reserved"]
