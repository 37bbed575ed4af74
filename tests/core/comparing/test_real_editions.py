"""Dated editions of real platforms' terms: what entered is seen to enter, and layout alone changes nothing."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.comparing.align import Pair, align, in_text_order
from contract_registry.core.comparing.passages import passages_of
from contract_registry.core.comparing.reflow import reflowed
from contract_registry.core.document import Document
from contract_registry.reading.read import read

AI = re.compile(r"\bAI\b|artificial intelligence|machine[- ]learning", re.IGNORECASE)
ENTERED = [
    ("ArtStation", "2023-01-20"),
    ("ArtStation", "2023-11-22"),
    ("DeviantArt", "2024-04-07"),
    ("Reddit", "2024-09-16"),
    ("Twitter", "2024-10-21"),
    ("Vimeo", "2023-12-14"),
    ("Zoom", "2023-07-28"),
    ("Zoom", "2023-08-07"),
]
"""The first editions after the months in which, by a search for words, wording on AI entered."""


def document(path: Path) -> Document:
    return read(path.read_bytes(), name=path.name)


def sentences(old: Document, new: Document) -> list[Pair]:
    return list(in_text_order(align(*reflowed(passages_of(segment(old)), passages_of(segment(new))))))


def letters(text: str) -> str:
    """The text without white space, marks, case and the numbers of its paragraphs."""
    return re.sub(r"[\W_]+", "", re.sub(r"^(?:\d+\.?)+\s", "", text, flags=re.MULTILINE).lower())


@pytest.mark.parametrize(("service", "date"), ENTERED, ids=[" ".join(each) for each in ENTERED])
def test_wording_on_ai_is_seen_to_enter(service: str, date: str, shared: Path) -> None:
    editions = sorted((shared / "corpus" / "history" / service).glob("*.md"))
    at = [path.stem for path in editions].index(date)
    new = document(editions[at])

    entered = [pair for pair in sentences(document(editions[at - 1]), new) if pair.kind in ("came", "changed") and pair.new]

    assert any(AI.search(pair.new.span.of(new.text)) for pair in entered if pair.new)


@pytest.mark.slow
def test_where_layout_alone_changed_no_sentence_did(shared: Path) -> None:
    alike, changed = 0, []
    for folder in sorted((shared / "corpus" / "history").iterdir()):
        editions = [document(path) for path in sorted(folder.glob("*.md"))]
        for old, new in pairwise(editions):
            if letters(old.text) == letters(new.text):
                alike += 1
                changed += [(folder.name, new.name) for pair in sentences(old, new) if pair.kind not in ("same", "moved")]

    assert changed == []
    assert alike > 20
