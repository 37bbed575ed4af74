"""What is said of the other side is left alone, and a harm that stands beside it is found all the same."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

PARTIES = 'This Agreement is made on 1 March 2027 between Ada Ferrer (the "Author") and Northlight Books Ltd (the "Publisher").\n'
HARMFUL = (
    "The Author hereby waives all moral rights in the Work in favour of the Publisher and anybody who holds a licence granted by the Publisher.",
    "Save for the rights granted by the Publisher to the Author in clause 9, the Author assigns to the Publisher all right, title and interest in the Work.",
    "Any sub-licence granted by the Publisher may permit the licensee to use the Work for the training of large language models.",
    "The Publisher gives AI developers access to the Work for the training of large language models.",
    "The Publisher confirms that it may use the Work for training artificial intelligence models.",
    "The Publisher agrees to pay a flat fee of £500 in full consideration of the assignment of all rights in the Work in perpetuity.",
    "The Author may retain a copy of the Work, and the Work may be used to train artificial intelligence models.",
    "The Author is entitled to a one-off fee of £500 as full and final payment for all rights in the Work in all media in perpetuity.",
    "The Author is not required to approve the use of artificial intelligence to translate the Work.",
)
HARMLESS = (
    "The Publisher waives all moral rights in the Work in favour of the Author.",
    "The Publisher hereby consents to the use of the Work for the training of artificial intelligence.",
    "The Author may license the Work to technology companies to train artificial intelligence.",
    "The Publisher warrants that it has obtained a waiver of moral rights from every animator.",
)


def found(clause: str) -> list[str]:
    scanner = shipped()[1]
    assert scanner
    scan = scan_with(segment(document_of(PARTIES + "1. " + clause)), scanner, Circumstances())
    return [each.rule for each in scan.findings if each.family in {"moral", "ai", "buyout"}]


@pytest.mark.parametrize("clause", HARMFUL)
def test_a_harm_beside_it_is_found(clause: str) -> None:
    assert found(clause)


@pytest.mark.parametrize("clause", HARMLESS)
def test_it_is_left_alone(clause: str) -> None:
    assert not found(clause)
