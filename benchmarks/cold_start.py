"""A page of text from a cold start: a new process each time, from the command to its first output and to the whole report.

    python benchmarks/cold_start.py [--runs 9]

Prints the median and the range of wall-clock seconds to the first output (the head of the report: what was read) and to the end, processor
seconds of the process and its children, and the most memory, beside an interpreter that only imports spaCy, the largest library that a scan
cannot do without. The peers take turns, so that each meets the same moods of the machine.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).resolve().parent.parent / "tests" / "samples" / "commission.txt"
PEERS = {
    "scan of a page": [sys.executable, "-m", "contract_registry", "scan", str(SAMPLE)],
    "the same without the second reader": [sys.executable, "-m", "contract_registry", "scan", "--no-reader", str(SAMPLE)],
    "import spacy": [sys.executable, "-c", "import spacy"],
}


def taken(command: list[str]) -> tuple[float, float, float]:
    """Seconds of one run of `command`: to its first output, to its end, and of processors."""
    used, begun = _processor(), time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        first = time.perf_counter() - begun
        process.stdout.read()
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}.")
    return first, time.perf_counter() - begun, _processor() - used


def _told(seconds: tuple[float, ...]) -> str:
    return f"{statistics.median(seconds):.2f} s ({min(seconds):.2f} to {max(seconds):.2f})"


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    turns = [{name: taken(command) for name, command in PEERS.items()} for _ in range(runs)]
    for name in PEERS:
        first, whole, processor = zip(*(turn[name] for turn in turns), strict=True)
        print(f"{name:<36}first output {_told(first)}, whole {_told(whole)}, processor {statistics.median(processor):.2f} s")
    print(f"{'most memory':<36}{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
