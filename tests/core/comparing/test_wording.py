"""Which stretches say the same: layout and numbering never count, numbers and money always do."""

from __future__ import annotations

import pytest

from contract_registry.core.comparing.wording import letters_of, words_of
from contract_registry.core.text import Span
from editions import passages


def letters(text: str) -> str:
    return letters_of(words_of(text, Span(0, len(text)), {}))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The Author waives all moral rights.", "THE AUTHOR WAIVES ALL MORAL RIGHTS"),
        ("the “Work”", 'the "Work"'),
        ("the Author’s work", "the Author's work"),
        ("the Author's work", "the Authors work"),
        ("co-operate  in good\tfaith", "co\N{SOFT HYPHEN}operate in good faith"),
        ("oﬀers the ﬁlm", "offers the film"),
        ("cafe\u0301", "café"),
        ("(a) print, (b) film", "(b) print, (c) film"),
        ("— the work —", "the work"),
    ],
)
def test_layout_is_no_change(old: str, new: str) -> None:
    assert letters(old) == letters(new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("£400", "$400"),
        ("1.5 per cent", "15 per cent"),
        ("within 3 0 days", "within 30 days"),
        ("may", "may not"),
        ("twelve (12) months", "twelve (18) months"),
        ("70 %", "70"),
    ],
)
def test_a_number_a_sum_and_a_word_count(old: str, new: str) -> None:
    assert letters(old) != letters(new)


def test_numbers_of_clauses_that_are_referred_to_do_not_count() -> None:
    old = "1. Fee\n1.1 The fee is £400.\n2. Law\n2.1 Subject to clause 1.1, the law of Malta applies."
    new = "1. Names\n1.1 A party is named here.\n2. Fee\n2.1 The fee is £400.\n3. Law\n3.1 Subject to clause 2.1, the law of Malta applies."

    assert passages(old)[-1].letters == passages(new)[-1].letters


def test_printed_numbers_and_run_in_headings_are_in_no_passage() -> None:
    said = [passage.letters for passage in passages("4.2 Moral rights. The Author waives them.\n4.3 The Author is paid.")]

    assert said[-1] == "theauthorispaid"
    assert not any("4" in letters for letters in said)
