"""What a change of rules changed in the scan of one contract, whose words are the same as before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Form = Mapping[str, Any]
KINDS = ("findings", "protections", "unclear", "absences", "combinations")
SHOWN = ("id", "rule", "rule_version", "family", "type", "title", "severity")


def changes_by_rules(before: Form, after: Form) -> dict[str, Any]:
    """What came, went, or is judged otherwise between two scans in JSON of the same words, with both rulebooks and verdicts."""
    old, new = _said(before), _said(after)
    both = [(old[key], new[key]) for key in old if key in new]
    return {
        "rulebook": {"before": _rulebook(before), "after": _rulebook(after)},
        "verdict": {"before": before["verdict"], "after": after["verdict"]},
        "came": [new[key] for key in new if key not in old],
        "went": [old[key] for key in old if key not in new],
        "changed": [{"before": one, "after": other} for one, other in both if one != other],
    }


def is_any(changes: Form) -> bool:
    """Whether anything is otherwise."""
    verdict = changes["verdict"]
    return bool(changes["came"] or changes["went"] or changes["changed"] or verdict["before"] != verdict["after"])


def _said(scan: Form) -> dict[tuple[str, str], dict[str, Any]]:
    """Everything that is said, by what it is and its id, which comes from the passage and stays as long as that does."""
    return {
        (kind, each["id"]): {
            "standing": kind,
            **{name: each[name] for name in SHOWN},
            "clause": each.get("clause", {"number": "", "heading": ""}),
            "quote": each.get("quote", ""),
        }
        for kind in KINDS
        for each in scan[kind]
    }


def _rulebook(scan: Form) -> dict[str, str]:
    return {name: scan["rulebook"][name] for name in ("date", "fingerprint")}
