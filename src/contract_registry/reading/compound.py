"""Tells what an old Office container (OLE compound file) holds: a locked new file, an old Word file, an Excel or PowerPoint one."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from contract_registry.errors import CorruptFile, EncryptedFile, UnsupportedFormat

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a compound file."""

_ENTRY = 128
_NAME = 64
_ROOT_AND_STREAMS = frozenset({1, 2, 5})
_ENCRYPTED = 0x0100
_WORD_FILE = 0xA5EC
_OTHERS = {"Workbook": "an Excel workbook", "Book": "an Excel workbook", "PowerPoint Document": "a PowerPoint presentation"}


def is_compound(data: bytes) -> bool:
    return data.startswith(SIGNATURE)


def is_old_word(data: bytes) -> bool:
    """Whether `data` is a .doc file of Word 97 to 2003."""
    return is_compound(data) and "WordDocument" in _streams(data)


def refuse_compound(data: bytes) -> None:
    """Raise what fits where `data` is a compound file, which no reader here opens by itself: EncryptedFile, UnsupportedFormat or CorruptFile."""
    if not is_compound(data):
        return
    refuse_locked(data)
    streams = _streams(data)
    if "WordDocument" in streams:
        raise UnsupportedFormat("This is a Word file of the old kind (.doc).", "Open it in Word, save it as .docx, and try again.")
    for name, program in _OTHERS.items():
        if name in streams:
            raise UnsupportedFormat(f"This is {program}, not a Word file.")
    raise CorruptFile


def refuse_locked(data: bytes) -> None:
    """Raise EncryptedFile where a compound file is locked with a password."""
    streams = _streams(data)
    if "EncryptedPackage" in streams or "EncryptionInfo" in streams or _is_locked_word(data, streams):
        raise EncryptedFile(
            next_step="Open it in Word with its password, save a copy without one (File, Info, Protect Document), and try again."
        )


def _streams(data: bytes) -> dict[str, int]:
    """The streams of a compound file by name, each with its first sector; read off the directory's entries wherever they lie."""
    return dict(_entries(data))


def _entries(data: bytes) -> Iterator[tuple[str, int]]:
    for name in ("EncryptedPackage", "EncryptionInfo", "WordDocument", *_OTHERS):
        written = name.encode("utf-16-le") + b"\0\0"
        at = data.find(written)
        while at >= 0:
            entry = data[at : at + _ENTRY]
            if (
                at % _ENTRY == 0
                and len(entry) == _ENTRY
                and struct.unpack_from("<H", entry, _NAME)[0] == len(written)
                and entry[66] in _ROOT_AND_STREAMS
            ):
                yield name, struct.unpack_from("<I", entry, 116)[0]
            at = data.find(written, at + 2)


def _is_locked_word(data: bytes, streams: dict[str, int]) -> bool:
    if "WordDocument" not in streams:
        return False
    (shift,) = struct.unpack_from("<H", data, 30)
    start = (streams["WordDocument"] + 1) << min(shift, 16)
    head = data[start : start + 12]
    return len(head) == 12 and struct.unpack_from("<H", head)[0] == _WORD_FILE and bool(struct.unpack_from("<H", head, 10)[0] & _ENCRYPTED)  # noqa: PLR2004
