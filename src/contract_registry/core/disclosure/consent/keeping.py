"""What the vault gives for sharing: a contract's clauses redacted and fingerprinted, with the types that were found in each, and its facts in bands."""

from __future__ import annotations

from collections import defaultdict

from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.contracts.facts import facts_of
from contract_registry.core.contracts.fingerprints.fingerprint import fingerprints_of
from contract_registry.core.disclosure.consent.projection import KeptClause, KeptContract
from contract_registry.core.disclosure.consent.shared_facts import shared_facts
from contract_registry.core.disclosure.redaction.redact import Redaction
from contract_registry.core.scanning.findings import Scan

_SAYS_NOTHING = frozenset({"heading", "parties", "signature", "remark"})
"""Kinds of clause that bind nobody to anything, and are not shared."""


def kept_contract(contract: str, owner: str, redaction: Redaction, scan: Scan) -> KeptContract:
    """The contract as it may be shared once its owner has confirmed the redaction; which of it is shared, and with whom, its consents say."""
    clauses = redaction.clauses
    types = _types_by_clause(scan)
    said = [clause for clause in clauses.clauses if clause.kind not in _SAYS_NOTHING]
    prints = fingerprints_of(clauses, [clause.body for clause in said])
    return KeptContract(
        contract,
        owner,
        _engager(clauses),
        shared_facts(facts_of(clauses), scan.circumstances),
        tuple(
            KeptClause(clause.index, types.get(clause.index, ()), fingerprint, _read(redaction, clause))
            for clause, fingerprint in zip(said, prints, strict=True)
        ),
    )


def _read(redaction: Redaction, clause: Clause) -> str:
    """What others may read of a clause: with the words that carry into it from above, without its printed number."""
    return " ".join(redaction.at(span).text for span in (*clause.lead_in, clause.body))


def _types_by_clause(scan: Scan) -> dict[int, tuple[str, ...]]:
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for each in (*scan.findings, *scan.protections, *scan.unclear):
        found[each.clause_index][each.type] = None
    return {index: tuple(types) for index, types in found.items()}


def _engager(clauses: Clauses) -> str:
    """The name of the engager as it stands in the contract; empty where none was found or it is a word for the side alone."""
    return next((party.name for party in clauses.parties if party.role == "engager" and party.name and party.at is not None), "")
