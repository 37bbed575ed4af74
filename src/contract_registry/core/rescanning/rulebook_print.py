"""What is remembered of a rulebook that scanned contracts, and which rules another one changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.select import in_force
from contract_registry.core.scanning.scan import ENGINE_VERSION


@dataclass(frozen=True, slots=True)
class RulebookPrint:
    """What scanned, by the fingerprint of its rulebook and the version of its second reader.

    Of the rulebook its date, version, status, pack and fingerprint of each rule by id, and one of all that concerns every rule (`frame`).
    """

    fingerprint: str
    date: str
    frame: str
    rules: Mapping[str, str]


def print_of(rulebook: Rulebook, scans_by: str) -> RulebookPrint:
    """What to remember of the rulebook; `scans_by` is what scans are remembered to be made by (`System.scans_by`)."""
    rules = {rule.id: f"{rule.version} {rule.status} {rule.pack} {rule.fingerprint}" for rule in rulebook.rules}
    return RulebookPrint(scans_by, rulebook.date, _frame(rulebook), rules)


def changed_rules(before: RulebookPrint, now: RulebookPrint, rulebook: Rulebook) -> frozenset[str] | None:
    """The ids of the rules that are new, gone or otherwise since `before`; None where what changed concerns every rule.

    `rulebook` is the one whose print is `now`; laws that came into force or ended between the two dates concern every rule.
    """
    if before.frame != now.frame or _law_changed(rulebook, before.date, now.date):
        return None
    return frozenset(name for name in before.rules.keys() | now.rules.keys() if before.rules.get(name) != now.rules.get(name))


def _frame(rulebook: Rulebook) -> str:
    """Vocabulary, types, what shows each pack's sector, and which families speak which languages; titles, versions and dates of packs apart."""
    packs = [replace(pack, title="", version="", date="", owner="") for pack in rulebook.packs]
    told = {
        "engine": ENGINE_VERSION,
        "vocabulary": {name: asdict(concept) for name, concept in rulebook.vocabulary.items()},
        "types": {name: asdict(kind) for name, kind in rulebook.types.items()},
        "packs": [asdict(pack) for pack in packs],
        "spoken": sorted({(rule.family, language) for rule in rulebook.rules for language in rule.languages}),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=_listed).encode()).hexdigest()


def _listed(value: object) -> object:
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def _law_changed(rulebook: Rulebook, before: str, now: str) -> bool:
    return before != now and any(in_force(*span, before) != in_force(*span, now) for span in _spans(rulebook))


def _spans(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for rule in rulebook.rules:
        yield rule.in_force_from, rule.in_force_until
        yield from ((basis.in_force_from, basis.in_force_until) for basis in rule.legal_basis)
