"""The second reader from the folder it travels in, beside the rules: what it says of itself, and its signs, a line each."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

from contract_registry.core.scanning.second_reader.reader import Learnt, SecondReader, Sign

FOLDER = "second_reader"
ABOUT, SIGNS = "about.json", "signs.tsv"


def load_second_reader(rules_folder: Path) -> SecondReader | None:
    """The reader that stands beside the rules in `rules_folder`; None where there is none. Its signs are read when it is first asked."""
    folder = rules_folder / FOLDER
    if not (folder / ABOUT).is_file():
        return None
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))

    @cache
    def learnt() -> Learnt:
        return Learnt(signs_in((folder / SIGNS).read_text(encoding="utf-8")), tuple(about["inclined"]))

    return SecondReader(about["version"], tuple(about["families"]), learnt)


def signs_in(text: str) -> Callable[[str], Sign | None]:
    """What finds a sign by its name in a list: each a line with its name, its rarity and what it speaks for, parted by tabs.

    Lines are parted when they are asked for: of tens of thousands a contract speaks some hundreds.
    """
    lines = dict(line.split("\t", 1) for line in text.splitlines())

    def known(name: str) -> Sign | None:
        line = lines.get(name)
        if line is None:
            return None
        rarity, *speaks_for = map(int, line.split("\t"))
        return Sign(rarity, tuple(speaks_for))

    return known
