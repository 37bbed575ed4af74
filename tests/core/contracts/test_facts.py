"""The facts of a whole contract, and what holds for any text."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_document
from contract_facts import facts_in
from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.fact import Fact
from contract_registry.core.contracts.facts import Facts, facts_of, jurisdiction_of

COMMISSION = """\
COMMISSIONING AGREEMENT
THIS AGREEMENT is made on 5 May 2026 between Northlight Books Ltd (the Publisher) and Ada Ferrer (the Author).
1. Fee
1.1 The Publisher shall pay the Author an advance of £4,000 against royalties, payable half on signature and half on delivery.
1.2 The Author receives a royalty of 10% of net receipts.
1.3 Royalties are paid within 90 days of 30 June and 31 December.
2. Rights
2.1 The Author grants the Publisher an exclusive licence in the United Kingdom and Ireland for five years.
2.2 If the Work is not published within 18 months of acceptance, all rights revert to the Author.
2.3 The total liability of the Publisher is limited to £10,000.
3. General
3.1 The Author shall deliver the Work by 1 September 2026.
3.2 Either party may terminate this agreement on 30 days' notice.
3.3 This agreement is governed by the law of England and Wales, whose courts have exclusive jurisdiction."""

WORDS = [
    "The Publisher shall pay", "£", "500", "€ 1.500,00", "thirty (30) days", "of receipt of invoice", "10%", "royalty", "net", "governed by",
    "the laws of", "England", "New York", "courts of", "this __ day of", "March", "3rd", "2026", "03/04/2026", "Term:", "2 years", "|",
    "Territory: world", "perpetual", "grant", "opt out", "within", "notice", "terminate", "¤", "[", "]", "{", "}", "\n", ". ", "(", ")",
    "İ", "ß", "ﬁ", "²", "٣", "\ud800", "\u2028", "per word", "p", "until", "May", "revert", "No fee is payable", "one hundred", "-", "und",
]  # fmt: skip


def every_fact(facts: Facts) -> list[Fact]:
    return [fact for field in fields(facts) for fact in getattr(facts, field.name) if isinstance(fact, Fact)]


def test_a_contract_is_told_in_facts():
    facts = facts_in(COMMISSION)

    assert facts.parties == segment(a_document(COMMISSION)).parties
    assert [(fee.kind, fee.words) for fee in facts.fee] == [("advance", "£4,000"), ("royalty", "10% of net receipts")]
    assert [(term.days, term.trigger) for term in facts.payment] == [(90, "accounting date"), (0, "signature"), (0, "delivery")]
    assert [(date.kind, date.iso) for date in facts.dates if date.kind != "other"] == [("made", "2026-05-05"), ("delivery", "2026-09-01")]
    assert [(term.kind, term.words) for term in facts.term] == [("licence", "five years")]
    assert [law.jurisdiction for law in facts.governing_law] == ["GB"]
    assert [(each.kind, each.words) for each in facts.deadlines] == [
        ("delivery", "1 September 2026"),
        ("reversion", "18 months"),
        ("termination notice", "30 days"),
    ]
    assert [(each.purpose, each.words) for each in facts.other_sums] == [("liability cap", "£10,000")]


def test_a_deal_memo_on_one_line_is_read():
    facts = facts_in("Fee: £500 | Term: 2 years | Territory: UK | Payment: within 30 days of delivery | Governing law: Scotland")

    assert [fee.words for fee in facts.fee] == ["£500"]
    assert [term.words for term in facts.term] == ["2 years"]
    assert [territory.codes for territory in facts.territory] == [("GB",)]
    assert [(term.days, term.trigger) for term in facts.payment] == [(30, "delivery")]
    assert jurisdiction_of(facts) == "GB-SCT"


def test_a_defined_term_is_a_label():
    facts = facts_in('"Fee" means £750.\n"Licence Period" means three years from publication.')

    assert [(fee.kind, fee.words) for fee in facts.fee] == [("fee", "£750")]
    assert [(term.kind, term.words) for term in facts.term] == [("licence", "three years")]


def test_a_comment_in_the_file_is_no_contract_text():
    document = a_document("The fee is £500.\nI would ask for £900.")
    first, second = document.blocks
    commented = a_document(document.text, blocks=(first, type(second)(second.span, source="comment")))

    assert [fee.words for fee in facts_of(segment(commented)).fee] == ["£500"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("This agreement is governed by Irish law.", "IE"),
        ("Governed by the laws of the State of Maine and applicable United States federal law.", "US-ME"),
        ("If you live in France, French law governs. Otherwise English law governs.", ""),
        ("California law governs, or else the laws of the country in which you live govern.", ""),
        ("The courts of Scotland have exclusive jurisdiction.", "GB-SCT"),
        ("Nothing is said here.", ""),
    ],
)
def test_the_jurisdiction_is_told_only_where_it_is_plain(text, code):
    assert jurisdiction_of(facts_in(text)) == code


def test_an_empty_text_has_no_facts():
    assert facts_in("") == Facts()


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=60).map(" ".join))
def test_every_fact_stands_in_the_text_in_the_words_it_says(text):
    clauses = segment(a_document(text))

    facts = facts_of(clauses)

    for fact in every_fact(facts):
        assert 0 <= fact.span.start < fact.span.end <= len(text)
        assert fact.words == text[fact.span.start : fact.span.end]
        assert 0 <= fact.clause < len(clauses.clauses)
    assert facts_of(clauses) == facts


@settings(max_examples=100)
@given(st.text())
def test_any_text_at_all_is_taken(text):
    facts_of(segment(a_document(text)))


def test_real_contracts_are_quoted_word_for_word(shared):
    for path in sorted((shared / "corpus" / "text" / "edgar_contracts_cuad").glob("*.txt"))[:8]:
        text = path.read_text(encoding="utf-8", errors="replace")
        facts = every_fact(facts_of(segment(a_document(text))))

        assert facts
        assert all(fact.words == text[fact.span.start : fact.span.end] for fact in facts)
