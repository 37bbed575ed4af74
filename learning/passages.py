"""What the second reader is taught with: every sentence as it is read, and what it was labelled: `python learning/passages.py OUT`.

OUT, a folder outside the project in which `gold.py` wrote the labels of the corpus, gets documents.jsonl (both halves of the 116, the five batches and
the labelled corpus) and wordings.jsonl (the bank, the wordings of this folder, and the rules' own cases and misfires).
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from examples import TAUGHT_BY

from contract_registry.bootstrap import assemble
from contract_registry.core.clauses.language import language_of
from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.evaluation.placing import Placed
from contract_registry.core.scanning.cases import cases_of, document_of
from contract_registry.core.scanning.context.read_unit import read_unit
from contract_registry.core.scanning.mentions import find_mentions
from contract_registry.core.scanning.misfires import misfires_of
from contract_registry.core.scanning.prepare import Scanner
from contract_registry.core.scanning.second_reader.by_role import sentence_of
from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.core.scanning.units import places_of, unit_at
from contract_registry.core.text import Span
from contract_registry.operations.read import WasRead, read_sources
from contract_registry.reading.compiled_phrases import load_scanner
from contract_registry.reading.rule_files import read_rule_files
from contract_registry.settings import from_environment

FAMILIES = ("ai", "buyout", "moral")
HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
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
        ("check", evaluation, {doc for doc in half if half[doc] == "check"}),
        ("batches", evaluation / "training", {doc for doc in batch if batch[doc] in "12345"}),
    ):
        labels = by_document(folder / "gold.jsonl")
        yield from ((name, folder / "documents" / doc, labels[doc]) for doc in sorted(chosen))
    for fair in sorted((HERE.parent / "tests" / "samples" / "clean").glob("*.md")):
        yield "clean", fair, []
    for row in map(json.loads, (HERE / "labels" / "documents.jsonl").read_text(encoding="utf-8").splitlines()):
        if row["half"] in TAUGHT_BY:
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
    early = [(row["family"], placed.span(*row["letters"])) for row in by_document(HERE / "labels" / "early.jsonl")[path.name]]
    rows = []
    for span, sentence in passages(clauses):
        told: dict[str, dict[str, list[int]]] = {}
        types: dict[str, str] = {}
        for number, (label, at) in enumerate(places):
            if any(shares(span, each) for each in at):
                told.setdefault(label["family"], {}).setdefault(label["stance"], []).append(number)
                if label["stance"] == "harm":
                    types.setdefault(label["family"], label["type"])
        rows.append(
            {
                "set": half,
                "doc": path.name,
                "at": [span.start, span.end],
                **asdict(sentence),
                "language": language_of(span.of(text)) or clauses.language,
                "labels": told,
                "types": types,
                "early": early_findings(early, span),
            }
        )
    return rows


def early_findings(early: list[tuple[str, Span]], span: Span) -> dict[str, list[int]]:
    """The early findings on `span`, by family and by their numbers in the document."""
    found: dict[str, list[int]] = {}
    for number, (family, at) in enumerate(early):
        if at.overlaps(span):
            found.setdefault(family, []).append(number)
    return found


def shares(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= min(SHARES, (min(len(one), len(other)) + 1) // 2)


def wordings() -> Iterator[dict]:
    """The bank, the wordings of this folder and the rules' cases, each as one sentence with what it is: `label` "match" does harm of its family."""
    bank = SHARED / "domain" / "clauses.jsonl"
    for path in (bank, *sorted((HERE / "wordings").rglob("*.jsonl"))):
        name = "bank" if path == bank else path.parent.name
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if not row["text"].startswith("[Document]"):
                yield {"set": name, **{key: row.get(key, "") for key in ("family", "type", "label", "kind")}, **as_one(row["text"])}
    files, _ = read_rule_files(HERE.parent / "clause_rules")
    for case in (*cases_of(files), *misfires_of(files)):
        rule = scanner().rulebook.rule(case.rule)
        if rule and rule.looks_for and (rule.family in FAMILIES or rule.about.partition("-")[0] in FAMILIES):
            family = rule.family if rule.family in FAMILIES else rule.about.partition("-")[0]
            overlooked = case.speaks is False and case.says.startswith("known misfire")
            harms = rule.family in FAMILIES and (bool(case.finds) or overlooked)
            label = "unclear" if case.unclear else "match" if harms else "no_match"
            kind = "protective" if rule.family == "protective" and case.finds else ""
            yield {"set": "cases", "family": family, "type": rule.type, "label": label, "kind": kind, **as_one(case.text)}


def as_one(text: str) -> dict:
    """A wording of some sentences, read as if they were one, with its language."""
    clauses = segment(document_of(text))
    read = [sentence for _, sentence in passages(clauses)]
    own = " ".join(each.own for each in read) or text
    heard = sorted({sign for each in read for sign in each.heard})
    return {"own": own, "before": read[0].before if read else "", "after": "", "heard": heard, "language": clauses.language}


def passages(clauses: Clauses) -> Iterator[tuple[Span, Sentence]]:
    """Each sentence of a document with its place."""
    mentions = find_mentions(clauses, scanner().words, scanner().vocabulary(clauses.languages))
    for place in places_of(clauses):
        if unit := unit_at(place, mentions):
            yield place.span, sentence_of(read_unit(unit, mentions, scanner().acts, scanner().quiet), mentions, clauses.document.text)


if __name__ == "__main__":
    main()
