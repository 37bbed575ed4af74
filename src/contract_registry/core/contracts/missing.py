"""What a contract refers to that was not supplied with it: schedules, policies, riders, collective agreements."""

from __future__ import annotations

from bisect import bisect_right

from contract_registry.core.clauses.tree import Clauses, Reference
from contract_registry.core.contracts.fact import Fact


class Missing(Fact):
    """A document referred to, in the words of the first reference to it, that leads nowhere here and could be supplied."""

    __slots__ = ()


def references_missing(clauses: Clauses) -> tuple[Missing, ...]:
    """Each document that the contract refers to and does not hold, once, in the order of the text."""
    starts = [clause.own.start for clause in clauses.clauses]
    missing: dict[str, Missing] = {}
    for reference in clauses.references:
        if reference.target is None and reference.external:
            missing.setdefault(
                _name(reference), Missing(reference.span, max(bisect_right(starts, reference.span.start) - 1, 0), reference.text)
            )
    return tuple(missing.values())


def _name(reference: Reference) -> str:
    """What tells one document from another: the words without case, article and spacing."""
    return " ".join(reference.text.lower().removeprefix("the ").split())
