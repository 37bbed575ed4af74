"""What a person is told of two editions, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_rule, an_unread_page
from contract_registry.core.comparing.compare import Edition, compare
from contract_registry.exporting.comparison_words import verdict_sentence
from editions import NEW, OLD, TRAINING, WAIVER, a_report, an_edition, compared

WAIVES = "The Author waives all moral rights in the Work."
FEE = "The fee is £400."


@pytest.mark.parametrize(
    ("old", "new", "outcome", "says"),
    [
        (OLD, NEW, "mixed", "2 points got worse, 1 got better and 1 changed for better or worse. Nothing stayed as it was."),
        (FEE, f"{WAIVES}\n{FEE}", "worse", "1 point got worse. Nothing stayed as it was."),
        (f"{WAIVES}\n{FEE}", FEE, "better", "1 point got better. Nothing stayed as it was."),
        (f"1. {WAIVES}\n{FEE}", f"2. {WAIVES}\n{FEE}", "same", "All sentences are the same; at most headings, layout, punctuation, numbering or order differ. 1 point stayed."),
        (f"{WAIVES}\n{FEE}", f"{FEE}\n{WAIVES}", "same", "All sentences are the same; at most headings, layout, punctuation, numbering or order differ. 1 point stayed, 1 of them elsewhere."),
        (FEE, "The fee is £500.", "same", "Nothing that these rules look for came, went or changed."),
    ],
)  # fmt: skip
def test_the_verdict_is_a_sentence_with_counts(old: str, new: str, outcome: str, says: str) -> None:
    comparison = compared(old, new)

    assert (comparison.outcome, verdict_sentence(comparison)) == (outcome, says)


def test_what_got_worse_stands_first_and_the_gravest_of_it() -> None:
    report = a_report(OLD, NEW)

    assert [(change.number, change.section, change.kind, change.title) for change in report.changes] == [
        (1, "worse", "Came", "Work trains AI"),
        (2, "worse", "Gone", "Rights kept"),
        (3, "better", "Gone", "All rights handed over"),
        (4, "changed", "Changed", "Moral rights given up"),
    ]


def test_a_quote_is_a_slice_of_its_own_edition_with_the_words_that_differ_marked() -> None:
    (change,) = a_report(OLD, NEW).of("changed")

    assert "".join(piece.text for piece in change.before.quote) == "The Author waives all moral rights in the Work."
    assert "".join(piece.text for piece in change.now.quote) == "The Author hereby waives all moral rights in the Work."
    assert (change.before.marked, change.now.marked) == ("", "hereby")


def test_of_a_sentence_that_came_whole_the_deciding_words_are_marked() -> None:
    (came, _) = a_report(OLD, NEW).of("worse")

    assert came.now.marked == "train machine learning"
    assert came.now.where == "Clause 3"


def test_a_sentence_that_two_findings_are_about_is_shown_once() -> None:
    both = "The Author waives all moral rights and assigns the copyright in the Work."
    report = a_report(FEE, f"{both}\n{FEE}")

    assert [change.same_sentence_as for change in report.changes] == [0, 1]


def test_sentences_that_no_rule_speaks_of_are_told_apart() -> None:
    (sentence,) = a_report(OLD, NEW).sentences

    assert (sentence.kind, sentence.before.marked, sentence.now.marked) == ("Changed", "May", "June")


def test_what_several_make_together_names_them_by_their_numbers() -> None:
    groups = [["moral-waiver-general"], ["ai-training-express"]]
    together = a_rule(id="common.both", family="terms", type="terms-both", title="Both together", combines={"all_of": groups})
    rules = (WAIVER, TRAINING, together)
    old, new = an_edition(f"{WAIVES}\n{FEE}", *rules), an_edition(f"{WAIVES}\nThey may train machine learning on it.\n{FEE}", *rules)

    first, second, stayed = a_report(old, new).changes

    assert [number for number, _ in first.entry.members] == [second.number, stayed.number]


def test_what_is_missing_now_and_what_is_not_any_more() -> None:
    assert a_report(f"{WAIVES}\n{FEE}", WAIVES).changes[0].title == "Now missing: any word of a fee"
    assert a_report(WAIVES, f"{WAIVES}\n{FEE}").changes[0].title == "No longer missing: any word of a fee"


def test_it_is_said_when_rules_and_not_words_made_the_change() -> None:
    milder = a_rule(
        "{gives-up} … {moral-rights}", id="common.waiver", version=2, severity="low", type="moral-waiver-general", title="A waiver"
    )
    (change,) = a_report(an_edition(WAIVES, WAIVER), an_edition(WAIVES, milder)).changes

    assert change.notes == (
        "The words are the same; they are judged by other rules, or another case, than before.",
        "Milder than before: it was high.",
        "It was told as “Moral rights given up” before.",
    )


def test_what_could_not_be_read_of_either_edition_is_told() -> None:
    edition = an_edition(WAIVES)
    document = replace(edition.clauses.document, problems=(an_unread_page(2),))
    damaged = Edition(replace(edition.clauses, document=document), edition.scan)

    report = a_report(damaged, edition)

    assert report.old.unread == ("Page 2 could not be read: it is a picture without text.",)
    assert report.new.unread == ()


def test_two_texts_with_little_in_common_are_doubted() -> None:
    assert "Check that they are editions of one contract" in a_report(WAIVES, FEE).remarks[0]
    assert a_report(OLD, NEW).remarks == ()


def test_every_edition_keeps_its_own_verdict() -> None:
    report = a_report(OLD, NEW)

    assert (report.old.verdict, report.new.verdict) == ("ask first", "stop")
    assert compare(an_edition(OLD), an_edition(NEW)).outcome == report.outcome
