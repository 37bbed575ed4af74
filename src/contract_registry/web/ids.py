"""Ids as they stand in an address."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path

from contract_registry.errors import NotFound


def as_id(words: str) -> str:
    """The id as the database takes it; NotFound where it is no id at all, which is the id of nothing."""
    try:
        return str(UUID(words))
    except ValueError as error:
        raise NotFound from error


def _contract(contract: Annotated[str, Path(description="The id of a contract.")]) -> str:
    return as_id(contract)


def _person(person: Annotated[str, Path(description="The id of a person.")]) -> str:
    return as_id(person)


ContractId = Annotated[str, Depends(_contract)]
PersonId = Annotated[str, Depends(_person)]
