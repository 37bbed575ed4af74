"""A pack of rules in words: where it speaks, and why it spoke in a scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from contract_registry.core.rules.rulebook import Pack
from contract_registry.core.scanning.findings import PackVersion
from contract_registry.exporting.inert import inert
from contract_registry.exporting.pattern_words import idea_name
from contract_registry.exporting.plain_words import listed, uncapitalised


def where_it_speaks(pack: Pack) -> str:
    """On whose contracts the pack speaks: `in every contract`, or the sectors that a person may name and what else shows them."""
    if not pack.sectors:
        return "in every contract"
    named = f"where you name the sector {' or '.join(sorted(pack.sectors))}"
    shown = list(_shown(pack))
    return f"{named}, or in a document {'; or '.join(shown)}" if shown else f"{named}, or name none"


def on_packs(packs: Iterable[PackVersion]) -> Iterator[str]:
    """For each pack of a scan that is not for everybody: that its rules spoke too, and why."""
    for pack in packs:
        if pack.because:
            yield f"The rules for {inert(uncapitalised(pack.title))} spoke too: {inert(pack.because)}."


def _shown(pack: Pack) -> Iterator[str]:
    signs = pack.shown_by
    if signs and signs.ideas:
        yield f"that speaks of {signs.at_least} of these: {listed([idea_name(idea) for idea in signs.ideas])}"
    if signs and signs.document_kinds:
        yield f"that looks like {' or '.join(sorted(signs.document_kinds))}"
