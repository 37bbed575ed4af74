"""Saved searches are told of by mail: one letter for all, after a month is over, with no word of a contract, and none after one click."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from contract_registry.bootstrap import assemble_service
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Asked, Facet
from contract_registry.errors import NotFound, NotSent
from contract_registry.operations.contracts import delete_contract, scan_kept
from contract_registry.operations.history_import import editions_in, imported_history
from contract_registry.operations.people import disable, erase
from contract_registry.operations.post import Post
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.saved_searches import (
    Every,
    ask_for_digests,
    resume_letters,
    save_search,
    saved_by,
    send_digest,
    stop_letters,
)
from contract_registry.operations.service import Service
from contract_registry.settings import Settings, StorageSettings
from database_of_tests import Clock
from mail_server import MailServer, mail_server
from members import Someone, someone

WAIVER = Asked("waives")
TRAINING = Asked("", frozenset({(Facet.TYPE, "ai-training-express")}))


@pytest.fixture(scope="module")
def assembled(new_database_with_tables: Callable[[], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    data = tmp_path_factory.mktemp("digests") / "data"
    with assemble_service(Settings(storage=StorageSettings(data=data, database_url=new_database_with_tables()))) as service:
        yield service


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.now = datetime(2026, 11, 10, 9, tzinfo=UTC)
    return clock


@pytest.fixture
def service(assembled: Service, server: MailServer, clock: Clock) -> Service:
    """The service in November, with mail."""
    store = replace(assembled.store, clock=clock)
    post = Post("127.0.0.1", server.port, "none", "", "registry@union.example", "")
    return replace(assembled, store=store, access=replace(assembled.access, store=store, post=post))


def an_officer(service: Service) -> Someone:
    """Somebody who joined by a link that was handed over, and not by a letter."""
    return someone(replace(service.access, post=None), Role.OFFICER)


@pytest.fixture
def ada(service: Service) -> Someone:
    return an_officer(service)


def publish(service: Service, tmp_path: Path, *clauses: str) -> tuple[str, list[str]]:
    """Public terms with these clauses, shared now."""
    folder = tmp_path / uuid4().hex
    folder.mkdir()
    (folder / "2026-01-01.md").write_text(f"Terms {uuid4().hex}\n\n" + "\n\n".join(clauses), encoding="utf-8")
    owner, contracts = str(uuid4()), []
    for each in imported_history(service, owner, editions_in(folder)[0]):
        scan_kept(service, owner, each.contract)
        project_kept(service, owner, each.contract)
        contracts.append(each.contract)
    return owner, contracts


WAIVES = "The creator irrevocably waives all moral rights in the marmalade pictures."
TRAINS = "You grant us a licence to use your content to train our machine learning models."


def letters_to(server: MailServer, person: Someone) -> list[tuple[str, str, str]]:
    """Subject, text and stop header of each letter to somebody."""
    return [
        (str(letter["Subject"]), letter.get_payload(decode=True).decode(), str(letter["List-Unsubscribe"]))
        for to, letter in server.letters
        if to == person.address
    ]


def test_all_searches_are_told_of_in_one_letter_without_a_word_of_a_contract(
    service: Service, server: MailServer, clock: Clock, ada: Someone, tmp_path: Path
) -> None:
    save_search(service, ada.id, "Waivers", WAIVER, Every.MONTH)
    save_search(service, ada.id, "Training", TRAINING, Every.MONTH)
    save_search(service, ada.id, "Nothing of it", Asked("unfindable"), Every.MONTH)
    clock.move(days=3)
    publish(service, tmp_path, WAIVES, TRAINS)

    assert send_digest(service, ada.id) == 0, "the month is not over"
    clock.now = datetime(2026, 12, 2, tzinfo=UTC)
    assert send_digest(service, ada.id) >= 2
    assert send_digest(service, ada.id) == 0, "it was told"

    ((subject, words, _),) = letters_to(server, ada)
    assert re.fullmatch(r"\d+ new clauses in 2 saved searches", subject)
    assert "Training: " in words
    assert "shared in 2026-11" in words
    assert "Nothing of it" not in words
    assert "marmalade" not in words
    assert "machine learning" not in words


def test_where_nothing_is_new_no_letter_comes_and_the_month_is_told(
    service: Service, server: MailServer, clock: Clock, ada: Someone
) -> None:
    save_search(service, ada.id, "Nothing of it", Asked("unfindable"), Every.MONTH)
    clock.now = datetime(2026, 12, 2, tzinfo=UTC)

    assert send_digest(service, ada.id) == 0
    assert letters_to(server, ada) == []
    assert [each.told_until for each in saved_by(service, ada.id)] == [datetime(2026, 12, 1, tzinfo=UTC)]


def test_what_was_taken_back_by_then_is_not_counted(
    service: Service, server: MailServer, clock: Clock, ada: Someone, tmp_path: Path
) -> None:
    word = f"w{uuid4().hex[:8]}"
    save_search(service, ada.id, "One word", Asked(word), Every.MONTH)
    owner, contracts = publish(service, tmp_path, f"The creator waives all moral rights in {word}.")
    delete_contract(service, owner, contracts[0])
    clock.now = datetime(2026, 12, 2, tzinfo=UTC)

    assert send_digest(service, ada.id) == 0
    assert letters_to(server, ada) == []


def test_one_click_stops_the_letters_and_only_their_owner_has_them_again(
    service: Service, server: MailServer, clock: Clock, ada: Someone, tmp_path: Path
) -> None:
    save_search(service, ada.id, "Waivers", WAIVER, Every.MONTH)
    publish(service, tmp_path, WAIVES)
    clock.now = datetime(2026, 12, 2, tzinfo=UTC)
    send_digest(service, ada.id)
    person, words = letters_to(server, ada)[0][2].strip("<>").split("/")[-2:]

    with pytest.raises(NotFound):
        stop_letters(service, person, words[:-1] + ("0" if words[-1] != "0" else "1"))
    stop_letters(service, person, words)
    publish(service, tmp_path, WAIVES)
    clock.now = datetime(2027, 1, 2, tzinfo=UTC)

    assert send_digest(service, ada.id) == 0
    resume_letters(service, ada.id)
    publish(service, tmp_path, WAIVES)
    clock.now = datetime(2027, 2, 2, tzinfo=UTC)
    assert send_digest(service, ada.id) >= 1
    assert len(letters_to(server, ada)) == 2


def test_a_letter_that_was_not_taken_is_sent_another_time(service: Service, clock: Clock, ada: Someone, tmp_path: Path) -> None:
    save_search(service, ada.id, "Waivers", WAIVER, Every.MONTH)
    publish(service, tmp_path, WAIVES)
    clock.now = datetime(2026, 12, 2, tzinfo=UTC)
    closed = replace(service, access=replace(service.access, post=Post("127.0.0.1", 1, "none", "", "registry@union.example", "")))

    with pytest.raises(NotSent):
        send_digest(closed, ada.id)
    assert send_digest(service, ada.id) >= 1


def test_each_person_waits_once_in_the_queue(service: Service, clock: Clock, ada: Someone) -> None:
    save_search(service, ada.id, "Waivers", WAIVER, Every.MONTH)
    clock.now += timedelta(days=40)

    ask_for_digests(service)
    ask_for_digests(service)

    with service.store.engine.begin() as connection:
        jobs = connection.execute(text("DELETE FROM procrastinate_jobs WHERE task_name = 'send_digest' RETURNING args")).scalars().all()
    assert [job["person"] for job in jobs].count(ada.id) == 1


def test_whoever_is_disabled_or_gone_is_told_nothing(
    service: Service, server: MailServer, clock: Clock, ada: Someone, tmp_path: Path
) -> None:
    ben = an_officer(service)
    for each in (ada, ben):
        save_search(service, each.id, "Waivers", WAIVER, Every.MONTH)
    publish(service, tmp_path, WAIVES)
    clock.now = datetime(2026, 12, 2, tzinfo=UTC)
    disable(service.access, None, ada.id)
    erase(service.access, None, ben.id)

    assert (send_digest(service, ada.id), send_digest(service, ben.id)) == (0, 0)
    assert server.letters == []
    assert saved_by(service, ben.id) == []
