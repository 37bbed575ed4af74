"""Several documents as one: every place moves with its text."""

from __future__ import annotations

import hashlib

import pytest

from builders import a_document
from contract_registry.core.document import Block, Mark, Problem, Revision
from contract_registry.core.text import Span, TextMap
from contract_registry.errors import CorruptFile, EmptyFile
from contract_registry.reading.together import together, together_where_read

ONE = a_document("First page\nYou agree.", lines_on_a_page=1, name="one.jpg", map=TextMap((0,), (0,), (21,), 21))
TWO = a_document(
    "Schedule\nAll rights.",
    lines_on_a_page=2,
    name="two.jpg",
    blocks=(Block(Span(0, 8), "row", cells=(Span(0, 4), Span(5, 8))), Block(Span(9, 20), "item", 0, number=Span(9, 12))),
    marks=(Mark("hidden", Span(9, 12)),),
    revisions=(Revision("deleted", Span(20, 20), "none"),),
    problems=(Problem("doubtful page", "Hard to read.", 1), Problem("hidden text", "Something.")),
    map=TextMap((0, 9), (0, 9), (8, 11), 20),
)
BOTH = together([ONE, TWO], name="contract")


def test_the_texts_follow_each_other() -> None:
    assert BOTH.text == "First page\nYou agree.\nSchedule\nAll rights."
    assert (BOTH.name, BOTH.media_type, BOTH.size) == ("contract", "multipart/mixed", ONE.size + TWO.size)


def test_blocks_marks_and_changes_keep_their_words() -> None:
    assert [block.span.of(BOTH.text) for block in BOTH.blocks] == ["First page", "You agree.", "Schedule", "All rights."]
    assert [cell.of(BOTH.text) for cell in BOTH.blocks[2].cells] == ["Sche", "ule"]
    assert BOTH.blocks[3].number == Span(31, 34)
    assert BOTH.marks[0].span.of(BOTH.text) == "All"
    assert BOTH.revisions[0].span == Span(42, 42)


def test_pages_are_numbered_on_and_their_lines_are_found() -> None:
    assert [page.number for page in BOTH.pages] == [1, 2, 3]
    at = BOTH.text.index("All rights")
    assert [place.page for place in BOTH.boxes(Span(at, at + 3))] == [3]


def test_problems_name_their_file_and_the_new_page() -> None:
    assert [(problem.message, problem.page) for problem in BOTH.problems] == [("two.jpg: Hard to read.", 3), ("two.jpg: Something.", None)]


def test_parts_say_what_came_from_where() -> None:
    assert [(part.name, part.span.of(BOTH.text), part.pages) for part in BOTH.parts] == [
        ("one.jpg", ONE.text, (1, 2)),
        ("two.jpg", TWO.text, (3,)),
    ]


def test_the_sum_is_made_of_the_sums_of_the_parts() -> None:
    assert BOTH.sha256 == hashlib.sha256(f"{ONE.sha256}\n{TWO.sha256}".encode()).hexdigest()


def test_the_map_leads_into_the_joined_raw_text() -> None:
    span = Span(BOTH.text.index("All"), BOTH.text.index("All") + 3)

    assert BOTH.map.raw(span).of(BOTH.raw) == "All"
    assert BOTH.map.raw_length == len(BOTH.raw)


def test_parts_of_parts_stay_parts() -> None:
    assert [part.name for part in together([BOTH, ONE]).parts] == ["one.jpg", "two.jpg", "one.jpg"]


def test_a_file_that_could_not_be_read_is_named_and_the_rest_is_there() -> None:
    whole = together_where_read([("one.jpg", ONE), ("two.jpg", CorruptFile())])

    assert whole.text == ONE.text
    assert [(problem.kind, problem.withholds) for problem in whole.problems] == [("part not read", True)]
    assert "“two.jpg”" in whole.problems[0].message


def test_if_no_file_could_be_read_the_first_error_is_raised() -> None:
    with pytest.raises(CorruptFile):
        together_where_read([("one.jpg", CorruptFile()), ("two.jpg", EmptyFile())])


def test_nothing_cannot_be_put_together() -> None:
    with pytest.raises(ValueError, match="no documents"):
        together([])
