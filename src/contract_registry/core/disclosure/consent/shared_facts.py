"""The facts about a contract that may be shared, each told so coarsely that it fits many: family, quarter, country, band."""

from __future__ import annotations

from contract_registry.core.contracts.facts import Facts, jurisdiction_of
from contract_registry.core.quantities.bands import banded
from contract_registry.core.records.particulars import Particulars
from contract_registry.core.scanning.findings import Circumstances

_FAMILY_OF = {
    "author": "writer",
    "journalist": "writer",
    "translator": "writer",
    "illustrator": "visual artist",
    "photographer": "visual artist",
    "designer": "visual artist",
    "performer": "performer",
    "voice actor": "performer",
    "musician": "musician",
    "composer": "musician",
    "developer": "developer",
}
_OCCASIONS = ("made", "effective", "signature")
_MONTHS_IN_QUARTER = 3
_WITH_MONTH = len("2026-03")
_PROMPT, _USUAL, _SLOW = 14, 30, 60


def shared_facts(facts: Facts, circumstances: Circumstances, recorded: Particulars, language: str) -> tuple[tuple[str, str], ...]:
    """Names and values in a fixed order; what is not known is left out. No value stands in the contract as it is told here, but its law's country.

    What was recorded of the contract goes before what the contract says.
    """
    day = next((date.iso for kind in _OCCASIONS for date in facts.dates if date.kind == kind and date.iso[:1].isdigit()), "")
    fee = next((banded(fee.money) for fee in facts.fee if fee.money is not None), "")
    days = next((term.days for term in facts.payment if term.days is not None), None)
    told = (
        ("sector", recorded.sector or circumstances.sector),
        ("role family", _FAMILY_OF.get(recorded.role or circumstances.role, "")),
        ("year", day[:4]),
        ("quarter", _quarter(day)),
        ("jurisdiction", circumstances.jurisdiction or jurisdiction_of(facts)),
        ("fee", fee),
        ("paid within", "" if days is None else _days(days)),
        ("agreement", " ".join(filter(None, (recorded.agreement, recorded.agreement_edition)))),
        ("verification", recorded.verification),
        ("language", language),
    )
    return tuple((name, value) for name, value in told if value)


def _quarter(day: str) -> str:
    """The quarter of a date in ISO 8601 ("2026 Q1"); empty where the month is not known."""
    return f"{day[:4]} Q{(int(day[5:7]) - 1) // _MONTHS_IN_QUARTER + 1}" if len(day) >= _WITH_MONTH else ""


def _days(days: int) -> str:
    """How long payment takes, in four bands."""
    if days <= _USUAL:
        return "up to 14 days" if days <= _PROMPT else "15 to 30 days"
    return "31 to 60 days" if days <= _SLOW else "more than 60 days"
