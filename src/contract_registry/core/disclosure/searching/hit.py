"""A clause as whoever asks may see it, and its place in a list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contract_registry.errors import NotFound, WrongUsage

_HEXADECIMAL = 16


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that was found; `snippet` are stretches of its words, each with whether it is what was asked for, and none where no words were shared.

    `facts` are told in bands, quarters and families, `month` is that in which it was shared ("2026-12"); `key` and `number` are its place in the order.
    """

    number: int
    key: float
    types: tuple[str, ...]
    family: str
    severity: str
    rule: str
    rule_version: int
    engager: str
    facts: Mapping[str, str]
    month: str
    is_public: bool
    snippet: tuple[tuple[str, bool], ...]

    @property
    def id(self) -> str:
        """What it is asked for by; of nothing but itself it tells nothing."""
        return f"{self.number:016x}"

    @property
    def place(self) -> str:
        """What to name to go on behind it."""
        return f"{self.key!r}~{self.id}"


def place_in(words: str) -> tuple[float, int] | None:
    """The place that a page told; None where none is named, WrongUsage where it is none."""
    if not words:
        return None
    key, _, number = words.partition("~")
    try:
        return float(key), number_of(number)
    except (ValueError, NotFound) as error:
        raise WrongUsage("`after` is not what a page told as `next`. Leave it out to begin anew.") from error


def number_of(id_: str) -> int:
    """The number behind an id; NotFound where it is none."""
    if len(id_) != _HEXADECIMAL or not set(id_) <= set("0123456789abcdef") or id_ > "7fffffffffffffff":
        raise NotFound("There is no such clause, or not for you.")
    return int(id_, _HEXADECIMAL)
