"""A consent as its owner gave it, and who may see a contract because of those that stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from contract_registry.core.disclosure.consent.ladder import COUNTED, PUBLIC, READ_IN_STATISTICS, SHOWN, Circle, Level, Part, Purpose
from contract_registry.core.disclosure.consent.wordings import WORDINGS
from contract_registry.errors import WrongUsage


@dataclass(frozen=True, slots=True)
class Consent:
    """That the owner of a contract shares it up to a rung, with some circles, for some purposes, agreed to in the words of `wording`."""

    id: str
    contract: str
    owner: str
    level: Level
    circles: frozenset[Circle]
    purposes: frozenset[Purpose]
    wording: str
    given_at: datetime
    withdrawn_at: datetime | None = None

    def stands(self, at: datetime) -> bool:
        """Whether it was given by then and not yet taken back."""
        return self.given_at <= at and (self.withdrawn_at is None or at < self.withdrawn_at)

    def withdrawn(self, at: datetime) -> Consent:
        """The consent taken back: from `at` on, or from when it was taken back already."""
        return self if self.withdrawn_at is not None else replace(self, withdrawn_at=max(at, self.given_at))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What about a contract keeps it lower on the ladder than its owner may wish."""

    forbids_showing: bool = False
    officer_agreed: bool = False
    is_of_a_minor: bool = False
    is_published: bool = False

    @property
    def highest(self) -> Level:
        """The highest rung: facts alone where the contract forbids showing it and no officer agreed; nothing for whoever is under age."""
        if self.is_of_a_minor:
            return Level.NOTHING
        return Level.FACTS if self.forbids_showing and not self.officer_agreed else Level.ENGAGER


@dataclass(frozen=True, slots=True)
class Seeing:
    """What a circle sees now: the parts, what for, and since when."""

    circle: Circle
    level: Level
    parts: frozenset[Part]
    purposes: frozenset[Purpose]
    since: datetime


def checked(consent: Consent, bounds: Bounds) -> Consent:
    """The consent, if it can be given; WrongUsage with what to choose instead where it cannot."""
    if consent.wording not in WORDINGS:
        raise WrongUsage(f"Nobody was ever asked in the words of version {consent.wording!r}. Ask in those of one that is known.")
    if consent.level is Level.NOTHING or not consent.circles or not consent.purposes:
        raise WrongUsage("Choose what to share, with whom, and for what. To share nothing, take back what you gave.")
    if COUNTED in consent.circles and (consent.level > READ_IN_STATISTICS or consent.purposes != {Purpose.STATISTICS}):
        raise WrongUsage(
            "What is given to statistics alone is facts, and for statistics alone. Give the rest to a union or a clinic apart."
        )
    if PUBLIC in consent.circles and not bounds.is_published:
        raise WrongUsage("Only terms that anybody can read already are shown to everybody. Choose a union or a clinic.")
    if consent.level > bounds.highest:
        raise WrongUsage(_WHY_LOWER[bounds.highest])
    return consent


_WHY_LOWER = {
    Level.NOTHING: "Contracts of people under eighteen are not shared. Ask an officer for advice on yours.",
    Level.FACTS: "This contract says that you may not show it. Share facts about it alone, or ask an officer of each organisation you choose, who may agree to more.",
}


def checked_beside(consent: Consent, others: Iterable[Consent]) -> Consent:
    """The consent, if nobody sees the contract by another one of these, so that everybody sees one thing of it; WrongUsage where somebody would."""
    if any(circle.meets(other) for each in others for other in each.circles for circle in consent.circles):
        raise WrongUsage("You share this contract with some of these already. Take that back first, then choose anew.")
    return consent


def standing(consents: Iterable[Consent], at: datetime) -> tuple[Consent, ...]:
    """Those consents that stand then, in the order in which they were given."""
    return tuple(sorted((each for each in consents if each.stands(at)), key=lambda each: (each.given_at, each.id)))


def seen_by(consents: Iterable[Consent], at: datetime) -> tuple[Seeing, ...]:
    """Who can see a contract now, and what of it: an entry for each circle of each consent that stands, in the order of circles."""
    return tuple(
        Seeing(circle, each.level, SHOWN[each.level], each.purposes, each.given_at)
        for circle, each in sorted(
            ((circle, each) for each in standing(consents, at) for circle in each.circles), key=lambda pair: (pair[0], -pair[1].level)
        )
    )
