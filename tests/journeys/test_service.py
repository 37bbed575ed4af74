"""From an empty folder to a service that reads contracts for visitors and leaves nothing behind, with nothing but the command itself."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from pdf_files import Page as PdfPage
from pdf_files import a_pdf, paragraph, words
from served import Served, a_folder, served, without_database
from word_files import p, word_file

PHRASE = "quodlibet marmalade"
CLAUSE = f"1. The Illustrator irrevocably waives all moral rights in the Work ({PHRASE})."
PDF = a_pdf(PdfPage(words("ILLUSTRATION AGREEMENT", 72, 72) + words(CLAUSE, 72, 100, size=8)))


@pytest.fixture(scope="module")
def service() -> Iterator[Served]:
    with a_folder() as folder, served(folder) as service:
        yield service


@pytest.fixture
def page(needs_chromium: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=needs_chromium, args=["--no-sandbox", "--disable-gpu"])
        yield chromium.new_page()
        chromium.close()


def test_a_visitor_drops_a_file_sees_the_report_and_forgets_it(service: Served, page: Page) -> None:
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type in {"error", "warning"} else None)
    page.goto(service.address)
    page.get_by_label("The contract: PDF").set_input_files({"name": "commission.pdf", "mimeType": "application/pdf", "buffer": PDF})
    page.get_by_role("button", name="Scan it").click()

    report = page.frame_locator("iframe")
    report.get_by_text("Moral rights given up").first.wait_for()
    assert report.locator("img").count() == 1, "the page as it was printed"
    assert PHRASE in report.locator("body").inner_text()
    place = page.url
    page.get_by_role("button", name="Forget it now").click()

    assert "are gone" in page.get_by_role("main").inner_text()
    page.goto(place)
    assert "There is nothing here" in page.get_by_role("main").inner_text()
    assert [trouble for trouble in troubles if "404" not in trouble] == []


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_the_pages_around_the_report(width: int, service: Served, page: Page) -> None:
    watched = page.context.browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
    watched.goto(service.address)
    found = [Axe().run(watched).response["violations"]]
    watched.get_by_label("The contract: PDF").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": CLAUSE.encode()})
    watched.get_by_role("button", name="Scan it").click()
    watched.frame_locator("iframe").get_by_text("Moral rights given up").first.wait_for()
    found.append(Axe().run(watched).response["violations"])
    watched.get_by_role("button", name="Forget it now").click()
    found.append(Axe().run(watched).response["violations"])

    assert [each["id"] for violations in found for each in violations] == []
    assert watched.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_file_that_cannot_be_read_is_told_on_a_page(service: Served, page: Page) -> None:
    page.goto(service.address)
    page.get_by_label("The contract: PDF").set_input_files({"name": "empty.pdf", "mimeType": "application/pdf", "buffer": b""})
    page.get_by_role("button", name="Scan it").click()

    assert "This file is empty" in page.get_by_role("main").inner_text()


def test_a_report_can_be_kept_as_a_file(service: Served, page: Page) -> None:
    page.goto(service.address)
    page.get_by_label("The contract: PDF").set_input_files({"name": "commission.pdf", "mimeType": "application/pdf", "buffer": PDF})
    page.get_by_role("button", name="Scan it").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the report").click()

    assert PHRASE in Path(download.value.path()).read_text(encoding="utf-8")


def test_the_tour_of_the_api_works_as_it_is_written(service: Served, tmp_path: Path) -> None:
    page = Path(__file__).parents[2] / "docs/how-to/use-the-api.md"
    tour = "\n".join(re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
    (tmp_path / "contract.pdf").write_bytes(PDF)

    told = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", tour.replace("http://127.0.0.1:8000", service.address)],
        cwd=tmp_path,
        env={
            **without_database(),
            "CONTRACT_REGISTRY_DATA": str(service.log.parent / "data"),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    assert "- Moral rights given up" in told.stdout
    assert told.stdout.count("404\n") == 2
    kept, seen = (json.loads((tmp_path / name).read_text()) for name in ("kept-scan.json", "scan.json"))
    assert kept == seen


def test_a_second_start_finds_the_data_of_the_first_and_a_stop_is_clean() -> None:
    with a_folder() as folder:
        with served(folder) as first, first.client as client:
            assert client.get("/api/v1/ready").status_code == 200
        key = (folder / "data.master-key").read_text()
        assert first.process.returncode == 0
        assert not (folder / "data/database/postmaster.pid").exists()

        with served(folder) as second, second.client as client:
            assert client.get("/api/v1/ready").status_code == 200

        assert (folder / "data.master-key").read_text() == key


def member(folder: Path) -> dict[str, str]:
    """What somebody sends along who keeps contracts in this service."""
    command = [sys.executable, "-m", "contract_registry", "token", "--data", str(folder / "data")]
    token = subprocess.run(command, capture_output=True, text=True, check=True, env=without_database()).stdout
    return {"authorization": f"Bearer {token.strip()}"}


def test_a_database_killed_under_the_service_comes_back_with_everything_it_had_accepted() -> None:
    with a_folder() as folder, served(folder) as service, service.client as client:
        client.headers.update(member(folder))
        kept = client.post("/api/v1/contracts", files={"file": ("a.pdf", PDF)}).headers["location"]
        os.kill(int((folder / "data/database/postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)

        ends = time.monotonic() + 120
        while (asked := client.get(kept)).status_code != 200 or asked.json()["state"] != "scanned":
            assert asked.status_code in {200, 503}, asked.text
            assert time.monotonic() < ends
            time.sleep(0.5)

        assert client.get("/api/v1/ready").status_code == 200


def test_a_vault_whose_master_key_is_gone_is_not_given_another() -> None:
    with a_folder() as folder:
        with served(folder):
            pass
        (folder / "data.master-key").unlink()

        with pytest.raises(AssertionError, match="Put the file back"), served(folder):
            pass


def a_photograph() -> bytes:
    """The page as a camera would see it from straight above."""
    drawn = pypdfium2.PdfDocument(
        a_pdf(PdfPage("".join(paragraph(CLAUSE, 60, 100 + 90 * at, letters=60, font="F5", size=12) for at in range(4))))
    )
    file = io.BytesIO()
    drawn[0].render(scale=150 / 72).to_pil().convert("RGB").save(file, "PNG")
    drawn.close()
    return file.getvalue()


def written_to_files(trace: str) -> str:
    """What of a trace was written to files on a disk: no socket, no pipe, no memory."""
    kept = re.compile(r"^(?:\[pid +\d+\] |\d+ +)?p?writev?(?:64|2)?\(\d+<(/[^>]*)>")
    lines = [line for line in trace.splitlines() if (found := kept.match(line)) and not re.match(r"/(?:dev|proc|memfd:)", found[1])]
    return "\n".join(lines)


def test_what_is_written_to_a_file_would_be_seen() -> None:
    seen = written_to_files(
        '12 write(3</tmp/x>, "marmalade", 9) = 9\n12 write(4<socket:[7]>, "secret", 6) = 6\n[pid 1] pwrite64(5</a b>, "jam"'
    )

    assert "marmalade" in seen
    assert "jam" in seen
    assert "secret" not in seen


def test_a_visitor_leaves_nothing(needs_tesseract: str) -> None:
    if not (strace := shutil.which("strace")):
        pytest.skip("strace, which sees what is written, is not installed")
    with a_folder() as folder:
        trace = folder / "trace"
        watch = [
            strace,
            "-D",
            "-f",
            "-y",
            "-s",
            "1000000",
            "-e",
            "trace=sendto,write,pwrite64,writev,pwritev,pwritev2",
            "--seccomp-bpf",
            "-o",
            str(trace),
        ]
        with served(folder, under=watch) as service, service.client as client:
            for name, data in (("a.pdf", PDF), ("b.docx", word_file(p(CLAUSE))), ("c.txt", CLAUSE.encode()), ("d.png", a_photograph())):
                sent = client.post("/api/v1/scans", files={"file": (name, data)})
                assert PHRASE in sent.text, name
                report = client.get(f"/scans/{sent.headers['location'].rpartition('/')[2]}/report")
                assert PHRASE in report.text, name

        told = trace.read_text(encoding="utf-8", errors="replace")
        assert PHRASE in told, "the answers at least were seen"
        assert "marmalade" not in written_to_files(told)
        trace.unlink()
        left = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
        assert b"marmalade" not in left
