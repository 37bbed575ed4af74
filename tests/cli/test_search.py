"""The registry on the command line: searched for somebody, taken out as a file, held to what consents say, and computed anew."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from cli.conftest import Command
from contract_registry.bootstrap import assemble_service
from contract_registry.core.disclosure.consent.ladder import PUBLIC, Level, Purpose
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.contracts import keep_contract, scan_kept
from contract_registry.operations.given import Given
from contract_registry.operations.people import disable
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.sharing import Wanted, preview, share
from contract_registry.settings import from_environment
from members import an_organisation, someone
from planted_registry import Planted, plant

CLAUSE = b"1. The Illustrator irrevocably waives all moral rights in the marmalade drawings.\n"


@pytest.fixture(scope="module")
def address(new_database_with_tables: Callable[[], str]) -> str:
    return new_database_with_tables()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("registry") / "data"


@pytest.fixture(autouse=True)
def data(home: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.setenv("CONTRACT_REGISTRY_DATA", str(home))
    return home


@pytest.fixture(scope="module")
def officer(address: str, home: Path) -> str:
    """The mail address of an officer with whom a member shares a contract, in a database of this module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", address)
        patch.setenv("CONTRACT_REGISTRY_DATA", str(home))
        with assemble_service(from_environment(os.environ)) as service:
            union = an_organisation(service.access)
            owner = someone(service.access, Role.MEMBER, union).id
            contract = keep_contract(service, owner, Given([("contract.txt", CLAUSE)]))[0].id
            scan_kept(service, owner, contract)
            wanted = Wanted(Level.TEXT, (union,), (Purpose.SEARCH,))
            share(service, owner, contract, wanted, preview(service, owner, contract, wanted).seen)
            project_kept(service, owner, contract)
            return someone(service.access, Role.OFFICER, union).address


def test_what_an_officer_may_see_is_printed(command: Command, officer: str) -> None:
    found = command("search", "moral rights", "--as", officer, "--where", "family=moral")

    assert found.status == 0
    assert "waives all moral rights" in found.out
    assert "moral-" in found.out.splitlines()[0]
    assert found.err == "1 clauses; 1 shown.\n"


def test_whoever_is_not_of_the_circle_and_whoever_is_shut_out_see_nothing(command: Command, officer: str) -> None:
    with assemble_service(from_environment(os.environ)) as service:
        stranger = someone(service.access, Role.OFFICER)
        gone = someone(service.access, Role.OFFICER)
        disable(service.access, None, gone.id)

    assert command("search", "moral", "--as", stranger.address).out == ""
    assert command("search", "moral", "--as", gone.address).status != 0
    assert command("search", "moral").status == 64
    assert command("search", "--as", officer, "--where", "colour=red").status == 64


def test_public_terms_are_taken_out_as_a_file(command: Command, officer: str, tmp_path: Path) -> None:
    with assemble_service(from_environment(os.environ)) as service:
        plant(service, [Planted("terms", "importer", PUBLIC, text="You let us train on your pictures.")])
    file = tmp_path / "clauses.jsonl"

    done = command("search", "train", "--as", officer, "--output", str(file))

    assert done.status == 0, done.err
    assert json.loads(file.read_text(encoding="utf-8"))["text"] == "You let us train on your pictures."
    assert command("search", "--as", officer, "--output", str(tmp_path / "clauses.doc")).status == 64


def test_what_stands_is_held_to_what_consents_say_and_computed_anew(command: Command, officer: str, address: str) -> None:
    with assemble_service(from_environment(os.environ)) as service:
        plant(service, [Planted("nobody's", "nobody", PUBLIC)])
    assert "something else stands" in command("db", "check").out, "nobody agreed to it"
    assert "of 1 contracts" in command("db", "project").out
    assert "In the registry stands what consents say, of 1 contracts." in command("db", "check").out
    engine = create_engine(address)

    with engine.begin() as connection:
        connection.execute(text("UPDATE registry_clauses SET words = words || array_to_tsvector(ARRAY['circle:elsewhere'])"))
    checked = command("db", "check")
    assert checked.status != 0
    assert "something else stands" in checked.out

    assert command("db", "project").status == 0
    assert command("db", "check").status == 0
    engine.dispose()
