"""What the vault gives for sharing: a contract's clauses redacted and fingerprinted, with what was found in each, and its facts in bands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.contracts.facts import facts_of
from contract_registry.core.contracts.fingerprints.fingerprint import fingerprints_of
from contract_registry.core.disclosure.consent.projection import Found, KeptClause, KeptContract
from contract_registry.core.disclosure.consent.shared_facts import shared_facts
from contract_registry.core.disclosure.redaction.beside import redacted_beside
from contract_registry.core.disclosure.redaction.redact import NameFinder, Redaction
from contract_registry.core.records.partial_date import is_partial_date
from contract_registry.core.records.particulars import NOT_RECORDED, Particulars
from contract_registry.core.records.seen import SEEN_BY_NOBODY, Seen
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.core.scanning.findings import Circumstances

_SAYS_NOTHING = frozenset({"heading", "parties", "signature", "remark"})
"""Kinds of clause that bind nobody to anything, and are not shared."""
_GRAVITY: dict[str, int] = {severity: place for place, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan says of a contract: in which circumstances it was judged, and what was found, each with where in the text its passage begins; `counters` are the wordings agreed instead.

    Those are in the words in which somebody wrote them down, and are redacted as the contract is.
    """

    circumstances: Circumstances
    found: tuple[tuple[int, Found], ...] = ()
    counters: tuple[tuple[int, str], ...] = ()


def kept_contract(
    contract: str,
    owner: str,
    redaction: Redaction,
    scanned: Scanned,
    recorded: Particulars = NOT_RECORDED,
    seen: Seen = SEEN_BY_NOBODY,
    names: NameFinder | None = None,
) -> KeptContract:
    """The contract as it may be shared once its owner has confirmed the redaction; which of it is shared, and with whom, its consents say."""
    clauses = redaction.clauses
    found = _by_clause(clauses, scanned.found)
    counters = {_clause_at(clauses, at): redacted_beside(redaction, words, names) for at, words in reversed(scanned.counters) if words}
    said = [clause for clause in clauses.clauses if clause.kind not in _SAYS_NOTHING]
    prints = fingerprints_of(clauses, [clause.body for clause in said], [each.span for each in redaction.removals])
    return KeptContract(
        contract,
        owner,
        recorded.engager_named or _engager(clauses),
        shared_facts(facts_of(clauses), scanned.circumstances, replace(recorded, **_agreement(redaction, recorded)), clauses.language),
        tuple(
            KeptClause(clause.index, found.get(clause.index, ()), fingerprint, _read(redaction, clause), counters.get(clause.index, ""))
            for clause, fingerprint in zip(said, prints, strict=True)
        ),
        seen.officer_of(recorded),
    )


def _agreement(redaction: Redaction, recorded: Particulars) -> dict[str, str]:
    """The union's agreement as others may read it: its name is written down by whoever records it, in any words."""
    named = {"agreement": recorded.agreement, "agreement_edition": recorded.agreement_edition}
    return {
        field: redacted_beside(redaction, words, is_name=True) for field, words in named.items() if words and not is_partial_date(words)
    }


def _read(redaction: Redaction, clause: Clause) -> str:
    """What others may read of a clause: with the words that carry into it from above, without its printed number."""
    return " ".join(redaction.at(span).text for span in (*clause.lead_in, clause.body))


def _by_clause(clauses: Clauses, found: Sequence[tuple[int, Found]]) -> dict[int, tuple[Found, ...]]:
    """What was found in each clause, each type once, the gravest first; of several passages of a type what became of the first of which that is told, and what officers said of the first of which they said a word."""
    every: dict[int, dict[str, Found]] = defaultdict(dict)
    for at, each in sorted(found, key=lambda pair: -_GRAVITY.get(pair[1].severity, 0)):
        types = every[_clause_at(clauses, at)]
        first = types.setdefault(each.type, each)
        reviews = tuple(sorted({**dict(each.reviews), **dict(first.reviews)}.items()))
        types[each.type] = replace(first, became=first.became or each.became, reviews=reviews)
    return {index: tuple(types.values()) for index, types in every.items()}


def _clause_at(clauses: Clauses, at: int) -> int:
    return max(bisect_right(clauses.clauses, at, key=lambda clause: clause.own.start) - 1, 0)


def _engager(clauses: Clauses) -> str:
    """The name of the engager as it stands in the contract; empty where none was found or it is a word for the side alone."""
    return next((party.name for party in clauses.parties if party.role == "engager" and party.name and party.at is not None), "")
