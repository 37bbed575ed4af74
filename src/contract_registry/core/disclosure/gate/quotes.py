"""Whether words may be quoted: redacted and agreed to by an officer, and either public or in so many documents that they lead to none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.policy import Policy


@dataclass(frozen=True, slots=True)
class Words:
    """Words that somebody would quote, and what stands behind them."""

    is_redacted: bool
    is_public: bool
    officers: frozenset[str]


def may_quote(words: Words, sightings: Iterable[Contribution], policy: Policy, *, in_public: bool) -> bool:
    """Whether they may be shown: to members where one officer agreed, in public where two did; what is published already always."""
    if words.is_public:
        return True
    seen = list(sightings)
    documents = min(len({each.engagement for each in seen}), len({each.contributor for each in seen}))
    return words.is_redacted and len(words.officers) > int(in_public) and documents >= policy.documents_with_quote
