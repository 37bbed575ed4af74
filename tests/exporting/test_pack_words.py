"""A pack says where it speaks and why it spoke, in the report, in JSON and on the pages of its rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_rule, a_rulebook, a_scan, the_clauses
from contract_registry.core.rules.rulebook import Pack, Signs
from contract_registry.core.scanning.findings import PackVersion
from contract_registry.exporting.pack_words import where_it_speaks
from contract_registry.exporting.report import report_of
from contract_registry.exporting.rule_pages import rule_pages
from contract_registry.exporting.scan_json import scan_form

BOOKS = Pack(
    "books", "Publishing", "2026.12", "2026-12-01", frozenset({"publishing"}), shown_by=Signs(("book-form", "book-trade", "book-text"), 2)
)


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        (Pack("common", "Common", "1", "2026-01-01"), "in every contract"),
        (replace(BOOKS, shown_by=None), "where you name the sector publishing, or name none"),
        (
            BOOKS,
            "where you name the sector publishing, or in a document that speaks of 2 of these: book form, book trade and book text",
        ),
        (
            replace(BOOKS, shown_by=Signs((), 2, frozenset({"platform terms"}))),
            "where you name the sector publishing, or in a document that looks like platform terms",
        ),
    ],
)
def test_a_pack_says_where_it_speaks(pack: Pack, said: str) -> None:
    assert where_it_speaks(pack) == said


def test_the_report_and_the_json_say_which_packs_spoke_and_why() -> None:
    because = "the document speaks of “manuscript” and “hardback”"
    scan = a_scan(packs=(PackVersion("common", "2026.11", "Common"), PackVersion("books", "2026.12", "Publishing", because)))

    report, form = report_of(the_clauses(), scan), scan_form(the_clauses(), scan, {})

    assert report.case == (f"The rules for publishing spoke too: {because}.",)
    assert "common 2026.11, books 2026.12" in report.made_with
    assert [(pack["id"], pack["because"]) for pack in form["rulebook"]["packs"]] == [("common", ""), ("books", because)]


def test_the_pages_list_the_packs_and_each_rule_names_its_own() -> None:
    common = a_rulebook(a_rule("waives", id="common.one"), a_rule("waives", id="books.one"))
    pages = rule_pages(replace(common, packs=(*common.packs, BOOKS)), {}, "made")

    assert "| Publishing (`books`) | 2026.12 | 1 | where you name the sector publishing" in pages["README.md"]
    assert "| Pack | Publishing: where you name the sector publishing" in pages["books/one.md"]
    assert "| Pack | Tests: in every contract |" in pages["common/one.md"]
