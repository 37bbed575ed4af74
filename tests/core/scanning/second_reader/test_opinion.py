"""The second opinion: what the reader does not share is asked about, what it shares is found, and it finds nothing by itself."""

from __future__ import annotations

import pytest

from builders import a_rule
from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.context.read_unit import read_unit
from contract_registry.core.scanning.mentions import find_mentions
from contract_registry.core.scanning.second_reader.by_role import sentence_of
from contract_registry.core.scanning.units import units_of
from hearing import WAIVER, scanned, scanner_of
from second_readers import a_second_reader

TEXT = "The Author waives all moral rights in the Work."
WHOLE = f"{TEXT}\n\n{'The parties meet in the town hall on the first Monday of each month at noon. ' * 20}"
"""The same in a document, of which the reader knows enough to ask."""
SEES_NONE = a_second_reader({"ai": 0.02, "buyout": 0.03, "moral": 0.04})
SEES_HARM = a_second_reader({"ai": 0.97, "buyout": 0.98, "moral": 0.99})


def test_a_finding_that_the_reader_does_not_share_becomes_a_question() -> None:
    scan = scanned(WHOLE, reader=SEES_NONE)

    assert scan.findings == ()
    (asked,) = scan.unclear
    assert asked.quote.of(WHOLE) == TEXT
    assert asked.question.endswith("?")
    assert asked.score == 0.04
    assert (scan.verdict, scan.second_reader) == ("check", "7")


def test_of_a_clause_shown_by_itself_the_reader_asks_nothing() -> None:
    scan = scanned(TEXT, reader=SEES_NONE)

    assert [each.score for each in scan.findings] == [0.04]
    assert scan.unclear == ()


def test_a_finding_that_the_reader_shares_stays_one_with_its_score() -> None:
    scan = scanned(TEXT, reader=SEES_HARM)

    assert [each.score for each in scan.findings] == [0.99]
    assert scan.unclear == ()


def test_without_a_reader_nothing_has_a_score() -> None:
    scan = scanned(TEXT)

    assert [each.score for each in scan.findings] == [None]
    assert scan.second_reader == ""


def test_the_reader_finds_nothing_where_no_rule_speaks() -> None:
    scan = scanned("The Author lets go of everything for good and all.", reader=SEES_HARM)

    assert (scan.findings, scan.unclear) == ((), ())


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        pytest.param(TEXT, a_rule("{gives-up} … {moral-rights}", id="common.terms", family="terms"), id="another family"),
        pytest.param(TEXT, a_rule("{gives-up} … {moral-rights}", id="common.wide", within="clause"), id="a whole clause"),
        pytest.param(
            f"{'The parties have agreed on this in both of their languages, and each of the two is as binding as the other. ' * 3}\n"
            "L'auteur renonce à tous ses droits: moral rights sont abandonnés par l'auteur dans le cadre de la vente et de la reproduction de l'œuvre.",
            a_rule("{moral-rights}", id="common.any", flow="any", polarity="any"),
            id="another language",
        ),
    ],
)
def test_of_what_it_was_not_taught_the_reader_has_no_opinion(text: str, rule: object) -> None:
    scan = scanned(text, rule, reader=SEES_NONE)

    assert [each.score for each in scan.findings] == [None]


def test_a_question_of_the_rules_own_stays_theirs() -> None:
    asks = a_rule(
        "{gives-up} … {moral-rights}", id="common.asks", unclear_when={"all-of-them": ["'all'"]}, question="Which rights are meant?"
    )

    (asked,) = scanned(TEXT, asks, reader=SEES_NONE).unclear

    assert asked.question == "Which rights are meant?"


def test_the_reader_is_given_roles_for_names_and_the_words_that_carry_into_a_sentence() -> None:
    text = "Northlight Books Ltd (the Publisher) and Ada Ferrer (the Author) agree:\nThe Publisher may:\n(a) print the Author's Work; and\n(b) sell it."
    clauses, scanner = segment(document_of(text)), scanner_of(WAIVER)
    mentions = find_mentions(clauses, scanner.words, scanner.vocabulary(clauses.languages))

    read = [sentence_of(read_unit(unit, mentions, scanner.acts, scanner.quiet), mentions, text) for unit in units_of(clauses, mentions)]

    assert ("print the creator's Work; and", "The company may:") in [(each.own, each.before) for each in read]
