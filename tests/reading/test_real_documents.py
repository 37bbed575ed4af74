"""Real contracts keep every word that was marked in them."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from contract_registry.core.document import Document
from contract_registry.reading.read import read

LINK_TARGET = re.compile(r"\]\([^)]*\)")


def letters(text: str) -> str:
    """What is left of a text when mark-up, white space and hyphenation are gone."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", LINK_TARGET.sub("]", text)).lower())


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, Document]:
    """The documents of the half that may be looked at, by name."""
    folder = shared / "evaluation"
    with (folder / "split.csv").open(encoding="utf-8", newline="") as file:
        names = [row["doc"] for row in csv.DictReader(file) if row["half"] == "develop"]
    return {name: read((folder / "documents" / name).read_bytes(), name=name) for name in names}


@pytest.fixture(scope="module")
def quotes(shared: Path) -> dict[str, list[str]]:
    marked = defaultdict(list)
    for line in (shared / "evaluation" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        marked[label["doc"]].append(label["quote"])
    return marked


def test_every_marked_quote_is_in_the_text(documents: dict[str, Document], quotes: dict[str, list[str]]) -> None:
    lost = [(name, quote) for name, read_one in documents.items() for quote in quotes[name] if letters(quote) not in letters(read_one.text)]

    assert lost == []


def test_hardly_a_marked_quote_runs_over_two_blocks(documents: dict[str, Document], quotes: dict[str, list[str]]) -> None:
    cut = []
    for name, read_one in documents.items():
        blocks = [letters(block.span.of(read_one.text)) for block in read_one.blocks]
        cut += [(name, quote) for quote in quotes[name] if not any(letters(quote) in block for block in blocks)]

    assert len(cut) <= 0.02 * sum(len(quotes[name]) for name in documents)


def test_what_stands_in_a_block_stands_in_the_file(documents: dict[str, Document], shared: Path) -> None:
    strange = []
    for name, read_one in documents.items():
        whole = letters((shared / "evaluation" / "documents" / name).read_text(encoding="utf-8"))
        strange += [(name, words) for block in read_one.blocks if letters(words := block.span.of(read_one.text)) not in whole]

    # A picture of an "@" inside an address is all that may be missing.
    assert [words for _, words in strange if "@" not in words and ".com" not in words] == []
