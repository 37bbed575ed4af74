"""Teaches the second reader and says how it does on documents it was not taught with: `python learning/train.py PASSAGES [FOLDER]`.

PASSAGES is the folder that `passages.py` wrote. FOLDER gets what was learnt, in the form in which it travels with the rules. Nothing is left to chance:
the same passages teach the same.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from crossed import Tried, told, tried
from examples import FAMILIES, TAUGHT_BY, Example, of_documents, of_wordings, rows, sentence_in
from kinds import Kinds, lines_of, teach_kinds
from logistic import Rows, fitted

from contract_registry.core.scanning.second_reader.reader import UNIT
from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.core.scanning.second_reader.signs import signs_of

VERSION = "8"
FORCE = 20.0
"""How much the passages count against keeping weights small; from 3 to 40 it changes little."""
FEWEST = 3
"""Documents that a sign must stand in to be learnt (a wording counts as one), so that it learns no party by name and no turn of one document."""
GROUPS = 3
HEEDS_RULES = ("ai",)
"""The families in which a proposal is left alone where a rule heard its words and let them pass for their context."""


@dataclass(frozen=True)
class Taught:
    """The signs by their column with how rare each is, the weights of each family, the last of which is its inclination, and what tells types apart."""

    columns: dict[str, int]
    rarity: np.ndarray
    weights: np.ndarray
    kinds: Kinds

    def rows_of(self, sentences: Sequence[Sentence]) -> Rows:
        return rows_by(self.columns, self.rarity, sentences)

    def leanings(self, sentences: Sequence[Sentence]) -> np.ndarray:
        read = self.rows_of(sentences)
        return np.stack([read.times(weights) for weights in self.weights], 1)


def main() -> None:
    documents, wordings = (rows(Path(sys.argv[1]) / f"{name}.jsonl") for name in ("documents", "wordings"))
    taught_by = [row for row in documents if row["set"] in TAUGHT_BY]
    said = np.zeros((len(taught_by), len(FAMILIES)))
    types: Counter[tuple[str, bool]] = Counter()
    for number in range(GROUPS):
        held = [at for at, row in enumerate(taught_by) if group(row["doc"]) == number]
        taught = teach([*of_documents(row for row in taught_by if group(row["doc"]) != number), *of_wordings(wordings)])
        said[held] = taught.leanings([sentence_in(taught_by[at]) for at in held])
        types.update(typed(taught, [taught_by[at] for at in held]))
    print("\n".join(told(taught_by, said)))
    print(
        "types told right: "
        + ", ".join(f"{family} {types[family, True]} of {types[family, True] + types[family, False]}" for family in FAMILIES)
    )
    if len(sys.argv) > 2:
        tries = [tried(taught_by, said[:, at], family) for at, family in enumerate(FAMILIES)]
        keep(teach([*of_documents(taught_by), *of_wordings(wordings)]), tries, Path(sys.argv[2]))


def typed(taught: Taught, held: Sequence[dict]) -> Iterator[tuple[str, bool]]:
    """For each harmful passage its family, and whether it would be told its type."""
    for family in FAMILIES:
        own = [row for row in held if family in row["types"]]
        kinds = taught.kinds.of(taught.rows_of([sentence_in(row) for row in own]), family) if own else []
        yield from ((family, kind == row["types"][family]) for row, kind in zip(own, kinds, strict=True))


def group(doc: str) -> int:
    """The group of a document, the same in every run: documents of one name stay together."""
    return sum(doc.encode()) * 7919 % 10_007 % GROUPS


def teach(examples: Sequence[Example]) -> Taught:
    times = Counter(sign for example in examples for sign in signs_of(example.sentence))
    columns = {sign: at for at, sign in enumerate(widespread(examples))}
    rarity = np.array([1 + math.log((1 + len(examples)) / (1 + times[sign])) for sign in columns])
    read = rows_by(columns, rarity, [example.sentence for example in examples])
    weights = [
        fitted(read, np.array([each.harms[at] for each in examples]), np.array([each.counts[at] for each in examples]), FORCE)
        for at in range(len(FAMILIES))
    ]
    return Taught(columns, rarity, np.array(weights), teach_kinds(examples, lambda sentences: rows_by(columns, rarity, sentences)))


def widespread(examples: Sequence[Example]) -> list[str]:
    """The signs of several documents, in alphabetical order."""
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    for number, example in enumerate(examples):
        for sign in signs_of(example.sentence):
            spoken[sign].add(example.doc or str(number))
    return sorted(sign for sign, docs in spoken.items() if len(docs) >= FEWEST)


def rows_by(columns: dict[str, int], rarity: np.ndarray, sentences: Sequence[Sentence]) -> Rows:
    """A row for each sentence: how rare its known signs are, of length one together, and a last one for the inclination."""
    last, found, values, begins = len(columns), [], [], [0]
    for sentence in sentences:
        known = sorted(columns[sign] for sign in signs_of(sentence) if sign in columns)
        rare = rarity[known]
        found += [*known, last]
        values += [*(rare / (np.linalg.norm(rare) or 1.0)), 1.0]
        begins.append(len(found))
    return Rows(np.array(found), np.array(values), np.array(begins), last + 1)


def keep(taught: Taught, tries: Sequence[Tried], folder: Path) -> None:
    """Writes the signs in whole thousandths, and what the reader says of itself; it is inclined so that its score is a half where a finding is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    rare = np.rint(taught.rarity**2 * UNIT).astype(int)
    speaks = np.rint(taught.weights[:, :-1] * taught.rarity * UNIT).astype(int)
    lines = ["\t".join((sign, str(rare[at]), *map(str, speaks[:, at]))) for sign, at in taught.columns.items()]
    write(folder / "signs.tsv", lines)
    write(folder / "types.tsv", lines_of(taught.kinds, taught.columns, taught.rarity))
    level = np.array([each.keeps() for each in tries])
    about = {
        "version": VERSION,
        "families": list(FAMILIES),
        "inclined": whole(taught.weights[:, -1] - level),
        "proposes": {
            each.family: {
                "finds": whole(sure[0] - each.keeps()),
                "asks": whole(sure[1] - each.keeps()),
                "heeds_rules": each.family in HEEDS_RULES,
            }
            for each in tries
            if (sure := each.finds())
        },
        "types": dict(zip(taught.kinds.names, whole(taught.kinds.weights[:, -1]), strict=True)),
    }
    write(folder / "about.json", [json.dumps(about, indent=1)])
    print(f"{len(lines)} signs, {sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.1f} MB in {folder}")


def whole(weights: Any) -> Any:
    """Weights in whole thousandths."""
    return np.rint(weights * UNIT).astype(int).tolist()


def write(path: Path, lines: Sequence[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
