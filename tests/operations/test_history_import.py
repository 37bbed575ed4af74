"""Dated editions of public terms become contracts that everybody signed in may read, and the registry says since when each names AI."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from contract_registry.bootstrap import assemble_service
from contract_registry.core.disclosure.consent.ladder import Purpose
from contract_registry.core.disclosure.people import Asker, Stage
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Asked
from contract_registry.errors import NotFound
from contract_registry.operations import following
from contract_registry.operations.contracts import cancel_scan, contract_of, delete_contract, scan_kept
from contract_registry.operations.following import follow_kept, public_template, public_templates
from contract_registry.operations.history_import import editions_in, imported_history
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.searching import search
from contract_registry.operations.service import Service
from contract_registry.operations.sharing import consents_in, withdraw
from contract_registry.settings import Settings, StorageSettings

PLAIN = "Terms\n\n1. You keep all rights in your content.\n2. You may close your account at any time.\n"
TRAINS = f"{PLAIN}3. You grant us a licence to use your content to train our machine learning models.\n"
MEMBER = Asker(Role.MEMBER, Stage.INSIDE, "somebody", "a union")


@pytest.fixture(scope="module")
def service(new_database_with_tables: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    data = tmp_path_factory.mktemp("history") / "data"
    with assemble_service(Settings(storage=StorageSettings(data=data, database_url=new_database_with_tables()))) as service:
        yield service


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A platform that took training rights, and took the words back a month later; its name is its own."""
    place = tmp_path / f"Platform {uuid4().hex[:6]}"
    place.mkdir()
    for day, words in (("2023-01-01", PLAIN), ("2024-08-31", TRAINS), ("2024-10-01", PLAIN)):
        (place / f"{day}.md").write_text(words, encoding="utf-8")
    return place


def work_off(service: Service) -> None:
    """Do the jobs that wait, the most urgent first, as a worker would."""
    while True:
        with service.store.engine.begin() as connection:
            job = connection.execute(
                text(
                    "DELETE FROM procrastinate_jobs WHERE id = (SELECT id FROM procrastinate_jobs ORDER BY priority DESC, id LIMIT 1)"
                    " RETURNING task_name, args"
                )
            ).one_or_none()
        if job is None:
            return
        if job.task_name == "scan_contract":
            scan_kept(service, **job.args)
        elif job.task_name == "project_contract":
            project_kept(service, **job.args)
        elif job.task_name == "follow_template":
            follow_kept(service, **job.args)


def taken_in(service: Service, folder: Path) -> tuple[str, list[str]]:
    owner = str(uuid4())
    (found,) = editions_in(folder)
    contracts = [each.contract for each in imported_history(service, owner, found)]
    work_off(service)
    return owner, contracts


def test_an_edition_is_kept_under_the_name_of_its_template(service: Service, folder: Path) -> None:
    owner, contracts = taken_in(service, folder)

    assert contract_of(service, owner, contracts[1]).name == f"{folder.name} 2024-08-31.md"


def named(service: Service, folder: Path) -> list[str]:
    return [each.says for each in public_templates(service) if each.name == folder.name]


def test_the_registry_names_the_edition_and_the_sentence_in_which_ai_entered(service: Service, folder: Path) -> None:
    taken_in(service, folder)

    (template,) = [each for each in public_templates(service) if each.name == folder.name]
    form = public_template(service, template.id).form

    assert template.says == "AI is named first in the edition of 2024-08-31, in 1 sentence: 1 harm."
    assert form["ai"]["named_since"]["sentences"][0]["text"].startswith("You grant us a licence to use your content to train")
    assert [each["day"] for each in form["editions"]] == ["2023-01-01", "2024-08-31", "2024-10-01"]
    (training,) = [each for each in form["types"] if each["type"] == "ai-training-express"]
    assert training["stood"] == [{"from": "2024-08-31", "until": "2024-10-01"}]
    assert "2024-08-31" in template.page


def days(service: Service, folder: Path) -> list[str]:
    """The editions that the registry tells of the template."""
    ids = [each.id for each in public_templates(service) if each.name == folder.name]
    return [edition["day"] for each in ids for edition in public_template(service, each).form["editions"]]


