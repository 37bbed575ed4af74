"""What became of the clauses of a contract, as its page lists it and its forms say it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from contract_registry.core.disclosure.consent.outcomes_told import told_wholly_from
from contract_registry.core.records.outcome import ClauseOutcome
from contract_registry.operations.outcomes import outcomes_of, record_outcome
from contract_registry.operations.records import Recorder
from contract_registry.operations.reviewed import QUEUED
from contract_registry.operations.service import Service
from contract_registry.web.fields import Sent

NAMES = {
    "removed": "It was taken out",
    "narrowed": "It was narrowed",
    "paid for": "It stayed, and is paid for",
    "unchanged": "It stayed as it was",
    "accepted knowingly": "It was accepted, knowing what it says",
    "unknown": "Nobody knows, or it is taken back",
}
"""What can be chosen, as people say it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was not taken: of which finding, why, and what was written."""

    finding: str
    why: str
    sent: Sent


@dataclass(frozen=True, slots=True)
class WhatBecame:
    """A clause that was found: what is kept of it, what its form holds, since when others are told, and why the form was refused, if it was."""

    finding: Mapping[str, Any]
    kept: ClauseOutcome | None
    form: Mapping[str, str]
    told_from: datetime | None
    refused: str


def what_became(service: Service, recorder: Recorder, contract: str, scan: str | None, refused: Refused | None = None) -> list[WhatBecame]:
    """The passages of a scan, each with what became of it, and what else of which that was said; NotFound where there is no such contract for the recorder."""
    return list(_each(json.loads(scan or "{}"), service, recorder, contract, refused))


def say_what_became(service: Service, recorder: Recorder, contract: str, finding: str, sent: Sent) -> None:
    """Keep what a form says; WrongUsage where it makes no sense, NotFound where the scan has no such finding."""
    record_outcome(
        service, recorder, contract, ClauseOutcome(finding, sent["outcome"], sent["on"].strip(), sent["evidence"], sent["counter"])
    )


def _each(form: dict[str, Any], service: Service, recorder: Recorder, contract: str, refused: Refused | None) -> Iterator[WhatBecame]:
    kept = {each.said.finding: each for each in outcomes_of(service, recorder, contract)}
    for finding in (each for kind in QUEUED for each in form.get(kind, ())):
        known, is_refused = kept.get(finding["id"]), refused is not None and refused.finding == finding["id"]
        if not known and not is_refused and finding.get("passage", finding["id"]) != finding["id"]:
            continue
        said = refused.sent if refused and is_refused else asdict(known.said) if known else Sent()
        yield WhatBecame(
            finding,
            known.said if known else None,
            said,
            told_wholly_from(known) if known else None,
            refused.why if refused and is_refused else "",
        )
