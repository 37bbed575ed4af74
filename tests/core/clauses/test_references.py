"""Cross-references lead to their clause, out of the document, or nowhere; statutes are none."""

from __future__ import annotations

import pytest

from builders import a_laid_out_document
from contract_registry.core.clauses.segment import segment

CONTRACT = """\
AGREEMENT between the parties
4. Grant
4.1 The Author grants:
(a) print rights; and
(b) film rights.
4.2 The licence lasts for ever.
Article IV
The law of England governs this agreement and its terms.
Schedule 1: Fees
1. The fee is £500.
Rights Schedule
All rights are granted in all media, everywhere and for ever, to the Publisher."""


def led_to(line: str) -> dict[str, str]:
    """What each reference of `line` leads to, when it stands in the contract: the clause's words, "external" or "missing"."""
    clauses = segment(a_laid_out_document(CONTRACT.replace("4.2 ", f"{line}\n4.2 ")))
    inside = [
        one
        for one in clauses.references
        if line in clauses.document.text and 0 <= one.span.start - clauses.document.text.index(line) < len(line)
    ]
    return {
        one.text: "external"
        if one.external
        else "missing"
        if one.target is None
        else clauses.clauses[one.target].own.of(clauses.document.text)
        for one in inside
    }


@pytest.mark.parametrize(
    ("line", "reference", "target"),
    [
        ("This is subject to clause 4.2.", "clause 4.2", "4.2 The licence lasts for ever."),
        ("SUBJECT TO SECTION 4.2.", "SECTION 4.2", "4.2 The licence lasts for ever."),
        ("As said in clause 4.1(b) above.", "clause 4.1(b)", "(b) film rights."),
        ("See Schedule 1 for the rest.", "Schedule 1", "Schedule 1: Fees"),
        ("See Article IV for the rest.", "Article IV", "Article IV"),
        ("It is as set out in the Rights Schedule.", "Rights Schedule", "Rights Schedule"),
        ("Es gilt Ziffer 4.2 entsprechend.", "Ziffer 4.2", "4.2 The licence lasts for ever."),
        ("Sous réserve de la clause 4.2 du contrat.", "clause 4.2", "4.2 The licence lasts for ever."),
        ("Según la cláusula 4.2 del contrato.", "cláusula 4.2", "4.2 The licence lasts for ever."),
    ],
)
def test_a_reference_leads_to_its_clause(line, reference, target):
    assert led_to(line) == {reference: target}


def test_a_letter_alone_leads_to_the_item_near_it():
    clauses = segment(
        a_laid_out_document("4. The Author grants:\n(a) print;\n(b) film, under paragraph (a) above.\n5. She keeps:\n(a) stage.")
    )
    (reference,) = clauses.references

    assert clauses.clauses[reference.target].number == "4(a)"


def test_each_number_of_a_list_is_a_reference():
    assert list(led_to("Clauses 4.1, 4.2 and 9 survive.")) == ["Clauses 4.1", "4.2", "9"]
    assert led_to("Clauses 4.1, 4.2 and 9 survive.")["9"] == "missing"
    assert list(led_to("See Sections D.4 - D.6.")) == ["Sections D.4", "D.6"]


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("See Schedule 7 for the rest.", "Schedule 7"),
        ("The fee is in Schedule 4.", "Schedule 4"),
        ("The fee is in Annex B. It is due at once.", "Annex B"),
        ("It is governed by our Privacy Policy.", "Privacy Policy"),
        ("The Standard Terms attached apply.", "Standard Terms"),
        ("See section 3 of the Privacy Policy.", "section 3"),
        ("Es gilt unsere Datenschutzerklärung.", "Datenschutzerklärung"),
        ("Follow our community guidelines.", "community guidelines"),
    ],
)
def test_a_document_that_could_be_supplied_is_external(line, reference):
    assert led_to(line).get(reference) == "external"


