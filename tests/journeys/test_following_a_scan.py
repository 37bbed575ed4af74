"""A kept contract's scan is followed page by page while a worker reads it, stopped, and asked for again."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pypdfium2
import pytest

from pdf_files import Page, a_pdf, paragraph
from served import PATIENCE, Served, a_folder, served, without_database

CLAUSE = "1. The Illustrator irrevocably waives all moral rights in the Work, page {}."


def photographed(pages: int) -> bytes:
    """A PDF of so many photographs of pages."""
    printed = a_pdf(
        *(Page(paragraph(f"{CLAUSE.format(at)} {CLAUSE.format(-at)}", 60, 100, letters=60, font="F5", size=14)) for at in range(pages))
    )
    drawn = pypdfium2.PdfDocument(printed)
    pictures = [page.render(scale=150 / 72).to_pil().convert("L") for page in drawn]
    file = io.BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=150)
    drawn.close()
    return file.getvalue()


@pytest.fixture(scope="module")
def service(needs_tesseract: str) -> Iterator[Served]:
    with a_folder() as folder, served(folder, CONTRACT_REGISTRY_AT_ONCE="1") as service:
        yield service


@pytest.fixture(scope="module")
def member(service: Served) -> Iterator[httpx2.Client]:
    command = [sys.executable, "-m", "contract_registry", "token", "--data", str(service.log.parent / "data")]
    token = subprocess.run(command, capture_output=True, text=True, check=True, env=without_database()).stdout.strip()
    with service.client as client:
        client.headers["authorization"] = f"Bearer {token}"
        yield client


def keep(member: httpx2.Client, name: str, data: bytes) -> str:
    return member.post("/api/v1/contracts", files={"file": (name, data)}).headers["location"]


def events(member: httpx2.Client, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    with member.stream("GET", f"{place}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        name = ""
        for line in stream.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                yield name, json.loads(line.removeprefix("data: "))


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < ends, "it took too long"
        time.sleep(0.1)


def test_pages_are_counted_while_they_are_read(member: httpx2.Client) -> None:
    told = list(events(member, place := keep(member, "photographs.pdf", photographed(4))))

    assert [name for name, _ in told[-1:]] == ["over"]
    assert told[-1][1]["state"] == "scanned"
    counts = [(data["pages_read"], data["pages_to_go"]) for name, data in told if name == "progress" and data["stage"] == "reading"]
    assert counts == sorted(counts), "pages come, none go"
    assert len({read for read, _ in counts}) >= 2
    assert {read + to_go for read, to_go in counts} <= {0, 4}
    assert member.get(place).json()["progress"] == {"stage": "over", "pages_read": 0, "pages_to_go": 0}


def test_whoever_asks_again_and_again_is_told_the_same(member: httpx2.Client) -> None:
    place = keep(member, "more photographs.pdf", photographed(5))
    seen: list[dict[str, Any]] = []

    def is_over() -> bool:
        asked = member.get(place).json()
        seen.append(asked["progress"])
        return asked["state"] != "waiting"

    wait_until(is_over)

    assert any(each["stage"] == "reading" and each["pages_read"] and each["pages_to_go"] for each in seen)


def test_a_scan_that_was_cancelled_stops_and_lets_the_next_one_through(member: httpx2.Client) -> None:
    long = keep(member, "forty photographs.pdf", photographed(40))
    wait_until(lambda: member.get(long).json()["progress"]["pages_read"] >= 1)
    short = keep(member, "short.txt", CLAUSE.encode())

    cancelled = member.post(f"{long}/cancel")

    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    wait_until(lambda: member.get(short).json()["state"] == "scanned")
    assert member.get(long).json()["state"] == "cancelled"
    told = member.get(f"{long}/scan")
    assert (told.status_code, "was cancelled" in told.json()["detail"]) == (404, True)
    assert list(events(member, long)) == [("over", {"state": "cancelled", "stage": "over", "pages_read": 0, "pages_to_go": 0})]


def test_a_cancelled_scan_may_be_asked_for_after_all(member: httpx2.Client, service: Served) -> None:
    place = keep(member, "three photographs.pdf", photographed(3))
    member.post(f"{place}/cancel")

    asked = member.post(f"{place}/scan")

    assert (asked.status_code, asked.json()["state"]) == (202, "waiting")
    wait_until(lambda: member.get(place).json()["state"] == "scanned")
    assert member.get(f"{place}/scan").json()["findings"]
    assert "photographs" not in Path(service.log).read_text(encoding="utf-8")


def test_events_of_anothers_contract_are_not_there(member: httpx2.Client) -> None:
    nobody = "/api/v1/contracts/0b0c7c1e-5f0e-4c07-8c57-1b1d1f1f6a2e"

    assert [
        member.request(method, nobody + rest).status_code for method, rest in (("GET", "/events"), ("POST", "/cancel"), ("POST", "/scan"))
    ] == [404] * 3
