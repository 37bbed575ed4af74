"""When rules change, the scans that they touch are made anew, the others brought up to date, and each is then what a fresh scan would be."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from contract_registry.bootstrap import assemble, assemble_service
from contract_registry.core.rescanning.touched import is_touched
from contract_registry.operations import rescan
from contract_registry.operations.contracts import keep_contract, scan_kept, scan_of
from contract_registry.operations.given import Given, outcome_of
from contract_registry.operations.render import scan_as_json
from contract_registry.operations.rescan import ask_for_rescans, note_rules, rescan_kept, rescans_of, rule_as_it_was
from contract_registry.operations.service import Service
from contract_registry.operations.system import System
from contract_registry.settings import RuleSettings, Settings, StorageSettings
from contract_registry.shipped import rules_folder

ANN = str(uuid4())
TEXTS = {
    "waiver.txt": "ILLUSTRATION AGREEMENT\n\n1. The Illustrator irrevocably waives all moral rights in the Work.\n",
    "fair.txt": "LICENCE\n\n1. The Author grants the Publisher a non-exclusive licence to print the Work once. Fee: 300 GBP within 30 days.\n",
    "training.txt": "TERMS\n\n1. You grant us a licence to use your content to train artificial intelligence models for ever.\n",
}


def changed(folder: Path, path: str, change: Callable[[str], str]) -> Path:
    """A copy of the rules in which one file says something else."""
    shutil.copytree(rules_folder(), folder)
    (folder / "rulebook.json").unlink(missing_ok=True)
    (folder / path).write_text(change((folder / path).read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def bumped(words: str) -> str:
    lines = words.splitlines(keepends=True)
    return "".join(f"version: {int(line.split()[1]) + 1}\n" if line.startswith("version:") else line for line in lines)


def milder(words: str) -> str:
    return "".join("severity: low\n" if line.startswith("severity:") else line for line in bumped(words).splitlines(keepends=True))


@pytest.fixture(scope="module")
def assembled(tmp_path_factory: pytest.TempPathFactory, new_database_with_tables: Callable[[], str]) -> Iterator[Service]:
    storage = StorageSettings(data=tmp_path_factory.mktemp("rescan") / "data", database_url=new_database_with_tables())
    with assemble_service(Settings(storage=storage)) as service:
        yield service


@pytest.fixture
def service(assembled: Service) -> Service:
    """A service that keeps nothing and has seen no rules but its own."""
    with assembled.store.writing() as writing:
        writing.connection.execute(text("TRUNCATE contracts, rulebooks, rule_versions, procrastinate_jobs CASCADE"))
    note_rules(assembled)
    return assembled


@pytest.fixture
def kept(service: Service) -> dict[str, str]:
    ids = {name: keep_contract(service, ANN, Given([(name, words.encode())]))[0].id for name, words in TEXTS.items()}
    for contract in ids.values():
        scan_kept(service, ANN, contract)
    return ids


@pytest.fixture(scope="module")
def upgraded() -> Iterator[Callable[[Path], System]]:
    """What scans by the rules in a folder, put together once."""
    with ExitStack() as opened:
        yield cache(lambda folder: opened.enter_context(assemble(Settings(rules=RuleSettings(folder)))))


@pytest.fixture
def with_rules(service: Service, upgraded: Callable[[Path], System]) -> Callable[[Path], Service]:
    """The same service after an upgrade to the rules in a folder."""
    return lambda folder: replace(service, system=upgraded(folder))


def fresh(service: Service, name: str) -> str:
    return scan_as_json(outcome_of(service.system, Given([(name, TEXTS[name].encode())])), on_one_line=True)


def rule_named(name: str) -> str:
    """A rule that speaks on this text, as the path of its file."""
    with assemble(Settings()) as system:
        scan = json.loads(scan_as_json(outcome_of(system, Given([(name, TEXTS[name].encode())]))))
    pack, _, stem = scan["findings"][0]["rule"].partition(".")
    return f"packs/{pack}/{stem}.yaml"


@pytest.fixture(scope="module")
def spoken() -> str:
    """The file of the rule that speaks of the waiver."""
    return rule_named("waiver.txt")


@pytest.fixture(scope="module")
def milder_rules(spoken: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rules with that one milder, and a version on."""
    return changed(tmp_path_factory.mktemp("milder") / "rules", spoken, milder)


