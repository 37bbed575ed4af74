"""What the columns of the registry's tables hold of a row of the projection."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.core.disclosure.consent.projection import Found, Row
from contract_registry.core.disclosure.searching.question import LANGUAGES, Facet
from contract_registry.core.disclosure.searching.tokens import tokens_of
from contract_registry.core.records.engager import folded_name
from contract_registry.storage.registry.circles import id_of_circle

_LONGEST = 200_000
"""Characters of a clause that are indexed; no clause is as long, but a file may be one."""
_LETTERS_OF_ID = 16
"""Hexadecimal letters of eight bytes, of which one bit goes, since a bigint has a sign."""
_UNSEEN = dict.fromkeys([*range(9), *range(11, 32), *range(0xD800, 0xE000)], " ")
"""Letters that no text column takes, or that mark what was found."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row of the projection with its number, the mark of its contributor, and that of the officer who saw it, if one did."""

    row: Row
    number: int
    contributor: int
    officer: int | None = None


def id_of_wording(fingerprint: Fingerprint) -> int:
    """The id of a wording, which follows from what it is."""
    return int(fingerprint.exact[:_LETTERS_OF_ID], 16) >> 1


def clause_columns(each: Numbered) -> dict[str, Any]:
    """The columns of a clause, and what its `words` are made of."""
    row, circle = each.row, id_of_circle(each.row.circle)
    columns = {**_said(row), **_facts(row)}
    text = row.text.translate(_UNSEEN)
    facets = {Facet(name): value for name, value in columns.items() if name in set(Facet)}
    facets[Facet.ENGAGER] = engager_id(row.engager) or ""
    language = columns["language"]
    return {
        "contract_id": row.contract,
        "circle_id": circle,
        "place": row.place,
        "row": each.number,
        "contributor": each.contributor,
        "purposes": purposes_as_bits(row.purposes),
        "level": int(row.level),
        "shared_at": row.shared_at,
        "wording_id": id_of_wording(row.fingerprint),
        "types": list(row.types),
        "text": text,
        "counter": row.counter.translate(_UNSEEN),
        "engager": row.engager.translate(_UNSEEN),
        "engager_id": engager_id(row.engager),
        "rule_version": row.found[0].rule_version if row.found else 0,
        **columns,
        "config": LANGUAGES.get(language, "simple"),
        "indexed": text[:_LONGEST],
        "tokens": list(tokens_of(row, circle, facets)),
    }


def _said(row: Row) -> dict[str, str]:
    """What the gravest type in the clause is."""
    first = row.found[0] if row.found else Found("")
    return {"family": first.family, "severity": first.severity, "rule": first.rule, "became": row.became}


def _facts(row: Row) -> dict[str, str]:
    told = {name: value.translate(_UNSEEN) for name, value in row.facts}
    names = {
        "sector": "sector",
        "role_family": "role family",
        "year": "year",
        "quarter": "quarter",
        "jurisdiction": "jurisdiction",
        "agreement": "agreement",
        "fee_band": "fee",
        "paid_within": "paid within",
        "verification": "verification",
        "language": "language",
    }
    return {**{column: told.get(name, "") for column, name in names.items()}, "review": row.review}


def contract_columns(rows: Sequence[Numbered], changes_at: datetime | None = None) -> list[dict[str, Any]]:
    """A row for each circle that may see something of the contract."""
    circles: dict[Circle, list[Numbered]] = {}
    for each in rows:
        circles.setdefault(each.row.circle, []).append(each)
    return [
        {
            "contract_id": every[0].row.contract,
            "circle_id": id_of_circle(circle),
            "contributor": every[0].contributor,
            "purposes": purposes_as_bits(every[0].row.purposes),
            "level": int(every[0].row.level),
            "shared_at": every[0].row.shared_at,
            "types": sorted({each for numbered in every for each in numbered.row.types}),
            "facts": {name: value.translate(_UNSEEN) for name, value in every[0].row.facts},
            "engager": every[0].row.engager.translate(_UNSEEN),
            "engager_id": engager_id(every[0].row.engager),
            "officer": every[0].officer,
            "changes_at": changes_at,
        }
        for circle, every in circles.items()
    ]


def engager_id(name: str) -> str | None:
    """The id under which an engager of this name stands here, however it is spelt; None of no name."""
    folded = folded_name(name)
    digest = hashlib.sha256(f"engager {folded}".encode(errors="replace")).hexdigest()
    return f"{digest[:8]}-{digest[8:12]}-4{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}" if folded else None


def purposes_as_bits(purposes: Iterable[Purpose]) -> int:
    """The purposes as one number, a bit for each."""
    every = list(Purpose)
    return sum(1 << every.index(each) for each in set(purposes))


def purposes_in(bits: int) -> frozenset[Purpose]:
    """The purposes that a number stands for."""
    return frozenset(each for place, each in enumerate(Purpose) if bits >> place & 1)
