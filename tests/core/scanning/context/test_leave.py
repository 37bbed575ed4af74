"""Words that speak of the creator's leave excuse a rule only where they ask for it; a promise with an exception is unclear."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import found, scanned

HARM = a_rule(
    "{trains} … {ai}",
    id="common.harm",
    family="ai",
    type="ai-training-express",
    flow="any",
    unless={"asked": ["(with|subject to|obtain) …6 {leave-asked}", "{negates} …30 without …6 {leave-asked}"]},
)
PROMISE = a_rule(
    "{trains} … {ai}",
    id="common.promise",
    family="protective",
    type="protect-no-training",
    about="ai-training-express",
    severity="info",
    flow="any",
    polarity="denied",
    question="What is left?",
)


@pytest.mark.parametrize(
    "text",
    [
        "We train AI only with your consent.",
        "We train AI subject to the Author's prior consent.",
    ],
)
def test_what_needs_the_creators_leave_is_excused(text: str) -> None:
    assert not found(text, HARM)


@pytest.mark.parametrize(
    "text",
    [
        "We train AI without your consent.",
        "We train AI with or without your consent.",
        "We train AI and need not obtain your consent.",
        "We are not required to obtain your consent before we train AI.",
        "We train AI with your consent, which you hereby give and which is hereby given.",
    ],
)
def test_what_does_without_leave_is_found(text: str) -> None:
    assert found(text, HARM)


@pytest.mark.parametrize("text", ["We will never train AI on it.", "We will never train AI on it, unless you give your consent."])
def test_a_plain_promise_is_a_protection(text: str) -> None:
    assert [each.rule for each in scanned(text, PROMISE).protections] == ["common.promise"]


@pytest.mark.parametrize(
    "text",
    [
        "We will never train AI on it, unless we decide otherwise.",
        "We will never train AI on it, but our partners may.",
        "We will never train AI on it until next year.",
        "We will never train AI on it, except our own.",
    ],
)
def test_a_promise_with_an_exception_is_unclear(text: str) -> None:
    assert [each.rule for each in scanned(text, PROMISE).unclear] == ["common.promise"]


def test_a_promise_kept_at_their_will_is_unclear() -> None:
    pays = a_rule(
        "{makes} … {money}",
        id="common.pays",
        family="protective",
        type="protect-pay",
        about="terms-pay",
        severity="info",
        flow="any",
        question="When?",
    )

    assert scanned("The Company makes a payment.", pays).protections
    assert scanned("The Company makes a payment unless it does not wish to.", pays).unclear


def test_a_promise_broken_by_its_own_words_is_none() -> None:
    grants = a_rule("{licenses} … {ai}", id="common.grants", family="ai", type="ai-training-express", flow="any")
    scan = scanned("We allow AI, and we will never train AI on it.", grants, PROMISE)

    assert [each.rule for each in scan.findings] == ["common.grants"]
    assert scan.protections == ()


@pytest.mark.parametrize(
    "text",
    [
        "We will never train AI on it, except as we see fit.",
        "The Company shall not train AI on the Work unless it decides otherwise.",
    ],
)
def test_harm_ruled_out_but_for_when_they_choose_it_is_asked_about_once(text: str) -> None:
    scan = scanned(text, HARM, PROMISE)

    assert [each.rule for each in scan.unclear] == ["common.harm"]
    assert "take that exception out" in scan.unclear[0].question
    assert scan.findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "We will never train AI on it, except as otherwise agreed.",
        "We will never train AI on it unless you decide otherwise.",
        "We will never train AI on it, save with your consent if you choose to give it.",
    ],
)
def test_an_exception_at_the_creators_choice_or_by_agreement_is_no_harm(text: str) -> None:
    scan = scanned(text, HARM)

    assert (scan.findings, scan.unclear) == ((), ())


def test_a_promise_without_a_question_of_its_own_asks_about_its_exception() -> None:
    keeps = a_rule(
        "{trains} … {ai}", id="common.keeps", family="protective", type="protect-no-training", about="ai-x", flow="any", polarity="denied"
    )

    assert "exception" in scanned("We will never train AI on it, except our own.", keeps).unclear[0].question


ANY = a_rule("{trains} … {ai}", id="common.any", family="ai", type="ai-training-express", flow="any")


@pytest.mark.parametrize(
    "text",
    [
        "The Company may train AI on the Work, but only with the Author's prior written consent in each case.",
        "The Company may train AI only if the Author gives permission.",
        "The Company may:\n(a) print the Work;\n(b) train AI on it,\nin each case only with the Author's consent.",
    ],
)
def test_what_is_done_only_with_the_creators_leave_excuses_any_rule(text: str) -> None:
    assert not found(text, ANY)


@pytest.mark.parametrize(
    "text",
    [
        "The Company may train AI on the Work, and the Author may show it only with the Company's consent.",
        "The Company may train AI on the Work with the consent that the Author hereby gives.",
        "The Company may train AI on the Work, not only with your consent.",
        "Only the Company may train AI on the Work, to which you give consent.",
        "The Company may train AI on the Work only with the consent which the Author hereby gives.",
    ],
)
def test_leave_that_is_theirs_or_given_at_once_excuses_nothing(text: str) -> None:
    assert found(text, ANY)
