"""Any file, in this process: the right reader, or a word on what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from contract_registry.errors import CorruptFile, EmptyFile, EncryptedFile, NotText, TooLarge, UnreadableFile, UnsupportedFormat
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.read import read, read_together
from contract_registry.reading.sources import Source
from sample_files import GRANT, a_compound, a_docx, a_zip


def text_or_error(data: bytes) -> str:
    try:
        return read(data, name="contract.xml").text
    except UnreadableFile as error:
        return error.next_step


MAIL = b"MIME-Version: 1.0\nFrom: a@example.org\n\n" + GRANT.encode()


@pytest.mark.parametrize("name", ["contract.pdf", "contract.txt", "contract"])
@pytest.mark.parametrize("data", [GRANT.encode(), f"# {GRANT}".encode() * 3, f"<html><p>{GRANT}</p>".encode(), MAIL, a_docx(GRANT)])
def test_a_wrong_name_does_not_matter(data: bytes, name: str) -> None:
    assert GRANT in read(data, name=name).text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\0" * 5000, b"\xef\xbb\xbf\n", "\u200b\u00a0".encode()])
def test_a_file_without_a_mark_on_it_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyFile):
        read(data, name="contract.txt")


def test_a_file_past_the_limit_is_too_large() -> None:
    with pytest.raises(TooLarge, match="limit is 10"):
        read(b"x" * 11, name="contract.txt", budget=Budget(Limits(file_bytes=10)))


def test_soup_is_not_text() -> None:
    with pytest.raises(NotText):
        read(bytes(range(256)) * 8, name="contract.txt")


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (a_zip({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "Excel"),
        (a_zip({"META-INF/container.xml": ""}), "PDF"),
        (a_compound("__properties_version1.0"), "Outlook"),
        (b"%!PS-Adobe-3.0", "PDF"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "Unpack"),
        (b'<?xml version="1.0"?><a/>', "save it as PDF"),
    ],
)
def test_a_format_that_is_not_read_says_what_to_save_it_as(data: bytes, remedy: str) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        read(data, name="contract")

    assert remedy in caught.value.next_step


def test_a_locked_word_file_says_how_to_unlock_it() -> None:
    with pytest.raises(EncryptedFile) as caught:
        read(a_compound("EncryptedPackage"), name="contract.docx")

    assert "Word" in caught.value.next_step


def test_a_zip_of_files_is_one_document_in_the_order_of_their_numbers() -> None:
    data = a_zip({"10.txt": "third", "2.txt": "second", "1.md": "# first", "__MACOSX/._1.md": "no", ".DS_Store": "no", "folder/": ""})

    whole = read(data, name="contract.zip")

    assert whole.text == "first\nsecond\nthird"
    assert [part.name for part in whole.parts] == ["1.md", "2.txt", "10.txt"]
    assert whole.problems == ()


def test_what_cannot_be_read_in_a_zip_is_named() -> None:
    whole = read(a_zip({"contract.txt": GRANT, "song.mp3": bytes(range(256)) * 8}), name="pack.zip")

    assert whole.text == GRANT
    assert [(problem.kind, problem.withholds) for problem in whole.problems] == [("attachment not read", True)]


def test_a_zip_of_nothing_readable_says_why() -> None:
    with pytest.raises(UnsupportedFormat, match=r"song\.mp3"):
        read(a_zip({"song.mp3": bytes(range(256)) * 8}), name="pack.zip")


def test_zips_inside_zips_end_somewhere() -> None:
    data = a_zip({"contract.txt": GRANT})
    for _ in range(8):
        data = a_zip({"inner.zip": data})

    with pytest.raises(UnsupportedFormat):
        read(data, name="matryoshka.zip")


@pytest.mark.parametrize("name", ["word/document.xml", "contract.txt"])
def test_a_zip_bomb_is_refused(name: str) -> None:
    bomb = a_zip({"[Content_Types].xml": "", name: b"\0" * 600_000_000} if name.startswith("word") else {name: b"\0" * 600_000_000})

    with pytest.raises(UnreadableFile):
        read(bomb, name="contract.docx")


@pytest.mark.parametrize("page", ["{}", "<html>{}<p>&lol9;</p></html>"])
def test_an_entity_bomb_expands_to_nothing(page: str) -> None:
    entities = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
    bomb = page.format(f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol">{entities}]><lolz>&lol9;</lolz>')

    assert len(text_or_error(bomb.encode())) < 10_000


def test_an_entity_bomb_in_a_word_file_expands_to_nothing() -> None:
    entities = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>&lol9;</w:t></w:r></w:p></w:body></w:document>'
    bomb = f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol">{entities}]>{body}'
    with zipfile.ZipFile(io.BytesIO(a_docx())) as package:
        parts = {name: bomb if name == "word/document.xml" else package.read(name) for name in package.namelist()}

    assert len(text_or_error(a_zip(parts))) < 10_000


def test_whatever_breaks_inside_a_reader_is_damage_to_the_file() -> None:
    with pytest.raises(CorruptFile):
        read(a_docx()[:-2000], name="contract.docx")


def test_files_given_together_are_one_document() -> None:
    whole = read_together([Source("contract.txt", GRANT.encode()), Source("schedule.md", b"# Schedule")], name="both")

    assert whole.text == f"{GRANT}\nSchedule"
    assert whole.name == "both"
