"""What the second reader is taught of each passage: the answers wanted, and how much each of them counts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from contract_registry.core.scanning.second_reader.sentence import Sentence

FAMILIES = ("ai", "buyout", "moral")
TAUGHT_BY = ("develop", "check", "batches", "learn", "opened", "clean")
"""The documents that are learnt from; "opened" was once only counted, "measure" still is, "clean" are fair contracts of our own, which hold no harm."""
OF_WORDINGS, OF_OTHERS = 0.5, 0.15
"""How much a wording counts, and a wording in the families it was not written for."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with whether it does harm of each family, and how much that counts: nothing where it is borderline. `doc` is empty of a wording;
    `types` are the types of the harm it does.
    """

    doc: str
    sentence: Sentence
    harms: tuple[bool, ...]
    counts: tuple[float, ...]
    types: tuple[str, ...] = ()


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def sentence_in(row: dict) -> Sentence:
    return Sentence(row["own"], row["before"], row["after"], tuple(row["heard"]))


def stance(row: dict, family: str) -> str:
    """What a passage was labelled in a family, the gravest of several; empty where it was not."""
    stances = row["labels"].get(family, [])
    return next((each for each in ("harm", "borderline", "protective") if each in stances), "")


def of_documents(documents: Iterable[dict]) -> Iterator[Example]:
    """Every labelled passage, and every other sentence once; words that are labelled somewhere are left out where they are not."""
    every = list(documents)
    seen = {row["own"].lower() for row in every if row["labels"]}
    for row in every:
        words = row["own"].lower()
        if row["labels"] or words not in seen:
            seen.add(words)
            stances = [stance(row, family) for family in FAMILIES]
            yield Example(
                row["doc"],
                sentence_in(row),
                tuple(each == "harm" for each in stances),
                tuple(float(each != "borderline") for each in stances),
                tuple(row["types"].values()),
            )


def of_wordings(wordings: Iterable[dict]) -> Iterator[Example]:
    """The wordings to learn from; those of the bank about AI are left out, since they are unlike contracts and teach what is not so there."""
    for row in wordings:
        if row["set"] != "unseen" and row["label"] != "unclear" and (row["set"], row["family"]) != ("bank", "ai"):
            own = [row["family"] == family for family in FAMILIES]
            yield Example(
                "",
                sentence_in(row),
                tuple(is_own and row["label"] == "match" for is_own in own),
                tuple(OF_WORDINGS if is_own else OF_OTHERS for is_own in own),
                (row["type"],) if row["label"] == "match" and any(own) else (),
            )
