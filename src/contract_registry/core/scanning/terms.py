"""Defined terms expanded: a unit that says "the Permitted Purpose" also says, through it, what its definition says, two hops deep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from contract_registry.core.scanning.context.cues import EXCEPTS, GRAMMAR, NEGATES
from contract_registry.core.scanning.context.ownership import WHOSE
from contract_registry.core.scanning.context.purposes import says_what_for
from contract_registry.core.scanning.context.statements import FAR
from contract_registry.core.scanning.mentions import TERM, Mention, Mentions
from contract_registry.core.scanning.units import Unit

HOPS = 2
_HEAD = 12
_DOCUMENTS = frozenset({"agreement", "agreements", "terms", "policy", "policies", "conditions", "contract", "guidelines", "rules", "deed"})
_STAYS = ("@", "#", "=")


def concepts_by_term(mentions: Mentions, parties: frozenset[str]) -> dict[str, tuple[frozenset[str], str]]:
    """For each defined term's mention name: the concepts its meaning speaks of (through other terms too), and the term itself.

    Small words of context and plain words stay where they are, and the names of `parties` (in lower case) and of documents are expanded to nothing.
    """
    direct = [[mentions.within(meaning) for meaning in meanings] for meanings in mentions.meanings]
    spoken = [frozenset().union(*map(_meant, every)) for every in direct]
    leads = [
        {int(each.concept.removeprefix(TERM)) for found in every for each in found if each.concept.startswith(TERM)} for every in direct
    ]
    expanded = {}
    for number, definition in enumerate(mentions.terms):
        if definition.term.lower() in parties or not _DOCUMENTS.isdisjoint(definition.term.lower().split()):
            continue
        reached, edge = {number}, {number}
        for _ in range(HOPS - 1):
            edge = {further for each in edge for further in leads[each]} - reached
            reached |= edge
        expanded[f"{TERM}{number}"] = (frozenset().union(*(spoken[each] for each in reached)), definition.term)
    return expanded


def _meant(found: Sequence[Mention]) -> frozenset[str]:
    """The concepts a meaning speaks of; whose work is meant only where the meaning begins with it ("content you upload, ...").

    What it takes out ("all copyright, but excluding moral rights") is not meant.
    """
    begins = found[0].first if found else 0
    takes_out = min((each.first for each in found if each.concept in {EXCEPTS, NEGATES} and each.first > begins), default=FAR)
    return frozenset(
        each.concept
        for each in found
        if each.first < takes_out
        and not each.concept.startswith(_STAYS)
        and each.concept not in GRAMMAR
        and (each.concept not in WHOSE or each.first < begins + _HEAD)
    )


def expanded(
    unit: Unit,
    by_term: Mapping[str, tuple[frozenset[str], str]],
    mentions: Mentions,
    only: AbstractSet[str] | None = None,
    of_purposes: AbstractSet[str] = frozenset(),
) -> Unit:
    """`unit` with what its defined terms mean added to what it says, each with the term it came through.

    Of concepts `only`, where given; of what a term that names a purpose means, those `of_purposes` too.
    """
    added = []
    for heard in unit.heard:
        if heard.concept in by_term:
            concepts, term = by_term[heard.concept]
            meanings = mentions.meanings[int(heard.concept.removeprefix(TERM))]
            if not any(meaning.overlaps(unit.span) for meaning in meanings):
                meant = concepts if only is None else concepts & (only | of_purposes if says_what_for(term) else only)
                added += [heard._replace(concept=concept, through=term) for concept in sorted(meant)]
    return replace(unit, heard=tuple(sorted((*unit.heard, *added)))) if added else unit
