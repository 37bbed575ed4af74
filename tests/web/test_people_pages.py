"""What an administrator does on the page of people, and what an officer may do there."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from browser import PASSWORD, Browser
from contract_registry.core.disclosure.people import Standing
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.people import account_of, everybody
from contract_registry.operations.service import Service
from members import Someone, an_organisation, someone


@pytest.fixture(scope="module")
def root(service: Service) -> Someone:
    return someone(service.access, Role.ADMINISTRATOR)


def test_an_administrator_disables_enables_and_gives_another_role(service: Service, root: Someone) -> None:
    browser, ann = root.browser(service), someone(service.access)
    hers = ann.browser(service)

    browser.fill_in("/people", f"/people/{ann.id}/disable")
    assert account_of(service.access, ann.id).standing is Standing.DISABLED
    assert hers.get("/contracts").status_code == 303
    browser.fill_in("/people", f"/people/{ann.id}/enable")
    assert ann.browser(service).get("/contracts").status_code == 200
    browser.fill_in("/people", f"/people/{ann.id}/role", role="officer")
    assert account_of(service.access, ann.id).role is Role.OFFICER
    assert browser.fill_in("/people", f"/people/{ann.id}/role", role="king").status_code == 400


def test_an_administrator_has_a_lost_telephone_replaced(service: Service, root: Someone) -> None:
    olga = someone(service.access, Role.OFFICER)

    root.browser(service).fill_in("/people", f"/people/{olga.id}/second-factor")

    assert not account_of(service.access, olga.id).has_second_factor
    assert Browser(service).sign_in(olga.address).headers["location"] == "/home"


def test_organisations_have_branches_into_which_people_are_invited(service: Service, root: Someone) -> None:
    browser, name = root.browser(service), f"Guild {uuid4().hex[:6]}"
    browser.fill_in("/people", "/organisations", name=name, kind="union")
    [guild] = [each for each in everybody(service.access).organisations if each.name == name]
    browser.fill_in("/people", "/branches", organisation=guild.id, name="North")
    [north] = [each for each in everybody(service.access).branches if each.organisation == guild.id]

    told = browser.fill_in("/people", address="ann@guild.example", role="member", place=f"{guild.id} {north.id}")

    assert "/invitation/" in told.text
    [ann] = [each for each in everybody(service.access).people if each.branch == north.id]
    assert (ann.address, ann.organisation) == ("ann@guild.example", guild.id)
    assert "already" in browser.fill_in("/people", "/organisations", name=name, kind="union").text
    assert "already" in browser.fill_in("/people", "/branches", organisation=guild.id, name="North").text


def test_a_branch_of_another_organisation_takes_nobody_in(service: Service, root: Someone) -> None:
    browser, own, other = root.browser(service), an_organisation(service.access), an_organisation(service.access)
    browser.fill_in("/people", "/branches", organisation=other, name="South")
    [south] = [each for each in everybody(service.access).branches if each.organisation == other]

    assert browser.fill_in("/people", address="ben@guild.example", role="member", place=f"{own} {south.id}").status_code == 404


def test_an_officer_sees_and_invites_the_own_organisation_alone(service: Service) -> None:
    olga, stranger = someone(service.access, Role.OFFICER), someone(service.access)
    colleague = someone(service.access, Role.MEMBER, olga.organisation)
    browser = olga.browser(service)
    page = browser.get("/people").text

    assert colleague.address in page
    assert stranger.address not in page
    assert "/disable" not in page
    told = browser.fill_in("/people", address=f"{uuid4().hex[:6]}@union.example", role="administrator", place="")
    assert told.status_code == 200
    [invited] = [
        each for each in everybody(service.access).people if each.standing is Standing.INVITED and each.organisation == olga.organisation
    ]
    assert invited.role is Role.MEMBER, "whatever the form says"


def test_tokens_are_listed_without_their_words_and_revoked(service: Service) -> None:
    ann = someone(service.access).browser(service)
    made = ann.fill_in("/account", "/account/tokens", name="my program", may="write", days="30").text
    words = re.search(r"cr_[\w-]+", made)[0]
    page = ann.get("/account").text
    asked = {"authorization": f"Bearer {words}"}

    assert words not in page
    assert "my program" in page
    assert Browser(service).get("/api/v1/me", headers=asked).json()["can_write"] is True
    ann.fill_in("/account", re.search(r"/account/tokens/[0-9a-f-]+/revoke", page)[0])
    assert Browser(service).get("/api/v1/me", headers=asked).status_code == 401
    for days in ("0", "366", "many", "-1", "²", "9" * 5_000):
        assert ann.fill_in("/account", "/account/tokens", name="x", may="read", days=days).status_code == 400


@pytest.mark.parametrize("token", ["%00", "x" * 90, "0b0c7c1e-5f0e-4c07-8c57-1b1d1f1f6a2e"])
def test_a_token_that_there_is_not_is_told_as_such(token: str, service: Service) -> None:
    ann = someone(service.access).browser(service)

    assert ann.post(f"/account/tokens/{token}/revoke", data={"form": ann.form_token()}).status_code == 404


@pytest.mark.parametrize("secret", ["", "A" * 6_000, "A" * 31, "!!\x00é", "a" * 32])
def test_a_secret_that_was_not_made_here_is_refused(secret: str, service: Service) -> None:
    ann = someone(service.access).browser(service)
    sent = {"secret": secret, "code": "123456", "password": PASSWORD}

    refused = ann.fill_in("/account/second-factor", **sent)

    assert (refused.status_code, "Load the page again" in refused.text) == (400, True)
