"""The sectors and roles that a person may name, whether or not some rule makes a difference by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contract_registry.core.rules.rulebook import Rulebook

SECTORS = (
    "publishing",
    "music",
    "screen and stage",
    "visual art and photography",
    "games",
    "audio and voice",
    "journalism",
    "translation",
    "platform terms",
    "advertising",
)
ROLES = (
    "author",
    "illustrator",
    "photographer",
    "performer",
    "musician",
    "composer",
    "translator",
    "voice actor",
    "journalist",
    "designer",
    "developer",
    "other",
)


@dataclass(frozen=True, slots=True)
class Trades:
    """The names of one kind: those everybody may say first, then those that only the rulebook has. `told_apart` are the ones that some rule asks for."""

    known: tuple[str, ...]
    told_apart: frozenset[str]

    def named(self, said: str) -> str:
        """The name as it is written for `said`, whatever its case and dashes; also by one half ("stage"). Empty when it is none."""
        return _spellings(self.known).get(_plain(said), "")


def sectors(rulebook: Rulebook) -> Trades:
    """The sectors of creative work, and those of the rulebook's packs and rules."""
    asked = {name for pack in rulebook.packs for name in pack.sectors} | {name for rule in rulebook.rules for name in rule.sectors}
    return _trades(SECTORS, asked)


def roles(rulebook: Rulebook) -> Trades:
    """The roles of those who do it, and those of the rulebook's rules."""
    return _trades(ROLES, {name for rule in rulebook.rules for name in rule.roles})


def _trades(everybodys: tuple[str, ...], asked: Iterable[str]) -> Trades:
    return Trades((*everybodys, *sorted(set(asked) - set(everybodys))), frozenset(asked))


def _spellings(known: Iterable[str]) -> Mapping[str, str]:
    """Every way to say each name; a half that two names share says neither."""
    whole = {_plain(name): name for name in known}
    halves: dict[str, set[str]] = {}
    for name in known:
        for half in name.split(" and "):
            halves.setdefault(_plain(half), set()).add(name)
    return {half: names.pop() for half, names in halves.items() if len(names) == 1} | whole


def _plain(said: str) -> str:
    return " ".join(said.casefold().replace("-", " ").replace("_", " ").split())
