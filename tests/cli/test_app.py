"""The door itself: version, help, exit statuses, and a way out without a traceback."""

from __future__ import annotations

import re

import pytest

from contract_registry import __version__
from contract_registry.cli.exits import Exit, exit_for
from contract_registry.errors import ContractRegistryError, CorruptFile, InvalidRules, WrongUsage


def test_the_version_is_told(command) -> None:
    assert command("--version") == (0, f"contract-registry {__version__}\n", "")


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["scan", "--help"], ["read", "--help"], ["rules", "--help"], ["rules", "check", "-h"]]
)
def test_every_command_explains_itself(words: list[str], command) -> None:
    said = command(*words)

    assert said.status == 0
    assert "Usage: contract-registry" in said.out


@pytest.mark.parametrize("words", [[], ["rules"], ["scann"], ["rules", "chek"], ["--what"]])
def test_what_is_no_command_is_wrong_usage(words: list[str], command) -> None:
    said = command(*words)

    assert said.status == 64
    assert "Usage: contract-registry" in said.err
    assert said.out == ""


def test_each_error_has_its_exit_status() -> None:
    errors = (WrongUsage(), InvalidRules([]), CorruptFile(), ContractRegistryError())

    assert [exit_for(error) for error in errors] == [Exit.WRONG_USAGE, Exit.FILE_FAILED, Exit.FILE_FAILED, Exit.FAULT]


def test_a_setting_that_makes_no_sense_is_named(command, contract, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONTRACT_REGISTRY_SECONDS", "a while")

    said = command("scan", contract)

    assert said.status == 64
    assert "CONTRACT_REGISTRY_SECONDS" in said.err


def test_an_unexpected_error_says_what_to_do_and_shows_its_traceback_only_when_asked(command, contract, monkeypatch) -> None:
    def stumble(*_: object, **__: object) -> object:
        raise ZeroDivisionError("out of luck")

    monkeypatch.setattr("contract_registry.bootstrap.assemble", stumble)

    plain, debugged = command("scan", contract), command("scan", contract, "--debug")

    assert (plain.status, debugged.status) == (70, 70)
    assert "report what it shows" in plain.err
    assert "Traceback" not in plain.err
    assert re.search(r"Traceback.*stumble", debugged.err, re.DOTALL)
