"""What the reader finds of its own accord: only where it is sure, no rule speaks, and nothing in the sentence says otherwise."""

from __future__ import annotations

import pytest

from builders import a_rule
from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.findings import Scan
from contract_registry.core.scanning.second_reader.reader import Proposes, SecondReader
from hearing import WAIVER, scanned
from second_readers import a_second_reader

TEXT = "The Author lets go of being named, for good and all."
SURE, UNSURE = 3_000, 800


def a_proposer(speaks: int = 4_000, *, heeds_rules: bool = False) -> SecondReader:
    """A reader that has learnt that "lets go" does harm to moral rights."""
    return a_second_reader(
        signs={"lets go": (0, 0, speaks)},
        proposes={"moral": Proposes(finds=SURE, asks=UNSURE, heeds_rules=heeds_rules)},
        types={"moral-test": {"lets go": 1_000}, "moral-other": {}},
    )


def said_by_itself(scan: Scan) -> list[str]:
    return [each.rule for each in (*scan.findings, *scan.unclear) if each.weighed_by]


def test_what_it_is_sure_of_is_a_finding_that_quotes_and_says_by_which_words() -> None:
    (proposed,) = scanned(TEXT, reader=a_proposer()).findings

    assert proposed.quote.of(TEXT) == TEXT
    assert proposed.focus.of(TEXT) == "lets go"
    assert proposed.weighed_by == ("lets go",)
    assert proposed.score == 0.98


def test_it_is_told_as_the_readers_own_with_the_advice_of_the_rules_of_its_type() -> None:
    (proposed,) = scanned(TEXT, reader=a_proposer()).findings

    assert (proposed.rule, proposed.rule_version, proposed.type) == ("reader.moral-test", 7, "moral-test")
    assert (proposed.why, proposed.severity) == (WAIVER.why, WAIVER.severity)


def test_what_it_is_less_sure_of_is_asked_about() -> None:
    scan = scanned(TEXT, reader=a_proposer(1_000))

    assert scan.findings == ()
    (asked,) = scan.unclear
    assert asked.question.startswith("No rule knows these words")


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        pytest.param(TEXT, a_proposer(500), id="it is not sure"),
        pytest.param(TEXT, a_second_reader(signs={"lets go": (0, 0, 9_000)}), id="it does not propose"),
        pytest.param("The Author lets go of, and waives, all moral rights.", a_proposer(), id="a rule speaks"),
        pytest.param("The Author lets go of it.", a_proposer(), id="too few words"),
        pytest.param(
            "WHAT THE AUTHOR LETS GO\n\nThe parties agree on the rest by letter, and on nothing else at all.", a_proposer(), id="a heading"
        ),
    ],
)
def test_where_it_says_nothing_of_its_own(text: str, reader: SecondReader) -> None:
    assert said_by_itself(scanned(text, reader=reader)) == []


def test_it_has_no_advice_to_give_without_a_rule_of_the_type() -> None:
    scan = scanned(TEXT, a_rule("{gives-up} … {moral-rights}", id="common.else", family="terms"), reader=a_proposer())

    assert said_by_itself(scan) == []


@pytest.mark.parametrize(
    ("heeds_rules", "proposed"), [pytest.param(True, [], id="heeded"), pytest.param(False, ["reader.moral-test"], id="not heeded")]
)
def test_what_a_rule_heard_and_let_pass_is_heeded_where_it_is_so_taught(heeds_rules: bool, proposed: list[str]) -> None:
    text = "The Author lets go of the pictures and does not waive any moral rights in them."

    assert said_by_itself(scanned(text, reader=a_proposer(heeds_rules=heeds_rules))) == proposed


def test_words_that_promise_something_about_the_family_are_left_alone() -> None:
    promise: Rule = a_rule("lets go …6 named", id="common.promise", family="protective", about="moral-test", flow="any")

    assert said_by_itself(scanned(TEXT, WAIVER, promise, reader=a_proposer())) == []


def test_without_a_reader_nothing_is_proposed() -> None:
    assert scanned(TEXT).findings == ()
