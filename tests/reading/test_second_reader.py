"""The second reader on disk: found beside the rules or not there, and the one that travels with this version says what it said when it was made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contract_registry.core.scanning.second_reader.reader import Proposes
from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.reading.second_reader import load_second_reader
from contract_registry.shipped import rules_folder

SAID = json.loads((Path(__file__).parent / "second_reader_said.json").read_text(encoding="utf-8"))
"""Sentences of our own with what the reader of this version makes of them; written anew where another is taught."""


def test_rules_without_a_reader_beside_them_have_none(tmp_path: Path) -> None:
    assert load_second_reader(tmp_path) is None


def test_a_reader_is_read_as_it_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "second_reader"
    folder.mkdir()
    (folder / "about.json").write_text('{"version": "3", "families": ["moral"], "inclined": [-1000]}')
    (folder / "signs.tsv").write_text("waives\t1000\t3000\n", encoding="utf-8")

    reader = load_second_reader(tmp_path)

    assert reader is not None
    assert (reader.version, reader.families) == ("3", ("moral",))
    assert reader.scores(Sentence("waives")) == {"moral": 0.88}
    assert reader.scores(Sentence("keeps")) == {"moral": 0.27}


def test_what_it_proposes_and_how_it_tells_types_apart_is_read_too(tmp_path: Path) -> None:
    folder = tmp_path / "second_reader"
    folder.mkdir()
    about = {
        "version": "3",
        "families": ["moral"],
        "inclined": [-1000],
        "proposes": {"moral": {"finds": 900, "asks": 400, "heeds_rules": True}},
        "types": {"moral-a": 0, "moral-b": 100},
    }
    (folder / "about.json").write_text(json.dumps(about))
    (folder / "signs.tsv").write_text("waives\t1000\t3000\n", encoding="utf-8")
    (folder / "types.tsv").write_text("waives\t0\t900\t1\t-200\n", encoding="utf-8")

    reader = load_second_reader(tmp_path)

    assert reader is not None
    assert reader.proposes == {"moral": Proposes(finds=900, asks=400, heeds_rules=True)}
    assert reader.type_of(Sentence("waives"), "moral") == "moral-a"
    assert reader.type_of(Sentence("keeps"), "moral") == "moral-b"
    assert reader.type_of(Sentence("waives"), "ai") == ""


def test_the_reader_that_travels_with_the_rules_has_the_version_of_what_it_said() -> None:
    reader = load_second_reader(rules_folder())

    assert reader is not None
    assert reader.version == SAID["version"]


@pytest.mark.parametrize("row", SAID["sentences"], ids=lambda row: row["own"][:40])
def test_it_says_to_the_hundredth_what_it_said_when_it_was_made(row: dict[str, object]) -> None:
    reader = load_second_reader(rules_folder())

    assert reader.scores(Sentence(row["own"], row["before"], heard=tuple(row["heard"]))) == row["scores"]
