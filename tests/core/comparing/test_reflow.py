"""A list run into a sentence, a sentence cut in two: other layout, the same words."""

from __future__ import annotations

from contract_registry.core.comparing.reflow import reflowed
from editions import compared, passages, told

LIST = "The Publisher may use the Work\n(a) in every edition of the book;\n(b) in advertising; and\n(c) in any film of it."
IN_LINE = "The Publisher may use the Work (i) in every edition of the book; (ii) in advertising; and (iii) in any film of it."


def test_a_list_says_what_the_same_sentence_in_one_piece_says() -> None:
    ours, theirs = reflowed(passages(LIST), passages(IN_LINE))

    assert [passage.letters for passage in ours] == [passage.letters for passage in theirs]
    assert [passage.index for passage in ours] == list(range(len(ours)))


def test_it_is_seen_both_ways() -> None:
    assert reflowed(passages(LIST), passages(IN_LINE)) == reflowed(passages(IN_LINE), passages(LIST))[::-1]


def test_a_list_with_one_word_more_is_not_the_same() -> None:
    ours, theirs = reflowed(passages(LIST), passages(IN_LINE.replace("any film", "any film or game")))

    assert [passage.letters for passage in ours] != [passage.letters for passage in theirs]


def test_a_waiver_run_into_one_sentence_is_no_change() -> None:
    old = "The Author\n(a) waives all moral rights; and\n(b) delivers the Work."
    new = "The Author (a) waives all moral rights; and (b) delivers the Work."

    assert told(compared(old, new)) == []
