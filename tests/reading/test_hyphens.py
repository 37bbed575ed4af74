"""Hyphens at line ends: those that only broke a word go, those that belong to it stay."""

from __future__ import annotations

import pytest

from contract_registry.reading.hyphens import Vocabulary, joint
from pdf_files import words
from reading_checks import read_pages


@pytest.mark.parametrize(
    ("above", "below", "whole", "joined"),
    [
        ("an exclu-", "sive licence", "exclusive", "an exclusive licence"),
        ("a non-", "exclusive licence", "", "a non-exclusive licence"),
        ("its royalty-", "free use", "royalty free", "its royalty-free use"),
        ("the co-", "author of", "co-author", "the co-author of"),
        ("as a work-", "for-hire only", "", "as a work-for-hire only"),
        ("any AI mod-", "els whatever", "", "any AI models whatever"),
        ("all pre-", "and post-production", "", "all pre- and post-production"),
        ("from 2020-", "2021 on", "", "from 2020-2021 on"),
        ("the Anglo-", "American law", "", "the Anglo-American law"),
        ("an e-", "mail to", "", "an e-mail to"),
        ("rights—", "including film", "", "rights—including film"),
        ("the Work -", "in any form", "", "the Work - in any form"),
        ("ein Verwertungs-", "recht und", "", "ein Verwertungsrecht und"),
        ("the li\u00ad", "cence", "", "the licence"),
        ("日本", "語", "", "日本語"),
    ],
)
def test_two_lines_are_joined_as_they_would_be_read(above: str, below: str, whole: str, joined: str) -> None:
    between, less = joint(above, below, Vocabulary(frozenset(whole.split())))

    assert f"{above[: len(above) - less]}{between}{below}" == joined


def test_a_document_that_breaks_no_words_keeps_its_hyphens() -> None:
    lines = ["The Author grants a royalty-free licence, pre-", "approved by the Agent, and a royalty-", "free option."]

    document = read_pages("".join(words(text, 50, 100 + 12 * at) for at, text in enumerate(lines)))

    assert document.text == "The Author grants a royalty-free licence, pre-approved by the Agent, and a royalty-free option."


def test_a_word_broken_over_a_page_break_is_whole() -> None:
    document = read_pages(words("The Author grants an exclu-", 50, 700), words("sive licence to print the Work.", 50, 60))

    assert document.text == "The Author grants an exclusive licence to print the Work."
    assert [len(line.left) == len(line.span) for page in document.pages for line in page.lines] == [True, True]
