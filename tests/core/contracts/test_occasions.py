"""A date is told with what it is a date of."""

from __future__ import annotations

import pytest

from contract_facts import facts_in


@pytest.mark.parametrize(
    ("text", "kind", "iso"),
    [
        ("This agreement is dated 5 May 2026.", "made", "2026-05-05"),
        ("THIS AGREEMENT is made this 3rd day of March 2026.", "made", "2026-03-03"),
        ("It is effective as of 1 June 2026.", "effective", "2026-06-01"),
        ("Effective date: 2026-06-01", "effective", "2026-06-01"),
        ("Signed on 6 May 2026.", "signature", "2026-05-06"),
        ("The engagement commences on 1 April 2026.", "start", "2026-04-01"),
        ("It continues until 30 September 2026.", "end", "2026-09-30"),
        ("Start date: 1 April 2026", "start", "2026-04-01"),
        ("Publication: March 2027", "publication", "2027-03"),
        ("The manuscript is delivered by 1 September 2026.", "delivery", "2026-09-01"),
        ("Last updated: 25 March 2024", "last changed", "2024-03-25"),
        ("The meeting of 12 January 2026 was held in Leeds.", "other", "2026-01-12"),
        ("Vertragsbeginn: 1. April 2026", "start", "2026-04-01"),
    ],
)
def test_a_date_has_an_occasion(text, kind, iso):
    (date,) = facts_in(text).dates

    assert (date.kind, date.iso) == (kind, iso)


def test_from_and_to_are_start_and_end():
    dates = facts_in("The work lasts from 1 March 2026 to 31 May 2026.").dates

    assert [(date.kind, date.iso) for date in dates] == [("start", "2026-03-01"), ("end", "2026-05-31")]


def test_a_date_in_the_signature_block_is_its_date():
    text = "Agreement between Northlight Books Ltd (the Publisher) and Ada Ferrer (the Author)\nThe Author assigns the Work.\n"
    text += "SIGNED by the parties\nName: Ada Ferrer\nSignature: ____________\nDate: 6 May 2026"

    assert [(date.kind, date.iso) for date in facts_in(text).dates] == [("signature", "2026-05-06")]


@pytest.mark.parametrize(
    "text",
    [
        "Directive 2019/790 of 17 April 2019 on copyright applies.",
        "Loi n° 78-17 du 6 janvier 1978 relative à l'informatique",
        "Date of birth: 3 March 1990",
        "See the previous version of 1 May 2020.",
    ],
)
def test_dates_of_laws_and_lives_are_left_out(text):
    assert facts_in(text).dates == ()


def test_a_date_that_is_a_deadline_alone_is_told_once():
    facts = facts_in("Please sign and return this by 12 March 2026.")

    assert facts.dates == ()
    assert len(facts.deadlines) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Recording date: 8 October 2026",
        "I played cello on the recording on 8 October 2026.",
        "We record on 3, 5 and 8 October 2026.",
        "The session takes place on 8 October 2026.",
    ],
)
def test_the_day_of_a_recording_is_the_date_of_a_performance(text):
    assert [(date.kind, date.iso) for date in facts_in(text).dates] == [("performance", "2026-10-08")]


def test_the_date_at_the_head_of_a_letter_is_when_it_was_made():
    assert [(date.kind, date.iso) for date in facts_in("HARBOUR MEDIA\n12 May 2026\nDear Sam,\nWe write about your piece.").dates] == [
        ("made", "2026-05-12")
    ]
