"""A page of text from a cold start: a new process each time, from the command to the whole report.

    python benchmarks/cold_start.py [--runs 9]

Prints the median and the range of wall-clock seconds, processor seconds of the process and its children, and the most memory, beside an
interpreter that only imports spaCy, the largest library that a scan cannot do without.
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


def taken(command: list[str]) -> tuple[float, float]:
    """Wall-clock and processor seconds of one run of `command`."""
    used, begun = _processor(), time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun, _processor() - used


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    seconds = {name: [taken(command) for _ in range(runs)] for name, command in PEERS.items()}
    for name, each in seconds.items():
        wall, processor = zip(*each, strict=True)
        print(
            f"{name:<36}{statistics.median(wall):.2f} s ({min(wall):.2f} to {max(wall):.2f}), processor {statistics.median(processor):.2f} s"
        )
    print(f"{'most memory':<36}{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
