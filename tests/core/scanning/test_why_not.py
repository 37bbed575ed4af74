"""A rule's author is told why it stayed silent: the nearest pattern, what was heard of it, and what stopped it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_rule
from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import DocumentKind
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.vocabulary import Concept
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.nearest import Missed
from contract_registry.core.scanning.why_not import WhyNot, why_not
from contract_registry.core.scanning.why_not_words import what_is_missing
from hearing import scanner_of, speaks

PATTERN = "{gives-up} …4 {moral-rights}"


def reason(text: str, rule: Rule, **case: str) -> WhyNot | None:
    return why_not(rule, segment(document_of(text)), scanner_of(rule), Circumstances(**case))


@pytest.mark.parametrize(
    ("text", "more", "stopped_by", "because"),
    [
        ("The Author waives the fee.", {}, "words", "nothing says {moral-rights}. It is said by: moral right, moral rights, droit moral."),
        ("Hello there.", {}, "words", "nothing in the text says any of what its patterns need: {gives-up} …4 {moral-rights}."),
        ("The Author waives the fee. Moral rights are nice.", {}, "elsewhere", "is said in another sentence. `within: clause` reads"),
        ("The moral rights are what the Author waives.", {}, "order", "in another order. Join them with &"),
        (
            "The Author waives one and two and three moral rights.",
            {},
            "gap",
            "5 words stand between {gives-up} and {moral-rights}, and the pattern allows at most 4 words. A gap is written …5.",
        ),
        ("The Author does not waive the moral rights.", {}, "polarity", 'the act is denied by "not".'),
        (
            "The Author waives the moral rights.",
            {"polarity": "denied"},
            "polarity",
            "nothing denies the act, and the rule asks for `polarity: denied`.",
        ),
        (
            "The Publisher waives the moral rights.",
            {},
            "direction",
            "the right goes from the engager to the creator, and the rule asks for `flow: from creator`.",
        ),
        (
            "The Publisher waives the moral rights.",
            {"flow": "by creator"},
            "direction",
            "the act is done by the engager, and the rule asks for `flow: by creator`.",
        ),
        (
            "Whereas the Author waived the moral rights.",
            {},
            "function",
            "the sentence is taken for a recital, and the rule reads: operative.",
        ),
        (
            "The Author waives the moral rights in feedback.",
            {"unless": {"feedback-only": "{feedback}"}},
            "exception",
            'the exception feedback-only under `unless` is spoken by "feedback".',
        ),
        (
            "“Special Right” means any moral right.\nThe Author waives the Special Right.",
            {},
            "through a definition",
            "`through_definitions: true` would count that.",
        ),
        (
            "The Author waives the moral rights.",
            {"document_says": ["{ai}"]},
            "document",
            "does not say anywhere what `document_says` asks for: {ai}.",
        ),
        (
            "The Author waives the moral rights.",
            {"under": ["{ai}"]},
            "elsewhere",
            "it stands under no heading that says what `under` asks for: {ai}.",
        ),
        (
            "The Author waives the moral rights.",
            {"document_kinds": ["competition rules"]},
            "document",
            "it reads competition rules, and the text is taken for:",
        ),
        ("The Author waives the moral rights.", {"in_force": {"from": "2030"}}, "circumstances", "it is not in force on 2026-01-01."),
        ("The Author waives the moral rights.", {"status": "retired", "superseded_by": "common.x"}, "circumstances", "it is retired"),
        (
            "The Author waives the moral rights.",
            {"applies_to": {"languages": ["fr"]}},
            "circumstances",
            "it reads fr, and the text is taken for en.",
        ),
    ],
)
def test_what_stopped_a_rule_is_told_in_a_sentence(text: str, more: dict[str, object], stopped_by: str, because: str) -> None:
    told = reason(text, a_rule(PATTERN, **more))

    assert told is not None
    assert (told.stopped_by, because in told.because) == (stopped_by, True), told


@pytest.mark.parametrize(
    ("text", "pattern", "says"),
    [
        ("The Author may waive the moral rights.", PATTERN, "what the creator may do, or is freed from"),
        ("The Publisher waives the moral rights.", PATTERN, "what the other side gives, puts up with or answers for"),
        ("The licences we gave you waive the moral rights.", PATTERN, "what becomes of something that the other side gave"),
        ("Our prompts may be used to train AI.", "{trains} … {ai}", "what is done with the other side's own"),
        ("The copyright remains the property of the Author.", "{all-rights} … property", "what is the creator's to have or to decide"),
    ],
)
def test_words_of_the_other_side_are_told_by_what_they_say_of_it(text: str, pattern: str, says: str) -> None:
    told = reason(text, a_rule(pattern, flow="any"))

    assert (told.stopped_by, told.because) == (
        "direction",
        f"it says {says}, which takes nothing from the creator; `flow: either side` would count that.",
    )
    assert speaks(text, a_rule(pattern, flow="either side"))


def test_of_what_the_document_must_say_only_what_it_does_not_say_is_told() -> None:
    rule = a_rule(PATTERN, document_says=["{moral-rights}", "{ai}", "{trains}"])

    because = reason("The Author waives the moral rights.", rule).because

    assert because == "the document does not say anywhere what `document_says` asks for: {ai} and {trains}."


@pytest.mark.parametrize("kinds", [[], ["contract"]])
def test_a_text_taken_for_commentary_is_told_to_be_that_and_not_to_lack_words(kinds: list[DocumentKind]) -> None:
    rule = a_rule(PATTERN, document_kinds=kinds)
    chapter = replace(segment(document_of("The Author waives the moral rights.")), kind="commentary")

    told = why_not(rule, chapter, scanner_of(rule), Circumstances())

    assert told.stopped_by == "document"
    assert told.because.startswith("the text is taken for writing about contracts")


@pytest.mark.parametrize(("language", "ways"), [("en", "moral right, moral rights"), ("de", "Urheberpersönlichkeitsrecht")])
def test_what_is_missing_is_told_in_the_language_of_the_text(language: str, ways: str) -> None:
    concept = Concept("moral-rights", phrases={"de": ("Urheberpersönlichkeitsrecht",), "en": ("moral right", "moral rights")})
    near = Missed(a_rule(PATTERN).looks_for.patterns[0], "words", (), (frozenset({"moral-rights"}),))

    told = what_is_missing(near, {"moral-rights": concept}, (language,), elsewhere=None)

    assert told == f"nothing says {{moral-rights}}. It is said by: {ways}."


def test_a_number_that_does_not_reach_the_limit_is_told() -> None:
    late = a_rule("{money} … #days", flow="any", threshold={"unit": "days", "at_least": 45})

    assert reason("Invoices are paid within 30 days.", late).because == '"30 days" is not at least 45 days.'


def test_a_rule_for_another_sector_says_so() -> None:
    rule = a_rule(PATTERN, applies_to={"sectors": ["music"]})

    assert "other sectors, roles or jurisdictions" in reason("The Author waives the moral rights.", rule, sector="film").because


def test_what_was_heard_is_told_with_its_words() -> None:
    assert reason("The Author waives the fee.", a_rule(PATTERN)).heard == (("{gives-up}", "waives"),)


def test_the_names_of_the_exceptions_are_told() -> None:
    rule = a_rule(PATTERN, unless={"feedback-only": "{feedback}", "never-said": "worldwide"})

    assert reason("The Author waives the moral rights in feedback.", rule).names == ("feedback-only",)


def test_an_exception_that_is_denied_is_told_so_with_the_words_it_heard() -> None:
    rule = a_rule(PATTERN, unless={"paid-for": "extra fee"}, flow="any")

    paid = reason("The Author waives the moral rights for an extra fee.", rule)
    denied = reason("The Author waives the moral rights and gets no extra fee.", rule)

    assert paid.because == 'the exception paid-for under `unless` is spoken by "extra fee".'
    assert denied.because.startswith('the exception paid-for under `unless` is spoken by "extra fee". It is denied by "no"')


def test_an_exception_that_is_itself_a_denial_is_not_told_to_be_denied() -> None:
    rule = a_rule(PATTERN, unless={"not-the-name": "not the name"})

    because = reason("The Author waives the moral rights, but not the name.", rule).because

    assert because == 'the exception not-the-name under `unless` is spoken by "not the name".'


def test_a_rule_that_speaks_or_has_no_words_has_no_reason_to_give() -> None:
    assert reason("The Author waives the moral rights.", a_rule(PATTERN)) is None
    assert reason("The Author waives the moral rights.", a_rule(absent={"no_words": ["x"]})) is None


words = st.sampled_from(
    [
        "the",
        "Author",
        "Publisher",
        "waives",
        "not",
        "never",
        "moral",
        "rights",
        "feedback",
        "all.",
        "it.",
        "whereas",
        "may",
        "if",
        "warrants",
        "that",
        "means;",
        ",",
        "(a)",
        "\n",
    ]
)
RULE = a_rule(PATTERN, unless={"feedback-only": "{feedback}"})


@settings(max_examples=150)
@given(st.lists(words, max_size=25).map(" ".join))
def test_a_reason_is_given_exactly_where_a_rule_stays_silent(text: str) -> None:
    assert (reason(text, RULE) is None) is speaks(text, RULE)
