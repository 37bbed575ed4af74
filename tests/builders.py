"""Builders of values for tests: each names what matters and fills in the rest."""

from __future__ import annotations

import hashlib
from array import array
from dataclasses import replace
from itertools import count

from contract_registry.core.clauses.tree import Clause, Clauses, Party
from contract_registry.core.document import Block, Box, Document, Line, Page, Problem
from contract_registry.core.rules.build import build_pack, build_rule, build_rulebook
from contract_registry.core.rules.rule import LegalBasis, Rule, Wording
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.schema import checked
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


def a_laid_out_document(marked: str, **more: object) -> Document:
    """A document from lines marked as one types them: "## " a heading of that rank, "- " an item (two blanks a level deeper), " | " between cells."""
    lines, laid, at = [], [], 0
    for line in filter(str.strip, marked.split("\n")):
        words, block = _laid_out(line, at)
        lines.append(words)
        laid.append(block)
        at += len(words) + 1
    return a_document("\n".join(lines), blocks=tuple(laid), **more)


def _laid_out(line: str, at: int) -> tuple[str, Block]:
    indent, words = len(line) - len(line.lstrip()), line.strip()
    marks, _, rest = words.partition(" ")
    if marks and not marks.strip("#"):
        return rest, Block(Span(at, at + len(rest)), "heading", len(marks))
    if marks == "-":
        return rest, Block(Span(at, at + len(rest)), "item", indent // 2)
    if " | " in words:
        cells, start = [], at
        for cell in words.split(" | "):
            cells.append(Span(start, start + len(cell)))
            start += len(cell) + len(" | ")
        return words, Block(Span(at, at + len(words)), "row", source="table", cells=tuple(cells))
    return words, Block(Span(at, at + len(words)))


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


def two_types(document: Document | None = None) -> tuple[Finding, Finding]:
    """A waiver, and in the same passage a promise not to object, which other words decided."""
    document = document or a_document()
    first = a_finding(document)
    promise = {"type": "moral-covenant", "title": "A promise never to object", "rule": "common.covenant", "severity": "medium"}
    return first, a_finding(document, focus="in the Work", led_by=first.id, why="You promise not to object.", **promise)


def an_unread_page(number: int = 2) -> Problem:
    return Problem("unreadable page", f"Page {number} could not be read: it is a picture without text.", number)


GRAMMAR = {
    "negates": {"phrases": ["not", "no", "never", "neither", "nor", "cannot", "none", "nothing"]},
    "no-negation": {
        "phrases": ["not only", "but not limited to", "not limited to", "without limitation", "no later than", "whether or not"]
    },
    "without": {"phrases": ["without"]},
    "restrains": {"verbs": ["restrict", "prevent", "prohibit", "forbid"]},
    "excepts": {"phrases": ["except", "other than", "save for", "excluding", "does not apply to"]},
    "unless": {"phrases": ["unless", "until", "only if", "provided that"]},
    "contrasts": {"phrases": ["but", "however"]},
    "modal": {"phrases": ["may", "shall", "will", "must", "can", "hereby", "agrees", "agree", "waives", "grants", "assigns"]},
    "warrants": {"verbs": ["warrant", "represent"]},
    "infringes": {"verbs": ["infringe", "violate"]},
    "gives-example": {"phrases": ["for example", "such as"]},
    "recites": {"phrases": ["whereas"]},
    "means": {"phrases": ["means", "has the meaning"]},
    "forbids-below": {"phrases": ["prohibited", "may not", "restrictions", "need permission"], "but_not": ["no restrictions"]},
    "makes": {"verbs": ["make", "create", "write", "post", "upload", "supply"]},
    "creator-word": {"nouns": ["author", "artist", "illustrator"], "phrases": ["you", "your", "i", "my"]},
    "engager-word": {"nouns": ["publisher", "company", "client"], "phrases": ["we", "us", "our"]},
    "third-party": {"nouns": ["third party", "licensee", "affiliate"], "phrases": ["others", "anyone"]},
}
"""The small words from which the engine reads the context, as short as tests need them."""

IDEAS = {
    "gives-up": {"act": "gives", "verbs": ["waive", "renounce", "give up"], "nouns": ["waiver"]},
    "moral-rights": {"nouns": ["moral right"], "phrases": ["droit moral"]},
    "assigns": {"act": "gives", "verbs": ["assign", "transfer"], "nouns": ["assignment"]},
    "all-rights": {"phrases": ["copyright", "all rights"], "but_not": ["copyright act"]},
    "licenses": {"act": "lets", "verbs": ["grant", "license", "allow"], "nouns": ["licence"]},
    "trains": {"act": "takes", "verbs": ["train"]},
    "ai": {"nouns": ["language model"], "phrases": ["ai", "machine learning"]},
    "owns": {"act": "takes", "verbs": ["own"]},
    "belongs-to": {"act": "passes", "phrases": ["property of", "belongs? to", "vests? in"]},
    "keeps": {"act": "keeps", "verbs": ["retain", "keep"]},
    "money": {"nouns": ["fee", "invoice", "payment"], "verbs": ["pay"]},
    "work-noun": {"nouns": ["work", "photo", "drawing", "content"]},
    "creators-work": {"phrases": ["the artwork"]},
    "engagers-own": {"phrases": ["our software"]},
    "feedback": {"phrases": ["feedback"]},
    "leave-asked": {"nouns": ["consent", "permission"]},
}
"""A few ideas of contracts, enough for rules of every kind."""


def a_vocabulary(**ideas: dict[str, object]) -> dict[str, object]:
    """A vocabulary file in its full form: small words of grammar, a few ideas, and `ideas` of the test's own."""
    more = {name.replace("_", "-"): idea for name, idea in ideas.items()}
    return _checked("vocabulary", {"schema": 1, "language": "en", "version": 1, "concepts": {**GRAMMAR, **IDEAS, **more}})


def rule_data(*patterns: str, id: str = "common.test", **more: object) -> dict[str, object]:  # noqa: A002
    """What stands in a rule file that looks for `patterns`; fields of `looks_for` may be given beside the rule's own."""
    looks_for = {name: more.pop(name) for name in _LOOKS_FOR & more.keys()}
    family = more.get("family", "moral")
    given = {
        "version": 1,
        "title": "A test rule",
        "status": "stable",
        "severity": "high",
        "why": "It hurts.",
        "sign_off": "A lawyer, 2026-01",
    }
    kind = {"looks_for": {"any_of": list(patterns), **looks_for}} if patterns else {}
    named = {"family": family, "type": "protect-test" if family == "protective" else f"{family}-test"}
    return {"schema": 1, "id": id, **given, **named, **kind, **more}


def a_rule(*patterns: str, id: str = "common.test", **more: object) -> Rule:  # noqa: A002
    """The rule of such a file, read by the parser that reads all rules."""
    rule, mistakes = build_rule(_checked("rule", rule_data(*patterns, id=id, **more)), id.partition(".")[0])
    assert rule, mistakes
    return rule


def a_rulebook(*rules: Rule, **ideas: dict[str, object]) -> Rulebook:
    """A rulebook of one pack with these rules and the small vocabulary."""
    pack = _checked("pack", {"schema": 1, "id": "common", "title": "Tests", "version": "1", "date": "2026-01-01"})
    return build_rulebook([build_pack(pack)], rules, [a_vocabulary(**ideas)])


_LOOKS_FOR = {"within", "flow", "polarity", "functions", "document_says", "under", "document_kinds", "through_definitions"}


def _checked(form: str, data: dict[str, object]) -> dict[str, object]:
    full, mistakes = checked(form, data)
    assert full, mistakes
    return full
