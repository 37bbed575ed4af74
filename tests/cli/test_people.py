"""The commands about people and the audit trail, and what restoring a backup does to both."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from browser import PASSWORD
from cli.conftest import Command
from contract_registry.bootstrap import open_access, open_foundations
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.records.reviewing.review import Passage, Review
from contract_registry.core.records.reviewing.suppression import Suppression
from contract_registry.errors import NotFound, SignInRefused
from contract_registry.operations.access import Access
from contract_registry.operations.askers import asker_of_session
from contract_registry.operations.granting import grant, granted_to, take_back
from contract_registry.operations.joining import accept
from contract_registry.operations.people import disable, erase, find_person
from contract_registry.operations.signing_in import Browser, sign_in
from contract_registry.settings import from_environment
from contract_registry.storage.suppressions import forget_suppression, keep_suppression, suppressions_of
from contract_registry.storage.vault.records import Kind, keep_record, record_of
from contract_registry.storage.vault.reviews import KeptReview, forget_reviews, keep_review, reviews_of
from members import Someone, an_organisation, someone

HOME = Browser("", "192.0.2.1")


@pytest.fixture
def data(tmp_path: Path, new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATABASE_URL", new_database())
    monkeypatch.setenv("CONTRACT_REGISTRY_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("CONTRACT_REGISTRY_ADDRESS", "https://registry.union.example")
    return tmp_path / "data"


@contextmanager
def access() -> Iterator[Access]:
    settings = from_environment(os.environ)
    with open_foundations(settings) as foundations:
        yield open_access(settings, foundations)


def test_somebody_is_invited_listed_disabled_and_let_in_again(command: Command, data: Path) -> None:
    assert command("people", "organisation", "Union of Illustrators").status == 0
    assert command("people", "organisation", "union of illustrators", "--branch", "North").status == 0
    invited = command("people", "invite", "ann@union.example", "--organisation", "Union of Illustrators", "--branch", "north")
    link = re.fullmatch(r"https://registry.union.example/invitation/(\S+)\n", invited.out)
    with access() as opened:
        accept(opened, link[1], "Ann Ferrer", PASSWORD, HOME)

    [ann] = json.loads(command("people", "list", "--format", "json").out)
    assert (ann["name"], ann["role"], ann["belongs_to"], ann["standing"]) == (
        "Ann Ferrer",
        "member",
        "Union of Illustrators · North",
        "active",
    )
    assert "Ann Ferrer  ann@union.example" in command("people", "list").out
    assert command("people", "disable", "Ann@union.example").status == 0
    with access() as opened, pytest.raises(SignInRefused):
        sign_in(opened, "ann@union.example", PASSWORD, HOME)
    assert command("people", "enable", ann["id"]).status == 0
    assert command("people", "role", "ann@union.example", "officer").status == 0
    with access() as opened:
        assert asker_of_session(opened, sign_in(opened, "ann@union.example", PASSWORD, HOME).session).role is Role.OFFICER
    assert command("people", "link", "ann@union.example").out.startswith("https://registry.union.example/password/")
    assert command("people", "second-factor", "ann@union.example").status == 0
    assert command("people", "erase", "ann@union.example").status == 64
    assert command("people", "erase", "ann@union.example", "--yes").status == 0
    assert json.loads(command("people", "list", "--format", "json").out) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["invite", "ann"], "no mail address"),
        (["invite", "ann@union.example"], "to which organisation"),
        (["invite", "ann@union.example", "--organisation", "Nowhere"], "there are: none yet"),
        (["invite", "ann@union.example", "--role", "king"], "Take one of: member"),
        (["disable", "nobody@union.example"], "Nobody is known"),
        (["disable", "no-id"], "no mail address and no id"),
        (["provider", "Union"], "CONTRACT_REGISTRY_CLIENT_SECRET"),
        (["provider", "Union", "--remove"], "no way to sign in"),
    ],
)
def test_what_makes_no_sense_is_told_with_what_to_do(words: list[str], says: str, command: Command, data: Path) -> None:
    told = command("people", *words)

    assert (told.status, says in told.err) == (64, True), told.err


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"ADDRESS": "registry.union.example"}, "CONTRACT_REGISTRY_ADDRESS is no address"),
        ({"ADDRESS": "https://registry.union.example/under/a/path"}, "without a path"),
        ({"SMTP_HOST": "mail.union.example", "MAIL_FROM": "a@union.example", "SMTP_SECURITY": "some"}, "starttls, tls or none"),
        ({"SMTP_HOST": "mail.union.example"}, "CONTRACT_REGISTRY_MAIL_FROM is missing"),
    ],
)
def test_settings_that_make_no_sense_are_told_by_name(
    variables: dict[str, str], says: str, command: Command, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"CONTRACT_REGISTRY_{name}", value)

    told = command("people", "list")

    assert (told.status, says in told.err) == (64, True), told.err


def test_a_way_to_sign_in_is_added_and_removed(command: Command, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command("people", "organisation", "Union")
    monkeypatch.setenv("CONTRACT_REGISTRY_CLIENT_SECRET", "marmalade words")
    added = command(
        "people", "provider", "By the union", "--organisation", "Union", "--issuer", "https://login.union.example", "--client-id", "cr"
    )

    assert "https://registry.union.example/sign-in/back" in added.err
    with access() as opened, opened.store.reading() as reading:
        assert "marmalade" not in str(reading.connection.execute(text("SELECT sign_in_providers::text FROM sign_in_providers")).all())
    assert command("people", "provider", "By the union", "--remove").status == 0


def test_the_trail_is_verified_and_its_break_named(command: Command, data: Path) -> None:
    command("people", "organisation", "Union")
    command("people", "organisation", "Clinic", "--clinic")
    first = command("audit", "verify")
    command("people", "organisation", "Guild")

    assert first.out.startswith("2:")
    assert command("audit", "verify", "--expect", first.out.strip()).status == 0
    assert command("audit", "verify", "--expect", "2:" + "0" * 64).status == 1
    assert command("audit", "verify", "--expect", "many").status == 64
    assert [json.loads(line)["number"] for line in command("audit", "show", "--last", "2").out.splitlines()] == [2, 3]
    with access() as opened, opened.store.engine.begin() as connection:
        connection.execute(text("GRANT UPDATE ON audit_entries TO CURRENT_USER"))
        connection.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER USER"))
        connection.execute(text("UPDATE audit_entries SET entry = replace(entry, 'organisation made', 'nothing') WHERE number = 2"))
    broken = command("audit", "verify")
    assert (broken.status, "broken at entry 2" in broken.err) == (1, True)


def kept_by(opened: Access, owner: Someone) -> str:
    with opened.store.writing() as writing:
        return writing.shelf(owner.id).keep([("a.txt", b"words")])[0].id


def test_restoring_brings_back_contracts_and_no_permission(command: Command, data: Path, tmp_path: Path) -> None:
    with access() as opened:
        union = an_organisation(opened)
        ann, ben, eve, olga = (someone(opened, role, union) for role in (Role.MEMBER, Role.MEMBER, Role.MEMBER, Role.OFFICER))
        contract, asker = kept_by(opened, ann), asker_of_session(opened, ann.session)
        grant(opened, asker, contract, olga.id)
    command("db", "backup", tmp_path / "backup")
    with access() as opened:
        take_back(opened, ann.id, contract, olga.id)
        disable(opened, None, ben.id)
        erase(opened, None, eve.id)
    before = command("audit", "verify").out.strip()

    assert command("db", "restore", tmp_path / "backup", "--yes").status == 0

    with access() as opened:
        assert granted_to(opened, olga.id) == []
        for gone in (ben, eve):
            with pytest.raises(SignInRefused):
                sign_in(opened, gone.address, PASSWORD, HOME)
        with pytest.raises(NotFound):
            find_person(opened, eve.address)
        assert sign_in(opened, ann.address, PASSWORD, HOME).person == ann.id
        with opened.store.reading() as reading:
            assert reading.shelf(ann.id).contract(contract).name == "a.txt"
    assert command("audit", "verify", "--expect", before).status == 0, "the trail goes on"
    assert "backup restored" in {json.loads(line)["did"] for line in command("audit", "show").out.splitlines()}
    assert sorted(path.name for path in data.glob("keys*")) == []
    with access() as opened, pytest.raises(Exception, match=r"only added to|permission denied"), opened.store.engine.begin() as connection:
        connection.execute(text("DELETE FROM audit_entries"))


def test_what_was_lifted_or_taken_back_since_the_backup_does_not_come_back(command: Command, data: Path, tmp_path: Path) -> None:
    today, ends = date(2026, 12, 1), date(2027, 3, 1)
    passage = Passage("f", "letters", "moral-waiver-total", "a.rule", 1)

    def suppression(letters: str) -> Suppression:
        return Suppression(letters, passage.type, "She agreed.", olga.id, today, ends, str(uuid4()))

    with access() as opened:
        union = an_organisation(opened)
        ann, olga = someone(opened, Role.MEMBER, union), someone(opened, Role.OFFICER, union)
        contract, lifted, stays, later = kept_by(opened, ann), suppression("lifted"), suppression("stays"), suppression("later")
        said = KeptReview(str(uuid4()), Review(contract, passage, "agree", "", olga.id, opened.now(), union), (passage,))
        with opened.store.writing() as writing:
            for each in (lifted, stays):
                keep_suppression(writing.shelf(union), each)
            keep_review(writing.shelf(ann.id), said)
            keep_record(writing.shelf(ann.id), contract, Kind.AGREEMENTS, ["agreed"])
            keep_record(writing.shelf(ann.id), contract, Kind.OUTCOMES, {"f": "narrowed"})
            keep_record(writing.shelf(ann.id), contract, Kind.PARTICULARS, {"term": "one year"})
    command("db", "backup", tmp_path / "backup")
    with access() as opened, opened.store.writing() as writing:
        forget_suppression(writing.shelf(union), lifted.id)
        keep_suppression(writing.shelf(union), later)
        forget_reviews(writing.shelf(ann.id), contract, [said.id])
        keep_record(writing.shelf(ann.id), contract, Kind.AGREEMENTS, ["taken back"])
        keep_record(writing.shelf(ann.id), contract, Kind.OUTCOMES, {"f": "unknown"})
        keep_record(writing.shelf(ann.id), contract, Kind.PARTICULARS, {"term": "two years"})

    assert command("db", "restore", tmp_path / "backup", "--yes").status == 0

    with access() as opened, opened.store.reading() as reading:
        shelf = reading.shelf(ann.id)
        assert {each.id for each in suppressions_of(reading.shelf(union), today)} == {stays.id, later.id}
        assert reviews_of(shelf, contract) == []
        assert record_of(shelf, contract, Kind.AGREEMENTS) == ["taken back"]
        assert record_of(shelf, contract, Kind.OUTCOMES) == {"f": "unknown"}
        assert record_of(shelf, contract, Kind.PARTICULARS) == {"term": "one year"}, "what is known of a contract is the backup's"


def test_on_a_new_machine_people_come_back_from_the_backup_and_sign_in_anew(
    command: Command, data: Path, tmp_path: Path, new_database: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with access() as opened:
        ann = someone(opened)
    command("db", "backup", tmp_path / "backup", "--keys", tmp_path / "keys")
    everything = b"".join(path.read_bytes() for path in (tmp_path / "backup").rglob("*") if path.is_file())
    assert ann.address.encode() not in everything
    shutil.rmtree(data)
    monkeypatch.setenv("DATABASE_URL", new_database())

    assert command("db", "restore", tmp_path / "backup", "--keys", tmp_path / "keys", "--yes").status == 0

    with access() as opened:
        assert sign_in(opened, ann.address, PASSWORD, HOME).person == ann.id
        assert asker_of_session(opened, ann.session).person == "", "sessions are in no backup"
    assert command("audit", "verify").status == 0
