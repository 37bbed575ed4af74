"""What a scan costs follows the length of the text: twice as much text is about twice the work, even in one sentence without an end."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from builders import a_rule
from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from hearing import WAIVER, scanner_of

TRAINS = a_rule("{trains} … {ai}", id="common.trains", family="ai", flow="any", unless={"asked": "{creators-work} … {ai}"})
OWNS = a_rule("{trains} … {creators-work}", id="common.owns", family="ai", flow="any", within="clause")


def work(text: str) -> int:
    """How many functions are called while `text` is scanned: a count that is the same on every machine."""
    clauses, scanner = segment(document_of(text)), scanner_of(WAIVER, TRAINS, OWNS)
    scan_with(clauses, scanner, Circumstances())
    counted = 0

    def count(_frame: FrameType, event: str, _told: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        scan_with(clauses, scanner, Circumstances())
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize(
    "words",
    [
        "not except unless the Publisher may train AI, ",
        "the Author does not waive moral rights, ",
        "your photographs and the works created by the Artist, ",
        "moral rights; waives; ",
    ],
)
def test_twice_as_long_a_sentence_is_about_twice_the_work(words: str) -> None:
    opening = "This is what the parties to this agreement have agreed to do for each other and for the rest of the world: "

    once, twice = (work(opening + words * (length // len(words))) for length in (12_000, 24_000))

    assert 1.5 * once < twice < 2.3 * once
