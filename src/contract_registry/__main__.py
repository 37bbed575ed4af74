"""The command `contract-registry`, also as `python -m contract_registry`."""

from __future__ import annotations

import contextlib
import os
import sys

INTERRUPTED = 130


def main() -> int:
    """The exit status of the command that the arguments ask for. After an interruption the process ends at once and waits for no thread."""
    try:
        from contract_registry.cli.streams import stand_in_for_closed_streams

        stand_in_for_closed_streams()
        from contract_registry.garbage import look_rarely

        look_rarely()
        from contract_registry.cli.app import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    if status == INTERRUPTED:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
        os._exit(INTERRUPTED)
    return status


if __name__ == "__main__":
    sys.exit(main())
