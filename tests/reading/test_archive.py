"""Zip files that mean harm, or were harmed, come to a clear end."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile

import pytest

from contract_registry.errors import CorruptFile, EncryptedFile, TooLarge
from contract_registry.reading.archive import MOST_ENTRIES, Archive
from contract_registry.reading.limits import Limits
from word_files import packed

SMALL = Limits(expanded_bytes=1_000)


def test_an_entry_is_found_whatever_its_case_and_slashes() -> None:
    archive = Archive(packed({"Word\\Document.xml": "words"}), SMALL)

    assert "word/document.xml" in archive
    assert archive.read("/word/document.XML") == b"words"
    assert archive.read("word/other.xml") == b""


def test_a_bomb_that_says_so_is_not_opened() -> None:
    with pytest.raises(TooLarge, match=r"1,001"):
        Archive(packed({"a": b"\0" * 1_001}), SMALL)


def test_a_bomb_of_many_entries_is_not_opened() -> None:
    with pytest.raises(TooLarge):
        Archive(packed({f"{number}": b"" for number in range(MOST_ENTRIES + 1)}), SMALL)


def test_a_bomb_that_lies_about_its_size_goes_no_further_than_it_says() -> None:
    data = bytearray(packed({"a": b"\0" * 100_000}))
    size = struct.pack("<L", 100_000)
    while size in data:
        data[data.index(size) : data.index(size) + 4] = struct.pack("<L", 10)

    with pytest.raises((CorruptFile, TooLarge)):
        Archive(bytes(data), SMALL).read("a")


def test_entries_read_again_and_again_are_counted_each_time() -> None:
    archive = Archive(packed({"a": b"\0" * 600}), SMALL)
    archive.read("a")

    with pytest.raises(TooLarge):
        archive.read("a")


def test_two_entries_of_one_name_are_not_chosen_between() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        file.writestr("word/document.xml", "the contract")
        file.writestr("WORD/document.xml", "another contract")

    with pytest.raises(CorruptFile, match="twice"):
        Archive(kept.getvalue(), SMALL).read("word/document.xml")


def test_a_locked_entry_is_locked() -> None:
    data = bytearray(packed({"a": b"words"}))
    data[data.index(b"PK\1\2") + 8] |= 1

    with pytest.raises(EncryptedFile):
        Archive(bytes(data), SMALL).read("a")


def test_a_way_of_packing_that_no_office_program_uses_is_refused() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_BZIP2) as file:
        file.writestr("a", "words")

    with pytest.raises(CorruptFile):
        Archive(kept.getvalue(), SMALL).read("a")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\0" * 18, b"not a zip at all"])
def test_what_is_no_zip_file_is_damaged_or_empty(data: bytes) -> None:
    with contextlib.suppress(CorruptFile):
        assert list(Archive(data, SMALL)) == []


def test_a_file_cut_off_is_damaged() -> None:
    with pytest.raises(CorruptFile):
        Archive(packed({"a": "words" * 50})[:-30], SMALL)
