"""Loads spaCy without its own command line, which the scan never uses and which takes longer to load than all the rest of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from types import ModuleType

_UNUSED = ("spacy.cli", "spacy.cli.info")
_ONE_AT_A_TIME = Lock()


@contextmanager
def light_spacy() -> Iterator[None]:
    """While the `with` lasts, a first import of spaCy finds an empty command line; afterwards the real one can be imported as ever."""
    with _ONE_AT_A_TIME:
        if "spacy" in sys.modules:
            yield
            return
        with _stand_ins():
            yield


@contextmanager
def _stand_ins() -> Iterator[None]:
    stand_ins = {name: ModuleType(name) for name in _UNUSED}
    stand_ins["spacy.cli"].__path__ = []
    stand_ins["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in _UNUSED:
            sys.modules.pop(name, None)
        spacy = sys.modules.get("spacy")
        if spacy is not None and isinstance(getattr(spacy, "cli", None), ModuleType):
            spacy.__dict__.pop("cli", None)
