"""Writes the labels with the words they stand on, for `contract-registry rules evaluate`: `python learning/gold.py FOLDER [CORPUS]`.

FOLDER must lie outside the project, for the words are those of real contracts. A document that has changed since it was labelled is named and left out.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from contract_registry.core.evaluation.placing import Placed

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "shared" / "corpus" / "text"
HALVES = ("learn", "opened", "measure")


def main() -> None:
    folder, corpus = Path(sys.argv[1]).resolve(), Path(sys.argv[2]) if len(sys.argv) > 2 else CORPUS
    if folder.is_relative_to(HERE.parent):
        sys.exit(f"{folder} lies in the project; contract texts stay out of it. Name another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    known = {row["doc"]: row["letters_sha256"] for row in rows(HERE / "labels" / "documents.jsonl")}
    placed = {doc: each for doc, sha in known.items() if (each := unchanged(corpus / doc, sha))}
    for half in HALVES:
        labels = [with_words(row, placed[row["doc"]]) for row in rows(HERE / "labels" / f"{half}.jsonl") if row["doc"] in placed]
        (folder / f"{half}.jsonl").write_text("".join(f"{json.dumps(label, ensure_ascii=False)}\n" for label in labels), encoding="utf-8")
        print(f"{half}: {len(labels)} labels")


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def unchanged(path: Path, sha256: str) -> Placed | None:
    """The document at `path`, if its letters are those that were labelled."""
    if not path.is_file():
        print(f"{path} is not here.", file=sys.stderr)
        return None
    placed = Placed(path.read_text(encoding="utf-8"))
    if hashlib.sha256(placed.letters.encode()).hexdigest() != sha256:
        print(f"{path} has changed since it was labelled.", file=sys.stderr)
        return None
    return placed


def with_words(row: dict, placed: Placed) -> dict:
    start, end = row["letters"]
    return {**{key: row[key] for key in ("doc", "family", "type", "stance")}, "quote": placed.words(start, end)}


if __name__ == "__main__":
    main()
