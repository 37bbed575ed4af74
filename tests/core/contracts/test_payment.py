"""When the creator is paid: days, what they run from, and events."""

from __future__ import annotations

import pytest

from builders import a_laid_out_document
from contract_facts import facts_in
from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.facts import facts_of


@pytest.mark.parametrize(
    ("text", "days", "trigger"),
    [
        ("Payment is made within 30 days of receipt of a valid invoice.", 30, "invoice"),
        ("Invoices are payable thirty (30) days after receipt.", 30, "receipt"),
        ("Fees are due within 14 days of delivery of the final files.", 14, "delivery"),
        ("The fee is paid no later than 45 days after acceptance.", 45, "acceptance"),
        ("We pay within 60 days of publication.", 60, "publication"),
        ("We pay you within 30 days of receipt of payment from our client.", 30, "payment by others"),
        ("Royalties are paid within 90 days of 30 June and 31 December.", 90, "accounting date"),
        ("Payment: 60 days EOM", 60, "end of month"),
        ("Payment terms are strictly net 45 from date of invoice.", 45, "invoice"),
        ("Zahlbar innerhalb von 14 Tagen nach Rechnungserhalt.", 14, "invoice"),
        ("La rémunération est payable à 30 jours fin de mois.", 30, "end of month"),
        ("El pago se realizará a 60 días de la recepción de la factura.", 60, "invoice"),
        ("We pay in about three months.", 90, ""),
        ("The fee is payable on publication.", 0, "publication"),
        ("We pay on signature.", 0, "signature"),
        ("We pay 60 days after invoice.", 60, "invoice"),
        ("Terms: net 90", 90, ""),
        ("Fee: €1,200 on publication", 0, "publication"),
    ],
)
def test_payment_falls_due(text, days, trigger):
    term = facts_in(text).payment[0]

    assert (term.days, term.trigger) == (days, trigger)


def test_days_from_the_end_of_a_month_are_marked():
    assert facts_in("Payment: 60 days EOM").payment[0].is_end_of_month


def test_working_days_are_marked():
    assert facts_in("Payment is made within ten business days of invoice.").payment[0].is_working


def test_the_event_is_told_in_the_contract_s_own_words():
    assert facts_in("Fees are due within 14 days of delivery of the final files.").payment[0].event == "of delivery of the final files"


def test_each_half_has_its_own_event():
    terms = facts_in("The advance is payable half on signature of this Agreement and half on delivery.").payment

    assert [(term.days, term.trigger) for term in terms] == [(0, "signature"), (0, "delivery")]


@pytest.mark.parametrize(
    "text",
    [
        "The Author shall pay the Publisher within 30 days of invoice.",
        "We refund your payment within 14 days of your withdrawal.",
        "If fees are not paid within 30 days, interest accrues.",
        "Either party may end this agreement if the other fails to pay within 10 days of notice.",
        "The amounts paid in the 12 months before the claim limit our liability.",
        "The Author must be at least 18 years old to be paid.",
    ],
)
def test_this_is_no_payment_term(text):
    assert facts_in(text).payment == ()


def test_a_label_stands_before_a_sentence():
    terms = facts_in("Royalties are paid within 90 days of 30 June.\nPayment: within 30 days of invoice").payment

    assert [term.days for term in terms] == [30, 90]


def test_a_schedule_of_payments_tells_its_dates_and_events():
    table = "Stage | Amount | Due\nSignature | £4,000 | 16 January 2026\nSketch | £2,000 | On acceptance\nEnd | £1,000 | Publication"

    terms = facts_of(segment(a_laid_out_document(table))).payment

    assert [(term.words, term.could_be, term.trigger) for term in terms] == [
        ("16 January 2026", ("2026-01-16",), ""),
        ("On acceptance", (), "acceptance"),
        ("Publication", (), "publication"),
    ]


def test_the_date_beside_a_piece_of_work_is_not_when_it_is_paid():
    table = "Deliverable | Fee | Due\nCover | £400 | 16 January 2026"

    facts = facts_of(segment(a_laid_out_document(table)))

    assert facts.payment == ()
    assert [(each.kind, each.date) for each in facts.deadlines] == [("delivery", "2026-01-16")]


def test_an_entry_under_payable_tells_each_half():
    terms = facts_of(segment(a_laid_out_document("Fee | $5,000\nPayable | 50% on signature, 50% on delivery"))).payment

    assert [(term.words, term.trigger) for term in terms] == [("on signature", "signature"), ("on delivery", "delivery")]
