"""A member shares, an officer finds it, another union's officer does not, and the member takes it back: in a real browser without scripts, and by curl."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browsing import objections
from contract_registry.bootstrap import open_access, open_foundations
from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.access import Access
from contract_registry.operations.people import add_an_organisation
from contract_registry.operations.tokens import make_token
from contract_registry.settings import PeopleSettings, Settings, StorageSettings
from members import Someone, someone
from planted_registry import Planted, plant
from served import Served, a_folder, served

CLAUSES = (
    "1. The Illustrator irrevocably waives all moral rights in the Work.",
    "2. The Publisher pays Mirela Quist a fee of GBP 437 within 45 days of invoice.",
)
TEXT = "\n".join(("ILLUSTRATION AGREEMENT", *CLAUSES))


@dataclass(frozen=True)
class There:
    """A service with three people of it, each with a token."""

    service: Served
    member: Someone
    officer: Someone
    stranger: Someone
    tokens: dict[str, str]


@pytest.fixture(scope="module")
def there() -> Iterator[There]:
    with a_folder() as folder, served(folder) as service:
        settings = Settings(storage=StorageSettings(data=folder / "data"), people=PeopleSettings(address=service.address))
        with open_foundations(settings) as foundations:
            access = open_access(settings, foundations)
            yield _people(service, access)


def _people(service: Served, access: Access) -> There:
    union = add_an_organisation(access, None, "Union of Makers", OrganisationKind.UNION).id
    member, officer, stranger = (
        someone(access, role, organisation) for role, organisation in ((Role.MEMBER, union), (Role.OFFICER, union), (Role.OFFICER, None))
    )
    plant(access, [counted(union, number) for number in range(16)])
    named = {"MEMBER": member, "OFFICER": officer, "STRANGER": stranger}
    tokens = {name: make_token(access, person.id, "a program", 1, can_write=True) for name, person in named.items()}
    return There(service, member, officer, stranger, tokens)


def counted(union: str, number: int) -> Planted:
    """A contract that is counted and not found, with an engager of whose contracts two officers saw some."""
    engager = "Kestrel Ltd" if number < 7 else "Damson Music"
    said = {"type": "moral-waiver-general", "quarter": "2026 Q1", "verification": "V2", "purposes": frozenset({Purpose.STATISTICS})}
    return Planted(f"counted {number}", f"counted {number}", Circle(union), CLAUSES[0], engager=engager, officer=number % 2, **said)


@pytest.fixture(scope="module")
def chromium(needs_chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needs_chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def opened(context: BrowserContext, there: There, person: Someone) -> Page:
    context.add_cookies([{"name": "cr_session", "value": person.session, "url": there.service.address}])
    return context.new_page()


def keep(page: Page, there: There) -> None:
    page.goto(f"{there.service.address}/contracts")
    page.get_by_label("The contract: PDF").set_input_files(
        {"name": f"{time.monotonic()}.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    page.get_by_role("button", name="Keep it").click()
    ends = time.monotonic() + 60
    while "waits for its scan" in page.get_by_role("main").inner_text():
        assert time.monotonic() < ends
        page.reload()


def search(page: Page, there: There, said: str, until: str) -> str:
    """Search until the page says so."""
    ends = time.monotonic() + 30
    while True:
        page.goto(f"{there.service.address}/registry")
        page.get_by_label("Words of a clause").fill(said)
        page.get_by_role("button", name="Search").click()
        if until in (found := page.get_by_role("main").inner_text()):
            return found
        assert time.monotonic() < ends, found


def test_the_tour_works_as_it_is_written(there: There, tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs/how-to/share-and-search.md"
    tour = "\n".join(re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
    assert shutil.which("curl"), "the tour is for curl"

    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", tour.replace("http://127.0.0.1:8000", there.service.address)],
        cwd=tmp_path,
        env={**os.environ, **there.tokens},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "waives all moral rights" in done.stdout
    assert "GBP 250 to 500" in done.stdout


def test_a_member_shares_an_officer_finds_it_and_the_member_takes_it_back(there: There, chromium: Browser) -> None:
    mirela, olga, stan = (
        opened(chromium.new_context(java_script_enabled=False), there, person) for person in (there.member, there.officer, there.stranger)
    )
    keep(mirela, there)
    mirela.get_by_role("link", name="Share it, or take that back").click()
    mirela.get_by_label("We also share the rest of the contract").check()
    mirela.get_by_label("Union of Makers").check()
    mirela.get_by_role("button", name="Show me what would be seen").click()
    shown = mirela.locator("section", has_text="This would be shown").inner_text()
    assert "waives all moral rights" in shown
    assert "437" not in shown.partition("What is taken out before")[0]
    mirela.get_by_label("Take out besides").fill("45 days")
    mirela.get_by_role("button", name="Look again").click()
    mirela.get_by_role("button", name="Share exactly this").click()
    assert "Union of Makers" in mirela.locator("section", has_text="Who can see this now").inner_text()

    assert "Mirela" not in search(olga, there, "waives", "1 clause")
    assert "45 days" not in search(olga, there, "fee", "1 clause")
    search(stan, there, "waives", "Nothing that you may read")
    search(olga, there, "waives", "1 clause")
    olga.get_by_role("link", name="Where else?").click()
    assert "too few to say how many" in olga.get_by_role("main").inner_text()

    mirela.get_by_role("button", name="Take back what Union of Makers can see").click()
    search(olga, there, "waives", "Nothing that you may read")


def granted(there: There, contract: str) -> str:
    """Where the officer reviews a contract that the member granted, and that the officer opened."""
    says = {name: {"authorization": f"Bearer {token}"} for name, token in there.tokens.items()}
    with there.service.client as client:
        told = client.post(f"/api/v1/contracts/{contract}/grants", json={"person": there.officer.id}, headers=says["MEMBER"])
        assert told.is_success, told.text
        why = {"purpose": "Advice before she signs on Friday"}
        assert client.post(f"/api/v1/granted/{contract}/openings", json=why, headers=says["OFFICER"]).is_success
    return f"{there.service.address}/granted/{contract}/reviews"


FOCUSED = "(e => e.getAttribute('aria-label') || (e.labels && e.labels.length ? e.labels[0] : e).textContent)(document.activeElement)"


def tab_to(page: Page, name: str, most: int) -> None:
    """Go on by keys to what is called so."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if name in page.evaluate(FOCUSED):
            return
    raise AssertionError(f"{name} is not reached by {most} keys, but {page.evaluate(FOCUSED)}")


