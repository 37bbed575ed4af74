"""Words that are harmless at most services and not at one that builds AI are found in a document about AI and asked about in another."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

IMPROVES = "We may use your content to improve our services."
FILLER = "You pay the fee for each month on the first day of it, and we send you an invoice by post within ten days. "
OF_AI = "Our artificial intelligence answers your questions, and a language model writes the captions. "
RULE = "common.ai-hidden-improvement"


def scanned(text: str) -> Scan:
    scanner = shipped()[1]
    assert scanner
    return scan_with(segment(document_of(text)), scanner, Circumstances())


def test_in_terms_about_ai_it_is_found() -> None:
    scan = scanned(f"{OF_AI}{FILLER * 40}\n\n{OF_AI}{IMPROVES}")

    assert RULE in [each.rule for each in scan.findings]


def test_in_terms_that_never_speak_of_ai_it_is_asked_about() -> None:
    scan = scanned(f"{FILLER * 40}\n\n{IMPROVES}")

    assert RULE not in [each.rule for each in scan.findings]
    (asked,) = [each for each in scan.unclear if each.rule == RULE]
    assert "training AI" in asked.question


@pytest.mark.parametrize("text", [IMPROVES, FILLER * 3 + IMPROVES])
def test_a_letter_cannot_show_what_the_contract_is_about_so_it_is_found(text: str) -> None:
    assert RULE in [each.rule for each in scanned(text).findings]


PLAIN = "We may need extra lines later, and then the software says them in your voice."
VOICE = "common.ai-voice"


def test_a_message_is_heard_for_everyday_words() -> None:
    assert VOICE in [each.rule for each in scanned(PLAIN).findings]


def test_a_long_contract_is_not_searched_for_everyday_words() -> None:
    assert VOICE not in [each.rule for each in scanned(f"{FILLER * 40}\n\n{PLAIN}").findings]
