"""How many minimal pairs are heard rightly: wordings that a rule finds, said again by recipes after which it must be found, left alone or asked about.

    python benchmarks/minimal_pairs.py [--bank CLAUSES.jsonl] [--failures] [--recipe WORDS] [--family NAME] [--show]

Takes the cases beside our own rules, and the matches of the bank of wordings where there is one; of them those that are found as they stand.
Prints by recipe and by family how many variants there are and how many pass; with --failures the text of each that fails, with --show of all.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from pairs.outcome import heard, outcome, passes
from pairs.recipe import Variant
from pairs.variants import RECIPES, variants_of
from pairs.wordings import Wording, of_bank, of_cases

from contract_registry.core.rules.check import assemble
from contract_registry.core.scanning.cases import cases_of
from contract_registry.core.scanning.findings import Scan
from contract_registry.core.scanning.prepare import Scanner, prepare
from contract_registry.reading.rule_files import read_rule_files

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT.parent / "shared" / "domain" / "clauses.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bank", type=Path, default=BANK, help="a bank of wordings (left out where it is not there)")
    parser.add_argument("--rules", type=Path, default=ROOT / "clause_rules", help="the folder of rules")
    parser.add_argument("--failures", action="store_true", help="print every variant that fails")
    parser.add_argument("--show", action="store_true", help="print every variant")
    parser.add_argument("--recipe", default="", help="only recipes whose name holds these words")
    parser.add_argument("--family", default="", help="only wordings of this family")
    args = parser.parse_args()
    files, _ = read_rule_files(args.rules)
    rulebook, _ = assemble(files)
    if rulebook is None:
        raise SystemExit("The rules make no rulebook; run `contract-registry rules check`.")
    wordings = [*of_cases(cases_of(files), rulebook), *(of_bank(args.bank) if args.bank.exists() else ())]
    wordings = [each for each in wordings if args.family in {"", each.family}]
    tried = list(_tried(list({each.text: each for each in wordings}.values()), prepare(rulebook), args.recipe))
    for variant, scan, passed in tried:
        if args.show or (args.failures and not passed):
            print(_told(variant, scan, passed=passed))
    _print(tried)


def _tried(wordings: list[Wording], scanner: Scanner, recipe: str) -> Iterator[tuple[Variant, Scan, bool]]:
    """Every variant of the wordings that are found as they stand, with its scan and whether it passes; each text once."""
    seen: set[tuple[str, str, str]] = set()
    for wording in wordings:
        if outcome(heard(wording.text, scanner), wording.family) != "found":
            continue
        for variant in variants_of(wording):
            key = (variant.recipe.name, variant.text, wording.family)
            if recipe in variant.recipe.name and key not in seen:
                seen.add(key)
                scan = heard(variant.text, scanner, file=variant.recipe.file)
                yield variant, scan, passes(variant, scan)


def _told(variant: Variant, scan: Scan, *, passed: bool) -> str:
    spoke = [f"{each.rule}: {each.outcome}" for each in (*scan.findings, *scan.unclear, *scan.protections)]
    return "\n".join(
        (
            f"{'+' if passed else '-'} {variant.recipe.name} must be {variant.recipe.expects} [{variant.wording.type}] {variant.wording.source}",
            *(f"    {line}" for line in variant.text.strip().splitlines() if line.strip()),
            f"    > {', '.join(spoke) or 'nothing'}",
        )
    )


def _print(tried: list[tuple[Variant, Scan, bool]]) -> None:
    families = ("moral", "ai", "buyout", "terms", "protective")
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for variant, _, passed in tried:
        for row in (variant.recipe.name, "all"):
            for column in (variant.wording.family, "all"):
                counts[row][column] += 1
                counts[row][f"{column} passed"] += passed
    print(f"{'recipe':<40}" + "".join(f"{family:>12}" for family in (*families, "all")) + f"{'':>7}")
    for row in (*(recipe.name for recipe in RECIPES), "all"):
        count = counts[row]
        if count["all"]:
            cells = "".join(f"{_of(count, family):>12}" for family in (*families, "all"))
            print(f"{row:<40}{cells}{count['all passed'] / count['all']:>7.1%}")


def _of(count: Counter[str], column: str) -> str:
    return f"{count[f'{column} passed']}/{count[column]}" if count[column] else "-"


if __name__ == "__main__":
    main()
