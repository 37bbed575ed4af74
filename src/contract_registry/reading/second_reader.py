"""The second reader from the folder it travels in, beside the rules: what it says of itself, and its signs, a line each."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from contract_registry.core.scanning.second_reader.reader import Learnt, Proposes, SecondReader, Sign, Types

FOLDER = "second_reader"
ABOUT, SIGNS, TYPES = "about.json", "signs.tsv", "types.tsv"


def load_second_reader(rules_folder: Path) -> SecondReader | None:
    """The reader that stands beside the rules in `rules_folder`; None where there is none. Its signs are read when it is first asked."""
    folder = rules_folder / FOLDER
    if not (folder / ABOUT).is_file():
        return None
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))

    @cache
    def learnt() -> Learnt:
        return Learnt(signs_in((folder / SIGNS).read_text(encoding="utf-8")), tuple(about["inclined"]))

    @cache
    def types() -> Mapping[str, Types]:
        known = types_in((folder / TYPES).read_text(encoding="utf-8"), tuple(about["types"]))
        return {
            family: Types(names, known, about["types"])
            for family in about["families"]
            if (names := tuple(name for name in about["types"] if name.startswith(f"{family}-")))
        }

    proposes = {family: Proposes(**sure) for family, sure in about.get("proposes", {}).items()}
    return SecondReader(about["version"], tuple(about["families"]), learnt, proposes, types)


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


def types_in(text: str, names: tuple[str, ...]) -> Callable[[str], Mapping[str, int]]:
    """What finds how much a sign speaks for each type: lines of a sign, and pairs of the number of a type in `names` and what speaks for it, parted by tabs."""
    lines = dict(line.split("\t", 1) for line in text.splitlines())

    def known(name: str) -> Mapping[str, int]:
        line = lines.get(name)
        if line is None:
            return {}
        numbers = list(map(int, line.split("\t")))
        return {names[at]: speaks for at, speaks in zip(numbers[::2], numbers[1::2], strict=True)}

    return known
