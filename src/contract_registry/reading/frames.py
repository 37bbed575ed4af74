"""What parent and child say to each other: a request in, then news and one answer out, all in plain bytes that neither side has to trust."""

from __future__ import annotations

import json
import re
import struct
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal

from contract_registry import errors
from contract_registry.errors import UnreadableFile
from contract_registry.reading.limits import Limits

END = struct.Struct("<iQ")
"""How a child ended, as waitpid tells it, and the most memory it held, in bytes."""

NewsKind = Literal["G", "P", "D", "E"]
"""G: a page needs Tesseract, allow its time. P: so many pages are read, of so many. D: the document. E: the error."""

_PAGES = struct.Struct("<II")

_REQUEST = struct.Struct("<IQ")
_NEWS = struct.Struct("<cQ")
_KINDS = frozenset({b"G", b"P", b"D", b"E"})
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_LONGEST_MESSAGE = 2_000
_STEPS_TOLD = 5
_ERRORS = {
    kind.kind: kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, UnreadableFile) and "kind" in vars(kind)
}


@dataclass(frozen=True, slots=True)
class Request:
    """One file to read, with its limits."""

    name: str
    data: bytes
    password: str | None
    limits: Limits


def request_bytes(request: Request) -> bytes:
    words = {"name": request.name, "password": request.password, "limits": asdict(request.limits)}
    head = json.dumps(words).encode()
    return b"".join((_REQUEST.pack(len(head), len(request.data)), head, request.data))


class RequestReader:
    """Puts a request together from the bytes as they come."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def feed(self, piece: bytes) -> Request | None:
        """The request, once it is complete."""
        self._bytes += piece
        if len(self._bytes) < _REQUEST.size:
            return None
        head, size = _REQUEST.unpack_from(self._bytes)
        start = _REQUEST.size + head
        if len(self._bytes) < start + size:
            return None
        words = json.loads(self._bytes[_REQUEST.size : start])
        known = {field.name for field in fields(Limits)}
        limits = Limits(**{name: value for name, value in words["limits"].items() if name in known})
        with memoryview(self._bytes) as whole:
            return Request(words["name"], bytes(whole[start : start + size]), words["password"], limits)


def news_bytes(kind: NewsKind, payload: bytes = b"") -> bytes:
    return _NEWS.pack(kind.encode(), len(payload)) + payload


def pages_bytes(read: int, known: int) -> bytes:
    """How many pages are read, and how many are known of."""
    return _PAGES.pack(read, known)


def pages_from(payload: bytes) -> tuple[int, int]:
    """The same again; ValueError where it is none."""
    if len(payload) != _PAGES.size:
        raise ValueError("these are no counts of pages")
    read, known = _PAGES.unpack(payload)
    return read, known


class NewsReader:
    """Takes apart what a child sends; at most `limit` bytes a piece of news."""

    def __init__(self, limit: int) -> None:
        self._bytes, self._limit = bytearray(), limit

    def feed(self, piece: bytes) -> list[tuple[str, bytes]]:
        """The kinds and payloads that are complete by now; ValueError for what no honest child sends."""
        self._bytes += piece
        complete = []
        while len(self._bytes) >= _NEWS.size:
            kind, size = _NEWS.unpack_from(self._bytes)
            if kind not in _KINDS or size > self._limit:
                raise ValueError("this is no news of a child")
            if len(self._bytes) < _NEWS.size + size:
                break
            complete.append((kind.decode(), bytes(self._bytes[_NEWS.size : _NEWS.size + size])))
            del self._bytes[: _NEWS.size + size]
        return complete


def error_bytes(error: UnreadableFile) -> bytes:
    words = {"kind": error.kind, "message": error.message, "next": error.next_step, "where": _where(error)}
    return json.dumps(words).encode()


def error_from(payload: bytes) -> UnreadableFile:
    """The error that a child reports, its words cut to one printable paragraph; ValueError when it is none."""
    words = json.loads(payload)
    kind, message, next_step, where = (words[field] for field in ("kind", "message", "next", "where"))
    if not all(isinstance(word, str) for word in (kind, message, next_step, where)):
        raise ValueError("an error without words")
    error = _ERRORS.get(kind, UnreadableFile)(_printable(message), _printable(next_step))
    if where:
        error.add_note(_printable(where))
    return error


def _where(error: UnreadableFile) -> str:
    """What the error came from and the last few lines of code on the way, without a word of the file."""
    if error.__cause__ is None:
        return ""
    from traceback import extract_tb  # only where something went wrong

    steps = extract_tb(error.__cause__.__traceback__)[-_STEPS_TOLD:]
    return f"{type(error.__cause__).__name__} in " + " > ".join(f"{Path(step.filename).stem}.{step.name}:{step.lineno}" for step in steps)


def _printable(words: str) -> str:
    return _CONTROLS.sub(" ", words)[:_LONGEST_MESSAGE].encode("utf-8", "replace").decode("utf-8")
