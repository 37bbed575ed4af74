"""Rules about the whole document: what is not found in it, and what several findings make together."""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.rules.patterns import Pattern
from contract_registry.core.rules.rule import Absent, Rule
from contract_registry.core.scanning.combine import groups_met
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.polarity import turned_by
from contract_registry.core.scanning.context.turn import Turn
from contract_registry.core.scanning.explain import basis_for, legal_effect
from contract_registry.core.scanning.findings import Absence, Circumstances, Combination, Finding
from contract_registry.core.scanning.matching import Steps, matches


def is_said(absent: Absent, pattern: Pattern, reading: Reading, every: tuple[Turn, ...], steps: Steps) -> bool:
    """Whether the unit says `pattern` so that `absent` does not miss it: not where the starred word of it, or else its last, is denied."""
    starred = {name for part in pattern.parts for sequence in part for step in sequence if step.is_act for name in step.concepts}
    for way in matches(pattern, reading.heard, steps):
        told = next((each for each in way if each.concept in starred), max(way))
        if absent.polarity == "any" or len(turned_by(told, every, reading)) % 2 == 0:
            return True
    return False


def absences_of(
    rules: Iterable[Rule],
    clauses: Clauses,
    said: Container[str],
    reported: Sequence[Finding],
    circumstances: Circumstances,
    as_of: str,
) -> tuple[Absence, ...]:
    """What absence rules miss in this document, in the order of their ids; `said` are the rules whose words the document does say."""
    types = {name for each in reported for name in each.spoken_as}
    found = []
    if clauses.kind == "commentary":
        return ()
    for rule in rules:
        absent = rule.absent
        if absent is None or (absent.document_kinds and clauses.kind not in absent.document_kinds):
            continue
        wanted = [name for name in absent.when_found if name in types]
        if (absent.when_found and not wanted) or types & set(absent.types) or rule.id in said:
            continue
        basis = basis_for(rule, circumstances, as_of)
        found.append(
            Absence(
                id=_id(rule, ()),
                family=rule.family,
                type=rule.type,
                rule=rule.id,
                rule_version=rule.version,
                rule_status=rule.status,
                title=rule.title,
                severity=rule.severity,
                legal_effect=legal_effect(basis, circumstances.jurisdiction),
                why=rule.why,
                questions=rule.questions,
                wording=rule.wording,
                basis=basis,
                principles=rule.principles,
                because=f"this document has {wanted[0]}" if wanted else "",
            )
        )
    return tuple(found)


def combinations_of(
    rules: Iterable[Rule], reported: Sequence[Finding], absences: Sequence[Absence], circumstances: Circumstances, as_of: str
) -> tuple[Combination, ...]:
    """The combinations whose groups are all met, in the order of their rules' ids; of a passage with several types the finding that speaks for it is the member."""
    by_name: dict[str, list[str]] = {}
    spoken: tuple[Finding | Absence, ...] = (*reported, *absences)
    for each in spoken:
        names, member = (each.spoken_as, each.passage) if isinstance(each, Finding) else ((each.type, each.rule), each.id)
        for name in (*names, f"{each.family}:*"):
            by_name.setdefault(name, []).append(member)
        if each.severity == "critical" and each.family != "protective":
            by_name.setdefault("severity:critical", []).append(member)
    found = []
    for rule in rules:
        if rule.combines is None or any(by_name.get(name) for name in rule.combines.without):
            continue
        members = groups_met(rule.combines.groups, by_name)
        if members:
            found.append(
                Combination(
                    id=_id(rule, members),
                    family=rule.family,
                    type=rule.type,
                    rule=rule.id,
                    rule_version=rule.version,
                    rule_status=rule.status,
                    title=rule.title,
                    severity=rule.severity,
                    why=rule.why,
                    questions=rule.questions,
                    wording=rule.wording,
                    basis=basis_for(rule, circumstances, as_of),
                    principles=rule.principles,
                    members=members,
                )
            )
    return tuple(found)


def _id(rule: Rule, members: Sequence[str]) -> str:
    return hashlib.sha256("|".join((rule.family, rule.type, rule.id, *members)).encode()).hexdigest()[:12]
