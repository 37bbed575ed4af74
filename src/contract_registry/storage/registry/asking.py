"""A question of the registry as the database takes it, and clauses as the database gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from sqlalchemy import Row

from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Purpose
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import LANGUAGES, Asked, Facet
from contract_registry.core.disclosure.searching.tokens import for_purpose, found_by, of_circle, of_facet, pairs_asked, to_be_shown
from contract_registry.storage.registry.blocks import name_of
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.told import FACTS, OF_CLAUSE

MOST = 10_000
"""So many are counted; of more it is told that there are more."""
WORDS = "websearch_to_tsquery(CAST(:config AS regconfig), :words)"
BEGINS, ENDS = "\x02", "\x03"
"""What stands around what was found, and in no text that is kept here."""
_LONG = 700
"""Of a clause with more characters than these the stretches around what was found are shown."""
_MARKS = f"StartSel={BEGINS}, StopSel={ENDS}"
_PARTS = f"MaxFragments=3, MaxWords=45, MinWords=20, FragmentDelimiter= … , {_MARKS}"
_TOLD = (*FACTS, "paid_within", Facet.BECAME, Facet.REVIEW)
COLUMNS = ", ".join(
    dict.fromkeys(
        (
            "row",
            "circle_id::text AS circle",
            "types",
            "engager",
            "engager_id::text AS engager_id",
            "rule_version",
            "shared_at",
            *_TOLD,
            *OF_CLAUSE,
        )
    )
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in which circles and for which purpose; `shown_only` where there must be words or types to show.

    `query` stands for the words as the database reads them, where a part of a question is asked.
    """

    asked: Asked
    circles: tuple[Circle, ...]
    purpose: Purpose = Purpose.SEARCH
    shown_only: bool = True
    query: str = ""
    values: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        config = LANGUAGES.get(self.asked.language, "simple")
        values = {"tokens": self._tokens(), "words": self.query or self.asked.words.replace("\0", " "), "config": config}
        object.__setattr__(self, "values", values)

    @property
    def has_words(self) -> bool:
        return bool(self.asked.words.strip())

    @property
    def matches(self) -> str:
        """The condition in SQL."""
        return f"words @@ {self._query}"

    @property
    def _query(self) -> str:
        words = "CAST(:words AS tsquery)" if self.query else WORDS
        return f"(CAST(:tokens AS tsquery) && {words})" if self.has_words else "CAST(:tokens AS tsquery)"

    @property
    def snippet(self) -> str:
        """The words to be shown of a clause, in SQL."""
        if not self.has_words:
            return f"left(text, {_LONG})"
        options = f"CASE WHEN length(text) > {_LONG} THEN '{_PARTS}' ELSE 'HighlightAll=true, {_MARKS}' END"
        return f"ts_headline(CAST(:config AS regconfig), text, {WORDS}, {options})"

    def found(self, starts: Sequence[int], columns: str, most: int = MOST + 1) -> str:
        """The first that are found in the blocks that start there, in SQL: block by block, and within a block by nothing but the number.

        What is asked is made once and not in each of the blocks, which the planner goes through quicker then.
        """
        blockwise = " UNION ALL ".join(
            f"(SELECT {columns} FROM {name_of(block)} WHERE words @@ (SELECT query FROM asked) ORDER BY row + 0 DESC)"  # noqa: S608  names of ours
            for block in starts
        )
        return f"WITH asked AS MATERIALIZED (SELECT {self._query} AS query) SELECT * FROM ({blockwise}) AS every LIMIT {most}"  # noqa: S608  a number, and names, of ours

    def _tokens(self) -> str:
        circles = [id_of_circle(each) for each in self.circles]
        apart = [list(map(of_circle, circles)), [for_purpose(self.purpose)], *([[to_be_shown()]] if self.shown_only else [])]
        groups = [
            *([list(map(found_by, circles))] if self.shown_only and self.purpose is Purpose.SEARCH else apart),
            *([of_facet(facet, value) for value in values] for facet, values in self.asked.filters.items()),
            *([pair] for pair in pairs_asked(self.asked.words)),
        ]
        return " & ".join(f"({' | '.join(map(_quoted, each))})" for each in groups)


def hit_in(row: Row[Any], key: float = 0) -> Hit:
    """The clause in a row with the columns and a snippet; `key` is what it is sorted by."""
    return Hit(
        row.row,
        key,
        tuple(row.types),
        row.family,
        row.severity,
        row.rule,
        row.rule_version,
        row.engager,
        {name: getattr(row, name) for name in _TOLD if getattr(row, name)},
        f"{row.shared_at.astimezone(UTC):%Y-%m}",
        row.circle == id_of_circle(PUBLIC),
        _marked(row.snippet),
    )


def _marked(snippet: str) -> tuple[tuple[str, bool], ...]:
    """The stretches of a snippet, with whether each is what was asked for."""
    pieces: list[tuple[str, bool]] = []
    for place, piece in enumerate(snippet.split(BEGINS)):
        marked, ends, plain = piece.partition(ENDS) if place else ("", "", piece)
        pieces += [(marked, True), (plain, False)] if ends else [(marked + plain, False)]
    return tuple((words, is_hit) for words, is_hit in pieces if words)


def _quoted(token: str) -> str:
    doubled = token.replace("\0", " ").replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
