"""The report as a value: what matters stands first, every number leads to its entry."""

from __future__ import annotations

from builders import (
    a_combination,
    a_document,
    a_finding,
    a_full_scan,
    a_protection,
    a_scan,
    an_absence,
    an_unclear_one,
    an_unread_page,
    the_clauses,
)
from contract_registry.core.document import Problem
from contract_registry.core.rules.rule import LegalBasis
from contract_registry.core.scanning.findings import Overrun, Scan
from contract_registry.exporting.report import Report, report_of


def the_report(scan: Scan, **document: object) -> Report:
    return report_of(the_clauses(a_document(**document)), scan)


def test_the_gravest_finding_comes_first_and_equals_stay_in_the_order_of_the_text() -> None:
    fee = {"quote": "The fee of £400 is paid within 60 days of invoice.", "focus": "60 days"}
    found = (
        a_finding(severity="low"),
        a_finding(severity="high", **fee),
        a_finding(severity="critical", **fee),
        a_finding(severity="high"),
    )

    report = the_report(a_scan(findings=found))

    assert [entry.severity for entry in report.findings] == ["critical", "high", "high", "low"]
    assert [entry.id for entry in report.findings][1:3] == [found[3].id, found[1].id]


def test_entries_are_numbered_through_and_a_combination_names_its_members_by_number() -> None:
    low, high, absence = a_finding(severity="low"), a_finding(severity="high"), an_absence()
    scan = a_scan(findings=(low, high), absences=(absence,), combinations=(a_combination(low.id, absence.id),))

    report = the_report(scan)

    assert [(entry.number, entry.id) for entry in report.findings] == [(1, high.id), (2, low.id)]
    assert report.combinations[0].members == ((2, low.id), (3, absence.id))


def test_the_deciding_words_are_marked_within_their_sentence() -> None:
    quote = the_report(a_scan(findings=(a_finding(),))).findings[0].quote

    assert [(piece.text, piece.is_focus) for piece in quote] == [
        ("The Illustrator irrevocably ", False),
        ("waives all moral rights", True),
        (" in the Work.", False),
    ]


def test_where_it_stands_can_be_cited() -> None:
    assert where(a_finding(), lines_on_a_page=4) == "Clause 1.1, “Moral rights”, page 1"
    assert where(a_finding(clause_number="Schedule 2", clause_heading="")) == "Schedule 2"
    assert where(a_finding(clause_number="", clause_heading="")) == "Paragraph 4"


def where(finding: object, **document: object) -> str:
    placed = a_finding(a_document(**document), clause_number=finding.clause_number, clause_heading=finding.clause_heading)
    return the_report(a_scan(findings=(placed,)), **document).findings[0].where


def test_what_could_not_be_read_is_told_apart_from_remarks_on_the_file() -> None:
    problems = (an_unread_page(2), Problem("pending changes", "This file has tracked changes that nobody has accepted yet."))

    report = the_report(a_scan(), problems=problems)

    assert report.unread == ("Page 2 could not be read: it is a picture without text.",)
    assert report.remarks == ("This file has tracked changes that nobody has accepted yet.",)


def test_a_rule_that_gave_up_counts_as_something_not_judged() -> None:
    report = the_report(a_scan(overruns=(Overrun("common.moral-waiver", "4.2", 9),)))

    assert report.unread == ("The rule common.moral-waiver gave up on clause 4.2, which is unusually long or tangled: read it yourself.",)


def test_many_reasons_are_counted_and_not_listed() -> None:
    report = the_report(a_scan(verdict="ask first", verdict_because=tuple(f"high: reason {number}" for number in range(9))))

    assert report.because == ("high: reason 0", "high: reason 1", "high: reason 2", "and 6 more, below")


def test_law_is_told_in_plain_words_and_names_the_country() -> None:
    voided = LegalBasis("FR", "CPI art. L121-1", "It cannot be given up.", "voids", "2026-07")
    finding = a_finding(legal_effect="void-in-jurisdiction", basis=(voided,))
    circumstances = a_scan().circumstances

    report = the_report(a_scan(findings=(finding,), circumstances=type(circumstances)(jurisdiction="FR", as_of="2026-11-24")))

    assert report.findings[0].law == (
        "Likely to have no effect in FR. It still discourages, so ask to have it taken out.",
        "FR: CPI art. L121-1 gives such a clause no effect. It cannot be given up. (as at 2026-07)",
    )


def test_a_doubtful_reading_says_so() -> None:
    report = the_report(a_scan(findings=(a_finding(confidence="low"), a_finding(confidence="high"))))

    assert ["doubtful" in " ".join(entry.remarks) for entry in report.findings] == [True, False]


def test_advice_stands_with_the_gravest_entry_of_its_rule() -> None:
    low, high, other = a_finding(severity="low"), a_finding(severity="high"), a_finding(rule="common.other")

    report = the_report(a_scan(findings=(low, high, other)))

    assert [(entry.id, entry.advice_at) for entry in report.findings] == [(high.id, None), (other.id, None), (low.id, (1, high.id))]


def test_every_kind_of_outcome_has_its_place() -> None:
    report = the_report(a_full_scan())

    assert [len(group) for group in (report.combinations, report.findings, report.unclear, report.absences, report.protections)] == [1] * 5
    assert {entry.kind for entry in report.passages} == {"finding", "unclear", "protection"}


def test_the_name_of_a_file_cannot_command_the_screen() -> None:
    assert the_report(a_scan(protections=(a_protection(),), unclear=(an_unclear_one(),)), name="a\x1b]0;x\x07.pdf").name == "a�]0;x�.pdf"
