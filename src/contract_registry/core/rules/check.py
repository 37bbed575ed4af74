"""Puts rule files together into a rulebook, or says everything that is wrong with them: file, line, field, and what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from contract_registry.core.rules.build import build_pack, build_rule, build_rulebook
from contract_registry.core.rules.patterns import QUANTITIES, SIDES, Pattern
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rulebook import Pack, Rulebook
from contract_registry.core.rules.vocabulary import PhraseMistake
from contract_registry.errors import Complaint

Form = Literal["rule", "cases", "vocabulary", "pack"]
FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file of the rules folder as plain data: which form it has, its pack and stem, and the line of each field."""

    name: str
    form: Form
    pack: str
    stem: str
    data: Mapping[str, Any]
    lines: Mapping[FieldPath, int] = field(default_factory=dict)

    def complaint(self, path: FieldPath, problem: str, remedy: str = "") -> Complaint:
        """A complaint about the field at `path`, with the line of the nearest field above it that has one."""
        at = path
        while at and at not in self.lines:
            at = at[:-1]
        return Complaint(self.name, self.lines.get(at), ".".join(str(step) for step in path) or "the file", problem, remedy)


def assemble(files: Iterable[RuleFile]) -> tuple[Rulebook | None, list[Complaint]]:
    """The rulebook of checked files, or None and every complaint. `files` must already have the full shape of their forms."""
    every = list(files)
    complaints: list[Complaint] = []
    packs = [build_pack(file.data) for file in every if file.form == "pack"]
    rules: list[Rule] = []
    sources: dict[str, RuleFile] = {}
    for file in every:
        if file.form == "rule":
            rule, mistakes = build_rule(file.data, file.pack)
            complaints += [file.complaint(path, problem) for path, problem in mistakes]
            if rule and rule.id in sources:
                complaints.append(
                    file.complaint(("id",), f"{rule.id} is already the id of {sources[rule.id].name}.", "Ids are never shared or reused.")
                )
            elif rule:
                rules.append(rule)
                sources[rule.id] = file
    vocabularies = [file for file in every if file.form == "vocabulary"]
    try:
        rulebook = build_rulebook(packs, rules, [file.data for file in vocabularies])
    except PhraseMistake as mistake:
        at = next(file for file in vocabularies if mistake.phrase in _every_phrase(file.data))
        return None, [*complaints, at.complaint(("concepts",), str(mistake))]
    complaints += _unknown_includes(vocabularies, rulebook)
    complaints += _rule_complaints(rulebook, sources, packs)
    complaints += _case_complaints(every, sources)
    return (None if complaints else rulebook), complaints


def patterns_of(rule: Rule) -> list[tuple[FieldPath, Pattern]]:
    """Every pattern of a rule with the path of the field it stands in."""
    found: list[tuple[FieldPath, Pattern]] = []
    if rule.looks_for:
        found += [(("looks_for", "any_of", at), pattern) for at, pattern in enumerate(rule.looks_for.patterns)]
        found += [(("looks_for", "document_says", at), pattern) for at, pattern in enumerate(rule.looks_for.document_says)]
    if rule.absent:
        found += [(("absent", "no_words", at), pattern) for at, pattern in enumerate(rule.absent.patterns)]
    for name in ("unless", "unclear_when", "raises", "lowers"):
        found += [((name, named.name), pattern) for named in getattr(rule, name) for pattern in named.patterns]
    return found


def _rule_complaints(rulebook: Rulebook, sources: Mapping[str, RuleFile], packs: list[Pack]) -> Iterable[Complaint]:
    known_packs = {pack.id for pack in packs}
    for rule in rulebook.rules:
        file = sources[rule.id]
        if rule.pack not in known_packs:
            yield file.complaint((), f"its folder {rule.pack!r} has no pack.yaml.", "Write one, or move the rule to another pack.")
        if rule.id != f"{rule.pack}.{file.stem}":
            yield file.complaint(
                ("id",), f"is {rule.id!r}, but the file is {file.pack}/{file.stem}.yaml.", f"Call it {rule.pack}.{file.stem}."
            )
        for path, pattern in patterns_of(rule):
            for concept in sorted(pattern.concepts):
                if not concept.startswith("=") and concept not in (*QUANTITIES, *SIDES) and concept not in rulebook.vocabulary:
                    yield file.complaint(
                        path, f"speaks of {{{concept}}}, which no vocabulary has.", _did_you_mean(concept, rulebook.vocabulary)
                    )
        if rule.threshold and not any(f"#{rule.threshold.unit}" in pattern.concepts for _, pattern in patterns_of(rule)):
            yield file.complaint(
                ("threshold", "unit"), f"no pattern holds #{rule.threshold.unit}.", "Put it into `looks_for` where the number stands."
            )


def _unknown_includes(files: list[RuleFile], rulebook: Rulebook) -> Iterable[Complaint]:
    for file in files:
        for name, concept in file.data["concepts"].items():
            for included in concept["includes"]:
                if included not in rulebook.vocabulary:
                    yield file.complaint(
                        ("concepts", name, "includes"),
                        f"includes {included}, which no vocabulary has.",
                        _did_you_mean(included, rulebook.vocabulary),
                    )


def _case_complaints(every: list[RuleFile], sources: Mapping[str, RuleFile]) -> Iterable[Complaint]:
    cases = {(file.pack, file.stem): file for file in every if file.form == "cases"}
    for rule_id, file in sources.items():
        beside = cases.pop((file.pack, file.stem), None)
        if beside is None:
            if file.data["looks_for"] and file.data["status"] != "retired":
                yield file.complaint(
                    (), f"has no cases beside it ({file.stem}.cases.yaml).", "Write one case it finds and one it leaves alone."
                )
            continue
        if beside.data["rule"] != rule_id:
            yield beside.complaint(("rule",), f"is {beside.data['rule']!r}, but it stands beside {rule_id}.", f"Write {rule_id}.")
        if file.data["looks_for"]:
            speaks = [bool(case["finds"] or case["unclear"]) for case in beside.data["cases"]]
            if not any(speaks) or all(speaks):
                missing = "finds" if not any(speaks) else "leaves alone"
                yield beside.complaint(
                    ("cases",), f"has no case that the rule {missing}.", "Each rule has at least one it finds and one it leaves alone."
                )
    for left in cases.values():
        yield left.complaint((), "stands beside no rule.", "Give it the stem of its rule, or remove it.")


def _every_phrase(data: Mapping[str, Any]) -> set[str]:
    return {phrase for entry in data["concepts"].values() for kind in ("verbs", "nouns", "phrases") for phrase in entry[kind]}


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean {{{near[0]}}}?" if near else "Add it to a file in clause_rules/vocabulary/."
