"""What is written about a contract names nobody whom the contract names, however it is spelt, though the contract names them only where its parties stand."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.disclosure.redaction.beside import redacted_beside
from contract_registry.core.disclosure.redaction.redact import redact
from contract_registry.core.scanning.cases import document_of

TEXT = """ILLUSTRATION AGREEMENT
This agreement is made on 14 May 2026 between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. The Illustrator shall make drawings for the work "The Marmalade Index".
2. The Illustrator waives all moral rights in the Work.
Signed by: Mirela Quist
"""


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("mirela quist keeps all rights in the drawings", "[creator] keeps all rights in the drawings"),
        ("the rights stay with QUIST", "the rights stay with [creator]"),
        ("saltmarsh books pays for further uses", "[engager] pays for further uses"),
        ("only for the marmalade index", "only for [title]"),
        ("the illustrator keeps all rights", "the illustrator keeps all rights"),
    ],
)
def test_names_of_the_contract_go_in_any_spelling(words: str, left: str) -> None:
    assert redacted_beside(redact(segment(document_of(TEXT))), words) == left
