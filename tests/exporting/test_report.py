"""The report as a value: what matters stands first, every number leads to its entry."""

from __future__ import annotations

from dataclasses import replace

from builders import (
    CONTRACT,
    WAIVER,
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
from contract_registry.core.scanning.findings import AlsoHeard, Overrun, Scan
from contract_registry.core.text import Span
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


def test_of_what_no_rule_knows_the_report_says_so_and_by_which_words_it_was_found() -> None:
    (found,) = the_report(a_scan(findings=(a_finding(weighed_by=("for good", "lets go")),))).findings

    assert found.remarks[0].startswith("No rule knows this wording")
    assert "“for good” and “lets go”" in found.remarks[0]


def test_what_could_not_be_read_is_told_apart_from_remarks_on_the_file() -> None:
    problems = (an_unread_page(2), Problem("pending changes", "This file has tracked changes that nobody has accepted yet."))

    report = the_report(a_scan(), problems=problems)

    assert report.unread == ("Page 2 could not be read: it is a picture without text.",)
    assert report.remarks == ("This file has tracked changes that nobody has accepted yet.",)


def test_a_rule_that_gave_up_counts_as_something_not_judged() -> None:
    sentence = Span(CONTRACT.index(WAIVER), CONTRACT.index(WAIVER) + len(WAIVER))
    gave_up = tuple(Overrun(f"common.{name}", "1.1", 9, sentence) for name in ("moral-waiver", "moral-covenant"))

    report = the_report(a_scan(overruns=gave_up))

    (told,) = report.unread
    assert told == (
        "The rules common.moral-waiver and common.moral-covenant gave up on clause 1.1, in the sentence that begins "
        '"The Illustrator irrevocably waives all moral rights in the …", which is unusually tangled: read it yourself.'
    )


def test_many_reasons_are_counted_and_not_listed() -> None:
    report = the_report(a_scan(verdict="check", verdict_because=tuple(f"refers to Schedule {number}" for number in range(9))))

    assert report.because == ("refers to Schedule 0", "refers to Schedule 1", "refers to Schedule 2", "and 6 more")


def test_a_reason_that_names_an_entry_is_left_to_that_entry() -> None:
    because = ("high: Moral rights given up", "not found in this document: No way to get your rights back", "refers to Schedule 2")

    report = the_report(a_scan(verdict="ask first", verdict_because=because, findings=(a_finding(),), absences=(an_absence(),)))

    assert report.because == ("refers to Schedule 2",)


def test_a_doubtful_reading_says_so_and_why_and_a_plain_one_does_not() -> None:
    unsure = replace(a_finding().explanation, giver="unknown", defined_terms=("Materials",))

    report = the_report(a_scan(findings=(a_finding(confidence="low", explanation=unsure), a_finding(confidence="medium"))))

    assert report.findings[0].remarks[0] == (
        "It is doubtful whether the wording says this, since it is not plain who gives to whom and part of it is said in a definition "
        "elsewhere; read the sentence yourself."
    )
    assert report.findings[1].remarks == ()


def test_what_makes_a_finding_graver_or_milder_is_told_in_words_or_not_at_all() -> None:
    moved = replace(a_finding().explanation, raised_by=("for-ever", "known-to-its-author-alone"), lowered_by=("both-sides",))

    remarks = the_report(a_scan(findings=(a_finding(explanation=moved),))).findings[0].remarks

    assert remarks == ("Graver here: it has no end.", "Milder here: it binds both sides.")


def test_what_other_rules_say_of_the_passage_is_told_with_it_once() -> None:
    others = tuple(
        AlsoHeard(rule, 3, "moral-attribution", title, "medium")
        for rule, title in (("common.nameless", "No name beside the work"), ("film.nameless", "No name beside the work"))
    )
    spoken = replace(
        a_finding().explanation, also=(*others, AlsoHeard("common.same", 1, "moral-waiver-general", a_finding().title, "high"))
    )

    entry = the_report(a_scan(findings=(a_finding(explanation=spoken),))).findings[0]

    assert entry.remarks == ("Also heard in these words: “No name beside the work”.",)
    assert entry.also == ("common.nameless@3", "film.nameless@3", "common.same@1")


def test_what_was_told_before_is_told_by_where() -> None:
    low, high = a_finding(severity="low"), a_finding(severity="high")
    sibling = a_finding(rule="common.other", why="You could not object.")

    first, second, third = the_report(a_scan(findings=(low, high, sibling))).findings

    assert (first.id, first.told_at) == (high.id, {})
    assert set(second.told_at) == {"questions", "wording", "law"}
    assert third.told_at == dict.fromkeys(("why", "questions", "wording", "law"), (1, high.id))


def test_loss_of_the_work_stands_before_terms_that_are_as_grave() -> None:
    term = a_finding(family="terms", quote="This agreement is between Northlight Books Ltd", focus="agreement")
    voice = a_finding(family="ai")

    assert [entry.id for entry in the_report(a_scan(findings=(term, voice))).findings] == [voice.id, term.id]


def test_the_gravest_combination_stands_first() -> None:
    made = (a_combination(severity="high"), a_combination(severity="critical"))

    assert [entry.severity for entry in the_report(a_scan(combinations=made)).combinations] == ["critical", "high"]


def test_what_is_missing_is_called_missing() -> None:
    (entry,) = the_report(a_scan(absences=(an_absence(title="A promise to credit you"),))).absences

    assert entry.title == "Not found: a promise to credit you"


def test_small_things_are_not_called_nothing() -> None:
    assert "Nothing that these rules look for" in the_report(a_scan()).meaning
    assert "Only small things were found" in the_report(a_scan(absences=(an_absence(severity="low"),))).meaning


def test_the_standing_of_rules_is_told_once_where_it_is_the_same() -> None:
    trial, stable = a_finding(), a_finding(rule_status="stable")

    assert the_report(a_scan(findings=(trial, trial))).status == "trial: in use, not yet signed off"
    assert the_report(a_scan(findings=(trial, stable))).status == ""


def test_every_kind_of_outcome_has_its_place() -> None:
    report = the_report(a_full_scan())

    assert [len(group) for group in (report.combinations, report.findings, report.unclear, report.absences, report.protections)] == [1] * 5
    assert {entry.kind for entry in report.passages} == {"finding", "unclear", "protection"}


def test_the_name_of_a_file_cannot_command_the_screen() -> None:
    assert the_report(a_scan(protections=(a_protection(),), unclear=(an_unclear_one(),)), name="a\x1b]0;x\x07.pdf").name == "a�]0;x�.pdf"