@pytest.mark.parametrize("moment", ["_scanned", "drift_as_html"])
def test_a_following_that_another_overtook_leaves_what_that_one_told(
    service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    last = folder / "2024-10-01.md"
    last.rename(folder.parent / "later.md")
    owner, _ = taken_in(service, folder)
    as_ever = getattr(following, moment)

    def overtaken(*asked: Any) -> Any:
        monkeypatch.setattr(following, moment, as_ever)
        (folder.parent / "later.md").rename(last)
        list(imported_history(service, owner, editions_in(folder)[0]))
        work_off(service)
        return as_ever(*asked)

    monkeypatch.setattr(following, moment, overtaken)
    follow_kept(service, owner, folder.name)

    assert days(service, folder) == ["2023-01-01", "2024-08-31", "2024-10-01"]


def test_an_edition_taken_back_while_the_template_is_followed_is_told_no_more(
    service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, contracts = taken_in(service, folder)
    as_ever = following.drift_as_html

    def overtaken(*asked: Any) -> Any:
        monkeypatch.setattr(following, "drift_as_html", as_ever)
        (consent,) = consents_in(service, owner, contracts[1])
        withdraw(service, owner, contracts[1], consent.id)
        work_off(service)
        return as_ever(*asked)

    monkeypatch.setattr(following, "drift_as_html", overtaken)
    follow_kept(service, owner, folder.name)

    assert days(service, folder) == ["2023-01-01", "2024-10-01"]


def test_what_was_taken_in_before_is_not_followed_again(service: Service, folder: Path) -> None:
    owner, _ = taken_in(service, folder)

    list(imported_history(service, owner, editions_in(folder)[0]))

    with service.store.engine.begin() as connection:
        assert connection.execute(text("SELECT task_name FROM procrastinate_jobs")).all() == []


@pytest.mark.parametrize("goes", ["cancelled", "deleted", "withdrawn"])
def test_a_template_does_not_wait_for_an_edition_whose_scan_never_comes(service: Service, folder: Path, goes: str) -> None:
    owner = str(uuid4())
    (folder / "2024-12-01.md").write_text(f"{TRAINS}4. New words.\n", encoding="utf-8")
    kept = [each.contract for each in imported_history(service, owner, editions_in(folder)[0])]
    for contract in dict.fromkeys(kept[:-1]):
        scan_kept(service, owner, contract)
        project_kept(service, owner, contract)
    with service.store.engine.begin() as connection:
        connection.execute(text("DELETE FROM procrastinate_jobs"))
    assert days(service, folder) == []

    if goes == "cancelled":
        cancel_scan(service, owner, kept[-1])
    elif goes == "deleted":
        delete_contract(service, owner, kept[-1])
    else:
        withdraw(service, owner, kept[-1], consents_in(service, owner, kept[-1])[0].id)
    work_off(service)

    assert days(service, folder) == ["2023-01-01", "2024-08-31", "2024-10-01"]


def test_a_member_finds_its_clauses_as_they_stand_under_the_name_of_the_platform(service: Service, folder: Path) -> None:
    taken_in(service, folder)

    found = search(service.store, MEMBER, Asked('"train our machine learning models"'), 50)

    hits = [hit for hit in found.hits if hit.engager == folder.name]
    assert [hit.is_public for hit in hits] == [True]
    assert "".join(words for words, _ in hits[0].snippet).startswith("You grant us a licence to use your content")


def test_an_import_that_is_run_again_changes_nothing(service: Service, folder: Path) -> None:
    owner, contracts = taken_in(service, folder)
    (found,) = editions_in(folder)

    again = list(imported_history(service, owner, found))

    assert [each.became for each in again] == ["known"] * 3
    assert [each.contract for each in again] == contracts
    assert contracts[0] == contracts[2] != contracts[1], "the same bytes are kept once, and stand under both days"
    assert all(len(consents_in(service, owner, each)) == 1 for each in contracts)


def test_public_terms_are_never_counted_among_what_people_shared(service: Service, folder: Path) -> None:
    owner, contracts = taken_in(service, folder)

    assert all(Purpose.STATISTICS not in consent.purposes for consent in consents_in(service, owner, contracts[0]))


@pytest.mark.parametrize("how", ["taken back", "deleted"])
def test_what_is_taken_back_is_told_of_no_more_at_once_and_followed_anew(service: Service, folder: Path, how: str) -> None:
    owner, contracts = taken_in(service, folder)
    (template,) = [each for each in public_templates(service) if each.name == folder.name]

    if how == "deleted":
        delete_contract(service, owner, contracts[1])
    else:
        withdraw(service, owner, contracts[1], consents_in(service, owner, contracts[1])[0].id)

    with pytest.raises(NotFound):
        public_template(service, template.id)
    assert named(service, folder) == []
    work_off(service)
    assert named(service, folder) == ["AI is named in none of these editions."]


def test_an_edition_that_cannot_be_taken_in_is_named_and_the_others_are(service: Service, folder: Path) -> None:
    (folder / "2025-01-01.md").write_bytes(b"")
    (found,) = editions_in(folder)

    became = [each.became for each in imported_history(service, str(uuid4()), found)]

    assert became == ["new", "new", "known", "refused"]
    work_off(service)


def test_the_page_and_the_form_are_told_from_the_same_drift(service: Service, folder: Path) -> None:
    taken_in(service, folder)
    (template,) = [each for each in public_templates(service) if each.name == folder.name]

    assert json.dumps(template.form["name"]) == json.dumps(folder.name)
    assert folder.name in template.page
