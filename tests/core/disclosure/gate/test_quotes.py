"""Words are quoted only where they lead to no document: redacted, agreed to, and in several contracts of several people, or public anyway."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.policy import OUTSIDE
from contract_registry.core.disclosure.gate.quotes import Words, may_quote


def seen(*pairs: tuple[str, str]) -> list[Contribution]:
    return [Contribution(person, engagement, datetime(2026, 1, 1, tzinfo=UTC), {}) for person, engagement in pairs]


THREE = seen(("ada", "e1"), ("bo", "e2"), ("cy", "e3"))
AGREED = Words(is_redacted=True, is_public=False, officers=frozenset({"o1", "o2"}))


@pytest.mark.parametrize(
    ("words", "sightings", "in_public", "may"),
    [
        (AGREED, THREE, True, True),
        (AGREED, THREE[:2], False, False),
        (AGREED, seen(("ada", "e1"), ("ada", "e2"), ("ada", "e3")), False, False),
        (AGREED, seen(("ada", "e1"), ("bo", "e1"), ("cy", "e1")), False, False),
        (Words(is_redacted=False, is_public=False, officers=AGREED.officers), THREE, False, False),
        (Words(is_redacted=True, is_public=False, officers=frozenset()), THREE, False, False),
        (Words(is_redacted=True, is_public=False, officers=frozenset({"o1"})), THREE, False, True),
        (Words(is_redacted=True, is_public=False, officers=frozenset({"o1"})), THREE, True, False),
        (Words(is_redacted=False, is_public=True, officers=frozenset()), [], True, True),
    ],
)
def test_what_may_be_quoted(words: Words, sightings: list[Contribution], in_public: bool, may: bool) -> None:
    assert may_quote(words, sightings, OUTSIDE, in_public=in_public) is may
