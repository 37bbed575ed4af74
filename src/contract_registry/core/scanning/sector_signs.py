"""What shows the sector of a document whose owner names none: ideas that only one trade speaks of, or the kind of document it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.rulebook import Rulebook, Signs
from contract_registry.core.scanning.mentions import Mentions

_LONG = 600
"""Words and marks: in a shorter text a single mention of an idea says what it is about."""
_AGAIN_AND_AGAIN = 2.0
"""Times in a thousand words and marks that a longer document speaks of its own trade; terms of service touch every trade once."""


def shown_packs(rulebook: Rulebook, sector: str, clauses: Clauses, mentions: Mentions) -> Mapping[str, str]:
    """The packs whose sector the document shows, by id, each with what shows it.

    Its words count only where the person's own `sector` has no pack; the kind of document always counts, being no guess at a trade.
    """
    is_said = any(sector in pack.sectors for pack in rulebook.packs)
    shown = {}
    for pack in rulebook.packs:
        signs = pack.shown_by
        if signs and clauses.kind in signs.document_kinds:
            shown[pack.id] = f"the document looks like {clauses.kind}"
        elif signs and not is_said and _speaks_of(signs, mentions):
            words = dict.fromkeys(_words(signs.ideas, clauses, mentions))
            shown[pack.id] = f"the document speaks of {' and '.join(f'“{each}”' for each in list(words)[: signs.at_least])}"
    return shown


def _speaks_of(signs: Signs, mentions: Mentions) -> bool:
    times = [mentions.counts.get(name, 0) for name in signs.ideas]
    length = len(mentions.tokens.norms)
    is_enough = length < _LONG or sum(times) * 1000 >= _AGAIN_AND_AGAIN * length
    return bool(times) and is_enough and sum(map(bool, times)) >= signs.at_least


def _words(ideas: Collection[str], clauses: Clauses, mentions: Mentions) -> Iterator[str]:
    """The words by which the document first speaks of each idea."""
    waiting = set(ideas)
    for said in mentions.said:
        spoken = waiting.intersection(said.concepts)
        if spoken:
            waiting -= spoken
            start, end = mentions.tokens.starts[said.first], mentions.tokens.ends[said.last - 1]
            yield " ".join(clauses.document.text[start:end].split())
