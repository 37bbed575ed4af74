"""What the contract says is told with its words, to programs and to readers."""

from __future__ import annotations

import pytest

from builders import a_document
from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.contracts.facts import Facts, facts_of
from contract_registry.exporting.facts_json import facts_form
from contract_registry.exporting.facts_rows import facts_rows
from contract_registry.exporting.json_text import json_line

CONTRACT = """\
ILLUSTRATION AGREEMENT
This agreement is made on 3 March 2026 between Northlight Books Ltd (the "Publisher") and Ada Ferrer (the "Illustrator").
1. Fee
1.1 The Publisher shall pay the Illustrator a fee of £1,250.50 within 30 days of receipt of an invoice.
2. Licence
2.1 The Illustrator grants the Publisher a licence for the territory of the United Kingdom for a period of five years, as set out in Schedule 9.
3. Law
3.1 This agreement is governed by the laws of England and Wales."""


@pytest.fixture(scope="module")
def clauses() -> Clauses:
    return segment(a_document(CONTRACT))


@pytest.fixture(scope="module")
def facts(clauses: Clauses) -> Facts:
    return facts_of(clauses)


def test_every_fact_is_a_slice_of_the_text(facts: Facts, clauses: Clauses) -> None:
    told = [each for name, group in facts_form(facts).items() if name != "parties" for each in group]

    assert len(told) >= 5
    assert all(each["words"] == clauses.document.text[each["start"] : each["end"]] for each in told)


def test_sums_are_told_to_the_penny(facts: Facts) -> None:
    assert facts_form(facts)["fee"][0]["money"] == {"currency": "GBP", "amount": "1250.50", "per": "", "up_to": None}


def test_the_form_can_be_written(facts: Facts) -> None:
    form = facts_form(facts)

    json_line(form)
    assert form["payment_days"][0]["days"] == 30
    assert form["governing_law"][0]["jurisdiction"].startswith("GB")


def test_a_contract_that_says_nothing_has_empty_lists_and_no_rows() -> None:
    assert set(map(len, facts_form(Facts()).values())) == {0}
    assert facts_rows(Facts()) == ()


def test_rows_tell_a_reader_who_and_what_in_the_words_of_the_contract(facts: Facts) -> None:
    rows = dict(facts_rows(facts))

    assert rows["You"] == "Ada Ferrer"
    assert rows["Other side"] == "Northlight Books Ltd"
    assert "£1,250.50" in rows["Pay"]
    assert "England and Wales" in rows["Law"]
    assert "Schedule 9" in rows["Not supplied"]


def test_a_row_calls_an_assignment_no_licence_and_a_kill_fee_no_pay() -> None:
    text = "The Artist assigns the copyright to the Label in perpetuity.\nKill fee: 25% of the fee\nSigned on 18 January 2026"

    rows = dict(facts_rows(facts_of(segment(a_document(text)))))

    assert rows["Rights assigned for"] == "in perpetuity"
    assert rows["If cancelled"] == "25% of the fee"
    assert rows["Signed"] == "18 January 2026"
    assert not {"Licence lasts", "Pay"} & set(rows)
