"""Builders of values for tests: each names what matters and fills in the rest."""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import replace
from itertools import count

from contract_registry.core.clauses.tree import Clause, Clauses, Party
from contract_registry.core.document import Block, Box, Document, Line, Page, Problem
from contract_registry.core.rules.rule import LegalBasis, Wording
from contract_registry.core.scanning.findings import (
    Absence,
    Circumstances,
    Combination,
    Explanation,
    Finding,
    Heard,
    PackVersion,
    Scan,
)
from contract_registry.core.text import Span

CONTRACT = """\
ILLUSTRATION AGREEMENT
This agreement is between Northlight Books Ltd (the Publisher) and Ada Ferrer (the Illustrator).
1. Moral rights
1.1 The Illustrator irrevocably waives all moral rights in the Work.
2. Payment
2.1 The fee of £400 is paid within 60 days of invoice."""

WAIVER = "The Illustrator irrevocably waives all moral rights in the Work."


def a_document(text: str = CONTRACT, *, lines_on_a_page: int = 0, **more: object) -> Document:
    """A document in which every line of `text` is a block; on pages of A4 where `lines_on_a_page` is given."""
    data = text.encode("utf-8", "surrogatepass")
    document = Document(
        name="contract.txt",
        media_type="text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        text=text,
        reader="by hand 1",
        blocks=tuple(Block(span) for span in lines_of(text)),
        pages=pages_of(text, lines_on_a_page) if lines_on_a_page else (),
        raw=text,
    )
    return replace(document, **more)


def lines_of(text: str) -> list[Span]:
    """The place of every line that holds something."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def pages_of(text: str, lines_on_a_page: int) -> tuple[Page, ...]:
    """Pages of A4, each character 5 points wide from a margin of 72, each line 20 points below the one before."""
    spans = lines_of(text)
    pages = []
    for number, first in enumerate(range(0, len(spans), lines_on_a_page), 1):
        lines = [_line(span, 72 + 20 * place) for place, span in enumerate(spans[first : first + lines_on_a_page])]
        pages.append(Page(number, 595.0, 842.0, tuple(lines)))
    return tuple(pages)


def _line(span: Span, top: float) -> Line:
    left = array("f", (72 + 5 * place for place in range(len(span))))
    right = array("f", (77 + 5 * place for place in range(len(span))))
    return Line(span, Box(72, top, right[-1], top + 12), left, right)


def the_clauses(document: Document | None = None, **more: object) -> Clauses:
    """The document with every block a clause of its own, between two parties."""
    document = document or a_document()
    clauses = tuple(
        Clause(index, block.span, block.span, block.span, block, heading="", number="") for index, block in enumerate(document.blocks)
    )
    parties = (Party("Northlight Books Ltd", "engager", ("the Publisher",)), Party("Ada Ferrer", "creator", ("the Illustrator",)))
    return replace(Clauses(document, clauses, parties=parties, kind="contract"), **more)


_ids = count(1)


def a_finding(document: Document | None = None, quote: str = WAIVER, focus: str = "waives all moral rights", **more: object) -> Finding:
    """A moral waiver found at `quote`, with `focus` in it, in clause 1.1."""
    document = document or a_document()
    start = document.text.index(quote)
    at = document.text.index(focus, start)
    place = Span(start, start + len(quote))
    finding = Finding(
        id=f"{next(_ids):012x}",
        outcome="finding",
        family="moral",
        type="moral-waiver-general",
        rule="common.moral-waiver",
        rule_version=1,
        rule_status="trial",
        title="Moral rights given up",
        severity="high",
        confidence="high",
        legal_effect="unknown",
        clause_number="1.1",
        clause_heading="Moral rights",
        clause_index=3,
        quote=place,
        focus=Span(at, at + len(focus)),
        places=document.boxes(place),
        why="You would no longer be named,\nand could not object to changes.",
        questions=("Why is a waiver needed?",),
        wording=Wording(ideal="The Illustrator is named beside the Work.", walk_away="A waiver for every use."),
        basis=(LegalBasis("GB", "CDPA 1988, s.87", "Moral rights may be waived in signed writing.", "supports", "2026-07", "read"),),
        principles=("Dignity",),
        fingerprint="f" * 32,
        explanation=Explanation(
            pattern="{gives-up} … {moral-rights}",
            heard=(Heard("gives-up", Span(at, at + 6), document.text[at : at + 6]),),
            polarity="affirmed",
            giver="creator",
            receiver="engager",
            function="operative",
        ),
    )
    return replace(finding, **more)


def a_protection(document: Document | None = None, **more: object) -> Finding:
    """A passage that works for the creator."""
    given = {"outcome": "protection", "family": "protective", "type": "protect-prompt-payment", "about": "terms-late-payment"}
    told = {"title": "A date for payment", "severity": "info", "clause_number": "2.1", "clause_heading": "Payment", "why": "You know when."}
    words = {"quote": "The fee of £400 is paid within 60 days of invoice.", "focus": "within 60 days"}
    return a_finding(document, **{**words, **given, **told, **more})


def an_unclear_one(document: Document | None = None, **more: object) -> Finding:
    """A passage that cannot be told."""
    return a_finding(document, **{"outcome": "unclear", "question": "Does the waiver cover other works?", "severity": "medium", **more})


def an_absence(**more: object) -> Absence:
    absence = Absence(
        id=f"{next(_ids):012x}",
        family="buyout",
        type="buyout-no-reversion",
        rule="common.no-reversion",
        rule_version=2,
        rule_status="stable",
        title="No way to get your rights back",
        severity="medium",
        legal_effect="unknown",
        why="If the work is not used, you do not get it back.",
        questions=("What happens if you do not use it?",),
        wording=Wording(ideal="Rights return after 18 months without use."),
        basis=(),
        principles=("Access",),
        because="this document has buyout-copyright-assignment",
    )
    return replace(absence, **more)


def a_combination(*members: str, **more: object) -> Combination:
    combination = Combination(
        id=f"{next(_ids):012x}",
        family="buyout",
        type="total-buyout",
        rule="common.total-buyout",
        rule_version=1,
        rule_status="trial",
        title="Taken together: a total buy-out",
        severity="critical",
        why="Together nothing of the work is left to you.",
        questions=("Which of these do you need?",),
        wording=Wording(),
        basis=(),
        principles=(),
        members=members,
    )
    return replace(combination, **more)


def a_scan(**more: object) -> Scan:
    """A scan in which nothing spoke, unless `more` says what did."""
    scan = Scan(
        verdict="fine",
        verdict_because=("nothing that these rules look for was found",),
        circumstances=Circumstances(as_of="2026-11-24"),
        packs=(PackVersion("common", "2026.11"),),
        rulebook_date="2026-11-24",
        rulebook_fingerprint="a" * 64,
        engine_version="1",
    )
    return replace(scan, **more)


def a_full_scan(document: Document | None = None) -> Scan:
    """A scan with one of everything."""
    document = document or a_document()
    waiver, unclear = a_finding(document), an_unclear_one(document, focus="in the Work")
    return a_scan(
        verdict="stop",
        verdict_because=("critical: Taken together: a total buy-out", "high: Moral rights given up"),
        findings=(waiver,),
        protections=(a_protection(document),),
        unclear=(unclear,),
        absences=(an_absence(),),
        combinations=(a_combination(waiver.id),),
    )


def an_unread_page(number: int = 2) -> Problem:
    return Problem("unreadable page", f"Page {number} could not be read: it is a picture without text.", number)
