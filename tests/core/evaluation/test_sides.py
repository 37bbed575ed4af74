"""What changed sides between two runs is told once, and nothing else is."""

from __future__ import annotations

from hypothesis import given

from contract_registry.core.evaluation.label import Label
from contract_registry.core.evaluation.reported import Reported
from contract_registry.core.evaluation.sides import ChangedSides, changed_sides
from measuring import LABELS, REPORTS, a_label, a_report, judged


def test_a_passage_found_now_is_newly_found_and_the_other_way_round() -> None:
    labels = [a_label("One two"), a_label("Five six")]
    first, second = judged(labels, [a_report("One two")]), judged(labels, [a_report("Five")])

    changed = changed_sides(first, second)

    assert [each.label for each in changed.newly_found] == [labels[1]]
    assert [each.label for each in changed.newly_missed] == [labels[0]]
    assert changed.newly_missed[0].found_by[0].quote == "One two"


def test_a_wrong_finding_is_new_only_where_none_of_its_family_was() -> None:
    before = judged([], [a_report("One two"), a_report("Nine ten")])
    after = judged([], [a_report("two three", rule="r.other"), a_report("Nine ten", family="moral")])

    changed = changed_sides(before, after)

    assert [each.finding.family for each in changed.newly_wrong] == ["moral"]
    assert [each.finding.quote for each in changed.no_longer_wrong] == ["Nine ten"]


def test_words_that_are_not_in_the_text_are_known_by_themselves() -> None:
    runs = judged([], [a_report("nowhere")]), judged([], [a_report("No-where")])

    assert changed_sides(*runs) == ChangedSides()


@given(LABELS, REPORTS, REPORTS)
def test_the_way_back_undoes_the_way_there(labels: list[Label], some: list[Reported], others: list[Reported]) -> None:
    before, after = judged(labels, some), judged(labels, others)
    there, back = changed_sides(before, after), changed_sides(after, before)

    assert changed_sides(before, before) == ChangedSides()
    assert {each.label for each in there.newly_found} == {each.label for each in back.newly_missed}
    assert there.newly_wrong == back.no_longer_wrong
    assert sum(each.is_missed for each in before.labels) - len(there.newly_found) + len(there.newly_missed) == sum(
        each.is_missed for each in after.labels
    )
