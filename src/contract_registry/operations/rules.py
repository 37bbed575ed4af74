"""What a rule's author asks: is it well written, does it find what it must, how does it read, and how do I begin one."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contract_registry.core.rules.changelog import CHANGELOG, changelog_complaints
from contract_registry.core.rules.check import assemble
from contract_registry.core.rules.essay import essay_complaints
from contract_registry.core.rules.lint import type_remedy
from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.template import family_of, new_cases_text, new_rule_text
from contract_registry.errors import Complaint, InvalidRules, WrongUsage
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.next_steps import next_steps
from contract_registry.operations.rule_lock import lock_complaints, lock_of
from contract_registry.reading.rule_files import compiled_files, read_rule_files

if TYPE_CHECKING:
    from contract_registry.core.scanning.cases import Outcome
    from contract_registry.core.scanning.neighbours import Neighbour


UNTRIED = "No case was tried. Mend what is named above, then run `contract-registry rules test` again."


@dataclass(frozen=True, slots=True)
class Checked:
    """What stands in a folder of rules, and every complaint about it in the order of files and lines."""

    rules: int
    cases: int
    concepts: int
    complaints: tuple[Complaint, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """How the cases and known misfires of some rules went, what their authors do next, and which other rules speak on the same words.

    `neighbours` are looked for where rules were named.
    """

    rules: int
    outcomes: tuple[Outcome, ...]
    misfires: tuple[Outcome, ...]
    next_steps: tuple[str, ...]
    neighbours: tuple[Neighbour, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in (*self.outcomes, *self.misfires) if outcome.failures)


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule with everything its reader asks for: the rule, its file as data, where that stands, and its cases."""

    rule: Rule
    data: Mapping[str, Any]
    place: Path
    cases: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """The files of a rule that was begun, and what its author must know beside them; empty where there is nothing."""

    files: tuple[Path, Path]
    notice: str


def check_rules(folder: Path) -> Checked:
    """Everything that is wrong with the rules in `folder`: form, patterns, names, cases, essays, versions, changelogs, and files that are behind."""
    files, complaints = read_rule_files(folder)
    rulebook, wrong = assemble(files, {complaint.file for complaint in complaints}, even_unwritten=True)
    complaints += wrong
    if rulebook and not complaints:
        complaints += essay_complaints(rulebook, files)
        complaints += lock_complaints(folder, files, rulebook)
        complaints += _changelog_complaints(folder, files)
    cases = sum(len(file.data["cases"]) for file in files if file.form == "cases")
    concepts = len({name for file in files if file.form == "vocabulary" for name in file.data["concepts"]})
    rules = sum(file.form == "rule" for file in files)
    return Checked(rules, cases, concepts, tuple(sorted(complaints, key=lambda each: (each.file, each.line or 0))))


def try_rules(folder: Path, names: Sequence[str] = ()) -> Tried:
    """How the cases and known misfires of these rules go (of all, where none is named); InvalidRules where the folder does not make a rulebook."""
    try:
        files, rulebook = rulebook_in(folder, from_sources=True, even_unwritten=True)
    except InvalidRules as wrong:
        raise InvalidRules(wrong.complaints, UNTRIED) from wrong
    chosen = {rule.id for name in names for rule in named(rulebook, name)} or {rule.id for rule in rulebook.rules}
    with light_spacy():
        from contract_registry.core.scanning.cases import cases_of, run_cases
        from contract_registry.core.scanning.misfires import misfires_of, try_misfires
        from contract_registry.core.scanning.neighbours import neighbours_of
        from contract_registry.core.scanning.prepare import prepare
    scanner = prepare(rulebook)
    cases = [case for case in cases_of(files) if case.rule in chosen]
    outcomes = tuple(run_cases(cases, scanner))
    misfires = tuple(try_misfires((case for case in misfires_of(files) if case.rule in chosen), scanner))
    named_rules = [rule for rule in rulebook.rules if names and rule.id in chosen and rule.looks_for]
    beside = (neighbours_of(rule, [case for case in cases if case.rule == rule.id], scanner) for rule in named_rules)
    return Tried(
        len(chosen), outcomes, misfires, tuple(next_steps(files, rulebook, outcomes)), tuple(each for rule in beside for each in rule)
    )


