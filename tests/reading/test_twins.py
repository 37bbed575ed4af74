"""Real contracts against the text that was published with them."""

from __future__ import annotations

import difflib
from collections import Counter
from pathlib import Path

import pytest

from contract_registry.core.document import Document
from contract_registry.errors import UnreadableFile
from contract_registry.reading.blocks import CELL_SEPARATOR
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.pdf import read_pdf
from reading_checks import assert_sound

TWINS = (
    "cuad_audible_cobranding",
    "cuad_glumobile_content_licence",
    "cuad_n2k_music_sponsorship",
    "cuad_pacificap_film_content_licence",
    "cuad_papajohns_endorsement",
)
IN_ORDER = 0.98
_SAME = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u037e": ";", "–": "-", "—": "-"})


def words_of(text: str) -> list[str]:
    return text.translate(_SAME).split()


def furniture(document: Document) -> Counter[str]:
    return Counter(word for page in document.pages for one in page.furniture for word in words_of(one.text))


def from_files(shared: Path, name: str) -> Document:
    document = read_pdf((shared / "corpus" / "files" / f"{name}.pdf").read_bytes(), name=name, budget=Budget(Limits()))
    assert_sound(document)
    return document


@pytest.mark.parametrize("name", TWINS)
def test_the_words_of_the_published_text_are_there_in_order(shared: Path, name: str) -> None:
    """At least 98 % of them, and those missing are heads, feet and page numbers, which stand beside the pages, or joined hyphens."""
    document = from_files(shared, name)
    twin = words_of((shared / "corpus" / "files" / f"{name}.twin.txt").read_text("utf-8"))
    ours = [word for word in words_of(document.text) if word != CELL_SEPARATOR.strip()]

    beside = furniture(document)
    missing = Counter(twin) - Counter(ours) - beside
    joined = "".join(sorted("".join(missing.elements()).replace("-", "")))
    added = "".join(sorted("".join((Counter(ours) + beside - Counter(twin)).elements()).replace("-", "")))
    matched = sum(match.size for match in difflib.SequenceMatcher(None, twin, ours, autojunk=False).get_matching_blocks())
    print(  # noqa: T201 — for whoever asks with -s what is missing
        f"\n{name}: {matched:,} of {len(twin):,} words in order, {beside.total()} in heads and feet, others missing: {sorted(missing)}"
    )

    assert matched >= IN_ORDER * (len(twin) - beside.total())
    assert joined == added, "words are missing that are neither furniture nor a joined hyphen"


def test_every_file_gives_a_document_or_a_clear_error(shared: Path) -> None:
    for file in sorted((shared / "corpus" / "files").glob("*.pdf")):
        outcome = attempt(file.read_bytes(), file.name)
        if isinstance(outcome, Document):
            assert_sound(outcome)
            assert outcome.text or outcome.problems, file.name
        else:
            assert outcome.message, file.name
            assert outcome.next_step, file.name


def attempt(data: bytes, name: str) -> Document | UnreadableFile:
    try:
        return read_pdf(data, name=name, budget=Budget(Limits()))
    except UnreadableFile as error:
        return error