def test_every_scan_is_what_a_fresh_one_would_be_and_only_what_is_touched_was_scanned(
    service: Service,
    kept: dict[str, str],
    with_rules: Callable[[Path], Service],
    milder_rules: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer = with_rules(milder_rules)
    touched: list[bool] = []
    monkeypatch.setattr(rescan, "is_touched", lambda *told: touched.append(is_touched(*told)) or touched[-1])

    became = {name: rescan_kept(newer, ANN, contract) for name, contract in kept.items()}

    assert became == {"waiver.txt": "changed", "fair.txt": "unchanged", "training.txt": "unchanged"}
    assert touched == [True, False, False]
    for name, contract in kept.items():
        assert scan_of(newer, ANN, contract) == fresh(newer, name) != fresh(service, name)


def test_the_report_says_what_the_rules_changed(kept: dict[str, str], with_rules: Callable[[Path], Service], milder_rules: Path) -> None:
    newer = with_rules(milder_rules)
    for contract in kept.values():
        rescan_kept(newer, ANN, contract)

    (told,) = rescans_of(newer, ANN, kept["waiver.txt"])

    assert [(each["before"]["severity"] != "low", each["after"]["severity"]) for each in told["changed"]] == [(True, "low")]
    assert told["changed"][0]["after"]["quote"] == told["changed"][0]["before"]["quote"] != ""
    assert told["rulebook"]["before"]["fingerprint"] != told["rulebook"]["after"]["fingerprint"] == newer.system.rulebook().fingerprint
    assert rescans_of(newer, ANN, kept["fair.txt"]) == []


def test_a_rule_that_hears_something_for_the_first_time_touches_the_contract(
    kept: dict[str, str], with_rules: Callable[[Path], Service], spoken: str, tmp_path: Path
) -> None:
    older = with_rules(changed(tmp_path / "older", spoken, lambda words: words.replace("status: trial", "status: retired")))
    note_rules(older)
    for contract in kept.values():
        rescan_kept(older, ANN, contract)
    (went,) = rescans_of(older, ANN, kept["waiver.txt"])
    newer = with_rules(changed(tmp_path / "newer", spoken, bumped))

    became = rescan_kept(newer, ANN, kept["waiver.txt"])

    assert became == "changed"
    assert scan_of(newer, ANN, kept["waiver.txt"]) == fresh(newer, "waiver.txt")
    came = rescans_of(newer, ANN, kept["waiver.txt"])[0]
    assert {each["id"] for each in came["came"]} & {each["id"] for each in went["went"]}


def test_where_another_second_reader_is_asked_everything_is_scanned_again(
    service: Service, kept: dict[str, str], milder_rules: Path
) -> None:
    with assemble(Settings(rules=RuleSettings(milder_rules, second_reader=0))) as system:
        newer = replace(service, system=system)
        for contract in kept.values():
            rescan_kept(newer, ANN, contract)

        scans = {name: scan_of(newer, ANN, contract) for name, contract in kept.items()}
        assert scans == {name: fresh(newer, name) for name in TEXTS}
    assert '"second_reader":""' in scans["training.txt"]


def test_another_second_reader_alone_has_every_scan_made_anew_once(service: Service, kept: dict[str, str]) -> None:
    with assemble(Settings(rules=RuleSettings(second_reader=0))) as system:
        without = replace(service, system=system)

        assert [ask_for_rescans(without), ask_for_rescans(without)] == [len(kept), 0]
        assert {rescan_kept(without, ANN, contract) for contract in kept.values()} <= {"changed", "unchanged"}
        assert {rescan_kept(without, ANN, contract) for contract in kept.values()} == {"current"}
        assert scan_of(without, ANN, kept["training.txt"]) == fresh(without, "training.txt")


def test_done_twice_it_changes_nothing(kept: dict[str, str], with_rules: Callable[[Path], Service], milder_rules: Path) -> None:
    newer = with_rules(milder_rules)

    assert [rescan_kept(newer, ANN, kept["waiver.txt"]) for _ in range(3)] == ["changed", "current", "current"]
    assert len(rescans_of(newer, ANN, kept["waiver.txt"])) == 1


def test_each_contract_is_asked_for_once_and_never_by_older_rules(
    service: Service, kept: dict[str, str], with_rules: Callable[[Path], Service], milder_rules: Path
) -> None:
    newer = with_rules(milder_rules)

    assert [ask_for_rescans(service), ask_for_rescans(newer), ask_for_rescans(newer)] == [0, 3, 0]
    for contract in kept.values():
        rescan_kept(newer, ANN, contract)
    assert [ask_for_rescans(service), ask_for_rescans(newer)] == [0, 0]
    with service.store.reading() as reading:
        jobs = reading.connection.execute(text("SELECT args ->> 'contract' FROM procrastinate_jobs WHERE task_name = 'rescan_contract'"))
        assert sorted(jobs.scalars()) == sorted(kept.values())


def test_a_rule_of_long_ago_can_still_be_read(
    service: Service, with_rules: Callable[[Path], Service], spoken: str, milder_rules: Path
) -> None:
    newer = with_rules(milder_rules)
    rule = ".".join(Path(spoken).with_suffix("").parts[1:])
    version = newer.system.rulebook().rule(rule).version
    note_rules(newer)

    assert rule_as_it_was(service, rule, version - 1) == (rules_folder() / spoken).read_text(encoding="utf-8")
    assert "severity: low" in rule_as_it_was(service, rule, version)
