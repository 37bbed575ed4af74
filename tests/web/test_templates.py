"""Public templates on a page and over the API: for members too, with since when each names AI, and a time line to read."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import jsonschema
import pytest
from lxml import html

from contract_registry.core.disclosure.roles import Role
from contract_registry.exporting.drift_schema import drift_schema
from contract_registry.operations.contracts import scan_kept
from contract_registry.operations.following import follow_kept
from contract_registry.operations.history_import import editions_in, imported_history
from contract_registry.operations.projecting import project_kept
from contract_registry.operations.service import Service
from members import Member, someone

PLAIN = "Terms\n\n1. You keep all rights in your content.\n"
TRAINS = f"{PLAIN}2. You grant us a licence to use your content to train our machine learning models.\n"
TEMPLATES = "/api/v1/registry/templates"


@pytest.fixture
def name(service: Service, tmp_path: Path) -> str:
    """A platform with two editions, taken in and followed."""
    folder = tmp_path / f"<Platform> {uuid4().hex[:6]}"
    folder.mkdir()
    for day, words in (("2023-01-01", PLAIN), ("2024-08-31", TRAINS)):
        (folder / f"{day}.md").write_text(words, encoding="utf-8")
    owner, (found,) = str(uuid4()), editions_in(folder)
    for each in list(imported_history(service, owner, found)):
        scan_kept(service, owner, each.contract)
        project_kept(service, owner, each.contract)
    follow_kept(service, owner, found.name)
    return folder.name


def test_a_member_reads_since_when_a_platform_names_ai(service: Service, ann: Member, name: str) -> None:
    (listed,) = [each for each in ann.get(TEMPLATES).json()["templates"] if each["name"] == name]
    form = ann.get(f"{TEMPLATES}/{listed['id']}").json()

    assert listed["says"] == "AI is named first in the edition of 2024-08-31, in 1 sentence: 1 harm."
    jsonschema.validate(form, drift_schema())
    assert form["ai"]["named_since"]["day"] == "2024-08-31"


def test_the_list_leads_to_the_time_line_in_which_names_are_words(service: Service, name: str) -> None:
    browser = someone(service.access, Role.MEMBER).browser(service)

    page = browser.get("/registry/templates")
    (place,) = [each.partition('"')[0] for each in page.text.split('href="')[1:] if name.split()[1] in each.partition("</a>")[0]]
    line = browser.get(place)

    assert "<Platform>" not in page.text + line.text
    assert "to use your content to train our machine learning models" in " ".join(
        html.document_fromstring(line.text).text_content().split()
    )
    assert line.headers["content-security-policy"].startswith("default-src 'none'")


def test_clauses_of_public_terms_are_found_on_the_search_page(service: Service, name: str) -> None:
    browser = someone(service.access, Role.MEMBER).browser(service)

    page = browser.get("/registry", params={"q": '"train our machine learning models"'})

    assert page.status_code == 200
    found = html.document_fromstring(page.text).xpath("//*[@class='found']//p[@class='clause']")
    assert any("to use your content to train our machine learning models" in each.text_content() for each in found), name


def test_a_template_that_is_none_is_not_found(ann: Member) -> None:
    assert ann.get(f"{TEMPLATES}/{uuid4()}").status_code == 404
