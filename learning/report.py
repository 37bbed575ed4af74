"""How a reader that learns does beside the rules, on passages and wordings it was not taught on: `python learning/report.py PASSAGES OUT.npz`.

For each family and threshold: the reader alone, either of the two, and both at once, as precision and recall of passages; then wordings found and
wrongly found.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

FAMILIES = ("ai", "buyout", "moral")
THRESHOLDS = (0.3, 0.5, 0.7, 0.8, 0.9)


def main() -> None:
    folder, said = Path(sys.argv[1]), np.load(sys.argv[2])
    documents = [row for row in rows(folder / "documents.jsonl") if row["set"] == "measure"]
    wordings = [row for row in rows(folder / "wordings.jsonl") if row["set"] == "unseen"]
    for at, family in enumerate(FAMILIES):
        stances = [row["labels"].get(family, []) for row in documents]
        harm = np.array(["harm" in each for each in stances])
        counts = harm | np.array(["borderline" not in each for each in stances])
        rules = np.array([family in row["rules"] for row in documents])
        print(f"{family}: {harm.sum()} passages of harm; rules {figures(rules, harm, counts)}")
        match = np.array([row["family"] == family and row["label"] == "match" for row in wordings])
        other = np.array([row["family"] == family and row["label"] != "match" for row in wordings])
        by_rules = np.array([family in row["rules"] for row in wordings])
        for threshold in THRESHOLDS:
            reader, reads = said["documents"][:, at] > threshold, said["wordings"][:, at] > threshold
            either = reads | by_rules
            print(
                f"  {threshold}: reader {figures(reader, harm, counts)}; either {figures(reader | rules, harm, counts)}; "
                f"both {figures(reader & rules, harm, counts)}; wordings: reader {(reads & match).sum()} of {match.sum()}, "
                f"wrong {(reads & other).sum()} of {other.sum()}; either {(either & match).sum()}, wrong {(either & other).sum()}"
            )


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def figures(found: np.ndarray, harm: np.ndarray, counts: np.ndarray) -> str:
    right = (found & harm).sum()
    return f"P {right / max(1, (found & counts).sum()):.2f} R {right / max(1, harm.sum()):.2f}"


if __name__ == "__main__":
    main()
