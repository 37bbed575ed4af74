"""The second reader from the folder it travels in, beside the rules: what it says of itself, and its signs, a line each."""

from __future__ import annotations

import json
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
        return Learnt(read_signs((folder / SIGNS).read_text(encoding="utf-8")), tuple(about["inclined"]))

    return SecondReader(about["version"], tuple(about["families"]), learnt)


def read_signs(text: str) -> dict[str, Sign]:
    """The signs of a list: each a line with its name, its rarity and what it speaks for, parted by tabs."""
    signs = {}
    for line in text.splitlines():
        name, rarity, *speaks_for = line.split("\t")
        signs[name] = Sign(int(rarity), tuple(map(int, speaks_for)))
    return signs
