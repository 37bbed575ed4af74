"""Pending changes: the text is read as if all were accepted, and leads back to the letter to the text before them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_registry.core.document import Document, original
from word_files import blocks, deleted, in_list, inserted, level, lists, marked, p, read, run, table

INSERTED_END, DELETED_END = '<w:rPr><w:ins w:author="Ann"/></w:rPr>', '<w:rPr><w:del w:author="Ben"/></w:rPr>'


def both(document: Document) -> tuple[str, str]:
    return document.text, original(document)


def test_a_word_replaced_is_a_deletion_and_an_insertion_at_one_place() -> None:
    document = read(p("The term is ", deleted("ten years"), inserted("perpetual"), "."))

    assert both(document) == ("The term is perpetual.", "The term is ten years.")
    assert [(each.kind, each.span.of(document.text), each.removed, each.author, each.date[:4]) for each in document.revisions] == [
        ("deleted", "", "ten years", "Ben", "2024"),
        ("inserted", "perpetual", "", "Ann", "2024"),
    ]
    assert marked(document, "inserted") == ["perpetual"]


def test_pending_changes_are_counted_and_their_authors_named() -> None:
    message = read(p("A ", inserted("b ", "c "), deleted("d "), "e ", inserted("f", author="Cy"))).problems[0].message

    assert "2 insertions and 1 deletion" in message
    assert "Ann, Ben, Cy" in message
    assert "accepted" in message


def test_changes_do_not_withhold_the_text() -> None:
    problem = read(p("A", inserted("b"))).problems[0]

    assert (problem.kind, problem.withholds) == ("pending changes", False)


def test_a_file_without_changes_has_no_revisions() -> None:
    document = read(p("Plain."))

    assert (document.revisions, document.problems, original(document)) == ((), (), document.text)


def test_words_inserted_and_struck_out_again_stand_in_neither_text() -> None:
    gone = '<w:ins w:author="Ann"><w:del w:author="Ben"><w:r><w:delText>twice </w:delText></w:r></w:del></w:ins>'

    assert both(read(p("Never ", gone, "said", inserted("."), deleted("!")))) == ("Never said.", "Never said!")


def test_words_that_moved_come_out_of_one_place_and_go_in_at_another() -> None:
    away = f'<w:moveFrom w:author="Ann">{run("The fee is due. ")}</w:moveFrom>'
    here = f'<w:moveTo w:author="Ann">{run("The fee is due. ")}</w:moveTo>'

    document = read(p(away, "The Author signs. ", here))

    assert both(document) == ("The Author signs. The fee is due.", "The fee is due. The Author signs.")


def test_two_paragraphs_joined_are_one_block() -> None:
    document = read(p("The Author grants ", properties=DELETED_END) + p("a licence."))

    assert both(document) == ("The Author grants a licence.", "The Author grants\na licence.")
    assert len(document.blocks) == 1
    assert document.revisions[0].author == "Ben"


def test_a_paragraph_split_is_two_blocks() -> None:
    document = read(p("The Author grants. ", properties=INSERTED_END) + p("The Publisher pays."))

    assert both(document) == ("The Author grants.\nThe Publisher pays.", "The Author grants. The Publisher pays.")
    assert [(each.kind, each.author) for each in document.revisions if each.kind == "inserted"] == [("inserted", "Ann")]


def test_a_paragraph_struck_out_leaves_the_one_after_it_as_it_was() -> None:
    numbering = lists(level(0, "%1."))
    gone = p(deleted("Struck."), properties=f"{in_list(1)}{DELETED_END}")

    document = read(p("One.", properties=in_list(1)) + gone + p("Plain."), numbering=numbering)

    assert both(document) == ("1. One.\nPlain.", "1. One.\n2. Struck.\nPlain.")


def test_a_paragraph_whose_end_was_struck_out_before_an_empty_one_keeps_its_number() -> None:
    document = read(p("One.", properties=f"{in_list(1)}{DELETED_END}") + p(""), numbering=lists(level(0, "%1.")))

    assert document.text == "1. One."


def test_a_number_given_by_a_change_was_not_there_before() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:author="Ann"/></w:numPr>'

    document = read(p("One.", properties=listed), numbering=lists(level(0, "%1.")))

    assert both(document) == ("1. One.", "One.")
    assert [problem.kind for problem in document.problems] == ["pending changes"]


@pytest.mark.parametrize(
    ("change", "texts"),
    [("ins", ("A | 1\nB | 2", "A | 1")), ("del", ("A | 1", "A | 1\nB | 2"))],
)
def test_a_table_row_goes_in_or_comes_out_whole(change: str, texts: tuple[str, str]) -> None:
    first, second = table(("A", "1")), table(("B", "2"))
    row = second[second.index("<w:tr>") : second.index("</w:tbl>")].replace(
        "<w:tr>", f'<w:tr><w:trPr><w:{change} w:author="Ann"/></w:trPr>'
    )

    document = read(first.replace("</w:tbl>", f"{row}</w:tbl>"))

    assert both(document) == texts
    assert {revision.author for revision in document.revisions} == {"Ann"}


def test_a_cell_can_go_in_and_come_out() -> None:
    body = table(("A", "B", "C")).replace("<w:tcPr/>" + p("B"), '<w:tcPr><w:cellDel w:author="Ben"/></w:tcPr>' + p("B"))

    assert both(read(body)) == ("A | C", "A | B | C")


def test_a_change_of_looks_alone_is_no_change() -> None:
    looks = '<w:rPr><w:b/><w:rPrChange w:author="Ann"><w:rPr/></w:rPrChange></w:rPr>'

    assert read(p(f"<w:r>{looks}<w:t>Bold.</w:t></w:r>")).problems == ()


def test_each_author_signs_for_the_own_words_alone() -> None:
    document = read(p(inserted("One "), inserted("two ", author="Cy"), "three."))

    assert [(each.span.of(document.text), each.author) for each in document.revisions] == [("One ", "Ann"), ("two ", "Cy")]


def test_changes_inside_fields_controls_links_and_notes_are_found() -> None:
    body = p(
        f"<w:hyperlink>{inserted('a')}</w:hyperlink>",
        f"<w:sdt><w:sdtContent>{deleted('b')}</w:sdtContent></w:sdt>",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
    )

    document = read(body, footnotes=f'<w:footnote w:id="1">{p("Net", deleted(" of tax"), ".")}</w:footnote>')

    assert both(document) == ("a\n1 Net.", "b\n1 Net of tax.")


@dataclass(frozen=True)
class Run:
    words: str
    state: str


@dataclass(frozen=True)
class Made:
    """A paragraph of the property test: pieces with their states, the state of its end, its depth in a list if any."""

    runs: tuple[Run, ...]
    end: str
    depth: int | None
    in_table: bool


STATES = st.sampled_from(["kept", "kept", "inserted", "deleted", "both"])
RUNS = st.builds(Run, st.text("abc .\u00a0", min_size=1, max_size=5), STATES)
MADE = st.builds(
    Made,
    st.lists(RUNS, max_size=5).map(tuple),
    st.sampled_from(["kept", "kept", "inserted", "deleted"]),
    st.sampled_from([None, None, 0, 1]),
    st.booleans(),
)
NUMBERING = lists(level(0, "%1."), level(1, "%1.%2"))


def tracked(made: Made) -> str:
    wrap = {"kept": run, "inserted": inserted, "deleted": deleted, "both": lambda words: f'<w:ins w:author="A">{deleted(words)}</w:ins>'}
    ends = {"kept": "", "inserted": INSERTED_END, "deleted": DELETED_END}
    listed = in_list(1, made.depth) if made.depth is not None else ""
    return p(*(wrap[each.state](each.words) for each in made.runs), properties=listed + ends[made.end])


def settled(every: list[Made], gone: set[str]) -> list[str]:
    """The paragraphs as a person would type them after settling all changes: `gone` names the states that do not stand."""
    typed: list[str] = []
    held: list[tuple[str, int | None]] = []
    for place, made in enumerate(every):
        held.append(("".join(each.words for each in made.runs if each.state not in gone), made.depth))
        if made.end in gone and place + 1 < len(every):
            continue
        words = "".join(each for each, _ in held)
        depth = next((depth for each, depth in reversed(held) if each.replace("\u00a0", " ").strip()), held[-1][1])
        if words or made.end not in gone:
            typed.append(p(run(words), properties=in_list(1, depth) if depth is not None else ""))
        held = []
    return typed


@given(st.lists(MADE, max_size=7))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_both_texts_are_those_of_the_files_that_settling_would_make(every: list[Made]) -> None:
    document = read(p("Begin.") + "".join(map(tracked, every)) + p("End."), numbering=NUMBERING)
    whole = [Made((Run("Begin.", "kept"),), "kept", None, False), *every, Made((Run("End.", "kept"),), "kept", None, False)]

    accepted = read("".join(settled(whole, {"deleted", "both"})), numbering=NUMBERING)
    before = read("".join(settled(whole, {"inserted", "both"})), numbering=NUMBERING)

    assert document.text == accepted.text
    assert [(block.span, block.kind, block.level, block.number) for block in document.blocks] == [
        (block.span, block.kind, block.level, block.number) for block in accepted.blocks
    ]
    assert original(document) == before.text


@given(st.lists(MADE, max_size=6))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_changed_lies_in_the_text_and_every_word_is_somewhere(every: list[Made]) -> None:
    body = "".join(f"<w:tbl><w:tr><w:tc>{tracked(made)}</w:tc></w:tr></w:tbl>" if made.in_table else tracked(made) for made in every)

    document = read(p("Begin.") + body, numbering=NUMBERING)

    assert all(each.span.end <= len(document.text) for each in (*document.revisions, *document.marks))
    removed = " ".join(revision.removed for revision in document.revisions)
    for each in (each for made in every for each in made.runs):
        assert each.words in document.raw
        for word in each.words.split() if each.state != "both" else ():
            assert word in (document.text if each.state != "deleted" else removed)


CELLS = st.lists(st.lists(RUNS, max_size=3).map(tuple), min_size=1, max_size=3)
ROWS = st.lists(st.tuples(CELLS, st.sampled_from(["kept", "inserted", "deleted"])), min_size=1, max_size=3)


def row(cells: list[str], change: str = "") -> str:
    return f"<w:tr><w:trPr>{change}</w:trPr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


@given(st.lists(ROWS, max_size=3))
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
def test_both_texts_of_tables_are_those_that_settling_would_make(tables: list[list[tuple[list[tuple[Run, ...]], str]]]) -> None:
    changes = {"kept": "", "inserted": '<w:ins w:author="Ann"/>', "deleted": '<w:del w:author="Ben"/>'}

    def file_of(gone: set[str] | None) -> Document:
        body = p("Begin.")
        for rows in tables:
            stands = [(cells, state) for cells, state in rows if gone is None or state not in gone]
            made = [[Made(runs, "kept", None, in_table=True) for runs in cells] for cells, _ in stands]
            if gone is None:
                body += f"<w:tbl>{''.join(row(list(map(tracked, cells)), changes[state]) for cells, (_, state) in zip(made, stands, strict=True))}</w:tbl>"
            else:
                body += f"<w:tbl>{''.join(row([settled([cell], gone)[0] for cell in cells]) for cells in made)}</w:tbl>"
        return read(body + p("End."))

    document = file_of(None)

    assert document.text == file_of({"deleted", "both"}).text
    assert original(document) == file_of({"inserted", "both"}).text


def test_a_text_moved_past_a_text_box_is_followed() -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Boxed.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"

    document = read(p("One.", box, properties=DELETED_END) + p(" Two.", properties=DELETED_END) + p(" Three."))

    assert both(document) == ("One. Two. Three.\nBoxed.", "One.\nBoxed.\nTwo.\nThree.")
    assert blocks(document) == ["One. Two. Three.", "Boxed."]
