"""The fee for the work is told from caps on liability, penalties, insurance and prices by the words around it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builders import a_document, a_laid_out_document
from contract_facts import facts_in
from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.facts import facts_of
from contract_registry.core.document import Block
from contract_registry.core.text import Span


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The Publisher shall pay the Author a fee of £1,500.00.", "fee", "£1,500.00"),
        ("Fee: £350 per image", "rate", "£350 per image"),
        ("We will pay you 12p per word.", "rate", "12p per word"),
        ("Day rate: £280", "rate", "£280"),
        ("The Publisher pays an advance of £4,000 against royalties.", "advance", "£4,000"),
        ("A minimum guarantee of $10,000 is due to the Licensor.", "minimum guarantee", "$10,000"),
        ("The Label shall pay the Artist a royalty of £0.50 per copy sold.", "royalty", "£0.50 per copy"),
        ("The assignment is made in consideration of the sum of £1, receipt of which is acknowledged.", "nominal", "£1"),
        ("If we cancel, a kill fee of £200 is payable.", "kill fee", "£200"),
        ("Buy-out: £1,200", "fee", "£1,200"),
        ("The whole range comes to £2,200 in all.", "fee", "£2,200"),
        ("We'd like ten patterns at £220 a design.", "rate", "£220 a design"),
        ("The Company will pay the Performer a session fee of $500.", "rate", "$500"),
        ("Das Honorar beträgt 2.000 Euro.", "fee", "2.000 Euro"),
        ("L'Auteur recevra une rémunération forfaitaire de 1 500 €.", "fee", "1 500 €"),
        ("El Cliente abonará al Traductor 0,08 € por palabra.", "rate", "0,08 € por palabra"),
    ],
)
def test_this_is_pay(text, kind, words):
    fee = facts_in(text).fee[0]

    assert (fee.kind, fee.words) == (kind, words)


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("The Publisher's total liability shall not exceed £10,000.", "liability cap"),
        ("Liability is capped at the fee paid or £5,000, whichever is the lower.", "liability cap"),
        ("The Author shall hold professional indemnity insurance of not less than £1,000,000.", "insurance"),
        ("A penalty of £100 per day applies to late delivery.", "penalty"),
        ("Late payment: $50", "penalty"),
        ("For claims under $10,000 the arbitration is held in writing.", "dispute"),
        ("If the balance is less than £25 it is carried forward to the next statement.", "threshold"),
        ("The recommended retail price is £14.99.", "price"),
        ("Travel expenses up to £150 are reimbursed.", "expenses"),
        ("Acme SAS, au capital de 10 000 €, Paris", "capital"),
        ("The first prize is £500.", "prize"),
    ],
)
def test_this_is_something_else(text, purpose):
    facts = facts_in(text)

    assert [each.purpose for each in facts.other_sums] == [purpose]
    assert facts.fee == ()


def test_the_fee_stands_before_what_is_extra():
    facts = facts_in("Overtime is paid at £45 per hour.\nThe fee is £900.")

    assert [fee.words for fee in facts.fee] == ["£900", "£45 per hour"]


def test_what_the_creator_must_pay_is_no_fee():
    facts = facts_in("The Author shall pay the Publisher a fee of £200 for corrections.")

    assert facts.fee == ()
    assert [each.purpose for each in facts.other_sums] == ["charge"]


@pytest.mark.parametrize(
    ("text", "kind", "percent", "of"),
    [
        ("A royalty of 10% of net receipts is paid.", "royalty", "10", "of net receipts"),
        ("The Author receives 7.5% of the published price.", "royalty", "7.5", "of the published price"),
        ("Royalties: ten per cent (10%) on all copies sold", "royalty", "10", "on all copies sold"),
        ("Kill fee: 50% of the fee if the piece is not used", "kill fee", "50", "of the fee"),
        ("A kill fee of 75% is payable if the piece is not used.", "kill fee", "75", ""),
        ("If the job is cancelled the Company shall pay 25% of the Fee and keeps all rights.", "kill fee", "25", "of the Fee"),
        ("The writer has 2.5% of 100% of Net Receipts.", "royalty", "2.5", "of 100% of Net Receipts"),
        ("A deposit of 50% is due on signature.", "instalment", "50", ""),
    ],
)
def test_this_is_a_share(text, kind, percent, of):
    fee = facts_in(text).fee[0]

    assert (fee.kind, fee.percent, fee.of) == (kind, Decimal(percent), of)


@pytest.mark.parametrize(
    "text",
    [
        "Interest at 8% per annum accrues on late payment.",
        "plus 20% VAT",
        "If an audit shows an underpayment of more than 5%, the Publisher bears its cost.",
        "He owns 51% of the shares.",
        "A discount of 10% is given to members.",
        "The agent's commission is 15%.",
        "If the Freelancer cancels, the Freelancer shall pay 50% of the Fee.",
        "£1 of the Fee is for the rental right.",
    ],
)
def test_this_is_no_share_of_the_creator(text):
    assert facts_in(text).fee == ()


def test_every_cell_of_a_table_answers_to_its_row_and_column():
    text = "Role\tDay rate\tOvertime\nIllustrator\t£320\t£45 per hour"
    cells = [(Span(0, 4), Span(5, 13), Span(14, 22)), (Span(23, 34), Span(35, 39), Span(40, 52))]
    blocks = tuple(Block(Span(row[0].start, row[-1].end), kind="row", cells=row) for row in cells)

    facts = facts_of(segment(a_document(text, blocks=blocks)))

    assert [(fee.kind, fee.words) for fee in facts.fee] == [("rate", "£320"), ("rate", "£45 per hour")]


def test_an_amount_said_again_is_one_fee():
    facts = facts_in("The fee is £500.\nThe fee of £500 includes all rights.")

    assert len(facts.fee) == 1


def test_a_row_of_a_table_speaks_for_itself_alone():
    table = "Use | What is paid\nFirst publication | €1,200 on publication\nAnthology | 50% of receipts\nAI training | Not permitted\nAudio | €300"

    facts = facts_of(segment(a_laid_out_document(table)))

    assert [(fee.kind, fee.words) for fee in facts.fee] == [("fee", "€1,200"), ("fee", "€300"), ("royalty", "50% of receipts")]


def test_instalments_in_a_table_are_pay():
    table = "Stage | Amount | Due\nSignature | £4,000 | 16 January 2026\nApproved sketch | £12,000 | 27 February 2026"

    facts = facts_of(segment(a_laid_out_document(table)))

    assert [(fee.kind, fee.words) for fee in facts.fee] == [("instalment", "£4,000"), ("instalment", "£12,000")]


@pytest.mark.parametrize(
    "text",
    [
        "Kill fee: 25% of the fee",
        "The Client pays 25% of the fee if the commission is cancelled after delivery.",
        "If we don't use it, we pay 25% of the fee.",
    ],
)
def test_a_part_of_the_fee_for_a_cancelled_work_is_a_kill_fee(text):
    assert [(fee.kind, fee.words) for fee in facts_in(text).fee] == [("kill fee", "25% of the fee")]
