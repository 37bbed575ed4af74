"""The pages of the registry say in words what is kept short, and lead from a clause to its engager and back to all of its clauses."""

from __future__ import annotations

from uuid import uuid4

import pytest
from lxml import html

from browser import Browser
from contract_registry.core.disclosure.consent.ladder import Circle
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.service import Service
from members import someone
from planted_registry import Planted, plant


@pytest.fixture
def engager() -> str:
    return f"Quill & Lantern {uuid4().hex[:6]} Ltd"


@pytest.fixture
def olga(service: Service, engager: str) -> Browser:
    """An officer with whom two members shared a contract of one engager each, one grave and one less so."""
    officer = someone(service.access, Role.OFFICER)
    circle = Circle(str(officer.organisation))
    waiver = Planted(uuid4().hex, "one", circle, engager=engager, type="moral-waiver-general")
    late = {"text": "The Publisher pays within ninety days.", "type": "terms-late-payment", "severity": "medium"}
    plant(service, [waiver, *(Planted(uuid4().hex, "two", circle, engager=engager, **late) for _ in range(20))])
    return officer.browser(service)


def read(page: str) -> str:
    return " ".join(html.document_fromstring(page).text_content().split())


def link_to(page: str, words: str) -> str:
    return next(str(each.get("href")) for each in html.document_fromstring(page).iter("a") if each.text_content() == words)


def test_a_clause_is_told_by_the_title_of_its_type_and_by_what_its_values_mean(olga: Browser) -> None:
    found = olga.get("/registry", params={"q": "waives", "type": "moral-waiver-general", "verification": "V1"}).text
    clause = olga.get(link_to(found, "Where else?")).text

    for page in (found, clause):
        assert "Moral rights waived altogether · critical · publishing" in read(page)
        assert "a member sent it" in read(page)
        assert "moral-waiver-general" not in read(page)


def test_the_engager_of_a_clause_leads_to_its_page_and_from_there_to_all_its_clauses(olga: Browser, engager: str) -> None:
    page = olga.get(link_to(olga.get("/registry", params={"q": "waives"}).text, engager)).text
    every = olga.get(link_to(page, "All of them, to search and to narrow")).text

    assert html.document_fromstring(page).findtext(".//h1") == engager, "as contracts write it"
    clauses = [each.text_content() for each in html.document_fromstring(page).xpath("//p[@class='clause']")]
    assert clauses[0] == "The Author waives all moral rights.", "the gravest first"
    assert olga.get(link_to(page, "Where else?")).status_code == 200
    assert "21 clauses" in read(every)
    assert f"Engager: {engager} ×" in read(every)


def test_the_same_words_of_one_engager_are_shown_once_on_a_page_and_each_of_their_clauses_can_be_opened(olga: Browser) -> None:
    page = olga.get("/registry", params={"q": "ninety days"}).text

    tree = html.document_fromstring(page)
    assert [each.text_content() for each in tree.xpath("//p[@class='clause']")] == ["The Publisher pays within ninety days."]
    assert "The same words 19 more times on this page" in read(page)
    assert len({each.get("href") for each in tree.iter("a") if each.text_content() == "Where else?"}) == 20


def test_an_engager_of_whom_nothing_may_be_read_is_said_to_be_none_that_is_known(olga: Browser, engager: str) -> None:
    page = olga.get("/registry/engagers", params={"name": engager.partition(" ")[0]}).text

    assert "Give the whole name, as a contract writes it" in read(page)
