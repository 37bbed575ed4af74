"""People, the organisations they belong to, and how far somebody has come with signing in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from contract_registry.core.disclosure.roles import ALLOWED, May, Role


class OrganisationKind(StrEnum):
    """What an organisation is."""

    UNION = "union"
    CLINIC = "clinic"


@dataclass(frozen=True, slots=True)
class Organisation:
    """A union or a clinic."""

    id: str
    name: str
    kind: OrganisationKind


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of an organisation."""

    id: str
    organisation: str
    name: str


class Standing(StrEnum):
    """Whether a person can sign in."""

    INVITED = "invited"
    ACTIVE = "active"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known here. Name and address are empty where only programs speak for this person, or where the key to them is gone."""

    id: str
    role: Role
    organisation: str | None
    branch: str | None
    name: str
    address: str
    standing: Standing
    has_password: bool
    has_second_factor: bool
    made_at: datetime

    @property
    def known_as(self) -> str:
        """What to call this person."""
        return self.name or self.address or f"Somebody without a name ({self.id[:8]})"


class Stage(StrEnum):
    """How far somebody has come with signing in."""

    OUTSIDE = "outside"
    PASSWORD_GIVEN = "password given"  # noqa: S105  a stage, no password
    TO_SET_UP = "second factor to be set up"
    INSIDE = "inside"


_WITHOUT_NAME = frozenset({May.LOOK, May.SCAN, May.SIGN_IN, May.SEE_FIGURES})
_AT_STAGE = {
    Stage.OUTSIDE: _WITHOUT_NAME,
    Stage.PASSWORD_GIVEN: _WITHOUT_NAME | {May.GIVE_SECOND_FACTOR, May.SIGN_OUT},
    Stage.TO_SET_UP: _WITHOUT_NAME | {May.SET_UP_SECOND_FACTOR, May.SIGN_OUT},
    Stage.INSIDE: frozenset(May) - {May.GIVE_SECOND_FACTOR},
}


@dataclass(frozen=True, slots=True)
class Asker:
    """Whoever asks: by a session, by a token (which may be for reading alone), or unknown."""

    role: Role = Role.VISITOR
    stage: Stage = Stage.OUTSIDE
    person: str = ""
    organisation: str | None = None
    branch: str | None = None
    can_write: bool = True

    def may(self, what: May) -> bool:
        """Whether the role allows it, and signing in has come far enough for it."""
        return self.role in ALLOWED[what] and what in _AT_STAGE[self.stage]


VISITOR = Asker()
"""Whoever did not say who they are."""
