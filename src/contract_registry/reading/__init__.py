"""The way in: any contract file (PDF, Word, web page, text, e-mail, photograph) becomes one Document; rule files become a Rulebook.

`Reader` reads files in child processes with limits; `source_of` fetches a file's bytes. They are loaded when first asked for, so that importing this
package costs nothing. `contract_registry.reading.read` reads one file in the process at hand.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contract_registry.reading.limits import Budget, Limits
    from contract_registry.reading.reader import Reader
    from contract_registry.reading.sources import Source, source_of

__all__ = ["Budget", "Limits", "Reader", "Source", "source_of"]

_HOMES = {
    "Budget": "limits",
    "Limits": "limits",
    "Reader": "reader",
    "Source": "sources",
    "source_of": "sources",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
