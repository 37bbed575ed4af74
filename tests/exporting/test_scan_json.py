"""The scan form: complete, in its documented order, every quote a slice of the text."""

from __future__ import annotations

import pytest

from builders import a_document, a_finding, a_full_scan, a_scan, an_unread_page, the_clauses
from contract_registry.core.document import Part
from contract_registry.core.rules.rule import Wording
from contract_registry.core.scanning.findings import Overrun
from contract_registry.core.text import Span
from contract_registry.errors import EncryptedFile
from contract_registry.exporting.scan_json import error_form, scan_form

TOP = ["schema", "document", "rulebook", "engine", "circumstances", "verdict", "verdict_because", "findings", "protections", "unclear"]
TOP += ["absences", "combinations", "facts", "overruns"]
PASSAGE = [
    "id",
    "family",
    "type",
    "rule",
    "rule_version",
    "rule_status",
    "title",
    "severity",
    "passage",
    "confidence",
    "reader",
    "legal_effect",
    "clause",
]
PASSAGE += ["start", "end", "quote", "focus", "places", "why", "questions", "wording", "basis", "principles", "fingerprint", "explanation"]


@pytest.fixture
def form() -> dict[str, object]:
    document = a_document(lines_on_a_page=4)
    return scan_form(the_clauses(document), a_full_scan(document), {"parties": []})


def test_keys_stand_in_the_documented_order(form: dict[str, object]) -> None:
    assert list(form) == TOP
    assert list(form["findings"][0]) == PASSAGE


def test_a_protection_says_what_it_answers_and_an_unclear_passage_asks(form: dict[str, object]) -> None:
    assert list(form["protections"][0]) == [*PASSAGE, "about"]
    assert form["protections"][0]["about"] == "terms-late-payment"
    assert form["unclear"][0]["question"] == "Does the waiver cover other works?"


def test_a_quote_is_the_slice_it_points_to(form: dict[str, object]) -> None:
    text = a_document().text

    for each in (*form["findings"], *form["protections"], *form["unclear"]):
        assert each["quote"] == text[each["start"] : each["end"]]
        assert each["start"] <= each["focus"][0] < each["focus"][1] <= each["end"]


def test_places_are_points_from_the_top_left_to_a_tenth(form: dict[str, object]) -> None:
    assert form["findings"][0]["places"] == [{"page": 1, "boxes": [[92.0, 132.0, 412.0, 144.0]]}]


def test_a_passage_may_run_over_two_pages() -> None:
    document = a_document(lines_on_a_page=3)
    quote = "1. Moral rights\n1.1 The Illustrator irrevocably waives all moral rights in the Work."

    finding = scan_form(the_clauses(document), a_scan(findings=(a_finding(document, quote=quote),)), {})["findings"][0]

    assert [place["page"] for place in finding["places"]] == [1, 2]


def test_wording_is_listed_best_first_and_only_where_there_is_some() -> None:
    scan = a_scan(findings=(a_finding(wording=Wording(ideal="Named.", walk_away="Unnamed.")),))

    wording = scan_form(the_clauses(), scan, {})["findings"][0]["wording"]

    assert wording == [{"step": "ideal", "text": "Named."}, {"step": "walk away", "text": "Unnamed."}]


def test_a_combination_names_its_members(form: dict[str, object]) -> None:
    assert form["combinations"][0]["members"] == [form["findings"][0]["id"]]


def test_the_document_says_what_could_not_be_read_and_what_it_is_made_of() -> None:
    parts = (Part("a.pdf", "application/pdf", "a" * 64, 10, Span(0, 5), (1, 2)),)
    document = a_document(problems=(an_unread_page(4),), parts=parts)

    told = scan_form(the_clauses(document), a_scan(), {})["document"]

    assert told["problems"] == [
        {"page": 4, "kind": "unreadable page", "message": "Page 4 could not be read: it is a picture without text."}
    ]
    assert told["parts"] == [{"name": "a.pdf", "media_type": "application/pdf", "sha256": "a" * 64, "pages": [1, 2]}]


def test_a_document_without_pages_says_so_and_its_findings_have_no_places() -> None:
    form = scan_form(the_clauses(), a_scan(findings=(a_finding(),)), {})

    assert form["document"]["pages"] is None
    assert form["findings"][0]["places"] == []


def test_a_rule_that_gave_up_is_named() -> None:
    form = scan_form(the_clauses(), a_scan(overruns=(Overrun("common.moral-waiver", "1.1", 50_000, Span(3, 9)),)), {})

    assert form["overruns"] == [{"rule": "common.moral-waiver", "clause": "1.1", "steps": 50_000, "start": 3, "end": 9}]


def test_a_file_that_could_not_be_read_says_what_to_do_next() -> None:
    form = error_form("secret.pdf", EncryptedFile())

    assert list(form) == ["schema", "document", "error"]
    assert form["document"] == {"name": "secret.pdf"}
    assert form["error"]["kind"] == "encrypted"
    assert "--password" in form["error"]["next"]


def test_a_passage_that_the_second_reader_read_says_which_reader_and_how_likely_it_finds_harm() -> None:
    scan = a_scan(findings=(a_finding(score=0.93), a_finding(score=0.98, weighed_by=("for good",)), a_finding()), second_reader="7")

    form = scan_form(the_clauses(), scan, {})

    assert [each["reader"] for each in form["findings"]] == [
        {"version": "7", "score": 0.93, "weighed_by": []},
        {"version": "7", "score": 0.98, "weighed_by": ["for good"]},
        None,
    ]
    assert form["rulebook"]["second_reader"] == "7"
