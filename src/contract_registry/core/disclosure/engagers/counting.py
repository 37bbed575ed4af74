"""Engagements counted by who their engager was verified to be, and not by how a contract spells the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from contract_registry.core.disclosure.engagers.decision import Decision
from contract_registry.core.disclosure.engagers.identity import identities
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.records.engager import folded_name


def by_identity(contributions: Iterable[Contribution], decisions: Sequence[Decision]) -> tuple[Contribution, ...]:
    """The same with the first name of each engager's identity in place of the name in the contract.

    It is the folded name, since which spelling there is among many would tell of whoever brought it.
    """
    every = tuple(contributions)
    folded = {name: folded_name(name) for each in every for name in each.values.get(Dimension.ENGAGER, ())}
    known = {name: identity.name for identity in identities(folded.values(), decisions) for name in identity.names}
    return tuple(_called(each, {name: known[folded[name]] for name in each.values.get(Dimension.ENGAGER, ())}) for each in every)


def _called(each: Contribution, names: dict[str, str]) -> Contribution:
    return replace(each, values={**each.values, Dimension.ENGAGER: frozenset(names.values())}) if names else each
