"""The sentences in which the second reader sees harm and no rule speaks, surest first: `python learning/proposals.py FAMILY MANY FILE...`.

For who writes rules: each is to be judged by a person, with its document beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from passages import passages, scanner

from contract_registry.bootstrap import assemble
from contract_registry.core.scanning.cases import passages_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.scanning.second_reader.reader import UNIT, SecondReader
from contract_registry.operations.read import WasRead, read_sources
from contract_registry.reading.second_reader import load_second_reader
from contract_registry.settings import from_environment


def main() -> None:
    family, many, paths = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
    reader = load_second_reader(Path(__file__).resolve().parent.parent / "clause_rules")
    if reader is None or family not in reader.families:
        sys.exit(f"There is no second reader for {family}. Teach one with `make reader`.")
    with assemble(from_environment({})) as system:
        reads = [each for each in read_sources(system, paths) if isinstance(each, WasRead)]
    found = sorted((each for read in reads for each in proposed(read, family, reader)), reverse=True)
    for leaning, name, at, words in found[:many]:
        print(f"{leaning / UNIT:+.1f}  {name} at {at}\n      {words}\n")


def proposed(read: WasRead, family: str, reader: SecondReader) -> Iterator[tuple[float, str, int, str]]:
    """Each sentence in which no rule of the family speaks, with how far it leans to harm."""
    spoken = [each.quote for each in passages_of(scan_with(read.clauses, scanner(), Circumstances())) if each.family == family]
    for span, sentence in passages(read.clauses):
        if not any(span.overlaps(quote) for quote in spoken):
            yield reader.leanings(sentence)[family], read.document.name, span.start, " ".join(span.of(read.document.text).split())


if __name__ == "__main__":
    main()
