"""Opens zip files that nobody vouches for: what they expand to is counted before and while they are inflated."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from contract_registry.errors import CorruptFile, EncryptedFile, TooLarge
from contract_registry.reading.limits import Limits

SIGNATURE = b"PK\x03\x04"
"""The first bytes of a zip file."""

MOST_ENTRIES = 20_000

_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError, NotImplementedError, IndexError)


class Archive:
    """The entries of a zip file by name, whatever its case and its slashes; nothing is ever written to a disk.

    CorruptFile where it is damaged, TooLarge where it says that it expands past the limit.
    """

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            infos = self._file.infolist()
        except _BROKEN as error:
            raise CorruptFile from error
        _check(infos, limits)
        self._left = limits.expanded_bytes
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._twice: set[str] = set()
        for info in infos:
            if self._entries.setdefault(_key(info.filename), info) is not info:
                self._twice.add(_key(info.filename))

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def __iter__(self) -> Iterator[str]:
        return (info.filename for info in self._entries.values())

    def size(self, name: str) -> int:
        """The bytes to which an entry says it expands; 0 where there is none."""
        info = self._entries.get(_key(name))
        return info.file_size if info else 0

    def read(self, name: str) -> bytes:
        """The bytes of an entry, empty where there is none; CorruptFile where it is damaged or there twice, EncryptedFile where it is locked."""
        info = self._entries.get(_key(name))
        if info is None:
            return b""
        if _key(name) in self._twice:
            raise CorruptFile("This file is damaged: it holds the same part twice, and nobody can say which is meant.")
        if info.flag_bits & _ENCRYPTED:
            raise EncryptedFile
        if info.compress_type not in _METHODS:
            raise CorruptFile
        try:
            with self._file.open(info) as entry:
                inflated = entry.read(self._left + 1)
        except _BROKEN as error:
            raise CorruptFile from error
        self._left -= len(inflated)
        if self._left < 0:
            raise TooLarge("This file expands to more than the limit while it is unpacked.")
        return inflated


def _check(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(infos) > MOST_ENTRIES:
        raise TooLarge(f"This file is packed from {len(infos):,} parts; the limit is {MOST_ENTRIES:,}.")
    expanded = sum(info.file_size for info in infos)
    if expanded > limits.expanded_bytes:
        raise TooLarge(f"This file expands to {expanded:,} bytes; the limit is {limits.expanded_bytes:,}.")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()
