"""What stands behind a ticked box binds, what stands behind an empty one beside it does not."""

from __future__ import annotations

import pytest

from builders import a_laid_out_document
from contract_registry.core.clauses.segment import segment


def kinds(marked: str) -> dict[str, str]:
    clauses = segment(a_laid_out_document(marked))
    return {clause.own.of(clauses.document.text): clause.kind for clause in clauses.clauses}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[x] AI training [ ] no AI training", {"[x] AI training": "operative", "[ ] no AI training": "remark"}),
        ("AI training: [ ] yes [X] no", {"AI training: [ ] yes": "remark", "[X] no": "operative"}),
        ("1. Rights: ☐ all ☒ print only", {"1. Rights: ☐ all": "remark", "☒ print only": "operative"}),
        ("( ) moral rights waived (x) moral rights kept", {"( ) moral rights waived": "remark", "(x) moral rights kept": "operative"}),
        ("[ ] AI training [ ] no AI training", {"[ ] AI training": "operative", "[ ] no AI training": "operative"}),
    ],
)
def test_each_box_of_a_line_is_told_apart(line, told):
    assert kinds(line) == told


def test_boxes_on_lines_below_each_other_are_one_group():
    marked = (
        "Please tick:\n[ ] My work may train AI.\n[x] My work may be printed.\n- ☐ My name is shown.\nThe fee is £5.\n[ ] I have read this."
    )

    assert kinds(marked) == {
        "Please tick:": "operative",
        "[ ] My work may train AI.": "remark",
        "[x] My work may be printed.": "operative",
        "☐ My name is shown.": "remark",
        "The fee is £5.": "operative",
        "[ ] I have read this.": "operative",
    }


def test_the_question_carries_into_its_boxes():
    clauses = segment(a_laid_out_document("The Client may, as ticked:\n[ ] Print the Work.\n[x] Train AI on the Work.\nThe fee is £5."))

    assert [[lead.of(clauses.document.text) for lead in clause.lead_in] for clause in clauses.clauses] == [
        [],
        ["The Client may, as ticked:"],
        ["The Client may, as ticked:"],
        [],
    ]


def test_each_line_with_several_boxes_is_a_group_of_its_own():
    assert list(kinds("AI training: [x] yes [ ] no\nFilm rights: [ ] sold [ ] kept").values()) == [
        "operative",
        "remark",
        "operative",
        "operative",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The Publisher pays within [ ] days of the [ ] after delivery.",
        "The Author grants (w) print rights, (x) film rights and (y) stage rights.",
        "(x) film rights and nothing else.",
        "Payable within ( ) days.",
    ],
)
def test_a_blank_to_fill_in_is_no_box(line):
    assert kinds(line) == {line: "operative"}
