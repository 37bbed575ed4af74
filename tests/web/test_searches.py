"""Saved searches in a browser and over the API: kept from what was asked, each for its owner alone, and letters stopped without signing in."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.saved_searches import saved_by
from contract_registry.operations.service import Service
from contract_registry.storage.saved_searches import stop_words
from members import Member, Someone, someone

SEARCHES = "/api/v1/registry/searches"


@pytest.fixture
def ada(service: Service) -> Someone:
    return someone(service.access, Role.OFFICER)


def test_a_search_is_kept_as_it_was_asked_and_leads_back_to_it(service: Service, ada: Someone) -> None:
    browser = ada.browser(service)
    asked = browser.get("/registry?q=waives&sector=games&sector=music")
    save_at = re.search(r'action="(/registry/searches\?[^"]+)"', asked.text)[1].replace("&amp;", "&")

    browser.post(
        save_at,
        content=f"form={browser.form_token()}&name=Waivers+%3Cnow%3E&every=3",
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    listed = browser.get("/registry/searches")

    assert "Waivers &lt;now&gt;" in listed.text
    assert "every three months" in listed.text
    back = re.search(r'href="(/registry\?[^"]+)"', listed.text)[1].replace("&amp;", "&")
    assert {"q=waives", "sector=games", "sector=music"} <= set(back.partition("?")[2].split("&"))


def test_each_sees_and_deletes_their_own_alone(ann: Member, ben: Member) -> None:
    kept = ann.post(SEARCHES, json={"name": "Waivers", "words": "waives", "where": {"sector": ["games"]}}).json()

    assert ann.get(SEARCHES).json()["searches"] == [kept]
    assert ben.get(SEARCHES).json()["searches"] == []
    assert ben.delete(f"{SEARCHES}/{kept['id']}").status_code == 404
    assert ann.delete(f"{SEARCHES}/{kept['id']}").status_code == 204
    assert ann.get(SEARCHES).json()["searches"] == []


def test_a_search_that_is_sent_twice_is_kept_once(ann: Member) -> None:
    sent = {"name": "Waivers", "words": "waives", "where": {"sector": ["games"]}}
    first, again, other = (ann.post(SEARCHES, json={**sent, **more}).json() for more in ({}, {}, {"words": "assigns"}))

    assert again == first
    assert [each["id"] for each in ann.get(SEARCHES).json()["searches"]] == [first["id"], other["id"]]


def test_the_link_of_a_letter_stops_them_without_signing_in_and_opening_it_alone_does_not(
    service: Service, client: TestClient, ada: Someone
) -> None:
    Member(service, ada).post(SEARCHES, json={"name": "Waivers"})
    with service.store.reading() as reading:
        place = f"/registry/searches/stop/{ada.id}/{stop_words(reading.shelf(ada.id))}"

    opened = client.get(place)
    before = saved_by(service, ada.id)[0].stopped_at
    clicked = client.post(place, content="List-Unsubscribe=One-Click")

    assert (opened.status_code, before) == (200, None)
    assert "No more letters" in clicked.text
    assert saved_by(service, ada.id)[0].stopped_at is not None
    assert client.post(f"{place[:-4]}0000").status_code == 404
