"""The drift of a template: dated editions in, and out for each type of clause when it entered and left, and since when AI is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from contract_registry.core.comparing.compare import Edition
from contract_registry.core.comparing.drift.ai_wording import AiWording, ai_wording
from contract_registry.core.comparing.drift.following import strands_of
from contract_registry.core.comparing.drift.strand import Spell, Standing, Strand, standing_of
from contract_registry.core.rules.rule import SEVERITIES, Family
from contract_registry.core.scanning.mentions import Mentions


@dataclass(frozen=True, slots=True)
class DatedEdition:
    """An edition as it stood from `day` on (2024-08-31, or less of it), under the name of its file."""

    name: str
    day: str
    edition: Edition


@dataclass(frozen=True, slots=True)
class TypeDrift:
    """All strands of one type that are said in one way, in the order in which they came; `spells` are those of any of them."""

    family: Family
    type: str
    standing: Standing
    title: str
    strands: tuple[Strand, ...]
    spells: tuple[Spell, ...]

    @property
    def gravest(self) -> int:
        """How grave it ever was."""
        return max(SEVERITIES.index(event.said.severity) for strand in self.strands for event in strand.events)


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of a template over its editions, which stand in the order of their days."""

    editions: tuple[DatedEdition, ...]
    types: tuple[TypeDrift, ...]
    ai: AiWording


def drift_of(editions: Sequence[DatedEdition], mentions: Sequence[Mentions], ai_types: Collection[str]) -> Drift:
    """The drift over `editions`, the oldest first; `mentions` are those of each, `ai_types` the types of harm by AI.

    Pages that a web archive wraps around terms do not count: what is followed are sentences of which rules speak, and sentences that name AI.
    """
    texts = [each.edition for each in editions]
    groups: dict[tuple[Family, str, Standing], list[Strand]] = defaultdict(list)
    for strand in strands_of(texts):
        groups[strand.said.family, strand.said.type, standing_of(strand.said)].append(strand)
    types = [
        TypeDrift(family, name, standing, strands[0].said.title, tuple(strands), _joined(strands))
        for (family, name, standing), strands in groups.items()
    ]
    types.sort(key=lambda each: (each.spells[0].first, -each.gravest, each.type, each.standing))
    return Drift(tuple(editions), tuple(types), ai_wording(texts, mentions, ai_types))


def _joined(strands: Sequence[Strand]) -> tuple[Spell, ...]:
    """The spells of several strands as one row without overlaps."""
    joined: list[Spell] = []
    for spell in sorted((spell for strand in strands for spell in strand.spells), key=lambda spell: spell.first):
        if joined and spell.first <= joined[-1].last + 1:
            joined[-1] = Spell(joined[-1].first, max(joined[-1].last, spell.last))
        else:
            joined.append(spell)
    return tuple(joined)
