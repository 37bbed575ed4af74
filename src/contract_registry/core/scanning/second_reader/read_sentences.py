"""The sentences of a document as the second reader is given them, each read once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.read_unit import read_unit
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.second_reader.by_role import sentence_of
from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.core.scanning.units import Place, Unit, unit_at
from contract_registry.core.text import Span


class Read(NamedTuple):
    """A sentence with all that is heard in it, and as the second reader is given it."""

    reading: Reading
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class ReadSentences:
    """A document with what is said in it; `acts` and `quiet` are those of the scanner."""

    clauses: Clauses
    mentions: Mentions
    acts: Mapping[str, Act]
    quiet: Mapping[str, str]
    _read: dict[tuple[Span, ...], Read] = field(default_factory=dict)

    def at(self, place: Place) -> Read | None:
        """The sentence at `place` with the words that carry into it; None where it has no words of its own."""
        key = (*place.lead_in, place.heading or Span(0, 0), place.span, *place.closing)
        if key not in self._read:
            unit = unit_at(place, self.mentions)
            if unit is None:
                return None
            reading = read_unit(unit, self.mentions, self.acts, self.quiet)
            self._read[key] = Read(reading, sentence_of(reading, self.mentions, self.clauses.document.text))
        return self._read[key]

    def of(self, unit: Unit) -> Read | None:
        """The sentence of a unit in which less may have been heard."""
        by_kind = {kind: tuple(piece.span for piece in unit.pieces if piece.kind == kind) for kind in ("heading", "lead-in", "closing")}
        return self.at(Place(unit.clause, unit.span, by_kind["lead-in"], next(iter(by_kind["heading"]), None), by_kind["closing"]))