def pages_of(folder: Path, name: str) -> tuple[RulePage, ...]:
    """The pages of the rules of this id, short name or type; WrongUsage where there is none."""
    files, rulebook = rulebook_in(folder)
    by_id = {file.data["id"]: file for file in files if file.form == "rule"}
    cases = {file.data["rule"]: tuple(file.data["cases"]) for file in files if file.form == "cases"}
    return tuple(
        RulePage(rule, by_id[rule.id].data, folder / by_id[rule.id].name, cases.get(rule.id, ())) for rule in named(rulebook, name)
    )


def begin_rule(folder: Path, rule_id: str, type_name: str) -> Begun:
    """The files of a new draft rule and of its cases, and what is to do about a type that is new too.

    WrongUsage where the id, its pack or the family of the type will not do.
    """
    pack, _, stem = rule_id.partition(".")
    family = family_of(type_name)
    if not (_is_name(pack) and _is_name(stem)):
        raise WrongUsage(f"{rule_id!r} is no id of a rule. Write pack.rule in small letters and hyphens, such as common.portfolio-ban.")
    if not (_is_name(type_name) and family):
        raise WrongUsage(f"{type_name!r} is no type of clause. It begins with moral-, ai-, buyout-, terms- or protect-.")
    home = folder / "packs" / pack
    if not (home / "pack.yaml").is_file():
        packs = ", ".join(sorted(path.parent.name for path in folder.glob("packs/*/pack.yaml"))) or "none"
        raise WrongUsage(
            f"There is no pack {pack} in {folder} (there is: {packs}). Make packs/{pack}/pack.yaml first; README.md shows one."
        )
    rule, cases = home / f"{stem}.yaml", home / f"{stem}.cases.yaml"
    if rule.exists() or cases.exists() or rule_id in lock_of(folder):
        raise WrongUsage(f"The id {rule_id} is taken, and ids are never used again. Choose another.")
    rule.write_text(new_rule_text(rule_id, type_name, family), encoding="utf-8", newline="\n")
    cases.write_text(new_cases_text(rule_id), encoding="utf-8", newline="\n")
    types = _types_in(folder)
    notice = f"There is no type {type_name} in types.yaml. {type_remedy(type_name, types)}" if types and type_name not in types else ""
    return Begun((rule, cases), notice)


def _changelog_complaints(folder: Path, files: Sequence[RuleFile]) -> Iterator[Complaint]:
    """What the changelogs of packs do not say; a pack without one is left alone."""
    for file in files:
        if file.form == "pack" and (path := folder / "packs" / file.pack / CHANGELOG).is_file():
            yield from changelog_complaints(file.pack, path.read_text(encoding="utf-8", errors="replace"), files)


def _types_in(folder: Path) -> tuple[str, ...]:
    files = compiled_files(folder) or read_rule_files(folder)[0]
    return tuple(name for file in files if file.form == "types" for name in file.data["types"])


def named(rulebook: Rulebook, name: str) -> tuple[Rule, ...]:
    """The rules of this id, of this name without its pack, or of this type; WrongUsage where there is none."""
    found = [rule for rule in rulebook.rules if name in _names_of(rule)]
    if not found:
        known = sorted({known for rule in rulebook.rules for known in _names_of(rule)})
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else "`contract-registry rules show` lists them all."
        raise WrongUsage(f"There is no rule or type {name!r}. {hint}")
    return tuple(found)


def rulebook_in(folder: Path, *, from_sources: bool = False, even_unwritten: bool = False) -> tuple[list[RuleFile], Rulebook]:
    """The checked files and what they make; from the sources where lines are wanted, else from the compiled file where it is fresh."""
    files = None if from_sources else compiled_files(folder)
    complaints: list[Complaint] = []
    if files is None:
        files, complaints = read_rule_files(folder)
    rulebook, wrong = assemble(files, {complaint.file for complaint in complaints}, even_unwritten=even_unwritten)
    if complaints or rulebook is None:
        raise InvalidRules([*complaints, *wrong])
    return files, rulebook


def _names_of(rule: Rule) -> tuple[str, str, str]:
    return rule.id, rule.id.partition(".")[2], rule.type


def _is_name(word: str) -> bool:
    return word[:1].isalpha() and word.isascii() and word.replace("-", "").isalnum() and word == word.lower()
