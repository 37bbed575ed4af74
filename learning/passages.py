"""What a reader that learns would see: every sentence with its heading, its lead-in and its sides by role, and what it was labelled: `python learning/passages.py OUT`.

OUT, a folder outside the project, gets documents.jsonl (the develop half, batches 1 to 4 and the labelled corpus) and wordings.jsonl.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from contract_registry.bootstrap import assemble
from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.evaluation.placing import Placed
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.context.read_unit import read_unit
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.mentions import find_mentions
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.scanning.units import places_of, unit_at
from contract_registry.core.text import Span
from contract_registry.operations.read import WasRead, read_sources
from contract_registry.reading.compiled_phrases import load_scanner
from contract_registry.settings import from_environment

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
FAMILIES = ("ai", "buyout", "moral")
MARKS = {"heading": "[H] ", "lead-in": "[L] ", "own": "[S] ", "closing": "[C] "}
SHARES = 40
"""Letters that a sentence and a labelled passage have in common at least, or half of the shorter one."""


@cache
def scanner() -> Scanner:
    return load_scanner(HERE.parent / "clause_rules")


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    jobs = list(labelled(out))
    with assemble(from_environment({})) as system:
        paths = [str(path) for _, path, _ in jobs]
        read = {each.given: each.clauses for each in read_sources(system, paths) if isinstance(each, WasRead)}
    ready = [(half, path, labels, read[str(path)]) for half, path, labels in jobs if str(path) in read]
    scanner()
    with get_context("fork").Pool() as pool:
        write(out / "documents.jsonl", (row for rows in pool.imap(passages_of_document, ready) for row in rows))
    write(out / "wordings.jsonl", wordings())


def write(path: Path, rows: Iterator[dict]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def labelled(out: Path) -> Iterator[tuple[str, Path, list[dict]]]:
    """Each labelled document with its half; the corpus by the labels that `gold.py` wrote to the folder `out`."""
    evaluation = SHARED / "evaluation"
    half = dict(line.split(",") for line in (evaluation / "split.csv").read_text(encoding="utf-8").splitlines()[1:])
    with (evaluation / "training" / "index.csv").open(encoding="utf-8") as file:
        batch = {row["doc"]: row["batch"] for row in csv.DictReader(file)}
    for name, folder, chosen in (
        ("develop", evaluation, {doc for doc in half if half[doc] == "develop"}),
        ("batches", evaluation / "training", {doc for doc in batch if batch[doc] in "1234"}),
    ):
        labels = by_document(folder / "gold.jsonl")
        yield from ((name, folder / "documents" / doc, labels[doc]) for doc in sorted(chosen))
    for row in map(json.loads, (HERE / "labels" / "documents.jsonl").read_text(encoding="utf-8").splitlines()):
        yield row["half"], SHARED / "corpus" / "text" / row["doc"], by_document(out / f"{row['half']}.jsonl")[row["doc"]]


@cache
def by_document(path: Path) -> defaultdict[str, list[dict]]:
    found: defaultdict[str, list[dict]] = defaultdict(list)
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        found[row["doc"]].append(row)
    return found


def passages_of_document(job: tuple[str, Path, list[dict], Clauses]) -> list[dict]:
    half, path, labels, clauses = job
    text = clauses.document.text
    placed = Placed(text)
    places = [(label, placed.spans(label["quote"])) for label in labels]
    found = scan_with(clauses, scanner(), Circumstances()).findings
    rows = []
    for span, words in passages(clauses):
        told: dict[str, set[str]] = {}
        for label, at in places:
            if any(shares(span, each) for each in at):
                told.setdefault(label["family"], set()).add(label["stance"])
        rules = sorted({each.family for each in found if each.quote.overlaps(span)})
        rows.append(
            {"set": half, "doc": path.name, "text": words, "labels": {key: sorted(all_) for key, all_ in told.items()}, "rules": rules}
        )
    return rows


def shares(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= min(SHARES, (min(len(one), len(other)) + 1) // 2)


def wordings() -> Iterator[dict]:
    bank = SHARED / "domain" / "clauses.jsonl"
    for path in (bank, *sorted((HERE / "wordings").rglob("*.jsonl"))):
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if not row["text"].startswith("[Document]"):
                clauses = segment(document_of(row["text"]))
                words = " ".join(said for _, said in passages(clauses)) or f"[S] {row['text']}"
                rules = sorted({each.family for each in scan_with(clauses, scanner(), Circumstances()).findings})
                name = "bank" if path == bank else path.parent.name
                kept = {key: row.get(key, "") for key in ("family", "type", "label", "kind")}
                yield {"set": name, **kept, "text": words, "rules": rules}


def passages(clauses: Clauses) -> Iterator[tuple[Span, str]]:
    """The place of each sentence, and the sentence as it is read: marked pieces, and the two sides as "creator" and "company"."""
    mentions = find_mentions(clauses, scanner().words, scanner().vocabulary(clauses.languages))
    for place in places_of(clauses):
        unit = unit_at(place, mentions)
        if not unit:
            continue
        reading = read_unit(unit, mentions, scanner().acts, scanner().quiet)
        sides = {"creator": "creator", "engager": "company"}
        named = [(each.start, each.end, sides[each.side] + "'s" * each.owns) for each in reading.parties if each.side in sides]
        yield place.span, " ".join(MARKS[piece.kind] + by_role(piece.span, named, clauses.document.text) for piece in unit.pieces)


def by_role(span: Span, named: list[tuple[int, int, str]], text: str) -> str:
    said, at = "", span.start
    for start, end, side in sorted(named):
        if start >= at and start < end <= span.end:
            said, at = said + text[at:start] + side, end
    return " ".join((said + text[at : span.end]).split())


if __name__ == "__main__":
    main()
