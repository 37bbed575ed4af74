"""Damaged and odd Word files end in a Document or in a clear error, never in anything else, and no words get lost."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract_registry.core.document import Document, original
from contract_registry.errors import UnreadableFile
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.word.pictures import pictures
from contract_registry.reading.word.read import read_word
from word_files import blocks, deleted, in_list, inserted, level, lists, p, packed, read, run, table, unpacked, word_file

BOX = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('Boxed.')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
MADE = word_file(
    p("Title", properties='<w:outlineLvl w:val="0"/>')
    + p("The Author ", inserted("grants"), deleted("licenses"), BOX, " rights.", properties=in_list(1))
    + table(("Territory", "World"), ("Term", "Ten years"))
    + p(
        "Note",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:commentRangeStart w:id="0"/>',
        run("x", "<w:vanish/>"),
        '<w:commentRangeEnd w:id="0"/>',
    )
    + '<w:sectPr><w:headerReference w:type="default" r:id="r-header"/></w:sectPr>',
    numbering=lists(level(0, "%1.")),
    footnotes=f'<w:footnote w:id="1">{p("Net.")}</w:footnote>',
    comments=f'<w:comment w:id="0" w:author="A">{p("Why?")}</w:comment>',
    header=p("Head."),
)
LIMITS = Limits(expanded_bytes=5_000_000, seconds=20)


def stored(data: bytes) -> bytes:
    """The same file without compression, so that a flipped byte is a flipped character of its XML."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:
        for name, contents in unpacked(data).items():
            archive.writestr(name, contents)
    return kept.getvalue()


def outcome(data: bytes) -> Document | None:
    try:
        pictures(data, LIMITS)
        return read_word(data, name="", budget=Budget(LIMITS))
    except UnreadableFile:
        return None


def is_sound(document: Document) -> bool:
    ordered = all(before.span.end < after.span.start for before, after in zip(document.blocks, document.blocks[1:], strict=False))
    inside = all(each.span.end <= len(document.text) for each in (*document.blocks, *document.marks, *document.revisions))
    return ordered and inside and "\n".join(blocks(document)) == document.text


def test_the_file_to_be_damaged_is_sound() -> None:
    document = outcome(MADE)

    assert document is not None
    assert is_sound(document)


@given(st.lists(st.tuples(st.integers(0, len(MADE) - 1), st.integers(0, 255)), min_size=1, max_size=8), st.integers(0, len(MADE)))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_flipped_and_cut_bytes_end_in_a_document_or_a_clear_error(flips: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(MADE)
    for at, byte in flips:
        data[at] = byte

    for damaged in (bytes(data), bytes(data[:cut]), bytes(data[:cut] + data[cut + 7 :])):
        document = outcome(damaged)
        assert document is None or is_sound(document)


PARTS = unpacked(MADE)
XML = st.sampled_from(sorted(PARTS))


@given(XML, st.data())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_xml_with_pieces_taken_out_doubled_or_exchanged_ends_in_a_document_or_a_clear_error(name: str, data: st.DataObject) -> None:
    pieces = re.findall(rb"<[^>]*>|[^<]+", PARTS[name])
    one, other = (data.draw(st.integers(0, len(pieces) - 1)) for _ in range(2))
    how = data.draw(st.sampled_from(["out", "double", "exchange", "value"]))
    if how == "out":
        del pieces[one]
    elif how == "double":
        pieces.insert(other, pieces[one])
    elif how == "exchange":
        pieces[one], pieces[other] = pieces[other], pieces[one]
    else:
        value = data.draw(st.sampled_from([b'=""', b'="-1"', b'="99999999999"', b'="x"', b'="%1%2%3%4%9"', b'="bullet"']))
        pieces[one] = re.sub(rb'="[^"]*"', lambda _: value, pieces[one])

    document = outcome(packed({**PARTS, name: b"".join(pieces)}))

    assert document is None or is_sound(document)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MADE[:200], b"words", stored(MADE)[:-1]])
def test_what_is_hardly_a_file_is_a_clear_error(data: bytes) -> None:
    assert outcome(data) is None


# One of the letters XML allows; Word itself writes no others.
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters="\ufffe\uffff")
SAID = st.text(LETTERS, min_size=1, max_size=12)
WRAPPED = st.sampled_from(
    [
        "{}",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:ins w:author="A">{}</w:ins>',
        '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    ]
)
PARAGRAPHS = st.lists(st.tuples(WRAPPED, SAID), max_size=4)


@given(st.lists(st.tuples(st.sampled_from(["p", "table", "box", "control", "note"]), PARAGRAPHS), max_size=6))
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_no_run_is_lost_wherever_it_stands(everything: list[tuple[str, list[tuple[str, str]]]]) -> None:
    body, notes = "", ""
    for where, runs in everything:
        paragraph = p(*(wrapper.format(run(words).replace("{", "&#123;")) for wrapper, words in runs))
        if where == "table":
            body += f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc><w:tc>{p('side')}</w:tc></w:tr></w:tbl>"
        elif where == "box":
            body += p(
                "anchor",
                f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
            )
        elif where == "control":
            body += f"<w:sdt><w:sdtContent>{paragraph}</w:sdtContent></w:sdt>"
        elif where == "note":
            notes += f'<w:footnote w:id="{len(notes)}">{paragraph}</w:footnote>'
        else:
            body += paragraph

    document = read(p("Begin.") + body, footnotes=notes)

    assert is_sound(document)
    assert original(document)
    for _, runs in everything:
        for _, words in runs:
            assert words in document.raw
            assert all(each in document.text for each in re.findall(r"\w+", words, re.ASCII))


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_every_letter_leads_back_to_itself(paragraphs: list[list[tuple[str, str]]]) -> None:
    document = read(p("Begin.") + "".join(p(*(run(words) for _, words in runs)) for runs in paragraphs))

    for block in document.blocks:
        back = document.map.raw(block.span).of(document.raw)
        assert "".join(block.span.of(document.text).split()) == "".join(
            letter for letter in "".join(back.split()) if letter in document.text
        )
