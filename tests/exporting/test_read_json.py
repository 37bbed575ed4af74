"""What was read, as JSON: every place leads to its words."""

from __future__ import annotations

from builders import a_document, an_unread_page, lines_of, the_clauses
from contract_registry.core.clauses.tree import Definition, Reference
from contract_registry.core.document import Box, Furniture, Mark, Revision
from contract_registry.core.text import Span
from contract_registry.exporting.read_json import read_form


def test_blocks_and_clauses_are_slices_of_the_text() -> None:
    document = a_document()

    form = read_form(the_clauses(document))

    assert form["text"] == document.text
    assert [block["span"] for block in form["blocks"]] == [[span.start, span.end] for span in lines_of(document.text)]
    assert [clause["own"] for clause in form["clauses"]] == [block["span"] for block in form["blocks"]]


def test_pages_hold_lines_with_boxes_and_what_is_printed_beside_the_text() -> None:
    document = a_document(lines_on_a_page=4)
    foot = Furniture("page number", "1", Box(290, 800, 300, 812))
    page = document.pages[0]
    paged = a_document(pages=(type(page)(1, 595.0, 842.0, page.lines, (foot,)),))

    told = read_form(the_clauses(paged))["pages"][0]

    assert told["lines"][1]["box"] == [72.0, 92.0, 552.0, 104.0]
    assert told["furniture"] == [{"kind": "page number", "text": "1", "box": [290.0, 800.0, 300.0, 812.0]}]
    assert told["origin"] == "text layer"


def test_marks_and_revisions_are_told_with_their_words() -> None:
    document = a_document(
        "The fee is £400.", marks=(Mark("hidden", Span(4, 7), "hidden text"),), revisions=(Revision("deleted", Span(7, 7), " net"),)
    )

    form = read_form(the_clauses(document))

    assert form["marks"] == [{"kind": "hidden", "start": 4, "end": 7, "quote": "fee", "note": "hidden text"}]
    assert form["revisions"][0]["removed"] == " net"


def test_definitions_references_and_parties_are_told() -> None:
    text = '"Work" means the drawings in Schedule 2.'
    definition = Definition("Work", Span(1, 5), Span(13, 39), 0)
    reference = Reference("Schedule 2", Span(29, 39), None, external=True)

    form = read_form(the_clauses(a_document(text), definitions=(definition,), references=(reference,)))

    assert form["definitions"][0]["words"] == "the drawings in Schedule 2"
    assert form["references"] == [{"text": "Schedule 2", "span": [29, 39], "clause": None, "external": True}]
    assert [party["role"] for party in form["parties"]] == ["engager", "creator"]


def test_problems_are_told() -> None:
    form = read_form(the_clauses(a_document(problems=(an_unread_page(2),))))

    assert [(each["page"], each["kind"]) for each in form["document"]["problems"]] == [(2, "unreadable page")]
