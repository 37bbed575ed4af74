"""The figures add up, whatever was judged."""

from __future__ import annotations

from hypothesis import given

from contract_registry.core.evaluation.counting import FamilyFigures, by_family, by_rule, by_type, quotes_not_in_the_text
from contract_registry.core.evaluation.label import Label
from contract_registry.core.evaluation.reported import Reported
from measuring import LABELS, REPORTS, a_label, a_report, judged

FAMILIES = ("ai", "moral")


@given(LABELS, REPORTS)
def test_counts_add_up(labels: list[Label], reports: list[Reported]) -> None:
    document = judged(labels, reports, FAMILIES)
    families, rules, types = by_family([document], FAMILIES), by_rule([document]), by_type([document])
    of_them = [report for report in reports if report.family in FAMILIES]

    assert sum(each.right + each.wrong + each.borderline for each in families) == len(of_them)
    assert sum(each.harm for each in families) == sum(label.stance == "harm" for label in labels) == sum(each.harm for each in types)
    for one, other in (("right", "right"), ("wrong", "wrong"), ("borderline", "borderline"), ("protective", "protective")):
        assert sum(getattr(each, one) for each in families) == sum(getattr(each, other) for each in rules)
    for name in ("hit", "typed"):
        assert sum(getattr(each, name) for each in families) == sum(getattr(each, name) for each in types)
    assert all(each.typed <= each.hit <= each.harm and each.protective <= each.wrong for each in families)
    assert all(bool(each.hit) == bool(each.right) for each in families)
    assert all(bool(each.hit) == bool(each.right) for each in rules)


@given(LABELS, REPORTS)
def test_two_documents_count_as_the_sum_of_both(labels: list[Label], reports: list[Reported]) -> None:
    one, other = judged(labels, reports, FAMILIES), judged(labels[1:], reports[1:], FAMILIES)

    both = by_family([one, other], FAMILIES)

    singly = zip(by_family([one], FAMILIES), by_family([other], FAMILIES), strict=True)
    assert [(each.harm, each.hit, each.wrong) for each in both] == [(a.harm + b.harm, a.hit + b.hit, a.wrong + b.wrong) for a, b in singly]


def test_ratios_of_nothing_are_none_and_f1_is_made_of_rounded_ratios() -> None:
    assert (FamilyFigures("ai").precision, FamilyFigures("ai").recall, FamilyFigures("ai").f1) == (None, None, None)
    assert FamilyFigures("ai", harm=3, wrong=1).f1 == 0.0
    assert FamilyFigures("ai", harm=3, hit=2, typed=1, right=2, wrong=1).f1 == 0.667
    assert FamilyFigures("ai", hit=3, typed=1).typed_accuracy == 0.333


def test_a_rule_is_told_what_it_hit_and_what_it_came_nearest_to() -> None:
    document = judged(
        [a_label("One two", type="ai-a"), a_label("three four", type="ai-b"), a_label("Five six", type="ai-b")],
        [a_report("One two three", rule="r.1"), a_report("Nine ten", rule="r.1"), a_report("two", rule="r.2")],
    )

    busiest, other, quiet = by_rule([document], ["r.2", "r.3"])

    assert (busiest.rule, busiest.right, busiest.wrong, busiest.hit, busiest.missed) == ("r.1", 1, 1, {"ai-a": 1, "ai-b": 1}, 0)
    assert (other.rule, other.right, other.hit, other.missed) == ("r.2", 1, {"ai-a": 1}, 1)
    assert (quiet.rule, quiet.right, quiet.missed) == ("r.3", 0, 1)


def test_quotes_that_are_not_in_the_text_are_counted_whatever_their_family() -> None:
    document = judged([], [a_report("a b c", family="terms"), a_report("One two")], ("ai",))

    assert quotes_not_in_the_text([document]) == 1
