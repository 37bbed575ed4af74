"""What an officer records of a contract: who engages whom for what, on which terms, when, and how far that was verified."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from types import MappingProxyType

from contract_registry.core.records.partial_date import is_partial_date

LONGEST = 500
ENGAGEMENT_TYPES = (
    "employee",
    "worker",
    "self-employed",
    "own company",
    "loan-out",
    "contributor",
    "competition",
    "platform",
    "unknown",
)
FEE_BANDS = ("unpaid", "below 250", "250-999", "1000-4999", "5000-24999", "25000 and more", "unknown")
VERIFICATION = MappingProxyType(
    {
        "V0": "told from memory",
        "V1": "a member sent it",
        "V2": "an officer saw the document",
        "V3": "two officers, the same file from another member, or the engager's public page",
        "V4": "the engager confirmed it or replied",
    }
)


@dataclass(frozen=True, slots=True)
class Particulars:
    """The record; what is not known stays empty. `engager_named` is as the document names it, `engager` the id of the engager it was verified to be."""

    engager_named: str = ""
    engager: str = ""
    sector: str = ""
    role: str = ""
    engagement_type: str = ""
    fee_band: str = ""
    fee_currency: str = ""
    territory: str = ""
    term: str = ""
    agreement: str = ""
    agreement_edition: str = ""
    offered_on: str = ""
    signed_on: str = ""
    starts_on: str = ""
    ends_on: str = ""
    verification: str = "V1"

    @property
    def said(self) -> dict[str, str]:
        """What is known, by name."""
        return {name: value for name, value in asdict(self).items() if value}


NOT_RECORDED = Particulars()
"""Of what nobody recorded anything."""
NAMES = tuple(each.name for each in fields(Particulars))

Mistake = tuple[str, str, str]
"""A field, what is wrong with it, and what to do."""


def particulars_of(said: Mapping[str, str]) -> Particulars:
    """The record of these fields by name; other names are left alone."""
    return Particulars(**{name: said[name].strip() for name in NAMES if said.get(name, "").strip()})


def mistakes_in(particulars: Particulars, sectors: Callable[[str], str], roles: Callable[[str], str]) -> Iterator[Mistake]:
    """What is wrong with the record; `sectors` and `roles` give the name as it is written, or nothing for one that there is not."""
    said = particulars.said
    lists = {"engagement_type": ENGAGEMENT_TYPES, "fee_band": FEE_BANDS, "verification": tuple(VERIFICATION)}
    for name, known in lists.items():
        if name in said and said[name] not in known:
            yield name, f"{said[name]!r} is none that there is.", f"Write one of: {', '.join(known)}."
    for name, named in (("sector", sectors), ("role", roles)):
        if name in said and not named(said[name]):
            yield name, f"there is no {name} {said[name]!r}.", f"`contract-registry scan --help` lists every {name}."
    for name in ("offered_on", "signed_on", "starts_on", "ends_on"):
        if name in said and not is_partial_date(said[name]):
            yield name, f"{said[name]!r} is no date.", "Write 2026-03-14, 2026-03 or 2026."
    if "fee_currency" in said and not re.fullmatch(r"[A-Z]{3}", said["fee_currency"]):
        yield "fee_currency", f"{said['fee_currency']!r} is no currency.", "Write its three letters, such as GBP or EUR."
    for name, value in said.items():
        if len(value) > LONGEST:
            yield name, f"it has more than {LONGEST} characters.", "Say it in fewer words."