def enter(page: Page, name: str, most: int) -> str:
    """Press what is called so, and read the page that follows."""
    tab_to(page, name, most)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return page.get_by_role("main").inner_text()


def say_what_became_by_keys(page: Page, look: Callable[[str, Page], None]) -> None:
    """Say without a mouse what became of the first clause, and what was agreed instead; looking at each page."""
    tab_to(page, "Say what became of it", 20)
    page.keyboard.press("Enter")
    tab_to(page, "What became of it", 1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "The wording that was asked for", 3)
    page.keyboard.type("The Illustrator is named on the cover.")
    look("saying what became", page)
    said = enter(page, "Keep what became of", 1)
    assert "It was narrowed." in said
    assert "The Illustrator is named on the cover." in said
    look("what became", page)


def review_by_keys(page: Page, place: str, look: Callable[[str, Page], None]) -> None:
    """Work off the queue without a mouse: dispute what is on top, take it back, suppress it, and lift that; looking at each page."""
    page.goto(place.removesuffix("/reviews"))
    look("granted", page)
    page.goto(f"{place}#findings")
    look("reviews", page)
    tab_to(page, "Why, unless you agree", 1)
    page.keyboard.type("The waiver is of another work.")
    page.keyboard.press("Enter")
    assert "Dispute, " in enter(page, "Dispute", 2), "Enter in the reason began a new line, and agreed with nothing"
    assert "Dispute, " not in enter(page, "Take back", 20)

    tab_to(page, "Suppress this wording", 5)
    page.keyboard.press("Enter")
    tab_to(page, "Why", 1)
    page.keyboard.type("Agreed with the branch.")
    look("suppressing", page)
    assert "1 finding suppressed in your organisation" in enter(page, "Suppress: ", 6)
    look("suppressed", page)
    assert "Agreed with the branch." in enter(page, "lifting it", 30)
    look("suppressions", page)
    assert "Nothing is suppressed" in enter(page, "Lift", 20)


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_pages_of_the_registry(width: int, there: There, chromium: Browser) -> None:
    viewport = {"width": width, "height": 800}
    mirela, olga = (
        opened(chromium.new_context(viewport=viewport, bypass_csp=True), there, person) for person in (there.member, there.officer)
    )
    seen: dict[str, list[str]] = {}

    def look(name: str, at: Page) -> None:
        seen[name] = objections(at)
        if not at.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            seen[name].append("it is wider than the screen")
        if folder := os.environ.get("SCREENSHOTS"):
            at.screenshot(path=f"{folder}/registry-{name}-{width}.png", full_page=True)

    keep(mirela, there)
    say_what_became_by_keys(mirela, look)
    mirela.get_by_role("link", name="Share it, or take that back").click()
    look("share", mirela)
    mirela.get_by_label("Union of Makers").check()
    mirela.get_by_role("button", name="Show me what would be seen").click()
    look("preview", mirela)
    mirela.get_by_role("button", name="Share exactly this").click()
    look("shared", mirela)
    review_by_keys(olga, granted(there, mirela.url.split("/")[-2]), look)
    search(olga, there, "waives", "1 clause")
    look("search", olga)
    olga.get_by_role("link", name="Where else?").click()
    look("clause", olga)
    mirela.get_by_role("button", name="Take back").click()
    look("taken back", mirela)

    assert {name: found for name, found in seen.items() if found} == {}


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_pages_with_figures(width: int, there: There, chromium: Browser) -> None:
    olga = opened(chromium.new_context(viewport={"width": width, "height": 800}, bypass_csp=True), there, there.officer)
    seen: dict[str, list[str]] = {}

    def look(name: str) -> str:
        seen[name] = objections(olga)
        if not olga.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            seen[name].append("it is wider than the screen")
        if folder := os.environ.get("SCREENSHOTS"):
            olga.screenshot(path=f"{folder}/figures-{name}-{width}.png", full_page=True)
        return olga.get_by_role("main").inner_text()

    olga.goto(f"{there.service.address}/registry/statistics")
    olga.get_by_text("What would a ban catch?").click()
    olga.get_by_label("Or what it forbids").fill(CLAUSES[0])
    olga.get_by_role("button", name="Show what it catches").click()
    assert "What a ban of these words or words near them would catch, by quarter" in look("ban")
    olga.goto(f"{there.service.address}/registry/engagers?name=Kestrel+Ltd")
    assert "5 to 9" in look("engager")

    assert {name: found for name, found in seen.items() if found} == {}
