"""How often Python looks for garbage: rarely, and never among what was loaded to stay (the rulebook, the readers).

Counting references frees nearly everything a scan makes; looking for what it leaves behind walks over all that is loaded, again and again.
Measured: a tenth of a scan with a large rulebook, and in a forked child the copying of all the memory it shares with its parent.
"""

from __future__ import annotations

import gc

RARELY = 50_000
"""New containers, less those freed, before the youngest are looked through; Python's own number is in the hundreds or low thousands."""


def settle() -> None:
    """Take all that is loaded by now as loaded to stay, and look for garbage rarely from here on."""
    gc.collect()
    settle_in_child()


def settle_in_child() -> None:
    """The same in a process just forked, which would copy what it looked through."""
    gc.freeze()
    look_rarely()


def look_rarely() -> None:
    """Look for garbage rarely from here on; at the start of a command, while most of what is made is loaded to stay."""
    gc.set_threshold(RARELY)
