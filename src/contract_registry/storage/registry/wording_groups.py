"""Wordings that hang together around some words: those near them, those near these, and so on, as far as enough people who are counted have them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.contracts.fingerprints.sketch import bands_of
from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.columns import purposes_as_bits
from contract_registry.storage.registry.near import sketch_in
from contract_registry.storage.registry.tables import registry_bands, registry_clauses, registry_wordings

MOST_WORDINGS = 5_000
"""So many wordings of a group are followed."""


@dataclass(slots=True)
class Wordings:
    """The wordings of contracts that are counted in these circles for statistics; what was looked up once is remembered as long as it lives.

    `are_enough` says whether contracts are enough people's. A wording of fewer leads to no group and joins no two, so that nobody learns from the words that
    lead somewhere, or from two groups being one, that somebody has it; its contracts stand in each group that it is near.
    """

    connection: Connection
    circles: Sequence[Circle]
    counted: Collection[str]
    are_enough: Callable[[Collection[str]], bool]
    _prints: dict[int, Fingerprint] = field(default_factory=dict)
    _holders: dict[int, frozenset[str]] = field(default_factory=dict)

    def groups_near(self, words: Fingerprint) -> list[frozenset[str]]:
        """The contracts of each group that has a wording near these words, the group with the likest first.

        Two groups have no wording of enough people in common, so that other words lead to these groups or to others, and never to a part of one.
        """
        near = self._of_enough(self._near([words]))
        found: list[frozenset[str]] = []
        seen: set[int] = set()
        for seed in sorted(near, key=lambda each: (-words.likeness(self._prints[each]), each)):
            if seed not in seen:
                group, beside = self._group(seed)
                seen |= group
                found.append(frozenset().union(*(self._holders[each] for each in group | beside)))
        return found

    def _group(self, seed: int) -> tuple[set[int], set[int]]:
        """The wordings that hang together with this one, and those of a few people that are near one of them."""
        group, beside, fresh = {seed}, set[int](), {seed}
        while fresh and len(group) < MOST_WORDINGS:
            near = self._near([self._prints[each] for each in sorted(fresh)])
            fresh = self._of_enough(near) - group
            group |= fresh
            beside |= near
        return group, beside

    def _of_enough(self, wordings: set[int]) -> set[int]:
        return {each for each in wordings if self.are_enough(self._holders[each])}

    def _near(self, prints: Sequence[Fingerprint]) -> set[int]:
        """The wordings that are one of these changed, and that somebody has who is counted."""
        by_band: dict[int, list[Fingerprint]] = {}
        for each in prints:
            for band in each.bands:
                by_band.setdefault(band, []).append(each)
        query = select(registry_bands.c.wording_id).where(registry_bands.c.band.in_(list(by_band))).distinct()
        ids = list(self.connection.scalars(query))
        self._look_up([each for each in ids if each not in self._holders])
        return {each for each in ids if self._holders[each] and self._is_near_any(self._prints[each], by_band)}

    def _is_near_any(self, wording: Fingerprint, by_band: dict[int, list[Fingerprint]]) -> bool:
        others = {id(other): other for band in wording.bands for other in by_band.get(band, ())}
        return any(wording.is_near(other) for other in others.values())

    def _look_up(self, ids: Sequence[int]) -> None:
        """Find out who among those counted has these wordings, and how those of them are that somebody has."""
        holders: dict[int, set[str]] = {each: set() for each in ids}
        clauses = registry_clauses.c
        query = select(clauses.wording_id, clauses.contract_id).where(
            clauses.wording_id.in_(ids),
            clauses.circle_id.in_([id_of_circle(each) for each in self.circles]),
            clauses.purposes.op("&")(purposes_as_bits([Purpose.STATISTICS])) != 0,
        )
        for row in self.connection.execute(query.distinct()):
            if row.contract_id in self.counted:
                holders[row.wording_id].add(row.contract_id)
        self._holders |= {each: frozenset(contracts) for each, contracts in holders.items()}
        held = select(registry_wordings).where(registry_wordings.c.id.in_([each for each, contracts in holders.items() if contracts]))
        for row in self.connection.execute(held):
            sketch = sketch_in(row.sketch)
            self._prints[row.id] = Fingerprint(row.exact, sketch, bands_of(sketch), row.scheme)
