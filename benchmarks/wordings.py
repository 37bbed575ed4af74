"""How many of the bank's wordings are heard: clauses written to be found, and clauses written to be left alone, each scanned by itself.

    python benchmarks/wordings.py [CLAUSES.jsonl] [--no-reader]

Each line of the file holds a `text`, its `family` and `type`, other types that fit (`also`), and whether it is a "match". Rows that begin with
"[Document]" describe a document and are left out. Prints by family how many matches are found in their family (and of those that a tag calls hard), how many
with their very type, and how many of the others are wrongly found as their type.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from contract_registry.reading.compiled_phrases import load_scanner
from contract_registry.reading.second_reader import load_second_reader

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT.parent / "shared" / "domain" / "clauses.jsonl"


def main() -> None:
    path = next((Path(told) for told in sys.argv[1:] if told != "--no-reader"), BANK)
    scanner = load_scanner(ROOT / "clause_rules")
    reader = None if "--no-reader" in sys.argv else load_second_reader(ROOT / "clause_rules")
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in map(json.loads, path.read_text().splitlines()):
        if row["text"].startswith("[Document]"):
            continue
        scan = scan_with(segment(document_of(row["text"])), scanner, Circumstances(), reader=reader)
        found = {(each.family, each.type) for each in (*scan.findings, *scan.protections)}
        types = {kind for _, kind in found}
        count = counts[row["family"]]
        if row["label"] == "match":
            count["matches"] += 1
            is_found = any(family == row["family"] for family, _ in found)
            is_hard = any(tag.startswith("hard") for tag in row.get("tags", ()))
            count["found"] += is_found
            count["hard"] += is_hard
            count["hard found"] += is_hard and is_found
            count["typed"] += not types.isdisjoint({row["type"], *row.get("also", ())})
        else:
            count["others"] += 1
            count["wrong"] += row["type"] in types
    counts["all"] = sum(counts.values(), Counter())
    for family, count in counts.items():
        hard = f" ({count['hard found']} of {count['hard']} hard ones)" if count["hard"] else ""
        print(
            f"{family:<12}found {count['found']:>3} of {count['matches']:>3}{hard}, typed {count['typed']:>3}; wrong {count['wrong']} of {count['others']}"
        )


if __name__ == "__main__":
    main()
