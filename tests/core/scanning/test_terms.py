"""A defined term says what its definition says, two hops deep, for the rules that ask for it."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import found, scanned

THROUGH = a_rule("{licenses} … {trains}", id="common.through", family="ai", through_definitions=True)
PLAIN = a_rule("{licenses} … {trains}", id="common.plain", family="ai")

ONE_HOP = "“Permitted Purpose” means training of systems.\nYou allow us to use the drawings for the Permitted Purpose."
TWO_HOPS = "“Research” means training of systems.\n“Permitted Purpose” means Research.\nYou allow us to use the drawings for the Permitted Purpose."
QUOTE = "You allow us to use the drawings for the Permitted Purpose."


@pytest.mark.parametrize("text", [ONE_HOP, TWO_HOPS])
def test_a_term_says_what_its_definition_says(text: str) -> None:
    assert found(text, THROUGH) == [QUOTE]


def test_a_rule_that_does_not_ask_for_it_reads_the_words_alone() -> None:
    text = "“Research” means training of systems.\nYou allow us to use the drawings for Research."

    assert found(text, PLAIN) == []
    assert found(text, THROUGH) == ["You allow us to use the drawings for Research."]


def test_what_a_purpose_means_is_read_by_every_rule() -> None:
    assert found(ONE_HOP, PLAIN) == [QUOTE]


def test_a_common_word_is_not_the_term() -> None:
    assert found("“Purpose” means training of systems.\nYou allow us to use the drawings for that purpose.", THROUGH) == []


def test_the_finding_says_through_which_term_and_is_less_sure() -> None:
    finding = scanned(ONE_HOP, THROUGH).findings[0]

    assert finding.explanation.defined_terms == ("Permitted Purpose",)
    assert finding.confidence == "medium"


def test_terms_that_define_each_other_come_to_an_end() -> None:
    text = "“Use” means any Exploitation.\n“Exploitation” means any Use and training of systems.\nYou allow us any Use of the drawings."

    assert found(text, THROUGH) == ["You allow us any Use of the drawings."]


@pytest.mark.parametrize(
    "further",
    [
        "The Research shall also include training of systems.",
        "2. Research includes, without limitation, the following:\n(a) reading;\n(b) training of systems.",
        "Research shall be construed as including training of systems.",
    ],
)
def test_what_a_term_includes_is_said_wherever_that_stands(further: str) -> None:
    text = f"“Research” means study in a library.\n{further}\n3. You allow us to use the drawings for Research."

    assert found(text, THROUGH) == ["You allow us to use the drawings for Research."]


def test_a_sentence_in_which_others_include_something_defines_nothing() -> None:
    text = "“Research” means study in a library.\nPages about Research include training of systems.\nYou allow us to use the drawings for Research."

    assert found(text, THROUGH) == []


def test_a_term_that_names_a_gift_gives_nothing_a_second_time() -> None:
    text = "The Author gives up all moral rights in the Book (the “Waiver”).\nThe Waiver is for the benefit of the Publisher."

    assert found(text, a_rule("{gives-up} … {moral-rights}", through_definitions=True)) == [
        "The Author gives up all moral rights in the Book (the “Waiver”)."
    ]


def test_the_names_of_documents_say_nothing_of_what_stands_in_them() -> None:
    text = (
        "“Use” means training of systems.\nThe “Terms of Use” are about the training of systems.\nThe “Data Policy” means the training of systems.\n"
        "You allow us to use the drawings under these Terms of Use and the Data Policy."
    )

    assert found(text, THROUGH) == []
    assert found("“Use” means training of systems.\nYou allow us to put the drawings to any Use.", THROUGH) != []


def test_an_exception_that_the_definition_speaks_excuses_what_is_heard_through_it() -> None:
    rule = a_rule(
        "{gives-up} … {moral-rights}",
        through_definitions=True,
        unless={"a-term-for-all": "{moral-rights} …0 {all-rights} …0 {moral-rights}"},
    )
    named = "“Author's Rights” means moral rights.\nThe Author waives the Author's Rights."
    all_of_them = "“Licensed IP” means all rights, moral rights and copyright.\nThe Author waives the Licensed IP."

    assert found(named, rule) == ["The Author waives the Author's Rights."]
    assert found(all_of_them, rule) == []


def test_nothing_is_given_by_the_name_of_a_term() -> None:
    rule = a_rule("{moral-rights} … {gives-up}", through_definitions=True, flow="any")
    text = "“Works” means models that their makers waive for all.\nThe moral rights to the Works belong to their makers."

    assert found(text, rule) == []