@pytest.mark.parametrize(
    "line",
    [
        "She asserts section 77 of the Copyright, Designs and Patents Act 1988.",
        "Sections 77, 80 and 84 of the Act are waived.",
        "Article 4 of Directive (EU) 2019/790 applies.",
        "It is a work under 17 U.S.C. § 101.",
        "Gemäß § 31 Abs. 5 UrhG gilt dies.",
        "Selon l'article L121-1 du Code.",
        "It is the law in part I of it.",
    ],
)
def test_a_statute_is_no_cross_reference(line):
    assert led_to(line) == {}


def test_a_printed_number_does_not_refer_to_itself():
    assert segment(a_laid_out_document("Schedule 1\nThe fee is £500 and is payable on signature of this agreement.")).references == ()


def test_the_document_does_not_refer_to_itself():
    assert segment(a_laid_out_document("# Terms of Service\nThese Terms of Service bind you. You accept the Terms.")).references == ()


def test_a_number_in_a_schedule_leads_into_the_schedule():
    clauses = segment(a_laid_out_document("1. The Author grants.\nSchedule 1\n1. The fee is £500.\n2. It is paid under paragraph 1."))
    reference = next(one for one in clauses.references if one.text == "paragraph 1")

    assert clauses.clauses[reference.target].number == "Schedule 1, 1"


SCHEDULES = """\
1. The Author grants.
2. The Publisher pays.
3. {line}
Schedule 1: Fees
1. The fee is £500.
2. It is paid at once.
Schedule 2: Rights
1. All rights are granted.
2. In all media.
3. {inside}"""


def leads_to(line: str = "Nothing.", inside: str = "Nothing.") -> dict[str, str]:
    """The number of the clause that each reference leads to, "external" or "missing", for a line in the body or inside Schedule 2."""
    clauses = segment(a_laid_out_document(SCHEDULES.format(line=line, inside=inside)))
    return {
        one.text: "external" if one.external else "missing" if one.target is None else clauses.clauses[one.target].number
        for one in clauses.references
    }


@pytest.mark.parametrize(
    ("line", "reference", "number"),
    [
        ("See paragraph 1 of Schedule 2.", "paragraph 1", "Schedule 2, 1"),
        ("See clause 2 of Schedule 1.", "clause 2", "Schedule 1, 2"),
        ("See clause 2 in the Schedule 1.", "clause 2", "Schedule 1, 2"),
        ("See Schedule 2 paragraph 2.", "paragraph 2", "Schedule 2, 2"),
        ("See Schedule 2, paragraph 2.", "paragraph 2", "Schedule 2, 2"),
        ("See Schedule 2 and clause 2.", "clause 2", "2"),
        ("See clause 2 and paragraph 1 of Schedule 2.", "clause 2", "2"),
        ("See paragraph 9 of Schedule 2.", "paragraph 9", "missing"),
        ("See paragraph 1 of Schedule 9.", "paragraph 1", "external"),
        ("See clause 2 of that agreement.", "clause 2", "external"),
        ("See clause 2 of such other agreement.", "clause 2", "external"),
        ("See clause 2 of this agreement.", "clause 2", "2"),
    ],
)
def test_a_reference_is_looked_for_where_it_says(line, reference, number):
    assert leads_to(line)[reference] == number


@pytest.mark.parametrize(
    ("inside", "reference", "number"),
    [
        ("See clause 1.", "clause 1", "1"),
        ("See paragraph 1.", "paragraph 1", "Schedule 2, 1"),
        ("See clause 1 of this Schedule.", "clause 1", "Schedule 2, 1"),
        ("See paragraph 1 of Schedule 1.", "paragraph 1", "Schedule 1, 1"),
        ("See paragraph 1 of this agreement.", "paragraph 1", "1"),
    ],
)
def test_a_clause_cited_in_a_schedule_is_one_of_the_body_and_a_paragraph_its_own(inside, reference, number):
    assert leads_to(inside=inside)[reference] == number
