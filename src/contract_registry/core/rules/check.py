"""Puts rule files together into a rulebook, or says everything that is wrong with them: file, line, field, and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from contract_registry.core.rules.build import build_pack, build_rule, build_rulebook
from contract_registry.core.rules.lint import (
    case_complaints,
    pack_complaints,
    phrase_complaints,
    rule_complaints,
    sign_complaints,
    type_complaints,
    vocabulary_complaints,
)
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.errors import Complaint


def assemble(
    files: Iterable[RuleFile], unread: Collection[str] = (), *, even_unwritten: bool = False
) -> tuple[Rulebook | None, list[Complaint]]:
    """The rulebook of checked files, or None and every complaint.

    `files` must already have the full shape of their forms; `unread` names the files that have not, so that nobody is told that they are missing.
    With `even_unwritten` a rule that should speak may still hold the words a new rule begins with: its cases can be tried.
    """
    every = list(files)
    vocabularies = [file for file in every if file.form == "vocabulary"]
    complaints = list(phrase_complaints(vocabularies))
    if complaints:
        return None, complaints
    rules, sources, complaints = _rules_of(every)
    rulebook = _put_together(every, rules)
    complaints += pack_complaints(every, unread)
    complaints += sign_complaints(every, rulebook, unread)
    complaints += vocabulary_complaints(vocabularies, rulebook, unread)
    complaints += type_complaints(every, rulebook)
    complaints += rule_complaints(rulebook, sources, unread, even_unwritten=even_unwritten)
    complaints += case_complaints(every, unread)
    return (None if complaints else rulebook), complaints


def assemble_again(files: Iterable[RuleFile]) -> Rulebook | None:
    """The rulebook of files that `assemble` found nothing wrong with before; None where a rule cannot be made of them any more."""
    every = list(files)
    rules, _, complaints = _rules_of(every)
    return None if complaints else _put_together(every, rules)


def _put_together(every: Iterable[RuleFile], rules: Iterable[Rule]) -> Rulebook:
    data: dict[str, list[Mapping[str, Any]]] = {}
    for file in every:
        data.setdefault(file.form, []).append(file.data)
    packs = map(build_pack, data.get("pack", ()))
    return build_rulebook(packs, rules, data.get("vocabulary", ()), data.get("types", ()))


def _rules_of(every: Iterable[RuleFile]) -> tuple[list[Rule], Mapping[str, RuleFile], list[Complaint]]:
    """The rules of these files, the file of each by its id, and the complaints about patterns and about ids taken already."""
    rules: list[Rule] = []
    sources: dict[str, RuleFile] = {}
    complaints: list[Complaint] = []
    for file in every:
        if file.form != "rule":
            continue
        rule, mistakes = build_rule(file.data, file.pack)
        complaints += [file.complaint(path, problem) for path, problem in mistakes]
        if rule and rule.id in sources:
            taken = f"{rule.id} is already the id of {sources[rule.id].name}."
            complaints.append(file.complaint(("id",), taken, "Ids are never shared or reused: give this rule its own."))
        elif rule:
            rules.append(rule)
            sources[rule.id] = file
    return rules, sources, complaints
