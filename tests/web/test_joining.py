"""From the first start to a member's own contracts: the administrator by a link, everybody else by an invitation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pyotp
import pytest

from browser import PASSWORD, Browser, place
from contract_registry.bootstrap import assemble_service
from contract_registry.operations.joining import administrator_link
from contract_registry.operations.service import Service
from contract_registry.settings import PeopleSettings, Settings, StorageSettings


@pytest.fixture
def fresh(new_database_with_tables: Callable[[], str], tmp_path: Path) -> Iterator[Service]:
    """A service that nobody has signed in to yet."""
    settings = Settings(
        storage=StorageSettings(data=tmp_path / "data", database_url=new_database_with_tables()),
        people=PeopleSettings(address="http://registry.test"),
    )
    with assemble_service(settings) as service:
        yield service


def test_from_the_first_link_to_a_members_own_contracts(fresh: Service, contract: tuple[str, bytes]) -> None:
    first = place(administrator_link(fresh.access))
    root, ann = Browser(fresh), Browser(fresh)

    made = root.fill_in(first, address="root@union.example", name="Root", password=PASSWORD)
    assert root.get(made.headers["location"]).headers["location"] == "/account/second-factor", "before anything else"
    shown = root.get("/account/second-factor").text
    secret = re.search(r'name="secret" value="(\w+)"', shown)[1]
    assert "<svg" in shown
    assert "Keep these codes" in root.fill_in("/account/second-factor", secret=secret, code=pyotp.TOTP(secret).now()).text

    assert root.fill_in("/people", "/organisations", name="Union of Illustrators", kind="union").status_code == 303
    organisation = re.search(r'<option value="([0-9a-f-]{36})">Union of Illustrators', root.get("/people").text)[1]
    invited = root.fill_in("/people", address="Ann@Union.example", role="member", place=organisation, name="Ann")
    link = re.search(r"http://registry.test(/invitation/[\w-]+)", invited.text)[1]

    joined = ann.fill_in(link, name="Ann Ferrer", password=PASSWORD)
    assert (joined.status_code, ann.get("/home").headers["location"]) == (303, "/contracts")
    token = re.search(r'action="/contracts\?form=(\w+)"', ann.get("/contracts").text)[1]
    kept = ann.post(f"/contracts?form={token}", files={"file": contract})
    assert contract[0] in ann.get(kept.headers["location"]).text

    words = re.search(r"cr_[\w-]+", ann.fill_in("/account", "/account/tokens", name="my program", may="read", days="30").text)[0]
    by_token = Browser(fresh).get("/api/v1/contracts", headers={"authorization": f"Bearer {words}"})
    assert by_token.json() == ann.get("/api/v1/contracts").json()
    assert by_token.json()["contracts"][0]["name"] == contract[0]
    assert administrator_link(fresh.access) is None, "there is one"
