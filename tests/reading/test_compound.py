"""Old Office containers are told apart, and what cannot be opened says what to do."""

from __future__ import annotations

import struct

import pytest

from contract_registry.errors import CorruptFile, EncryptedFile, UnsupportedFormat
from contract_registry.reading.compound import SIGNATURE, is_old_word, refuse_compound, refuse_locked


def compound(stream: str, *, flags: int = 0) -> bytes:
    """A compound file of one stream: a header, the stream's first sector, and the directory."""
    header = bytearray(SIGNATURE + b"\0" * 504)
    struct.pack_into("<H", header, 30, 9)
    contents = struct.pack("<H8xH", 0xA5EC, flags).ljust(512, b"\0")
    name = stream.encode("utf-16-le") + b"\0\0"
    entry = bytearray(128)
    entry[: len(name)] = name
    struct.pack_into("<HB", entry, 64, len(name), 2)
    struct.pack_into("<I", entry, 116, 0)
    return bytes(header) + contents + bytes(entry)


def test_an_old_word_file_is_known_and_needs_saving_anew() -> None:
    data = compound("WordDocument")

    assert is_old_word(data)
    refuse_locked(data)
    with pytest.raises(UnsupportedFormat, match=r"\.doc") as raised:
        refuse_compound(data)
    assert ".docx" in raised.value.next_step


@pytest.mark.parametrize(("stream", "flags"), [("EncryptedPackage", 0), ("EncryptionInfo", 0), ("WordDocument", 0x0100)])
def test_a_locked_file_says_how_to_unlock_it(stream: str, flags: int) -> None:
    with pytest.raises(EncryptedFile) as raised:
        refuse_compound(compound(stream, flags=flags))
    assert "password" in raised.value.next_step


@pytest.mark.parametrize(("stream", "program"), [("Workbook", "Excel"), ("PowerPoint Document", "PowerPoint")])
def test_the_files_of_other_programs_are_named(stream: str, program: str) -> None:
    with pytest.raises(UnsupportedFormat, match=program):
        refuse_compound(compound(stream))


def test_a_name_in_the_words_of_a_file_is_no_stream() -> None:
    data = compound("WordDocument") + b"x" + "EncryptedPackage".encode("utf-16-le") + b"\0\0" * 80

    refuse_locked(data)


def test_an_empty_container_is_damaged() -> None:
    with pytest.raises(CorruptFile):
        refuse_compound(SIGNATURE)


def test_other_files_are_let_pass() -> None:
    refuse_compound(b"PK\x03\x04")
    assert not is_old_word(b"WordDocument")
