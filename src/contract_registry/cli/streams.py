"""Standard streams that the caller has closed: each gets a stand-in that fails when it is used, as the closed one would."""

from __future__ import annotations

import os
import sys


def stand_in_for_closed_streams() -> None:
    """Open the null device wherever one of the standard streams is closed, the wrong way round, so that using it is an error and not silence.

    Otherwise the next file opened would take the stream's number, and what is meant for people would be written into it.
    """
    for number, mode in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_RDONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # takes the lowest number that is free, which is this one
    sys.stdin = sys.stdin or open(0, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115
