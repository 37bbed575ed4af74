"""Files of older and other word processors are read by way of LibreOffice, and the clause numbers are those that it prints."""

from __future__ import annotations

import hashlib
import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from contract_registry.core.document import original
from contract_registry.errors import CorruptFile, EncryptedFile, TooLarge, TooSlow, UnsupportedFormat
from contract_registry.reading import office
from contract_registry.reading.libreoffice import program
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.office import read_office
from word_files import deleted, in_list, inserted, level, lists, p, packed, read, table, word_file

NEEDS_LIBREOFFICE = pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
RTF = rb"{\rtf1\ansi The Author {\b irrevocably} waives all moral rights.\par Second paragraph.\par}"
MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest:manifest>'
MIMETYPE = "application/vnd.oasis.opendocument.text"


def budget(**limits: float) -> Budget:
    return Budget(Limits(**limits))  # type: ignore[arg-type]


def converted(data: bytes, ending: str, folder: Path) -> bytes:
    """A Word file saved by LibreOffice in another format."""
    soffice = program()
    assert soffice
    (folder / "made.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, "--headless", profile, "--convert-to", ending, "--outdir", str(folder), str(folder / "made.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"made.{ending.partition(':')[0]}").read_bytes()


def open_document(body: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
        for prefix, space in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    )
    content = f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    entries = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    return packed({"mimetype": MIMETYPE, "content.xml": content, "META-INF/manifest.xml": MANIFEST.format(entries)})


@NEEDS_LIBREOFFICE
def test_rich_text_is_read_under_its_own_name_and_hash() -> None:
    document = read_office(RTF, name="deal.rtf", budget=budget())

    assert document.text == "The Author irrevocably waives all moral rights.\nSecond paragraph."
    assert (document.name, document.media_type, document.size) == ("deal.rtf", "application/rtf", len(RTF))
    assert document.sha256 == hashlib.sha256(RTF).hexdigest()


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize(("ending", "media_type"), [("doc", "application/msword"), ("odt", MIMETYPE), ("rtf", "application/rtf")])
def test_numbers_tables_and_changes_survive_the_way(ending: str, media_type: str, tmp_path: Path) -> None:
    body = (
        p("The term is ", deleted("ten years"), inserted("perpetual"), ".", properties=in_list(1))
        + table(("Territory", "World"))
        + p("End.")
    )
    data = converted(word_file(body, numbering=lists(level(0, "%1."))), ending, tmp_path)

    document = read_office(data, name="", budget=budget())

    assert document.media_type == media_type
    assert document.text == "1. The term is perpetual.\nTerritory | World\nEnd."
    assert original(document).startswith("1. The term is ten years.")


def test_without_libreoffice_it_says_what_to_save_the_file_as(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)

    with pytest.raises(UnsupportedFormat, match=r"\.rtf") as raised:
        read_office(RTF, name="", budget=budget())
    assert ".docx" in raised.value.next_step


def test_a_locked_open_document_is_locked() -> None:
    data = packed({"mimetype": MIMETYPE, "META-INF/manifest.xml": MANIFEST.format("<manifest:encryption-data/>")})

    with pytest.raises(EncryptedFile):
        read_office(data, name="", budget=budget())


def test_an_open_document_that_would_expand_too_far_is_not_opened() -> None:
    with pytest.raises(TooLarge):
        read_office(packed({"mimetype": MIMETYPE, "content.xml": "x" * 5_000}), name="", budget=budget(expanded_bytes=1_000))


@pytest.mark.parametrize("data", [b"plain words", packed({"a": "b"}), b""])
def test_what_is_none_of_these_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat):
        read_office(data, name="", budget=budget())


@NEEDS_LIBREOFFICE
def test_a_file_that_libreoffice_cannot_open_is_damaged() -> None:
    with pytest.raises(CorruptFile):
        read_office(packed({"mimetype": MIMETYPE, "content.xml": "<broken"}), name="", budget=budget())


@NEEDS_LIBREOFFICE
def test_time_that_is_up_stops_libreoffice() -> None:
    with pytest.raises(TooSlow):
        read_office(RTF, name="", budget=budget(seconds=0.05))


@NEEDS_LIBREOFFICE
def test_nothing_outside_the_file_is_looked_at(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(self.rfile.readline().decode("latin-1"))

    (tmp_path / "secret.txt").write_text("SECRET words")
    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        web = f"http://127.0.0.1:{server.server_port}"
        sections = "".join(
            f'<text:section text:name="s{place}"><text:section-source xlink:href="{target}" text:filter-name="Text"/><text:p>old</text:p></text:section>'
            for place, target in enumerate((f"{web}/section.txt", (tmp_path / "secret.txt").as_uri()))
        )
        frames = "".join(
            f'<text:p><draw:frame svg:width="5cm" svg:height="5cm"><draw:{kind} xlink:href="{web}/{kind}"/></draw:frame></text:p>'
            for kind in ("image", "object-ole", "object")
        )
        document = read_office(open_document(f"<text:p>Words.</text:p>{sections}{frames}"), name="", budget=budget())
        server.shutdown()

    assert asked == []
    assert document.text == "Words.\nold\nold"


CASES = {
    "legal outline": (
        lists(level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman")),
        [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1), (1, 3)],
    ),
    "articles with legal parents": (
        lists(level(0, "Article %1", "upperRoman"), level(1, "Section %1.%2", more="<w:isLgl/>")),
        [(1, 0), (1, 1), (1, 0), (1, 1), (1, 1)],
    ),
    "sub-clauses before any clause": (lists(level(0, "%1."), level(1, "%1.%2")), [(1, 1), (1, 1), (1, 0), (1, 1)]),
    "a list that starts anew": (
        lists(level(0, "%1)", "upperLetter"), overrides={2: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'}),
        [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
    ),
    "many letters": (lists(level(0, "(%1)", "lowerLetter", 25)), [(1, 0)] * 5),
    "words and zeros": (
        lists(level(0, "%1", "ordinalText"), level(1, "%2", "decimalZero"), level(2, "%3", "ordinal")),
        [(1, 0), (1, 1), (1, 2), (1, 2)],
    ),
}


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("case", CASES)
def test_clause_numbers_are_those_that_libreoffice_prints(case: str, tmp_path: Path) -> None:
    numbering, places = CASES[case]
    data = word_file("".join(p("clause", properties=in_list(*place)) for place in places), numbering=numbering)

    printed = converted(data, "txt:Text (encoded):UTF8", tmp_path).decode("utf-8-sig")

    assert read(data).text.split("\n") == [line.strip() for line in printed.splitlines() if line.strip()]
