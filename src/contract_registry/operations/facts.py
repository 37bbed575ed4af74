"""What the contract says, as facts: for the JSON, and as rows for a reader."""

from __future__ import annotations

from contract_registry.core.clauses.tree import Clauses


def facts_form(clauses: Clauses) -> dict[str, object]:
    """The facts as plain data."""
    return {
        "parties": [{"name": party.name, "role": party.role, "aliases": list(party.aliases)} for party in clauses.parties],
        "references_missing": references_missing(clauses),
    }


def facts_rows(clauses: Clauses) -> list[tuple[str, str]]:
    """The facts as rows of label and words."""
    rows = [("You" if party.role == "creator" else "Other side", party.name) for party in clauses.parties if party.role != "unknown"]
    missing = references_missing(clauses)
    return [*rows, ("Not supplied", ", ".join(missing))] if missing else rows


def references_missing(clauses: Clauses) -> list[str]:
    """What the contract refers to and is not in it, in the order of the text."""
    return list(dict.fromkeys(each.text for each in clauses.references if each.target is None and each.external))
