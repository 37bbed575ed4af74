"""The figures on the shared labels are those of the scorer that came with them, to the last digit."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FAMILIES = ("ai", "buyout", "moral")
FIGURES = ("precision", "recall", "f1", "typed", "harm", "hit", "right", "wrong", "protective reported as harm")
OURS = {"protective reported as harm": "protective_reported_as_harm"}


ONE_IN = 3
"""Of the documents so many are scanned, with their labels: each takes a second."""


def run(*words: object) -> str:
    done = subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def scored(scorer: Path, folder: Path, found: Path) -> tuple[dict[str, dict[str, Any]], int]:
    """What the shared scorer says of findings that were kept before: the figures of each family, and how many quotes are not in the text."""
    told = json.loads(run(scorer, folder / "gold.jsonl", folder / "documents", "--only", "develop", "--found", found, "--json"))
    return {family: {name: told[family][name] for name in FIGURES} for family in FAMILIES}, told["quotes not in the text"]


def measured(families: list[dict[str, Any]], family: str) -> dict[str, Any]:
    (figures,) = (each for each in families if each["family"] == family)
    return {name: figures[OURS.get(name, name)] for name in FIGURES}


def spoilt(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The findings of a run with some left out, some cut short, some of another type or family, and some that quote nothing of the text."""
    chance = random.Random(7)
    for row in rows:
        kept = [finding for finding in row["findings"] if chance.random() > 0.2]
        for finding in kept:
            words = finding["quote"].split()
            if chance.random() < 0.3:
                finding["quote"] = " ".join(words[: max(1, len(words) // 2)])
            if chance.random() < 0.1:
                finding["family"] = chance.choice(["ai", "buyout", "moral"])
            if chance.random() < 0.1:
                finding["quote"] = "these words stand nowhere in any of them"
            if chance.random() < 0.2:
                finding["type"] = "buyout-copyright-assignment"
        yield {"doc": row["doc"], "findings": kept}


def some_of(shared: Path, folder: Path) -> list[str]:
    """Some of the half to learn from, in a folder of the same form; which."""
    header, *halves = (shared / "split.csv").read_text(encoding="utf-8").splitlines()
    docs = [line.split(",")[0] for line in halves if line.endswith(",develop")][::ONE_IN]
    (folder / "documents").mkdir(parents=True)
    for doc in docs:
        (folder / "documents" / doc).write_bytes((shared / "documents" / doc).read_bytes())
    (folder / "split.csv").write_text("\n".join([header, *(f"{doc},develop" for doc in docs), ""]), encoding="utf-8")
    labels = (shared / "gold.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "gold.jsonl").write_text("".join(label for label in labels if json.loads(label)["doc"] in docs), encoding="utf-8")
    return docs


@pytest.mark.slow
def test_the_figures_are_those_of_the_shared_scorer(shared: Path, tmp_path: Path) -> None:
    folder, scorer = tmp_path / "evaluation", shared / "evaluation" / "score.py"
    docs = some_of(shared / "evaluation", folder)
    scans = run("-m", "contract_registry", "scan", "--format", "json", *(folder / "documents" / doc for doc in docs))
    rows = [{"doc": scan["document"]["name"], "findings": scan["findings"]} for scan in map(json.loads, scans.splitlines())]
    found, other = tmp_path / "found.jsonl", tmp_path / "other.jsonl"
    found.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    other.write_text("".join(f"{json.dumps(row)}\n" for row in spoilt(rows)), encoding="utf-8")
    kept = tmp_path / "kept.jsonl"

    command = ("-m", "contract_registry", "rules", "evaluate", folder / "gold.jsonl", folder / "documents", "--only", "develop")
    told = json.loads(run(*command, "--format", "json", "--against", other, "--save", kept))

    assert told["documents"] == len(docs) == len(rows)
    expected, before = scored(scorer, folder, found), scored(scorer, folder, other)
    assert scored(scorer, folder, kept) == expected
    assert {family: measured(told["families"], family) for family in FAMILIES} == expected[0]
    assert {family: measured(told["against"]["families"], family) for family in FAMILIES} == before[0] != expected[0]
    assert told["quotes_not_in_the_text"] == expected[1] < before[1]
