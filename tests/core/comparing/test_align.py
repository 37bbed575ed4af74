"""Passages side by side: the same, moved, changed a little, drawn out, and those of one edition alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.comparing.align import in_text_order
from editions import aligned, passages

NAMED = "The Author is named on the cover and the title page of every copy."
PAID = "The Publisher pays the fee within thirty days of the invoice."
KEPT = "The Author keeps the copyright in the Work and every draft of it."
SPOKEN = "Neither party speaks about the terms of this agreement to the press."
POOL = (NAMED, PAID, KEPT, SPOKEN, "Term: two years", "Yes.", "Malta", "No.")


def kinds(old: str, new: str) -> list[str]:
    return [pair.kind for pair in in_text_order(aligned(old, new))]


def test_what_comes_in_between_is_all_that_is_new() -> None:
    assert kinds(f"{NAMED}\n{PAID}", f"{NAMED}\n{KEPT}\n{PAID}") == ["same", "came", "same"]


def test_what_is_gone_is_told_where_it_stood() -> None:
    assert kinds(f"{NAMED}\n{KEPT}\n{PAID}", f"{NAMED}\n{PAID}") == ["same", "gone", "same"]


def test_new_numbers_are_no_change() -> None:
    old = f"1. Credit\n1.1 {NAMED}\n2. Fee\n2.1 {PAID}"
    new = f"1. Parties\n1.1 {SPOKEN}\n2. CREDIT\n2.1 {NAMED}\n3. Fee\n3.1 {PAID}"

    assert "changed" not in kinds(old, new)
    assert "moved" not in kinds(old, new)
    assert kinds(old, new).count("same") == 4


def test_a_sentence_that_stands_elsewhere_is_moved() -> None:
    assert kinds(f"{NAMED}\n{PAID}\n{KEPT}", f"{PAID}\n{KEPT}\n{NAMED}") == ["same", "same", "moved"]


def test_a_sentence_with_other_words_in_it_is_changed() -> None:
    assert kinds(f"{NAMED}\n{PAID}", f"{NAMED}\n{PAID.replace('thirty', 'ninety')}") == ["same", "changed"]


def test_a_sentence_that_was_drawn_out_is_changed() -> None:
    longer = (
        KEPT[:-1] + " until the day on which the Publisher has paid the last part of the fee and every tax, whereupon all of it passes on"
    )

    assert kinds(f"{NAMED}\n{KEPT}", f"{NAMED}\n{longer}") == ["same", "changed"]


def test_two_sentences_about_something_else_are_gone_and_come() -> None:
    assert sorted(kinds(f"{NAMED}\n{PAID}", f"{NAMED}\n{SPOKEN}")) == ["came", "gone", "same"]


def test_a_changed_sentence_is_found_at_another_place() -> None:
    (pair,) = [
        pair
        for pair in in_text_order(aligned(f"{NAMED}\n{PAID}\n{KEPT}", f"{PAID}\n{KEPT}\n{NAMED.replace('cover', 'spine')}"))
        if pair.kind == "changed"
    ]

    assert pair.is_elsewhere


def test_a_reference_to_another_clause_is_a_change() -> None:
    old = f"1. {NAMED}\n2. {PAID}\n3. All of this is subject to clause 1."
    new = f"1. {NAMED}\n2. {PAID}\n3. All of this is subject to clause 2."

    assert kinds(old, new)[-1] == "changed"


@given(st.lists(st.sampled_from(POOL), max_size=9), st.lists(st.sampled_from(POOL), max_size=9))
def test_every_passage_stands_in_one_pair_and_both_ways_alike(old: list[str], new: list[str]) -> None:
    ours, theirs = "\n".join(old), "\n".join(new)
    pairs, turned = list(in_text_order(aligned(ours, theirs))), list(in_text_order(aligned(theirs, ours)))

    assert sorted(pair.old.index for pair in pairs if pair.old) == list(range(len(passages(ours))))
    assert [pair.new.index for pair in pairs if pair.new] == list(range(len(passages(theirs))))
    assert {(pair.old, pair.new, pair.is_elsewhere) for pair in pairs} == {(pair.new, pair.old, pair.is_elsewhere) for pair in turned}


def test_thousands_of_sentences_of_one_form_are_laid_side_by_side_at_once() -> None:
    old = "\n".join(f"Row {number} names work {number * 7} of the author." for number in range(3000))
    new = "\n".join(f"Row {number} names work {number * 7 + 1} of the author." for number in range(3000))

    assert {pair.kind for pair in in_text_order(aligned(old, new))} <= {"changed", "came", "gone"}
