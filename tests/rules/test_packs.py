"""The rules that this version ships are in order, and so is what is made from them; their cases stand beside this as tests of their own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.rules.check import assemble
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.scanning.cases import cases_of, document_of
from contract_registry.core.scanning.prepare import prepare
from contract_registry.core.scanning.scan import scan_with
from contract_registry.operations.rules import check_rules
from contract_registry.reading.rule_files import compiled_files, read_rule_files
from contract_registry.shipped import rules_folder

FOLDER = rules_folder()


def rules() -> list[RuleFile]:
    return [file for file in read_rule_files(FOLDER)[0] if file.form == "rule"]


def test_the_rules_are_in_order() -> None:
    """Form, patterns, names, cases, versions; the lock, the compiled file and the schemas are not behind."""
    assert [str(complaint) for complaint in check_rules(FOLDER).complaints] == []


def test_the_compiled_file_is_used() -> None:
    assert compiled_files(FOLDER) is not None, "Run `contract-registry rules lock`."


@pytest.mark.parametrize("pack", sorted(path.parent for path in FOLDER.glob("packs/*/pack.yaml")), ids=lambda pack: pack.name)
def test_the_changelog_of_a_pack_tells_of_every_rule_that_speaks(pack: Path) -> None:
    changes = (pack / "CHANGELOG.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^- (?:new|update|fix|retire): ([a-z][a-z0-9-]*)", changes, re.MULTILINE))

    assert sorted({rule.stem for rule in rules() if rule.pack == pack.name and rule.data["status"] != "draft"} - told) == []


@pytest.mark.parametrize("field", ["known_misfires", "references"])
def test_every_rule_that_speaks_says_where_it_is_wrong_and_where_to_read_more(field: str) -> None:
    assert [rule.stem for rule in rules() if rule.data["status"] in {"trial", "stable"} and not rule.data[field]] == []


def test_every_known_misfire_shows_a_text_that_can_be_tried() -> None:
    told = [
        (rule.stem, misfire["says"], misfire["wrongly_finds"] or misfire["overlooks"])
        for rule in rules()
        for misfire in rule.data["known_misfires"]
    ]

    assert told
    assert [(stem, says) for stem, says, text in told if not text] == []


def test_every_type_of_the_list_has_a_rule_that_speaks_for_it() -> None:
    listed = {name for file in read_rule_files(FOLDER)[0] if file.form == "types" for name in file.data["types"]}

    assert listed
    assert listed - {rule.data["type"] for rule in rules()} == set()


def test_no_act_is_cited_before_its_own_year() -> None:
    acts = [(rule.stem, law) for rule in rules() for law in rule.data["legal_basis"] if re.search(r"\bAct (19|20)\d\d", law["citation"])]

    assert acts
    assert [(stem, law["citation"]) for stem, law in acts if (law["from"] or "") < re.findall(r"\bAct (\d{4})", law["citation"])[0]] == []


def test_every_law_is_told_so_that_it_stands_alone() -> None:
    """A report shows the law of one place, so that no law may lean on the one before it."""
    leaning = re.compile(r"^(the same|much the same|nor|as above|likewise|so too)\b", re.IGNORECASE)
    laws = [(rule.stem, law["proposition"]) for rule in rules() for law in rule.data["legal_basis"]]

    assert [(stem, proposition) for stem, proposition in laws if leaning.search(proposition)] == []


def test_no_words_of_the_cases_are_harm_and_protection_from_it_at_once() -> None:
    """With all rules on, whatever case they were written for."""
    files, _ = read_rule_files(FOLDER)
    rulebook, _ = assemble(files)
    assert rulebook
    scanner = prepare(rulebook)

    both = [
        f"{case.name}: {protection.rule} protects from {finding.rule} in the same words"
        for case in cases_of(files)
        for scan in (scan_with(segment(document_of(case.text)), scanner, case.circumstances),)
        for protection in scan.protections
        for finding in scan.findings
        if protection.about == finding.type and protection.quote.overlaps(finding.quote)
    ]

    assert both == []
