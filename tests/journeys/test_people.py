"""From the first start to a caseworker who reads a member's contract, in a real browser that runs no script, with mail on this machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browser import PASSWORD
from browsing import objections
from mail_server import MailServer, mail_server
from served import Served, a_folder, served, without_database

CLAUSE = b"ILLUSTRATION AGREEMENT\n\n1. The Illustrator irrevocably waives all moral rights in the Work (quodlibet marmalade).\n"
PURPOSE = "Advice before she signs on Friday"


@pytest.fixture(scope="module")
def mail() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture(scope="module")
def service(mail: MailServer) -> Iterator[Served]:
    smtp = {"HOST": "127.0.0.1", "PORT": str(mail.port), "SECURITY": "none"}
    settings = {f"CONTRACT_REGISTRY_SMTP_{name}": value for name, value in smtp.items()}
    with a_folder() as folder, served(folder, CONTRACT_REGISTRY_MAIL_FROM="registry@union.example", **settings) as service:
        yield service


@pytest.fixture(scope="module")
def chromium(needs_chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needs_chromium, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def first_link(service: Served) -> str:
    return re.search(r"http://\S+/administrator/\S+", service.log.read_text())[0]


def letter_to(mail: MailServer, address: str) -> str:
    """The link in the letter that the worker sends to this address."""
    ends = time.monotonic() + 60
    while address not in {to for to, _ in mail.letters}:
        assert time.monotonic() < ends, "no letter came"
        time.sleep(0.1)
    letter = next(letter for to, letter in reversed(mail.letters) if to == address)
    return re.search(r"http://\S+", str(letter.get_payload(decode=True), "utf-8"))[0]


def set_up_second_factor(page: Page) -> str:
    """Do what the page says with an app; the app's secret."""
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("The six digits").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Set it up").click()
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="I have kept them").click()
    return secret


def invite(page: Page, address: str, role: str, place: str) -> None:
    page.get_by_role("link", name="People").click()
    page.get_by_label("Mail address").fill(address)
    page.get_by_label("Role", exact=True).select_option(role)
    page.get_by_label("Organisation and branch").select_option(label=place)
    page.get_by_role("button", name="Invite").click()
    assert address in page.get_by_role("status").inner_text()


def join(context: BrowserContext, link: str, name: str) -> Page:
    page = context.new_page()
    page.goto(link)
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Come in").click()
    return page


def test_from_the_first_start_to_a_caseworker_who_states_a_purpose(service: Served, mail: MailServer, chromium: Browser) -> None:
    administrators, members, clinics = (chromium.new_context(java_script_enabled=False) for _ in range(3))
    root = administrators.new_page()
    root.goto(first_link(service))
    root.get_by_label("Mail address").fill("root@union.example")
    root.get_by_label("Your name").fill("Root")
    root.get_by_label("Password").fill(PASSWORD)
    root.get_by_role("button", name="Come in").click()
    set_up_second_factor(root)
    for name, kind in (("Union of Illustrators", "union"), ("Artists' clinic", "clinic")):
        root.get_by_label("Name of a new organisation").fill(name)
        root.get_by_label("What it is").select_option(kind)
        root.get_by_role("button", name="Add it").first.click()
    invite(root, "ann@union.example", "member", "Union of Illustrators")
    invite(root, "carl@clinic.example", "caseworker", "Artists' clinic")

    ann = join(members, letter_to(mail, "ann@union.example"), "Ann Ferrer")
    carl = join(clinics, letter_to(mail, "carl@clinic.example"), "Carl Okafor")
    set_up_second_factor(carl)

    ann.get_by_label("The contract: PDF").set_input_files({"name": "commission.txt", "mimeType": "text/plain", "buffer": CLAUSE})
    ann.get_by_role("button", name="Keep it").click()
    ends = time.monotonic() + 60
    while "waits for its scan" in ann.get_by_role("main").inner_text():
        assert time.monotonic() < ends
        ann.reload()
    assert "quodlibet marmalade" in ann.locator("blockquote").first.inner_text()
    ann.get_by_label("Let somebody see it").select_option(label="Carl Okafor, caseworker, Artists' clinic")
    ann.get_by_role("button", name="Let them see it").click()

    carl.get_by_role("link", name="Granted to me").click()
    carl.get_by_role("link", name="A contract of Ann Ferrer").click()
    assert "marmalade" not in carl.content()
    carl.get_by_label("Purpose").fill(PURPOSE)
    carl.get_by_role("button", name="Open it").click()
    assert "quodlibet marmalade" in carl.locator("blockquote").first.inner_text()

    ann.reload()
    looked = ann.locator("section", has_text="Who looked").inner_text()
    assert "Carl Okafor" in looked
    assert PURPOSE in looked
    ann.get_by_role("button", name="Take back what Carl Okafor can see").click()
    carl.reload()
    assert "There is nothing here" in carl.get_by_role("main").inner_text()

    ann.get_by_role("button", name="Sign out").click()
    ann.goto(f"{service.address}/contracts")
    assert ann.url.endswith("/sign-in?to=/contracts")
    ann.get_by_label("Mail address").fill("ann@union.example")
    ann.get_by_label("Password").fill(PASSWORD)
    ann.get_by_role("button", name="Sign in").click()
    assert "commission.txt" in ann.get_by_role("main").inner_text()

    told = command(service, "audit", "verify")
    assert re.fullmatch(r"\d+:[0-9a-f]{64}\n", told)
    entries = [json.loads(line) for line in command(service, "audit", "show", "--last", "500").splitlines()]
    assert [entry["did"] for entry in entries].count("contract opened") == 1
    assert not re.search("Ann|Carl|union.example|marmalade", json.dumps(entries))


