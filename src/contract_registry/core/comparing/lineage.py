"""The lineage of a wording: where it was seen, since when, in which variants, what became of it, and who has contracts without it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from contract_registry.core.comparing.changed_words import changed_words
from contract_registry.core.comparing.wording import words_of
from contract_registry.core.text import Span

Became = Literal["removed", "narrowed", "paid for", "unchanged", "accepted knowingly", "unknown"]
"""What became of a clause in a contract, as its owner or an officer tells it."""
_Name = TypeVar("_Name", bound=str)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A wording in one contract, as it was shared: `text` is what may be shown, `exact` its fingerprint, `counter` the wording that was accepted instead."""

    contract: str
    engager: str
    sector: str
    union: str
    seen_on: date
    exact: str
    text: str
    became: Became = "unknown"
    counter: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of saying it, as it stands where it was first seen; `differs` marks its words that the commonest variant has not, `without` those it lacks."""

    exact: str
    text: str
    contracts: int
    first: date
    last: date
    differs: tuple[Span, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Counts are of contracts, the greatest first. `lacking` are, by engager, the contracts in which the wording was not seen."""

    contracts: int
    first: date | None
    last: date | None
    engagers: tuple[tuple[str, int], ...] = ()
    sectors: tuple[tuple[str, int], ...] = ()
    unions: tuple[tuple[str, int], ...] = ()
    variants: tuple[Variant, ...] = ()
    became: tuple[tuple[Became, int], ...] = ()
    counters: tuple[tuple[str, int], ...] = ()
    lacking: tuple[tuple[str, tuple[str, ...]], ...] = ()


def lineage_of(sightings: Iterable[Sighting], contracts_of: Mapping[str, Collection[str]]) -> Lineage:
    """The lineage that these sightings of one wording make; `contracts_of` are all contracts of each engager. In whatever order they come, it is the same.

    Nothing of it is fit to be shown: every count goes through the gate first.
    """
    every = sorted(sightings, key=lambda each: (each.seen_on, each.contract, each.exact, each.text))
    if not every:
        return Lineage(0, None, None)
    holders: dict[str, set[str]] = defaultdict(set)
    for each in every:
        holders[each.engager].add(each.contract)
    lacking = ((engager, tuple(sorted(set(contracts_of.get(engager, ())) - seen))) for engager, seen in sorted(holders.items()) if engager)
    return Lineage(
        len({each.contract for each in every}),
        every[0].seen_on,
        every[-1].seen_on,
        _counted((each.engager, each.contract) for each in every),
        _counted((each.sector, each.contract) for each in every),
        _counted((each.union, each.contract) for each in every),
        _variants(every),
        _counted((each.became, each.contract) for each in every if each.became != "unknown"),
        _counted((each.counter, each.contract) for each in every),
        tuple((engager, contracts) for engager, contracts in lacking if contracts),
    )


def _counted(pairs: Iterable[tuple[_Name, str]]) -> tuple[tuple[_Name, int], ...]:
    """In how many contracts each name stands; what has no name is not told."""
    counts = Counter(name for name, _ in set(pairs) if name)
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _variants(sightings: Sequence[Sighting]) -> tuple[Variant, ...]:
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for each in sightings:
        groups[each.exact].append(each)
    plain = [
        Variant(exact, group[0].text, len({each.contract for each in group}), group[0].seen_on, group[-1].seen_on)
        for exact, group in groups.items()
    ]
    plain.sort(key=lambda variant: (-variant.contracts, variant.first, variant.exact))
    commonest = plain[0]
    return (commonest, *(_beside(commonest, variant) for variant in plain[1:]))


def _beside(commonest: Variant, variant: Variant) -> Variant:
    usual, words = (words_of(each.text, Span(0, len(each.text)), {}) for each in (commonest, variant))
    lacked, differs = changed_words(usual, words)
    without = tuple(span.of(commonest.text) for span in lacked)
    return Variant(variant.exact, variant.text, variant.contracts, variant.first, variant.last, differs, without)
