"""Two scans of one document: what came, what went, and what is the same passage judged otherwise."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from builders import a_combination, a_document, a_finding, a_protection, a_scan, an_absence, an_unclear_one
from contract_registry.core.evaluation.scan_changes import ScanChanges, scan_changes
from contract_registry.core.scanning.findings import Finding, Scan

DOCUMENT = a_document()


def changes(before: Scan, after: Scan) -> ScanChanges:
    return scan_changes(before, after, DOCUMENT.text, "contract.txt")


def test_the_same_scan_twice_changes_nothing() -> None:
    scan = a_scan(findings=(a_finding(),), protections=(a_protection(),), absences=(an_absence(),), combinations=(a_combination("x"),))

    same = changes(scan, scan)

    assert not same.is_any
    assert same.same == 4


def test_a_finding_that_is_there_in_one_scan_alone_came_or_went() -> None:
    there = changes(a_scan(), a_scan(findings=(a_finding(),), verdict="ask first"))

    assert [each.rule for each in there.came] == ["common.moral-waiver"]
    assert there.came[0].words == "The Illustrator irrevocably waives all moral rights in the Work."
    assert there.came[0].marked.of(there.came[0].words) == "waives all moral rights"
    assert there.verdicts == ("fine", "ask first")
    assert [each.rule for each in changes(a_scan(findings=(a_finding(),)), a_scan()).went] == ["common.moral-waiver"]


def test_a_passage_judged_otherwise_is_told_with_what_differs() -> None:
    graver = a_finding(severity="critical", type="moral-waiver-worldwide", rule="common.moral-worldwide")

    (change,) = changes(a_scan(findings=(a_finding(),)), a_scan(findings=(graver,))).changed

    assert change.aspects == ("type", "severity", "rule")
    assert (change.before.severity, change.after.severity) == ("high", "critical")


def test_a_finding_that_is_only_asked_about_now_changed_its_standing() -> None:
    (change,) = changes(a_scan(findings=(a_finding(severity="medium"),)), a_scan(unclear=(an_unclear_one(),))).changed

    assert change.aspects == ("standing",)


def test_another_family_on_the_same_words_is_another_finding() -> None:
    both = changes(a_scan(findings=(a_finding(),)), a_scan(findings=(a_finding(family="ai", type="ai-training-express"),)))

    assert (len(both.came), len(both.went), both.changed) == (1, 1, ())


def test_what_is_missing_or_made_together_is_the_same_by_its_type() -> None:
    before = a_scan(absences=(an_absence(),), combinations=(a_combination("a"),))
    after = a_scan(absences=(an_absence(severity="high"),), combinations=(a_combination("b"), a_combination("c", type="ai-trap")))

    told = changes(before, after)

    assert [(change.after.standing, change.aspects) for change in told.changed] == [("not found", ("severity",))]
    assert [(each.standing, each.type) for each in told.came] == [("taken together", "ai-trap")]
    assert told.same == 1


def test_a_verdict_alone_is_a_change() -> None:
    assert changes(a_scan(verdict="fine"), a_scan(verdict="check")).is_any


WORDS = [
    "The Illustrator irrevocably",
    "Illustrator irrevocably waives",
    "waives all moral rights",
    "rights in the Work.",
    "The fee of £400",
]
FINDINGS = st.lists(
    st.builds(
        lambda words, family, kind, rule, severity: a_finding(
            DOCUMENT, words, words, family=family, type=f"{family}-{kind}", rule=rule, severity=severity
        ),
        st.sampled_from(WORDS),
        st.sampled_from(["moral", "ai"]),
        st.sampled_from("xy"),
        st.sampled_from(["r.1", "r.2"]),
        st.sampled_from(["high", "low"]),
    ),
    max_size=7,
)


@given(FINDINGS, FINDINGS)
def test_every_finding_is_accounted_for_and_the_way_back_undoes_the_way_there(some: list[Finding], others: list[Finding]) -> None:
    before, after = a_scan(findings=tuple(some)), a_scan(findings=tuple(others))

    there, back = changes(before, after), changes(after, before)

    assert len(there.went) + len(there.changed) + there.same == len(some)
    assert len(there.came) + len(there.changed) + there.same == len(others)
    assert not changes(before, before).is_any
    assert (there.came, there.went, there.same) == (back.went, back.came, back.same)
    assert {(change.before, change.after) for change in there.changed} == {(change.after, change.before) for change in back.changed}
