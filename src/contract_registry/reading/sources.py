"""Fetches the bytes of a file, or of standard input, and says plainly when there is no such file."""

from __future__ import annotations

import errno
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from contract_registry.errors import NotAFile, TooLarge
from contract_registry.reading.limits import Limits

STANDARD_INPUT = "-"
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file and the name it goes by."""

    name: str
    data: bytes


def source_of(path: str | os.PathLike[str], limits: Limits | None = None) -> Source:
    """The file at `path` under its own name without folders; "-" is standard input. NotAFile, TooLarge where it cannot be had."""
    limit = (limits or Limits()).file_bytes
    if os.fspath(path) == STANDARD_INPUT:
        return Source("standard input", _within(limit, _standard_input(limit + 1)))
    if not os.fspath(path):
        raise NotAFile("A name is empty.", "Give the path of one or more files.")
    try:
        # Without O_NONBLOCK, opening a pipe would wait for a writer that may never come.
        with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise _not_regular(status.st_mode)
            if status.st_size > limit:
                raise _too_large(status.st_size, limit)
            return Source(Path(path).name, _within(limit, _all_of(file, limit + 1)))
    except (OSError, ValueError) as error:
        raise _missing(path, error) from error


def _standard_input(most: int) -> bytes:
    try:
        return _all_of(sys.stdin.buffer, most)
    except OSError as error:
        why = "it is closed" if error.errno == errno.EBADF else error.strerror
        raise NotAFile(f"Standard input could not be read: {why}.", "Give the path of a file, or pass its text in a pipe.") from error


def _all_of(stream: BinaryIO, most: int) -> bytes:
    """The first `most` bytes of `stream`, in pieces: asked for at once they would all be reserved, however few there are.

    A piece shorter than was asked for is the last; to ask again would make whoever types at a terminal end their text twice.
    """
    data = bytearray()
    while wanted := min(_PIECE, most - len(data)):
        piece = stream.read(wanted)
        data += piece
        if len(piece) < wanted:
            break
    return bytes(data)


def _within(limit: int, data: bytes) -> bytes:
    if len(data) > limit:
        raise _too_large(len(data), limit)
    return data


def _too_large(size: int, limit: int) -> TooLarge:
    return TooLarge(f"This file has {size:,} bytes or more; the limit is {limit:,}.")


def _not_regular(mode: int) -> NotAFile:
    if stat.S_ISDIR(mode):
        return NotAFile("This is a folder in which no file lies.", "Give the folder or the files that hold the contract.")
    return NotAFile(
        "This is a device or a pipe, not a file.", f'Save what it yields to a file, or pass it on standard input with "{STANDARD_INPUT}".'
    )


def _missing(path: str | os.PathLike[str], error: OSError | ValueError) -> NotAFile:
    if isinstance(error, FileNotFoundError):
        return NotAFile(f"There is no file at {os.fspath(path)}.", "Check the path and the spelling of the name.")
    if isinstance(error, IsADirectoryError):
        return _not_regular(stat.S_IFDIR)
    if isinstance(error, PermissionError):
        return NotAFile("You have no permission to read this file.", "Copy it to a folder of your own, or ask its owner.")
    why = error.strerror if isinstance(error, OSError) else "it has a character that no name can have"
    return NotAFile(f"The file at {os.fspath(path)!r} could not be opened: {why}.")
