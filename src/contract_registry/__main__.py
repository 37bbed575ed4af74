"""The command `contract-registry`, also as `python -m contract_registry`."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> int:
    """The exit status of the command that the arguments ask for."""
    try:
        from contract_registry.cli.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
