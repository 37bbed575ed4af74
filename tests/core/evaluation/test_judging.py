"""A finding is right, wrong or neither by the labels it lies on; a label is found by any finding of its family on its place."""

from __future__ import annotations

import pytest

from measuring import a_label, a_report, judged


def test_a_finding_on_part_of_a_harmful_passage_is_right_and_the_passage_found() -> None:
    label, report = a_label("two three four"), a_report("One two")

    document = judged([label], [report])

    assert document.findings[0].side == "right"
    assert document.findings[0].on == (label,)
    assert document.labels[0].found_by == (report,)
    assert not document.labels[0].is_missed


def test_a_finding_of_another_family_finds_nothing() -> None:
    document = judged([a_label("two three", family="moral", type="moral-test")], [a_report("two three")])

    assert document.findings[0].side == "wrong"
    assert document.labels[0].is_missed


@pytest.mark.parametrize(
    ("stance", "side", "is_protective"), [("borderline", "borderline", False), ("protective", "wrong", True), ("harm", "right", False)]
)
def test_the_stance_of_the_passage_decides(stance: str, side: str, is_protective: bool) -> None:
    (finding,) = judged([a_label("two three", stance)], [a_report("two three")]).findings

    assert (finding.side, bool(finding.protective)) == (side, is_protective)


def test_harm_goes_before_borderline() -> None:
    (finding,) = judged([a_label("One two", "borderline"), a_label("three four")], [a_report("two three")]).findings

    assert finding.side == "right"


def test_a_protecting_passage_is_called_harm_whatever_its_family() -> None:
    labels = [a_label("two three", "protective", family="moral", type="moral-test")]

    (finding,) = judged(labels, [a_report("two three")], families=("ai",)).findings

    assert finding.side == "wrong"
    assert finding.protective == tuple(labels)


def test_what_nobody_labelled_is_not_judged() -> None:
    document = judged([a_label("two three"), a_label("Five six", family="moral")], [a_report("Nine ten", family="terms")], families=("ai",))

    assert document.findings[0].side == "not judged"
    assert [each.label.family for each in document.labels] == ["ai"]


def test_a_passage_found_by_another_type_is_found_and_not_typed() -> None:
    document = judged([a_label("two three", type="ai-voice-clone")], [a_report("two", type="ai-digital-replica")])

    assert document.labels[0].found_by
    assert not document.labels[0].is_found_as_its_type


def test_words_that_are_not_in_the_text_find_nothing_and_are_not_found() -> None:
    document = judged([a_label("a b c")], [a_report("a b c")])

    assert (document.labels[0].at, document.findings[0].at) == ((), ())
    assert document.labels[0].is_missed
    assert document.findings[0].side == "wrong"
