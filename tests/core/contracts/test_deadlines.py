"""What must be done by when: kind, period or date, and the event it runs from."""

from __future__ import annotations

import pytest

from contract_facts import facts_in
from contract_registry.core.quantities.periods import Period


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("Either party may terminate this agreement on 30 days' written notice.", "termination notice", Period(30, "day")),
        ("Either side can end it with one month's notice.", "termination notice", Period(1, "month")),
        ("Notice period: 4 weeks", "termination notice", Period(4, "week")),
        ("Der Vertrag kann mit einer Frist von drei Monaten gekündigt werden.", "termination notice", Period(3, "month")),
        ("Chaque partie peut résilier avec un préavis de trois mois.", "termination notice", Period(3, "month")),
        ("It renews unless either party gives notice at least 60 days before the end of the term.", "renewal notice", Period(60, "day")),
        ("We may change these terms by posting them 30 days before they take effect.", "change notice", Period(30, "day")),
        ("A party in breach must remedy it within 14 days of notice.", "remedy", Period(14, "day")),
        ("The option must be exercised within six weeks of submission.", "option", Period(6, "week")),
        ("If the Work is not published within 18 months of acceptance, all rights revert to the Author.", "reversion", Period(18, "month")),
        ("You may opt out of this use within 30 days of this notice.", "opt-out", Period(30, "day")),
        ("If you do not object within 14 days, you are deemed to agree.", "objection", Period(14, "day")),
        ("The work is deemed accepted if not rejected within 10 working days.", "acceptance", Period(10, "day", is_working=True)),
        ("The Author may inspect the accounts for two years after each statement.", "audit", Period(2, "year")),
        ("The Publisher shall publish the Work within 12 months.", "publication", Period(12, "month")),
        ("The Illustrator shall deliver the artwork within six weeks.", "delivery", Period(6, "week")),
        ("Claims must be brought within one year.", "claim", Period(1, "year")),
        ("You have the right to withdraw within 14 days.", "withdrawal", Period(14, "day")),
        ("If the Author does not sign within 15 working days, the offer lapses.", "sign", Period(15, "day", is_working=True)),
        ("Statements are final if not challenged within 30 days.", "objection", Period(30, "day")),
        ("We will give 60 days' notice of changes.", "change notice", Period(60, "day")),
        ("You agree to bring claims within one year.", "claim", Period(1, "year")),
    ],
)
def test_a_period_has_a_kind(text, kind, period):
    (deadline,) = facts_in(text).deadlines

    assert (deadline.kind, deadline.period) == (kind, period)


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("Please sign and return this by 12 March 2026.", "sign", "2026-03-12"),
        ("The offer is valid until 20 March 2026.", "reply", "2026-03-20"),
        ("Please reply by 5pm on Monday 3 August 2026.", "reply", "2026-08-03"),
        ("The Author shall deliver the manuscript by 1 September 2026.", "delivery", "2026-09-01"),
        ("Delivery: 14 March 2026", "delivery", "2026-03-14"),
        ("You may opt out by writing to us before 1 June 2026.", "opt-out", "2026-06-01"),
        ("The Producer may exercise its option no later than 31 December 2026.", "option", "2026-12-31"),
        ("Ablieferungstermin ist der 3. März 2026.", "delivery", "2026-03-03"),
        ("La entrega del manuscrito se realizará antes del 15 de marzo de 2026.", "delivery", "2026-03-15"),
    ],
)
def test_a_date_has_a_kind(text, kind, date):
    (deadline,) = facts_in(text).deadlines

    assert (deadline.kind, deadline.date) == (kind, date)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The final piece must reach us by 1 July 2026.", "delivery"),
        ("You will finish the mural by 1 July 2026.", "delivery"),
        ("Offer valid until 1 July 2026", "reply"),
    ],
)
def test_letters_say_by_when_in_their_own_way(text, kind):
    assert [(each.kind, each.date) for each in facts_in(text).deadlines] == [(kind, "2026-07-01")]


def test_an_ambiguous_date_is_none_but_keeps_its_readings():
    (deadline,) = facts_in("Please sign and return this by 12/03/2026.").deadlines

    assert (deadline.date, deadline.could_be) == ("", ("2026-03-12", "2026-12-03"))


def test_the_event_is_told_in_the_contract_s_own_words():
    (deadline,) = facts_in("All rights revert if the Work is not reprinted within nine months of a written request.").deadlines

    assert deadline.event == "of a written request"


@pytest.mark.parametrize(
    "text",
    [
        "Notices are deemed received 5 business days after posting.",
        "You must be 18 years of age or older.",
        "Our liability is limited to what you paid in the 12 months before the claim.",
        "The arbitrator decides within 60 days.",
        "He worked there for 3 years.",
        "The exhibition runs for two weeks.",
    ],
)
def test_this_is_no_deadline(text):
    assert facts_in(text).deadlines == ()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Sign by Friday.", "sign", "by Friday"),
        ("Please sign and return by close of business on Monday.", "sign", "by close of business on Monday"),
        ("If you are happy, reply “agreed” by Friday and we start.", "reply", "by Friday"),
        ("Reply by: Thursday", "reply", "Thursday"),
        ("Please send the final files by Tuesday.", "delivery", "by Tuesday"),
    ],
)
def test_a_day_named_without_its_date_is_told_in_its_words(text, kind, words):
    told = facts_in(text).deadlines[0]

    assert (told.kind, told.words, told.date, told.period) == (kind, words, "", None)


def test_a_day_that_is_named_with_its_date_is_told_once():
    assert [each.date for each in facts_in("Please sign and return by Friday 22 May 2026.").deadlines] == ["2026-05-22"]
