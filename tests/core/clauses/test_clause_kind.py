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


def test_a_clause_that_defines_and_then_binds_binds():
    line = "“Content” is what you post. You grant us a perpetual licence to use, sell and adapt Content for any purpose and in any media, for ever."

    assert segment(a_laid_out_document(line)).clauses[0].kind == "operative"


def test_a_comment_in_the_file_is_a_remark():
    document = a_laid_out_document("The Author grants all rights.")
    commented = replace(document, blocks=tuple(replace(block, source="comment") for block in document.blocks))

    assert segment(commented).clauses[0].kind == "remark"
