"""What became of the clauses of a contract as it is kept: one record for all of them, sealed with the contract's key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from contract_registry.core.disclosure.consent.outcomes_told import KeptOutcome
from contract_registry.core.records.outcome import ClauseOutcome
from contract_registry.storage.vault.keeping import WritableShelf
from contract_registry.storage.vault.records import Kind, keep_record, record_of
from contract_registry.storage.vault.shelf import Shelf

_TIMES = ("since", "counter_since")


def kept_outcomes(shelf: Shelf, contract: str) -> dict[str, KeptOutcome]:
    """What became of the clauses, by finding, as far as it was recorded; NotFound where this owner has no such contract."""
    return {finding: _opened(dict(told)) for finding, told in (record_of(shelf, contract, Kind.OUTCOMES) or {}).items()}


def keep_outcomes(shelf: WritableShelf, contract: str, every: Mapping[str, KeptOutcome]) -> None:
    """Keep these in place of those before; NotFound."""
    keep_record(shelf, contract, Kind.OUTCOMES, {finding: _told(each) for finding, each in every.items()})


def _told(each: KeptOutcome) -> dict[str, str]:
    return {**asdict(each.said), "since": each.since.isoformat(), "counter_since": each.counter_since.isoformat(), "before": each.before}


def _opened(told: dict[str, Any]) -> KeptOutcome:
    """Records of earlier versions say nothing of times: what they say was told already."""
    before = told.pop("before", "")
    times = {name: datetime.fromisoformat(told.pop(name)) for name in _TIMES if name in told}
    return KeptOutcome(ClauseOutcome(**told), before=before, **times)
