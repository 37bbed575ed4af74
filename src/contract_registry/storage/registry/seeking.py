"""Finds what is asked for, the newest blocks first, until there is more than is counted; several connections can seek at once, block by block.

An answer of the database holds what each clause says of itself in numbers: an object for each of ten thousand clauses costs more than finding them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import cast

import psycopg
from sqlalchemy import Connection, text

from contract_registry.storage.registry.asking import MOST, Question
from contract_registry.storage.registry.told import Told, count_in, taken_apart


@dataclass(frozen=True, slots=True)
class Sought:
    """The numbers of the clauses that were found, the newest first and one more at most than are counted, where the blocks start in which they were sought, and what the clauses say."""

    numbers: Sequence[int]
    blocks: Sequence[int]
    told: Told


@dataclass(slots=True)
class Search:
    """A search of the blocks that start there."""

    question: Question
    blocks: Sequence[int]
    _begun: int = 0
    _ended: int = 0
    _found: int = 0
    _pieces: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def seek(self, connection: Connection, *, alone: bool = False) -> None:
        """Seek until nothing is left to be sought, beside others that do; `alone`, all of it at once."""
        while taken := self._take(alone=alone):
            first, starts, most = taken
            piece = _piece(connection, self.question, starts, most)
            with self._lock:
                self._pieces[first] = piece
                self._ended += len(starts)
                self._found += count_in(piece[0])

    def sought(self) -> Sought:
        """What was found, once all who seek have come back."""
        pieces = [self._pieces[first] for first in sorted(self._pieces)]
        told = taken_apart(b"".join(told for told, _ in pieces), b"".join(types for _, types in pieces), MOST + 1)
        return Sought(told.rows.tolist(), self.blocks, told)

    def _take(self, *, alone: bool) -> tuple[int, Sequence[int], int] | None:
        """The next blocks to be sought in, from which number on, and how many clauses are wanted of them; half of those that should be needed yet, so that two end together."""
        with self._lock:
            left, wanted = len(self.blocks) - self._begun, MOST + 1 - self._found
            if not left or wanted <= 0:
                return None
            if not self._ended:
                count = 1
            else:
                needed = -(-wanted * self._ended // self._found) - (self._begun - self._ended) if self._found else left
                count = max(-(-min(needed, left) // 2), 1)
            count = left if alone else count
            first = self._begun
            self._begun += count
        return first, self.blocks[::-1][first : first + count], wanted


def _piece(connection: Connection, question: Question, starts: Sequence[int], most: int) -> tuple[bytes, bytes]:
    """What is found in these blocks in columns of bytes, sent as they are and not as letters."""
    query = f"""
        SELECT coalesce(string_agg(told, ''), ''), coalesce(string_agg(told_types, ''), '')
        FROM ({question.found(starts, "told, told_types", most)}) AS found
    """  # noqa: S608  names of ours
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    asked = text(query).compile(connection)
    with driver.cursor(binary=True) as cursor:
        return cast("tuple[bytes, bytes]", cursor.execute(str(asked), question.values).fetchone())
