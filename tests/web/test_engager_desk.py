"""Engagers: one officer alone decides nothing, a link to reply works once, and nothing is shown outside before two officers released it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from starlette.testclient import TestClient

from browser import Browser
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.service import Service
from members import Member, Someone, someone

DESK = "/api/v1/registry/engagers"


@pytest.fixture
def officer(service: Service, union: str) -> Someone:
    return someone(service.access, Role.OFFICER, union)


@pytest.fixture
def ada(service: Service, officer: Someone) -> Member:
    return Member(service, officer)


@pytest.fixture
def ben(service: Service, union: str) -> Member:
    return Member(service, someone(service.access, Role.OFFICER, union))


@pytest.fixture
def names() -> tuple[str, str]:
    word = uuid4().hex[:8]
    return f"Kestrel {word} Ltd.", f"KESTREL-{word}"


def propose(member: Member, what: str, names: tuple[str, ...], **more: object) -> str:
    sent = member.post(f"{DESK}/proposals", json={"what": what, "names": list(names), "reason": "The imprint names both.", **more})
    assert sent.status_code == 201, sent.text
    return sent.json()["id"]


def known_as(member: Member, name: str) -> int:
    return len(member.get(DESK, params={"name": name}).json()["names"])


def test_one_officer_alone_joins_nothing_and_a_second_does(ada: Member, ben: Member, names: tuple[str, str]) -> None:
    proposal = propose(ada, "same", names)

    own = ada.post(f"{DESK}/proposals/{proposal}/confirm")
    assert own.status_code == 400
    assert "Somebody else confirms it" in own.text
    assert known_as(ada, names[0]) == 1

    assert ben.post(f"{DESK}/proposals/{proposal}/confirm").json()["is_decided"]
    assert [known_as(ada, name) for name in names] == [2, 2]
    assert ada.get(f"{DESK}/proposals").json()["waiting"] == []


def test_what_was_joined_is_taken_apart_by_two_again(ada: Member, ben: Member, names: tuple[str, str]) -> None:
    ben.post(f"{DESK}/proposals/{propose(ada, 'same', names)}/confirm")

    ada.post(f"{DESK}/proposals/{propose(ben, 'apart', names[1:])}/confirm")

    assert [known_as(ada, name) for name in names] == [1, 1]


def test_another_organisation_sees_and_confirms_nothing_of_it(service: Service, ada: Member, names: tuple[str, str]) -> None:
    proposal = propose(ada, "same", names)
    stranger = Member(service, Role.OFFICER)

    assert stranger.get(f"{DESK}/proposals").json()["waiting"] == []
    assert stranger.post(f"{DESK}/proposals/{proposal}/confirm").status_code == 404


def test_a_link_to_reply_works_once_and_the_words_stand_beside_the_entry(service: Service, ada: Member, names: tuple[str, str]) -> None:
    link = ada.post(f"{DESK}/replies", json={"engager": names[0]}).json()["link"]
    place = "/" + link.split("/", 3)[3]
    engager = Browser(service)

    assert "Reply to your entry" in engager.get(place).text
    form = {"content-type": "application/x-www-form-urlencoded"}
    sent = f"form={engager.form_token()}&said=We+changed+%3Cthis%3E+in+May.&signed=J.+Lane"
    assert "Your reply is kept" in engager.post(place, content=sent, headers=form).text
    assert engager.post(place, content=sent, headers=form).status_code == 404
    assert engager.get(place).status_code == 404

    (reply,) = ada.get(DESK, params={"name": names[0]}).json()["replies"]
    assert (reply["words"], reply["signed"]) == ("We changed <this> in May.", "J. Lane")


def test_nothing_is_shown_outside_until_two_officers_released_it(
    service: Service, client: TestClient, union: str, ada: Member, ben: Member, names: tuple[str, str]
) -> None:
    place = f"/released/{union}/{names[0]}"
    ada.post(f"{DESK}/corrections", json={"engager": names[0], "was": "since 2023", "now": "since 2024", "reason": "Dated wrongly."})
    proposal = propose(ada, "release", names[:1], until=(datetime.now(UTC) + timedelta(days=300)).isoformat())

    assert client.get(place).status_code == 404
    ben.post(f"{DESK}/proposals/{proposal}/confirm")

    shown = client.get(place)
    assert shown.status_code == 200
    assert "“since 2023” is “since 2024” now" in shown.text
    assert client.get(f"/released/{uuid4()}/{names[0]}").status_code == 404


def test_a_caseworker_says_who_is_who_and_releases_nothing(service: Service, union: str, ada: Member, names: tuple[str, str]) -> None:
    cass = Member(service, someone(service.access, Role.CASEWORKER, union))
    until = (datetime.now(UTC) + timedelta(days=300)).isoformat()
    released = propose(ada, "release", names[:1], until=until)

    sent = {"what": "release", "names": names[:1], "reason": "The imprint.", "until": until}
    assert cass.post(f"{DESK}/proposals", json=sent).status_code == 403
    refused = cass.post(f"{DESK}/proposals/{released}/confirm")
    assert (refused.status_code, "two officers" in refused.text) == (403, True)
    assert cass.post(f"{DESK}/proposals/{propose(ada, 'same', names)}/confirm").status_code == 200


def test_a_day_without_its_offset_is_refused(ada: Member, names: tuple[str, str]) -> None:
    sent = {"what": "release", "names": names[:1], "reason": "The imprint.", "until": "2030-05-01T00:00:00"}

    refused = ada.post(f"{DESK}/proposals", json=sent)

    assert (refused.status_code, "until" in refused.json()["detail"]) == (400, True)


def test_letters_that_nobody_can_read_are_left_out_of_what_is_kept(ada: Member, names: tuple[str, str]) -> None:
    sent = {"engager": names[0], "was": "since\x002023", "now": "since 2024", "reason": "Dated\x1b wrongly."}

    made = ada.post(f"{DESK}/corrections", content=json.dumps(sent), headers={"content-type": "application/json"})

    assert (made.status_code, made.json()["was"], made.json()["reason"]) == (201, "since 2023", "Dated  wrongly.")


def test_the_pages_lead_two_people_through_it(service: Service, officer: Someone, ben: Member, ada: Member, names: tuple[str, str]) -> None:
    browser = officer.browser(service)
    form = {"content-type": "application/x-www-form-urlencoded"}
    lines = "%0A".join(names).replace(" ", "+")

    sent = f"form={browser.form_token()}&what=same&names={lines}&of=&reason=The+imprint"
    browser.post("/registry/engagers/waiting", content=sent, headers=form)
    page = browser.get("/registry/engagers/waiting")

    assert "You proposed this; somebody else confirms it." in page.text
    assert f"Confirm {names[0]}" not in page.text
    (proposal,) = ada.get(f"{DESK}/proposals").json()["waiting"]
    ben.post(f"{DESK}/proposals/{proposal['id']}/confirm")
    assert "Nothing waits." in browser.get("/registry/engagers/waiting").text
    assert " · " in browser.get("/registry/engagers", params={"name": names[0]}).text.partition("Named in contracts as")[2][:200]
