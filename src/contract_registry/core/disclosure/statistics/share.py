"""How large a part of the engagements has something, between two bounds that follow from the two bands that are told."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.disclosure.gate.cell import Figure


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole between `lower` and `upper`, from 0 to 1."""

    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Told:
    """What the gate says of a cell, and the part it is of the whole beside it; None for what is not said."""

    figure: Figure | None
    share: Share | None = None


def told(part: Figure | None, whole: Figure | None) -> Told:
    """The figure with its share; no share where either is not said. It tells nothing that the two figures do not."""
    return Told(part, None if part is None or whole is None else share_of(part, whole))


def share_of(part: Figure, whole: Figure) -> Share:
    """The least and the greatest part that engagements in these bands can be."""
    return Share(part.engagements.lower / whole.engagements.upper, min(1.0, part.engagements.upper / max(whole.engagements.lower, 1)))
