"""Real Word files: every run of words is in the text, or among what was struck out or remarked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from contract_registry.core.document import Document, original
from word_files import W, blocks, marked, read, unpacked

NAMES = (
    "annex4_service_agreement",
    "book_contracts_chapter",
    "comments",
    "contraxsuite_template_sdt",
    "footnotes",
    "license_clean",
    "license_tracked_changes",
    "life_story_rights_acquisition",
    "pandoc_track_deletion",
    "sow_template",
)
_TEXT = {f"{{{W}}}t", f"{{{W}}}delText"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_STORY = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$")


@pytest.fixture(params=NAMES)
def data(request: pytest.FixtureRequest, shared: Path) -> bytes:
    return (shared / "corpus" / "files" / f"{request.param}.docx").read_bytes()


def file_of(name: str, shared: Path) -> Document:
    return read((shared / "corpus" / "files" / f"{name}.docx").read_bytes())


def runs_of(data: bytes) -> list[str]:
    """The words of every text element, read off the XML by the shortest way; page numbers in headers and footers are left out."""
    found = []
    for name, contents in unpacked(data).items():
        if not _STORY.match(name):
            continue
        runs = [each for each in etree.fromstring(contents).iter(*_TEXT) if not any(True for _ in each.iterancestors(_FALLBACK))]
        is_furniture = "header" in name or "footer" in name
        found += [each.text for each in runs if each.text and not (is_furniture and each.text.isdigit())]
    return found


def test_every_run_is_in_the_raw_text(data: bytes) -> None:
    raw = read(data).raw

    assert [words for words in runs_of(data) if words not in raw] == []


def test_every_word_is_in_the_text_or_was_struck_out(data: bytes) -> None:
    document = read(data)
    known = document.text + " " + " ".join(revision.removed for revision in document.revisions)

    words = {word for run in runs_of(data) for word in re.findall(r"\w+", run.replace("\N{SOFT HYPHEN}", "")) if word != "Page"}

    assert {word for word in words if word not in known} == set()


def test_the_text_is_its_blocks_and_every_place_lies_in_it(data: bytes) -> None:
    document = read(data)

    assert "\n".join(blocks(document)) == document.text
    assert all(each.span.end <= len(document.text) for each in (*document.marks, *document.revisions))
    assert read(data) == document


def test_the_text_without_its_changes_is_that_of_the_clean_file(shared: Path) -> None:
    tracked, clean = file_of("license_tracked_changes", shared), file_of("license_clean", shared)

    assert {revision.kind for revision in tracked.revisions} == {"inserted", "deleted"}
    assert original(tracked).split() == clean.text.split()


def test_a_deletion_is_kept_apart_from_the_text(shared: Path) -> None:
    document = file_of("pandoc_track_deletion", shared)

    assert document.text == "This is a text with a deletion."
    assert original(document) == "This is a text with an excessively modified deletion."


def test_comments_and_footnotes_are_marked_as_what_they_are(shared: Path) -> None:
    assert {block.source for block in file_of("comments", shared).blocks} == {"body", "comment"}
    assert marked(file_of("comments", shared), "commented") == ["Ouch", ""]
    assert {block.source for block in file_of("footnotes", shared).blocks} == {"body", "footnote"}


def test_numbers_text_boxes_and_contents_of_a_template_are_read(shared: Path) -> None:
    document = file_of("sow_template", shared)

    assert any(block.source == "text box" for block in document.blocks)
    assert len(marked(document, "contents")) == 1
    assert any(block.number and re.match(r"\d+\.\d+", block.number.of(document.text)) for block in document.blocks)
