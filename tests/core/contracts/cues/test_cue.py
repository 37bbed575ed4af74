"""A cue is heard by its pattern, and its stems never keep it from being heard."""

from __future__ import annotations

import pytest

from contract_facts import survey_in
from contract_registry.core.contracts.cues.cue import Cue, cue, headed, labelled, labelled_purpose, purpose_of, setting_of
from contract_registry.core.contracts.cues.not_pay import NOT_PAY
from contract_registry.core.contracts.cues.occasions import OCCASIONS
from contract_registry.core.contracts.cues.pay import PAY
from contract_registry.core.contracts.cues.pay_labels import PAY_LABELS
from contract_registry.core.contracts.cues.percentages import PERCENT_NOT_PAY, PERCENT_PAY
from contract_registry.core.contracts.cues.time_labels import TIME_LABELS
from contract_registry.core.contracts.cues.times import TIME_CUES
from contract_registry.core.contracts.cues.uncounted import UNCOUNTED
from contract_registry.core.quantities.money import sums_in
from contract_registry.core.quantities.numbers import numbers_in
from contract_registry.core.quantities.percents import percents_in
from contract_registry.core.quantities.periods import spells_in
from contract_registry.core.text import Span

CUES = (cue("fee", "fee", r"\bfee\b.{0,20}¤"), cue("price", "price", r"¤ price"))


def test_the_first_cue_heard_decides():
    assert purpose_of("[]\n{}\na fee of ¤ price", CUES) == "fee"


def test_nothing_heard_is_no_purpose():
    assert purpose_of("[]\n{}\nthe price is ¤", CUES) is None


def test_a_pattern_does_not_run_from_the_heading_into_the_sentence():
    assert purpose_of("[]\n{fee}\nthe sum is ¤", CUES) is None


def test_labels_and_headings_are_asked_for_by_name():
    by_label, by_heading = (cue("fee", "fee", labelled("fees?")),), (cue("fee", "fee", headed("fees?")),)

    assert purpose_of("[fee]\n{}\n¤", by_label) == "fee"
    assert purpose_of("[term|the fee]\n{}\n¤", by_label) == "fee"
    assert purpose_of("[fee for nothing]\n{}\n¤", by_label) is None
    assert purpose_of("[]\n{your fees}\n¤", by_heading) == "fee"
    assert labelled_purpose("[]\n{fee}\n¤", by_label) is None


def test_a_setting_shows_the_sentence_around_the_place():
    survey = survey_in("First one. The fee is £500 in all. Last one.")
    clause = survey.clauses.clauses[0]

    setting = setting_of(survey.around(clause, Span(22, 26)))

    assert setting == "[]\n{}\nthe fee is ¤ in all."


SAID = [
    ("The fee is £500, payable within 30 days of invoice.", "the first"),
    ("Either party may terminate on one month's notice; the option lasts six months.", ""),
    ("A royalty of 10% of net receipts; interest at 4% per annum; 20% VAT.", ""),
    ("The work is deemed accepted within 10 days and must be cured within 5 days.", ""),
    ("Liability is limited to £5,000, insurance of £1m, penalty of £50, expenses of £20, prize of £10.", ""),
    ("The licence is granted for five years and renews for one year; rights revert within 18 months.", ""),
    ("Der Vertrag wird auf zwei Jahre geschlossen und mit einer Frist von drei Monaten gekündigt.", ""),
    ("El pago se realizará a 60 días; le contrat est conclu pour une durée de deux ans.", ""),
]


@pytest.mark.parametrize("text", [text for text, _ in SAID])
def test_stems_never_hide_a_cue(text):
    survey = survey_in(text)
    numbers = numbers_in(survey)
    places = [*spells_in(survey, numbers), *sums_in(survey, numbers), *percents_in(survey, numbers)]

    for place in places:
        setting = setting_of(survey.around(survey.clauses.clauses[0], place.span))
        for cues in (UNCOUNTED, TIME_LABELS, TIME_CUES, NOT_PAY, PAY_LABELS, PAY, PERCENT_NOT_PAY, PERCENT_PAY, OCCASIONS):
            for each in cues:
                if each.pattern.search(setting):
                    assert any(stem in setting for stem in each.stems), (each, setting)


def test_every_cue_has_a_stem():
    every: list[Cue[str]] = [*UNCOUNTED, *TIME_LABELS, *TIME_CUES, *NOT_PAY, *PAY_LABELS, *PAY, *PERCENT_NOT_PAY, *PERCENT_PAY, *OCCASIONS]

    assert [each for each in every if not each.stems] == []
