"""Writes to the terminal, a pipe or a file, whatever characters it can show, and stops quietly when nobody reads any more."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from contract_registry.errors import NotWritten, WrongUsage

_PLAINER = dict(zip("“”„«»‘’–—…·•─│┌┐└┘├┤↘\u00a0\u202f\u2011", '"""<>\'\'--.**-|++++++>  -', strict=True))
_TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
_CONTROLS = _TURNING | dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}, "\N{REPLACEMENT CHARACTER}")
"""A terminal would obey them, and neither a contract's text nor a file's name commands anything."""
_ELSEWHERE = "Make room there, or send it somewhere else."
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
OUTPUT_TROUBLES = _NO_ROOM | {errno.EBADF, errno.EPIPE}
"""The numbers of the errors that standard output can give."""


class OutputClosed(Exception):
    """Whoever read the output has gone."""


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the terminal is and whether it shows colour."""

    width: int
    colour: bool


def screen_of(stream: TextIO, *, no_colour: bool = False) -> Screen:
    """The screen behind `stream`: 80 columns where there is none, and colour only where it is wanted and can be shown."""
    wanted = not no_colour and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    shows = bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and not _is_legacy_windows())
    return Screen(shutil.get_terminal_size((80, 24)).columns, colour=wanted and shows)


def _is_legacy_windows() -> bool:
    if os.name != "nt":
        return False
    from rich.console import detect_legacy_windows

    return detect_legacy_windows()


def write_text(text: str, stream: TextIO | None = None) -> None:
    """`text` for people, on standard output unless told otherwise, in the characters that its encoding has."""
    stream = stream or sys.stdout
    _open(lambda: stream.write(showable(text, stream.encoding or "ascii")), stream)


def write_utf8(text: str) -> None:
    """`text` for programs, on standard output in UTF-8 whatever the locale says."""
    if sys.stdout.isatty():
        write_text(harmless(text))
    else:
        _open(lambda: sys.stdout.buffer.write(text.encode("utf-8", "replace")), sys.stdout)


def write_message(text: str) -> None:
    """`text` on standard error, with whatever commands stand in the names and words it speaks of made harmless."""
    write_text(harmless(text), sys.stderr)


def harmless(text: str) -> str:
    """`text` with control characters as a replacement mark and without the marks that turn a line around."""
    return text.translate(_CONTROLS)


def write_file(text: str, path: Path) -> None:
    """`text` in UTF-8 at `path`, its folder made where it is missing; WrongUsage where that cannot be, NotWritten where the disk is full."""
    data = text.encode("utf-8", "replace")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            _write_all(file, data, path)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            raise NotWritten(f"The report could not be written to {path}: {error.strerror}. {_ELSEWHERE}") from error
        why = error.strerror if isinstance(error, OSError) else "no name can have a character that is in it"
        raise WrongUsage(f"Nothing can be written to {path}: {why}.") from error


def _write_all(file: BinaryIO, data: bytes, path: Path) -> None:
    """All of `data` or, in a file that can be taken away again, nothing: half a report must not be taken for the whole."""
    try:
        file.write(data)
        file.flush()
    except OSError:
        if path.is_file():
            path.unlink(missing_ok=True)
        raise


def showable(text: str, encoding: str) -> str:
    """`text` with characters that `encoding` lacks put plainer, so that an old code page shows it too."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(letter if _has(encoding, letter) else _PLAINER.get(letter, "?") for letter in text)
    return text


def _has(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _open(write: Callable[[], object], stream: TextIO) -> None:
    try:
        stream.flush()
        write()
        stream.flush()
    except OSError as error:
        silence(stream)
        if stream is not sys.stderr:  # of which nobody could be told
            raise output_trouble(error) from error


def output_trouble(error: OSError) -> OutputClosed | NotWritten:
    """What it means that standard output cannot be written to."""
    if isinstance(error, BrokenPipeError):
        return OutputClosed()
    why = "it is closed" if error.errno == errno.EBADF else error.strerror
    return NotWritten(f"Nothing can be written to standard output: {why}. {_ELSEWHERE}")


def silence(stream: TextIO) -> None:
    """Send what is still in the buffer nowhere, so that the interpreter does not complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
