"""Follows every edition of the real histories of terms: for each the edition in which AI wording entered, and a sentence that says so.

make endurance WHAT=every_edition     (some minutes; needs ../shared)
"""

from __future__ import annotations

import sys
from pathlib import Path

from contract_registry.bootstrap import assemble
from contract_registry.operations.drift import editions_in
from contract_registry.settings import from_environment
from real_history import check_that_it_entered

HISTORY = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "history"


def main() -> None:
    if not HISTORY.is_dir():
        sys.exit(f"{HISTORY} is not here.")
    with assemble(from_environment({})) as system:
        for found in editions_in(HISTORY):
            check_that_it_entered(system, found)
            print(f"{found.name}: {len(found.editions)} editions, as a person reads them", flush=True)


if __name__ == "__main__":
    main()
