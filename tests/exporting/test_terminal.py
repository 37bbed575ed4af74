"""The report in a terminal: complete at 80 columns, in black and white, whatever stands in the contract."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from builders import a_document, a_finding, a_full_scan, a_scan, an_unread_page, the_clauses, two_types
from contract_registry.core.rules.rule import Wording
from contract_registry.core.scanning.findings import AlsoHeard, Circumstances, Scan
from contract_registry.errors import EncryptedFile
from contract_registry.exporting.report import report_of
from contract_registry.exporting.terminal import terminal_error, terminal_heading
from contract_registry.exporting.terminal_report import terminal_report
from contract_registry.exporting.terminal_summary import SummaryLine


def told(scan: Scan, text: str = "", *, width: int = 80, colour: bool = False, detail: str = "usual", **document: object) -> str:
    clauses = the_clauses(a_document(text, **document) if text else a_document(**document))
    heading = terminal_heading(clauses, width=width, colour=colour)
    return heading + terminal_report(report_of(clauses, scan), width=width, colour=colour, detail=detail)


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_a_freelancer_learns_what_where_why_and_what_to_do() -> None:
    report = flowing(told(a_full_scan(), detail="full", lines_on_a_page=0))

    for words in (
        "STOP",
        "HIGH: Moral rights given up · Clause 1.1, “Moral rights”",
        "The Illustrator irrevocably »waives all moral rights« in the Work.",
        "You would no longer be named, and could not object to changes.",
        "Why is a waiver needed?",
        "Best: The Illustrator is named beside the Work.",
        "Walk away at: A waiver for every use.",
        "United Kingdom: under CDPA 1988, s.87, such a clause can stand.",
        "common.moral-waiver@1 (trial: in use, not yet signed off)",
        "Not found: no way to get your rights back",
        "Does the waiver cover other works?",
        "NOT FOUND IN THIS DOCUMENT",
        "WHAT WORKS IN YOUR FAVOUR",
        "not legal advice",
    ):
        assert words in report


def test_combinations_stand_on_top_and_the_gravest_before_the_rest() -> None:
    report = told(a_full_scan())

    order = [
        report.index(words)
        for words in ("STOP", "IN SHORT", "TAKEN TOGETHER", "WHAT TAKES", "WHAT CANNOT BE TOLD", "NOT FOUND", "IN YOUR FAVOUR")
    ]
    assert order == sorted(order)


def test_what_could_not_be_read_stands_before_the_findings() -> None:
    report = told(a_full_scan(), problems=(an_unread_page(7),))

    assert report.index("Page 7 could not be read") < report.index("WHAT TAKES")


def test_it_never_says_safe_and_gives_no_advice_twice() -> None:
    for verdict in ("stop", "ask first", "check", "fine"):
        report = flowing(told(a_scan(verdict=verdict)))

        assert not re.search(r"\bsafe\b|%|\bscore\b", report, re.IGNORECASE)
        assert report.count("not legal advice") == 1


def test_brief_keeps_the_words_and_drops_the_advice() -> None:
    report = told(a_full_scan(), detail="brief")

    assert "»waives all moral rights«" in report
    assert "Why is a waiver needed?" not in report
    assert len(report.splitlines()) < len(told(a_full_scan()).splitlines())


def test_everything_stands_in_short_before_anything_is_told_at_length() -> None:
    report = told(a_full_scan(a_document(lines_on_a_page=4)), lines_on_a_page=4)

    short = flowing(report[report.index("IN SHORT") : report.index("TAKEN TOGETHER ─")])
    assert "1 HIGH Moral rights given up · Clause 1.1, page 1 »waives all moral rights« 2 UNCLEAR" in short
    assert "Taken together: a total buy-out (made by 1)" in short
    assert "3 MEDIUM Not found: no way to get your rights back" in short


def test_law_and_rules_are_for_those_who_ask() -> None:
    report = flowing(told(a_full_scan()))

    assert "CDPA 1988" not in report
    assert "common.moral-waiver@1" not in report
    assert "add --full" in report


def test_whoever_names_a_place_is_told_its_law_alone() -> None:
    finding = a_finding(legal_effect="likely-effective")

    here = flowing(told(a_scan(findings=(finding,), circumstances=Circumstances(jurisdiction="GB", as_of="2026-11-24"))))
    elsewhere = flowing(told(a_scan(findings=(finding,), circumstances=Circumstances(jurisdiction="DE", as_of="2026-11-24"))))

    assert "Likely to hold in the United Kingdom if you agree to it." in here
    assert "under CDPA 1988, s.87" in here
    assert "These rules know no law of Germany on this." in elsewhere
    assert "CDPA" not in elsewhere


def test_the_less_grave_a_thing_the_less_is_said_of_it() -> None:
    words = ("You would no longer be named", "Why is a waiver needed?", "The Illustrator is named beside the Work.")

    said = [
        [each in flowing(told(a_scan(findings=(a_finding(severity=severity),)))) for each in words]
        for severity in ("critical", "high", "medium", "low")
    ]

    assert said == [[True, True, True], [True, True, True], [True, True, False], [True, False, False]]


def test_in_full_the_rules_that_spoke_too_are_named() -> None:
    spoken = replace(a_finding().explanation, also=(AlsoHeard("common.nameless", 3, "moral-attribution", "No name", "medium"),))
    scan = a_scan(findings=(a_finding(explanation=spoken),))

    assert "Note Also heard in these words: “No name”." in flowing(told(scan))
    assert "Also common.nameless@3" in flowing(told(scan, detail="full"))


def test_a_passage_with_two_types_is_shown_once_and_each_says_what_it_means() -> None:
    report = told(a_scan(findings=two_types()))

    assert report.count("irrevocably") == 1
    assert flowing(report).count("»waives all moral rights«") == 1
    assert "Also MEDIUM: A promise never to object · »in the Work«" in flowing(report)
    assert "It means You promise not to object." in flowing(report)
    assert flowing(report).count("Why is a waiver needed?") == 1


def test_in_short_a_passage_has_one_row_with_all_that_it_says() -> None:
    brief = flowing(told(a_scan(findings=(*two_types(), a_finding())), detail="brief"))

    assert "1 HIGH Moral rights given up · Clause 1.1 »waives all moral rights« Also: A promise never to object 2 HIGH" in brief


def test_a_run_over_files_counts_passages() -> None:
    line = SummaryLine.of("contract.txt", a_scan(findings=(*two_types(), a_finding(severity="medium"))))

    assert (line.counts["high"], line.counts["medium"]) == (1, 1)


def test_the_standing_of_the_rules_is_told_once_at_the_foot() -> None:
    report = flowing(told(a_scan(findings=(a_finding(), a_finding())), detail="full"))

    assert report.count("trial: in use, not yet signed off") == 1


def test_the_foot_says_of_which_day_the_laws_are_and_that_the_rules_are_those_installed() -> None:
    assert "Rules as installed: common 2026.11. Laws in force on 2026-11-24." in flowing(told(a_scan()))


def test_labels_stand_on_one_line() -> None:
    clauses = the_clauses()

    report = terminal_report(report_of(clauses, a_scan(), [("By when: delivery", "1 May 2027")]))

    assert "By when: delivery 1 May 2027" in report


def test_what_two_entries_say_alike_is_told_once() -> None:
    report = flowing(told(a_scan(findings=(a_finding(), a_finding()))))

    assert report.count("Why is a waiver needed?") == 1
    assert "As for number 1." in report


def test_without_colour_there_is_no_escape_at_all() -> None:
    assert "\x1b" not in told(a_full_scan(), colour=False)


def test_with_colour_the_words_are_the_same() -> None:
    bare = re.sub(r"\x1b\[[\d;]*m", "", told(a_full_scan(), colour=True))

    assert flowing(bare) == flowing(told(a_full_scan(), colour=False))


HOSTILE = "The Illustrator \x1b[2J\x1b]8;;http://evil\x07waives all moral rights\x9b31m [bold red]in[/bold red] :smile: the \u202eWork."


@pytest.mark.parametrize("colour", [False, True])
def test_a_contract_cannot_command_the_terminal(colour: bool) -> None:
    document = a_document(HOSTILE, name="\x1b[2Jx[red].pdf")
    scan = a_scan(findings=(a_finding(document, quote=HOSTILE, clause_heading="\x1b[1m[blink]"),))

    report = told(scan, HOSTILE, colour=colour, name=document.name)

    assert set(re.findall(r"\x1b[^m]{0,12}", report)) <= set(re.findall(r"\x1b\[[\d;]{0,11}(?=m)", report))
    assert "\x07" not in report
    assert "\x9b" not in report
    assert "\u202e" not in report
    assert "[bold red]in[/bold red] :smile:" in flowing(re.sub(r"\x1b\[[\d;]*m", "", report))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Illustrator waives all moral rights " + "x" * 400,
        "The Illustrator waives all moral rights " + "著作者人格権を行使しない" * 20,
        "The Illustrator waives all moral rights " + "المؤلف يتنازل عن جميع الحقوق المعنوية " * 8,
        "The Illustrator waives all moral rights " + "e\u0301\u200d" * 100,
    ],
    ids=["a long unbroken string", "Chinese characters", "Arabic", "combining marks"],
)
@pytest.mark.parametrize("width", [80, 40])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(sentence: str, width: int) -> None:
    document = a_document(sentence)

    report = told(a_scan(findings=(a_finding(document, quote=sentence),)), sentence, width=width)

    assert max(cell_len(line) for line in report.splitlines()) <= width
    assert sentence.replace(" ", "") in "".join(report.split()).replace("»", "").replace("«", "")


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
@example("\ud800")
@example("\x1b[2J")
def test_any_unicode_text_can_be_reported(text: str) -> None:
    sentence = f"{text} waives all moral rights {text}"
    document = a_document(sentence, name=text or "x")
    finding = a_finding(
        document,
        quote=sentence,
        clause_heading=text,
        clause_number=text,
        why=text,
        title=text or "x",
        questions=(text,),
        wording=Wording(ideal=text),
    )

    report = told(a_scan(findings=(finding,)), sentence, name=document.name)

    report.encode("utf-8")
    assert "\x1b" not in report
    assert "waives all moral rights" in report


def test_an_error_is_one_paragraph_with_what_to_do_next() -> None:
    message = flowing(terminal_error("contract.pdf", EncryptedFile()))

    assert message.startswith("contract.pdf: This file is locked with a password.")
    assert "--password" in message
