"""How many changed wordings are found again, and how many different ones are wrongly held for the same.

    python benchmarks/fingerprints.py [--count 500] [--misses]

Takes wordings of the bank beside this project where there is one, and of `learning/wordings/teach`. Each of COUNT is said again with other names, sums
and numbers, another word for one, and a sentence fewer where it has several (`rewording`); it is found again where the two share a band and are
alike enough. COUNT pairs of different wordings of one type are asked the same. The same is asked of peers: equal text, and trigrams of letters as
`pg_trgm` compares them at its own threshold.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path
from random import Random

from rewording.change import said_again

from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint, fingerprints_of
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.text import Span

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT.parent / "shared" / "domain" / "clauses.jsonl"
OURS = sorted((ROOT / "learning" / "wordings" / "teach").glob("*.jsonl"))
Pair = tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=500, help="how many of each")
    parser.add_argument("--misses", action="store_true", help="print what was judged wrongly")
    args = parser.parse_args()
    by_type = wordings([*([BANK] if BANK.exists() else []), *OURS])
    changed, different = changed_pairs(by_type, args.count, Random(1)), different_pairs(by_type, args.count, Random(2))
    for name, holds in (("fingerprints", near), ("equal text", equal), ("trigrams of letters, 0.3", trigrams)):
        found, wrong = [holds(pair) for pair in changed], [holds(pair) for pair in different]
        print(
            f"{name:<26}changed, found again {sum(found) / len(found):7.1%}   different, held for the same {sum(wrong) / len(wrong):7.1%}"
        )
        if args.misses and holds is near:
            missed = [pair for pair, good in zip(changed, found, strict=True) if not good]
            for one, other in (*missed, *(pair for pair, bad in zip(different, wrong, strict=True) if bad)):
                print(f"    {one}\n    > {other}\n")


def wordings(files: list[Path]) -> dict[str, list[str]]:
    """The wordings of the banks by their type, descriptions of documents left out."""
    by_type: dict[str, dict[str, None]] = defaultdict(dict)
    for row in (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        if not row["text"].startswith("[Document]"):
            by_type[row["type"]][row["text"]] = None
    return {kind: list(texts) for kind, texts in by_type.items() if len(texts) > 1}


def changed_pairs(by_type: dict[str, list[str]], count: int, chance: Random) -> list[Pair]:
    """Wordings, each beside itself said again."""
    every = [text for texts in by_type.values() for text in texts]
    return [(text, said_again(text, chance)) for text in chance.sample(every, min(count, len(every)))]


def different_pairs(by_type: dict[str, list[str]], count: int, chance: Random) -> list[Pair]:
    """Pairs of different wordings of one type, types taken in turn."""
    kinds = sorted(by_type)
    return [(one, other) for at in range(count) for one, other in [chance.sample(by_type[kinds[at % len(kinds)]], 2)]]


def near(pair: Pair) -> bool:
    one, other = (fingerprint_of(text) for text in pair)
    return one.is_near(other)


def equal(pair: Pair) -> bool:
    one, other = (text.rpartition("\n")[2] for text in pair)
    return one == other


def trigrams(pair: Pair) -> bool:
    one, other = ({word[at : at + 3] for word in _padded(text.rpartition("\n")[2]) for at in range(len(word) - 2)} for text in pair)
    return len(one & other) / len(one | other) >= 0.3


def _padded(text: str) -> list[str]:
    return [f"  {word} " for word in re.findall(r"\w+", text.lower())]


def fingerprint_of(text: str) -> Fingerprint:
    """The fingerprint of the last paragraph of `text`: what stands before it says who the parties are."""
    clauses = segment(document_of(text))
    start = text.rfind("\n") + 1
    first = next(clause for clause in clauses.clauses if clause.own.end > start)
    return fingerprints_of(clauses, [Span(max(start, first.body.start), len(clauses.document.text))])[0]


if __name__ == "__main__":
    main()
