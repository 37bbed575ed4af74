"""Each clause is told for what it is there for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_laid_out_document
from contract_registry.core.clauses.segment import segment

CONTRACT = """\
# PUBLISHING AGREEMENT
This Agreement is made between X Press Ltd (the “Publisher”) and Jane Roe (the “Author”).
## Background
(A) The Author has written a novel.
(B) The Publisher wishes to publish it.
The parties agree as follows:
1. Definitions
“Work” means the novel called Dusk.
2. Grant
The Author grants the Publisher all rights in the Work.
3. Entire Agreement
This Agreement is all there is between the parties.
4. Law
This Agreement shall be governed by the laws of England.
IN WITNESS WHEREOF the parties have signed below.
By: ____________________
Name: Jane Roe
Schedule 1: Fees
The fee is £500."""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("PUBLISHING AGREEMENT", "heading"),
        ("This Agreement is made between", "parties"),
        ("(A) The Author has written", "recital"),
        ("(B) The Publisher wishes", "recital"),
        ("“Work” means", "definition"),
        ("The Author grants", "operative"),
        ("This Agreement is all there is", "boilerplate"),
        ("shall be governed", "boilerplate"),
        ("IN WITNESS WHEREOF", "signature"),
        ("By: ___", "signature"),
        ("Name: Jane Roe", "signature"),
        ("Schedule 1", "schedule"),
        ("The fee is", "operative"),
    ],
)
def test_a_clause_has_its_kind(words, kind):
    document = a_laid_out_document(CONTRACT)

    assert next(clause.kind for clause in segment(document).clauses if words in clause.own.of(document.text)) == kind


@pytest.mark.parametrize(
    "line", ["WHEREAS, the Author has written a novel; and", "Attendu que l'Auteur a écrit un roman,", "CONSIDERANDO que el Autor escribe"]
)
def test_a_recital_is_known_by_its_first_word(line):
    assert segment(a_laid_out_document(line)).clauses[0].kind == "recital"


PARTIES = "AGREEMENT between Acme Ltd (“Publisher”) and Jane Doe (“Illustrator”)"
LETTERED = "A. The Publisher publishes books; and\nB. The Illustrator draws;"
CLAUSES = "1. RIGHTS. The Illustrator assigns all copyright in the Work.\n2. TRAINING. The Publisher may use the Work to train AI."


@pytest.mark.parametrize(
    "opening",
    [
        f"WHEREAS\n{LETTERED}",
        f"{LETTERED}",
        f"RECITALS\n{LETTERED}\nNOW IT IS AGREED as follows:",
        f"## Background\n{LETTERED}",
        "RECITALS\n(1) The Publisher publishes books; and\n(2) The Illustrator draws;",
        "WHEREAS, the Publisher publishes books; and\nWHEREAS, the Illustrator draws.",
    ],
)
def test_recitals_end_at_the_first_clause_with_a_number(opening):
    clauses = segment(a_laid_out_document(f"{PARTIES}\n{opening}\n{CLAUSES}")).clauses

    assert [(one.number, one.kind, one.heading, one.parent) for one in clauses[-2:]] == [
        ("1", "operative", "RIGHTS", None),
        ("2", "operative", "TRAINING", None),
    ]
    if opening != LETTERED:
        assert sum(one.kind == "recital" for one in clauses) == 2


@pytest.mark.parametrize(
    "ends",
    [
        "NOW IT IS AGREED",
        "It is therefore hereby agreed as follows:",
        "AGREED TERMS",
        "The Publisher and the Illustrator being the parties now agree as follows:",
        "NOW THIS DEED WITNESSES as follows:",
        "Payment",
        "The Publisher shall pay the fee.",
    ],
)
def test_what_has_no_number_is_a_recital_until_the_parties_agree(ends):
    document = a_laid_out_document(
        f"{PARTIES}\nBACKGROUND\nThe Illustrator draws and has drawn for others.\n{ends}\nThe copyright is the Publisher's."
    )
    kinds = {one.own.of(document.text): one.kind for one in segment(document).clauses}

    assert kinds["The Illustrator draws and has drawn for others."] == "recital"
    assert kinds[ends] in ("operative", "heading")
    assert kinds["The copyright is the Publisher's."] == "operative"


def test_what_binds_under_a_numbered_background_is_no_recital():
    document = a_laid_out_document(
        "1. Background\nThe Illustrator draws.\nThe Illustrator hereby assigns all rights.\n2. Law\nThat of England."
    )
    kinds = {one.own.of(document.text): one.kind for one in segment(document).clauses}

    assert kinds["The Illustrator draws."] == "recital"
    assert kinds["The Illustrator hereby assigns all rights."] == "operative"


def test_a_recital_and_what_is_agreed_after_it_in_one_block_are_two_clauses():
    document = a_laid_out_document(
        "WHEREAS, the Illustrator draws; NOW, THEREFORE, the Illustrator assigns all rights.\nShe waives the rest."
    )

    assert [(one.own.of(document.text), one.kind) for one in segment(document).clauses] == [
        ("WHEREAS, the Illustrator draws;", "recital"),
        ("NOW, THEREFORE, the Illustrator assigns all rights.", "operative"),
        ("She waives the rest.", "operative"),
    ]


def test_bracketed_numbers_after_lettered_recitals_are_clauses():
    marked = "WHEREAS:\n(A) The Publisher publishes books;\n(B) The Illustrator draws;\n(1) All copyright is the Publisher's.\n(2) So is the voice."
    clauses = segment(a_laid_out_document(marked)).clauses

    assert [(one.number, one.kind) for one in clauses[1:]] == [
        ("(A)", "recital"),
        ("(B)", "recital"),
        ("(1)", "operative"),
        ("(2)", "operative"),
    ]


def test_a_clause_that_defines_and_then_binds_binds():
    line = "“Content” is what you post. You grant us a perpetual licence to use, sell and adapt Content for any purpose and in any media, for ever."

    assert segment(a_laid_out_document(line)).clauses[0].kind == "operative"


def test_a_comment_in_the_file_is_a_remark():
    document = a_laid_out_document("The Author grants all rights.")
    commented = replace(document, blocks=tuple(replace(block, source="comment") for block in document.blocks))

    assert segment(commented).clauses[0].kind == "remark"
