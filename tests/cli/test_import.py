"""A folder or a zip of contracts is taken in once, whatever breaks meanwhile, with what the table says of each."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from contract_registry.bootstrap import assemble_service
from contract_registry.core.contracts.kept import State
from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import Role
from contract_registry.errors import InvalidFiles
from contract_registry.operations.audit import entries_of
from contract_registry.operations.bulk_import import opened_files, plan_of
from contract_registry.operations.bulk_plan import COLUMNS
from contract_registry.operations.contracts import contract_of, contracts_of, scan_kept
from contract_registry.operations.editions import editions_of
from contract_registry.operations.engagers import engager_known, engagers_of
from contract_registry.operations.joining import Invitation, invite
from contract_registry.operations.people import add_an_organisation
from contract_registry.operations.records import Recorder, consent_in, recorded_particulars
from contract_registry.operations.service import Service
from contract_registry.settings import Settings, StorageSettings
from contract_registry.storage.retention import kept_until

HOW_TO = Path(__file__).parents[2] / "docs/how-to"
WAIVER = "ILLUSTRATION AGREEMENT\n\n1. The Illustrator irrevocably waives all moral rights in {}.\n"
Command = Callable[..., Any]
Run = Callable[..., Any]


@pytest.fixture
def owner() -> str:
    return str(uuid4())


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("import") / "data"


@pytest.fixture(scope="module")
def service(data: Path, new_database_with_tables: Callable[[], str]) -> Iterator[Service]:
    with assemble_service(Settings(storage=StorageSettings(data=data, database_url=new_database_with_tables()))) as service:
        yield service


@pytest.fixture
def importing(owner: str) -> Callable[..., list[str]]:
    """The words of an import in a process of its own."""
    return lambda *more: [sys.executable, "-m", "contract_registry", "import", *map(str, more), "--owner", owner]


@pytest.fixture
def environment(service: Service, data: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    told = {"DATABASE_URL": service.foundations.database.address, "CONTRACT_REGISTRY_DATA": str(data)}
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return {**os.environ, **told}


@pytest.fixture
def run(command: Command, environment: dict[str, str], owner: str) -> Run:
    return lambda *more: command("import", *more, "--owner", owner)


def a_folder(place: Path, count: int = 3) -> Path:
    place.mkdir()
    for number in range(count):
        (place / f"{number}.txt").write_text(WAIVER.format(f"work {number}"))
    return place


def a_table(place: Path, *rows: dict[str, str]) -> Path:
    titles = list(dict.fromkeys(name for row in rows for name in row))
    file = io.StringIO()
    writer = csv.DictWriter(file, titles)
    writer.writeheader()
    writer.writerows(rows)
    place.write_text(file.getvalue(), encoding="utf-8")
    return place


def kept(service: Service, owner: str) -> dict[str, str]:
    return {contract.name: contract.id for contract in contracts_of(service, owner, 1_000)}


def jobs(service: Service, owner: str) -> int:
    with service.store.reading() as reading:
        query = text("SELECT count(*) FROM procrastinate_jobs WHERE args ->> 'owner' = :owner")
        return reading.connection.scalar(query, {"owner": owner})


def test_the_sample_of_the_manual_is_taken_in_as_it_says(service: Service, run: Run, owner: str, tmp_path: Path) -> None:
    folder = tmp_path / "contracts"
    for name in ("2025/commission.pdf", "2026/commission-second-draft.pdf", "2026/voice session.pdf"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(WAIVER.format(name))

    ended = run(folder, "--metadata", HOW_TO / "metadata-sample.csv")

    assert (ended.status, ended.out) == (0, "3 new, 0 known before, 0 refused.\n"), ended.err
    ids = kept(service, owner)
    first, second, session = ids["commission.pdf"], ids["commission-second-draft.pdf"], ids["voice session.pdf"]
    assert [each.contract.id for each in editions_of(service, owner, first)] == [first, second]
    told = recorded_particulars(service, Recorder(owner), second)
    assert (told.territory, told.signed_on, told.starts_on, told.verification) == ("UK, Ireland", "2026-03-01", "2026-03", "V2")
    engager = engager_known(service, owner, told.engager)
    assert (engager.name, engager.aliases, engager.group) == ("Quince and Sons Ltd", ("Quince Books", "Quince"), "Orchard Group")
    assert len(engagers_of(service, owner, 10, None)) == 1
    consent = consent_in(service, Recorder(owner), second)
    assert (consent.level, consent.purposes, consent.evidence) == ("2", "ABCE", "form 2025-118")
    assert consent_in(service, Recorder(owner), session).level == "0"
    with service.store.reading() as reading:
        assert str(kept_until(reading.connection, first))[:10] == "2032-06-30"
        assert kept_until(reading.connection, session) is None
    scan_kept(service, owner, first)
    with service.store.reading() as reading:
        assert json.loads(reading.shelf(owner).scan(first))["circumstances"]["jurisdiction"] == "GB"


def test_the_manual_tells_of_every_column() -> None:
    page = (HOW_TO / "import-contracts.md").read_text(encoding="utf-8")
    told = [name for line in page.splitlines() if line.startswith("| `") for name in re.findall(r"`(\w+)`", line.split("|")[1])]

    assert sorted(told) == sorted(COLUMNS)
    assert sorted((HOW_TO / "metadata-sample.csv").read_text(encoding="utf-8").splitlines()[0].split(",")) == sorted(COLUMNS)


def test_every_bad_row_is_named_by_its_line_and_nothing_is_taken_in(service: Service, run: Run, owner: str, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "contracts")
    a_table(
        folder / "metadata.csv",
        {"file": "0.txt", "term": "two\nlines"},
        {"file": "1.txt", "consent_level": "2", "verification": "V9"},
        {"file": "2.txt", "signed_on": "yesterday", "edition_of": "9.txt"},
        {"file": "2.txt"},
        {"file": "gone.txt", "delete_on": "soon"},
    )

    ended = run(folder)

    assert (ended.status, kept(service, owner), jobs(service, owner)) == (2, {}, 0)
    told = {(int(line), field) for line, field in re.findall(r"metadata\.csv:(\d+): (\w+):", ended.err)}
    needed = {(4, f"consent_{name}") for name in ("audience", "purposes", "wording", "given_on", "evidence")}
    assert told == needed | {(4, "verification"), (5, "signed_on"), (5, "edition_of"), (6, "file"), (7, "file"), (7, "delete_on")}
    assert "Nothing was imported" in ended.err


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("name,term\n0.txt,x\n", ":1: name: there is no such column"),
        ("term\nx\n", ":1: file: this column is missing"),
        ("file,term\n0.txt,x,y\n", ":2: form: it has more fields"),
        ('file,term\n0.txt,"x" y\n', ":2: form:"),
        ("file,edition_of\n0.txt,1.txt\n1.txt,0.txt\n", ":2: edition_of: a file is an edition of itself"),
        (b"file,term\n0.txt,caf\xe9\n", ":2: encoding: this line is not UTF-8"),
    ],
)
def test_a_table_of_the_wrong_form_is_told(table: str | bytes, told: str, service: Service, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "contracts")
    (folder / "metadata.csv").write_bytes(table if isinstance(table, bytes) else table.encode())

    with opened_files(folder, service.system.limits) as files, pytest.raises(InvalidFiles) as refused:
        plan_of(service, files, None)

    assert told in str(refused.value)


def test_a_table_from_a_spreadsheet_with_semicolons_is_read(service: Service, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "contracts", 1)
    (folder / "metadata.csv").write_text("\ufefffile;territory\n0.txt;Österreich\n", encoding="utf-8")

    with opened_files(folder, service.system.limits) as files:
        (plan,) = plan_of(service, files, None)

    assert plan.particulars.territory == "Österreich"


def test_a_zip_is_taken_in_and_what_cannot_be_had_of_it_is_named(service: Service, run: Run, owner: str, tmp_path: Path) -> None:
    nameless = zipfile.ZipInfo("x")
    nameless.filename = ""
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a/good.txt", WAIVER.format("a"))
        packed.writestr("empty.txt", "")
        packed.writestr("__MACOSX/._good.txt", "x")
        packed.writestr("../outside.txt", WAIVER.format("outside"))
        packed.writestr(nameless, WAIVER.format("no name"))
        packed.writestr("metadata.csv", "file,term\na/good.txt,one year\n")

    ended = run(tmp_path / "all.zip")

    assert (ended.status, ended.out) == (2, "1 new, 0 known before, 1 refused.\n")
    assert "empty.txt: This file is empty." in ended.err
    assert recorded_particulars(service, Recorder(owner), kept(service, owner)["good.txt"]).term == "one year"


def test_a_link_that_leads_out_of_the_folder_brings_nothing_in(service: Service, run: Run, owner: str, tmp_path: Path) -> None:
    folder, secret = a_folder(tmp_path / "contracts", 1), tmp_path / "secret.txt"
    secret.write_text(WAIVER.format("another"))
    (folder / "link.txt").symlink_to(secret)
    (folder / "again.txt").symlink_to(folder / "0.txt")

    ended = run(folder)

    assert (ended.status, ended.out) == (2, "1 new, 1 known before, 1 refused.\n")
    assert "link.txt: This is a link to a file outside the folder." in ended.err
    assert len(kept(service, owner)) == 1


def test_what_was_taken_in_before_stays_and_its_record_is_brought_up_to_date(
    service: Service, run: Run, owner: str, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path / "contracts")
    run(folder)
    before = kept(service, owner)
    a_table(folder / "metadata.csv", {"file": "1.txt", "term": "two years"})

    ended = run(folder)

    assert ended.out == "0 new, 3 known before, 0 refused.\n"
    assert (kept(service, owner), jobs(service, owner)) == (before, 3)
    noted = [(entry["did"], entry["about"]["contract"]) for entry in entries_of(service.access, 4)]
    assert noted == [
        *(("contract imported", before[f"{number}.txt"]) for number in range(3)),
        ("record of a contract changed", before["1.txt"]),
    ]
    assert recorded_particulars(service, Recorder(owner), before["1.txt"]).term == "two years"


@pytest.mark.slow
def test_an_import_that_was_killed_is_run_again_and_nothing_is_lost_or_doubled(
    service: Service, importing: Callable[..., list[str]], environment: dict[str, str], run: Run, owner: str, tmp_path: Path
) -> None:
    folder = a_folder(tmp_path / "contracts", 60)
    first = subprocess.Popen(importing(folder), env=environment, stdout=subprocess.DEVNULL)
    ends = time.monotonic() + 60
    while not len(kept(service, owner)) >= 5:
        assert time.monotonic() < ends
        time.sleep(0.02)
    first.send_signal(signal.SIGKILL)
    first.wait()
    broken_off = len(kept(service, owner))

    ended = run(folder)

    assert 5 <= broken_off < 60
    assert ended.out == f"{60 - broken_off} new, {broken_off} known before, 0 refused.\n"
    assert (len(kept(service, owner)), jobs(service, owner)) == (60, 60)


@pytest.mark.slow
def test_waiting_ends_when_everything_is_scanned(
    service: Service, importing: Callable[..., list[str]], environment: dict[str, str], owner: str, tmp_path: Path
) -> None:
    worker = subprocess.Popen([sys.executable, "-m", "contract_registry", "worker"], env=environment, stderr=subprocess.DEVNULL)
    try:
        ended = subprocess.run(
            importing(a_folder(tmp_path / "contracts"), "--wait"), env=environment, capture_output=True, text=True, check=False, timeout=120
        )
    finally:
        worker.terminate()
        worker.wait(30)

    assert ended.stdout.endswith("All 3 are scanned.\n")
    assert {contract_of(service, owner, each).state for each in kept(service, owner).values()} == {State.SCANNED}


@pytest.mark.usefixtures("environment")
def test_an_organisation_is_its_officer_and_several_are_asked_about(service: Service, command: Command, tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "contracts", 1)
    union = add_an_organisation(service.access, None, "Union of Test Cards", OrganisationKind.UNION)
    invite(service.access, None, Invitation("ann@cards.example", Role.OFFICER, union.id))

    by_name, by_address = (command("import", folder, "--owner", owner) for owner in ("union of test cards", "ann@cards.example"))
    invite(service.access, None, Invitation("bea@cards.example", Role.OFFICER, union.id))
    of_two, of_nobody = (command("import", folder, "--owner", owner) for owner in ("Union of Test Cards", "Union of Nobody"))

    assert (by_name.out, by_address.out) == ("1 new, 0 known before, 0 refused.\n", "0 new, 1 known before, 0 refused.\n")
    assert of_two.status != 0
    assert "ann@cards.example, bea@cards.example" in of_two.err
    assert of_nobody.status != 0
    assert "Union of Test Cards" in of_nobody.err


@pytest.mark.usefixtures("environment")
def test_dated_editions_are_taken_in_once_under_the_name_of_their_folder(
    service: Service, owner: str, command: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "A platform"
    folder.mkdir()
    for day in ("2023-01-01", "2024-08-31"):
        (folder / f"{day}.txt").write_text(WAIVER.format(f"the pictures of {day}"))

    first, again = (command("import-history", folder, "--owner", owner) for _ in range(2))

    assert (first.status, first.out) == (0, "1 template: 2 editions new, 0 known before, 0 refused.\n"), first.err
    assert again.out == "1 template: 0 editions new, 2 known before, 0 refused.\n"
    assert [recorded_particulars(service, Recorder(owner), each).engager_named for each in kept(service, owner).values()] == [
        "A platform"
    ] * 2
