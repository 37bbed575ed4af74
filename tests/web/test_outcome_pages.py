"""On the page of a contract its owner says what became of a clause and what was agreed instead, and so does whoever has it open."""

from __future__ import annotations

from datetime import timedelta

import pytest

from browser import Browser
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.service import Service
from granted_contract import There
from members import someone

AGREED = "Mirela Quist keeps her moral rights & is named on the cover."


@pytest.fixture
def there(service: Service) -> There:
    return There(service)


@pytest.fixture
def owner(there: There, service: Service) -> Browser:
    return there.member.browser(service)


def outcomes(there: There) -> list[dict[str, str]]:
    told: list[dict[str, str]] = there.mirela.get(f"/api/v1/contracts/{there.contract}/outcomes").json()["outcomes"]
    return told


def test_the_owner_says_it_and_reads_it_again(there: There, owner: Browser) -> None:
    page = f"/contracts/{there.contract}"
    assert "Say what became of it" in owner.get(page).text

    sent = owner.fill_in(page, f"{page}/outcomes/{there.waiver}", outcome="narrowed", on="2026-11", evidence="Their mail", counter=AGREED)

    assert sent.headers["location"] == f"{page}#became-{there.waiver}"
    told = owner.get(page).text.partition(f'<li id="became-{there.waiver}"')[2].partition("</li>")[0]
    for words in ("It was narrowed (2026-11). Their mail", "Agreed instead", "moral rights &amp; is named", "all of this is told from 1 "):
        assert words in told
    assert [(each["outcome"], each["counter"]) for each in outcomes(there)] == [("narrowed", AGREED)]

    assert "What became of 1 clause was written down lately" in owner.get(f"{page}/share").text

    owner.fill_in(page, f"{page}/outcomes/{there.waiver}", outcome="unknown")
    assert "was written down lately" not in owner.get(f"{page}/share").text
    again = owner.get(page).text
    assert "<p>Nobody knows, or it is taken back (2026-11)." in again
    assert "all of this is told from" not in again


def test_what_makes_no_sense_comes_back_with_what_was_written(there: There, owner: Browser) -> None:
    page = f"/contracts/{there.contract}"

    refused = owner.fill_in(page, f"{page}/outcomes/{there.waiver}", outcome="narrowed", on="spring", counter="<b>Named</b> on the cover.")

    assert refused.status_code == 400
    shown = refused.text.partition(f'<li id="became-{there.waiver}"')[2].partition("</li>")[0]
    for words in ("is no date", 'value="spring"', "&lt;b&gt;Named&lt;/b&gt; on the cover.", "<details open>"):
        assert words in shown
    assert outcomes(there) == []


def test_whoever_has_it_open_says_it_there_and_nobody_else_does(there: There, service: Service) -> None:
    page = f"/granted/{there.contract}"
    officer, stranger = there.officer.browser(service), someone(service.access, Role.OFFICER).browser(service)

    assert officer.fill_in(page, f"{page}/outcomes/{there.waiver}", outcome="removed").status_code == 303

    assert [each["outcome"] for each in outcomes(there)] == ["removed"]
    assert "It was taken out." in officer.get(page).text
    form = {"form": stranger.form_token(), "outcome": "unchanged"}
    asked = [
        stranger.post(f"/{whose}/{there.contract}/outcomes/{there.waiver}", data=form).status_code for whose in ("granted", "contracts")
    ]
    assert asked == [404, 404]
    assert [each["outcome"] for each in outcomes(there)] == ["removed"]


def test_what_is_refused_comes_back_though_a_colleague_suppressed_the_wording_meanwhile(there: There, service: Service) -> None:
    page = f"/granted/{there.contract}"
    officer = there.officer.browser(service)
    until = (service.store.clock().date() + timedelta(days=9)).isoformat()
    told = {"reason": "It stands in their template.", "until": until}
    assert there.olga.post(f"/api/v1{page}/findings/{there.waiver}/suppressions", json=told).status_code == 201
    assert f'id="became-{there.waiver}"' not in officer.get(page).text

    form = {"form": officer.form_token(), "outcome": "narrowed", "on": "spring", "evidence": "", "counter": AGREED}
    refused = officer.post(f"{page}/outcomes/{there.waiver}", data=form)

    assert refused.status_code == 400
    assert "is no date" in refused.text
    assert "keeps her moral rights" in refused.text


def test_who_writes_how_it_is_known_is_told_who_reads_that(there: There, owner: Browser, service: Service) -> None:
    for reader, whose in ((owner, "contracts"), (there.officer.browser(service), "granted")):
        assert "Nobody but the owner, and whoever has the contract open, reads this." in reader.get(f"/{whose}/{there.contract}").text
