"""A digest as a letter: counts and types alone, since mail is read on its way, and a link by which it stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contract_registry.core.disclosure.watching.digest import Digest, NewClauses
from contract_registry.exporting.inert import inert
from contract_registry.exporting.plain_words import counted


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent: its subject, its text, and the headers by which a mail program offers to stop it with one click."""

    subject: str
    text: str
    headers: Mapping[str, str]


def digest_letter(digest: Digest, titles: Mapping[str, str], *, page: str, stop: str) -> Letter:
    """The letter; `page` is the address of the searches, `stop` the one that stops it."""
    searches = counted(len(digest.parts), "saved search", "saved searches")
    subject = f"{_clauses(digest)} in {searches}"
    return Letter(
        subject,
        "\n".join(_lines(digest, titles, page, stop)),
        {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def _clauses(digest: Digest) -> str:
    return counted(digest.clauses, "new clause")


def _lines(digest: Digest, titles: Mapping[str, str], page: str, stop: str) -> Iterator[str]:
    for part in digest.parts:
        yield f"{inert(part.search.name)}: {counted(part.clauses, 'new clause')}{' or more' if part.is_more else ''}, {_months(part)}"
        yield from (f"  {count:,} × {titles.get(name, name)}" for name, count in part.types)
        yield ""
    yield f"Read them here, signed in:\n{page}\n"
    yield f"To stop these letters, open this link; nothing else is needed:\n{stop}\n"


def _months(part: NewClauses) -> str:
    """`shared in 2026-11`, `shared from 2026-09 to 2026-11`: months and no days, so that no day tells who shared."""
    first = f"{part.window.since:%Y-%m}"
    year, month = part.window.until.year, part.window.until.month - 1
    last = f"{year:04}-{month:02}" if month else f"{year - 1:04}-12"
    return f"shared in {first}" if first == last else f"shared from {first} to {last}"
