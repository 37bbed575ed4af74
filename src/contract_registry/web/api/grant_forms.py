"""The forms in which the API tells who may see a contract, and who has looked."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field

from contract_registry.core.disclosure.grants import LONGEST_PURPOSE
from contract_registry.core.disclosure.people import Person
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.granting import Granted, Looked


class PersonForm(BaseModel):
    """Somebody, as far as whoever asks may know."""

    id: str = Field(examples=["0b0c7c1e-5f0e-4c07-8c57-1b1d1f1f6a2e"])
    name: str = Field(description="What others here call this person.", examples=["Ann Ferrer"])
    role: Role
    belongs_to: str = Field(default="", description="Organisation and branch, where they are told.", examples=["Union of Illustrators"])


class GrantForm(BaseModel):
    """That somebody may open a contract."""

    contract: str
    person: PersonForm = Field(description="To the owner: who may open it. To whoever may open it: its owner.")
    given_at: datetime
    ends_at: datetime


class OpeningForm(BaseModel):
    """That somebody opened a contract."""

    person: PersonForm | None = Field(description="Null where that person has been erased since.")
    opened_at: datetime
    purpose: str


class PurposeForm(BaseModel):
    """Why a contract is opened."""

    purpose: str = Field(description="Its owner reads it.", max_length=LONGEST_PURPOSE, examples=["Advice on the waiver before she signs"])


class ToWhom(BaseModel):
    """To whom a contract is granted."""

    person: str = Field(description="The id of an officer of your own organisation, or of a caseworker.", max_length=100)


def person_form(person: Person, belongs_to: str = "") -> PersonForm:
    """The person as the API tells of somebody else."""
    return PersonForm(id=person.id, name=person.known_as, role=person.role, belongs_to=belongs_to)


def grant_form(granted: Granted) -> GrantForm:
    """The grant with the person on its other side."""
    grant = granted.grant
    return GrantForm(contract=grant.contract, person=person_form(granted.person), given_at=grant.given_at, ends_at=grant.ends_at)


def opening_form(looked: Looked) -> OpeningForm:
    """The opening with whoever it was."""
    opening = looked.opening
    return OpeningForm(person=person_form(looked.person) if looked.person else None, opened_at=opening.opened_at, purpose=opening.purpose)