def command(service: Served, *words: str) -> str:
    """What the command prints, about the service's own data."""
    done = subprocess.run(
        [sys.executable, "-m", "contract_registry", *words, "--data", str(service.log.parent / "data")],
        capture_output=True,
        text=True,
        check=True,
        env={**without_database(), "CONTRACT_REGISTRY_ADDRESS": service.address},
    )
    return done.stdout


def as_administrator(service: Served, chromium: Browser, width: int) -> Page:
    """Somebody who can see every page, in a browser that a check can be put into."""
    address = f"root{width}@union.example"
    command(service, "people", "invite", address, "--role", "administrator")
    return join(
        chromium.new_context(viewport={"width": width, "height": 800}, bypass_csp=True),
        command(service, "people", "link", address).strip(),
        "Root",
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_pages_about_people(width: int, service: Served, chromium: Browser, tmp_path: Path) -> None:
    outside = chromium.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
    page = as_administrator(service, chromium, width)
    seen: dict[str, list[str]] = {}

    def look(name: str, at: Page) -> None:
        seen[name] = objections(at)
        if not at.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            seen[name].append("it is wider than the screen")
        if folder := os.environ.get("SCREENSHOTS"):
            at.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)

    look("second factor", page)
    set_up_second_factor(page)
    look("people", page)
    page.get_by_role("link", name="My account").click()
    look("account", page)
    for place in ("sign-in", "forgotten-password", "administrator/none"):
        outside.goto(f"{service.address}/{place}")
        look(place.replace("/", " "), outside)
    command(service, "people", "organisation", f"Union {width}")
    command(service, "people", "invite", f"ann{width}@union.example", "--organisation", f"Union {width}")
    outside.goto(command(service, "people", "link", f"ann{width}@union.example").strip())
    look("invitation", outside)
    outside.get_by_label("Your name").fill("Ann")
    outside.get_by_label("Password").fill("passwordpassword")
    outside.get_by_role("button", name="Come in").click()
    look("refused", outside)
    outside.get_by_label("Password").fill(PASSWORD)
    outside.get_by_role("button", name="Come in").click()
    look("contracts", outside)
    outside.get_by_label("The contract: PDF").set_input_files({"name": "commission.txt", "mimeType": "text/plain", "buffer": CLAUSE})
    outside.get_by_role("button", name="Keep it").click()
    outside.wait_for_timeout(3_000)
    outside.reload()
    look("contract", outside)

    assert {name: found for name, found in seen.items() if found} == {}
