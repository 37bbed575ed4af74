"""Who is who: the names that documents give engagers, put together and taken apart by decisions of two people and by nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contract_registry.core.disclosure.engagers.decision import Decision, What


@dataclass(frozen=True, slots=True)
class Identity:
    """One engager as it was verified to be: all names it has in documents, folded, its brands, and the groups it belongs to."""

    names: frozenset[str]
    brands: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The first of its names, by the alphabet."""
        return min(self.names)


def identities(names: Iterable[str], decisions: Sequence[Decision]) -> tuple[Identity, ...]:
    """Every engager that these names and decisions make, by their first names. Of several decisions on two names the latest holds.

    Likeness of names joins nothing: two firms may have one name, and one firm may have many.
    """
    joined: set[frozenset[str]] = set()
    known = set(names)
    for each in sorted(decisions, key=lambda each: (each.at, each.proposal.id)):
        parts = each.proposal.names
        known |= parts
        if each.proposal.what is What.SAME:
            first, *others = sorted(parts)
            joined |= {frozenset({first, other}) for other in others}
        elif each.proposal.what is What.APART:
            joined = _taken_apart(parts, joined)
    return tuple(_identity(group, decisions) for group in sorted(_groups(known, joined), key=min))


def identity_of(name: str, every: Iterable[Identity]) -> Identity:
    """The engager that a name means."""
    return next((each for each in every if name in each.names), Identity(frozenset({name})))


def _taken_apart(parts: frozenset[str], joined: set[frozenset[str]]) -> set[frozenset[str]]:
    """The joins that are left: none between the parts and others, whichever way round they were joined."""
    inside = [group & parts for group in _groups(set().union(*joined, parts), joined)]
    outside = [group - parts for group in _groups(set().union(*joined, parts), joined)]
    return {frozenset({min(group), other}) for group in (*inside, *outside) if group for other in group - {min(group)}}


def _groups(names: Iterable[str], joined: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    group = {name: frozenset({name}) for name in names}
    for pair in joined:
        whole = frozenset().union(*(group[name] for name in pair))
        group.update(dict.fromkeys(whole, whole))
    return list(dict.fromkeys(group.values()))


def _identity(names: frozenset[str], decisions: Sequence[Decision]) -> Identity:
    """An engager with what is said of brands and groups of any of its names; a name that is its own is neither."""
    said = [each.proposal for each in decisions]
    brands = {brand for each in said if each.what is What.BRAND and each.of in names for brand in each.names}
    groups = {each.of for each in said if each.what is What.GROUP and not names.isdisjoint(each.names)}
    return Identity(names, frozenset(brands - names), frozenset(groups - names))
