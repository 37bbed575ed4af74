"""Receives a form with files in memory: nothing is put on a disk, and no more is taken than there is room for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Annotated, Any, NamedTuple

from fastapi import Depends
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from contract_registry.errors import TooLarge, WrongUsage
from contract_registry.operations.given import Given
from contract_registry.web.asked import service_of

FILE = "file"
FIELDS = ("password", "sector", "role", "jurisdiction", "as_of")
TEXT = "text"
MOST_PARTS = 200
LONGEST_FIELD = 1_000
LONGEST_NAME = 255
FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {
                        FILE: {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "description": "The contract; several files (photographs of its pages, its schedules) are taken as one document.",
                        },
                        TEXT: {"type": "string", "description": "Pasted text, in place of a file or after the files."},
                        "password": {"type": "string", "description": "Password of a locked PDF.", "maxLength": LONGEST_FIELD},
                        "sector": {"type": "string", "description": "Sector of the work.", "examples": ["publishing"]},
                        "role": {"type": "string", "description": "The creator's role in it.", "examples": ["illustrator"]},
                        "jurisdiction": {"type": "string", "description": "Country whose law applies.", "examples": ["GB"]},
                        "as_of": {"type": "string", "description": "Judge by the laws in force on this day.", "examples": ["2026-11-24"]},
                    },
                    "additionalProperties": False,
                }
            }
        },
    }
}
"""The form as a route documents it."""
_NO_FORM = "Send a form of the type multipart/form-data with one file or more in the field `file`."


class Part(NamedTuple):
    """One part of the form: the field's name, the file's name (None for what is no file), and the bytes."""

    field: str
    filename: str | None
    data: bytearray


class FormReader:
    """Takes a form apart as its pieces come in; every byte is paid for with `take` before it is kept."""

    def __init__(self, content_type: str, most_bytes: int, take: Callable[[int], None]) -> None:
        kind, options = parse_options_header(content_type)
        if kind != b"multipart/form-data" or not options.get(b"boundary"):
            raise WrongUsage(_NO_FORM)
        self.parts: list[Part] = []
        self._most_bytes, self._take = most_bytes, take
        self._received = 0
        self._headers: dict[bytes, bytes] = {}
        self._name, self._value = bytearray(), bytearray()
        self._is_over = False
        try:
            self._parser = MultipartParser(
                options[b"boundary"],
                {
                    "on_part_begin": self._headers.clear,
                    "on_header_field": lambda data, start, end: self._name.extend(data[start:end]),
                    "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
                    "on_header_end": self._header,
                    "on_headers_finished": self._begin_part,
                    "on_part_data": lambda data, start, end: self._add(data[start:end]),
                    "on_end": self._end,
                },
            )
        except FormParserError as error:
            raise WrongUsage(f"The form is damaged. {_NO_FORM}") from error

    def feed(self, piece: bytes) -> None:
        """Take the next piece; TooLarge, TooBusy where there is too much of it, WrongUsage where it is no form."""
        self._received += len(piece)
        if self._received > self._most_bytes:
            raise TooLarge(f"What was sent is larger than {self._most_bytes // 1_000_000:,} MB, the limit for one upload.")
        self._take(len(piece))
        try:
            self._parser.write(piece)
        except FormParserError as error:
            raise WrongUsage(f"The form is damaged. {_NO_FORM}") from error

    def given(self) -> Given:
        """What was sent; WrongUsage where the form broke off or a field is unknown or too long."""
        if not self._is_over:
            raise WrongUsage(f"The form broke off. {_NO_FORM}")
        files = [(part.filename, bytes(part.data)) for part in self.parts if part.field == FILE and part.filename]
        fields = {part.field: part.data.decode("utf-8", errors="replace") for part in self.parts if part.filename is None}
        if text := fields.pop(TEXT, "").strip():
            files.append(("pasted text.txt", text.encode()))
        for name, value in fields.items():
            if name not in FIELDS:
                raise WrongUsage(f"There is no field `{name[:40]}`. A form has the fields {', '.join((FILE, TEXT, *FIELDS))}.")
            if len(value) > LONGEST_FIELD:
                raise WrongUsage(f"The field `{name}` is too long.")
        return Given(tuple(files), **{name: value.strip() if name != "password" else value for name, value in fields.items()})

    def _header(self) -> None:
        self._headers[bytes(self._name).lower()] = bytes(self._value)
        self._name.clear()
        self._value.clear()

    def _begin_part(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        field, filename = (options.get(name) for name in (b"name", b"filename"))
        if field is None:
            raise WrongUsage(f"A part of the form has no name. {_NO_FORM}")
        if len(self.parts) == MOST_PARTS:
            raise WrongUsage(f"The form has more than {MOST_PARTS} parts. Put the files in one zip.")
        self.parts.append(Part(_words(field), None if filename is None else _name(filename), bytearray()))

    def _add(self, data: bytes) -> None:
        self.parts[-1].data.extend(data)

    def _end(self) -> None:
        self._is_over = True


async def _received(request: Request) -> AsyncIterator[Given]:
    """What the request brings; the room it takes is given back when the request is over."""
    service = service_of(request)
    with service.visits.room() as take:
        reader = FormReader(request.headers.get("content-type", ""), service.upload_bytes, take)
        async for piece in request.stream():
            reader.feed(piece)
        yield reader.given()


Upload = Annotated[Given, Depends(_received)]
"""The only function of another colour in the house: a body arrives in pieces, and only so can it be counted before it is kept."""


def _name(raw: bytes) -> str:
    """A file's name on one line, without signs that hide or turn others around; of one that is very long the end, which says what kind it is."""
    return "".join(each if each.isprintable() else " " for each in _words(raw))[-LONGEST_NAME:].strip()


def _words(raw: bytes) -> str:
    """A name as the browser sent it: what stands in quotes, in UTF-8, with quotes and line ends percent-coded."""
    return raw.decode("utf-8", errors="replace").replace("%22", '"').replace("%0D", " ").replace("%0A", " ")
