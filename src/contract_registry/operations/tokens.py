"""Who a program asks for: a token is made for an owner, and tells the owner again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from contract_registry.errors import NotSignedIn
from contract_registry.operations.foundations import Foundations
from contract_registry.operations.service import Service
from contract_registry.storage.tokens import PREFIX, keep_token, owner_of_token


def new_token(foundations: Foundations, owner: str, words: Callable[[], str], now: datetime) -> str:
    """A token that speaks for this owner from now on; it cannot be shown again."""
    token = PREFIX + words()
    with foundations.database.engine.begin() as connection:
        keep_token(connection, token, owner, now)
    return token


def owner_of(service: Service, authorization: str) -> str:
    """For whom the header Authorization speaks; NotSignedIn where it is missing or its token is none."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() == "bearer" and token.startswith(PREFIX):
        with service.store.reading() as reading:
            if owner := owner_of_token(reading.connection, token.strip()):
                return owner
    raise NotSignedIn
