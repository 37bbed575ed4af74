"""Asks the registry: the newest block first until ten thousand are found, the newest of those ranked, a page of them shown with what was found marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, text

from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Purpose
from contract_registry.core.disclosure.searching.hit import Hit
from contract_registry.core.disclosure.searching.question import LANGUAGES, Asked, Facet, Sort
from contract_registry.core.disclosure.searching.tokens import for_purpose, of_circle, of_facet, pairs_asked, to_be_shown
from contract_registry.storage.registry.blocks import blocks, name_of
from contract_registry.storage.registry.circles import id_of_circle

MOST, RANKED = 10_000, 300
_BEGINS, _ENDS = "\x02", "\x03"
_MARKS = f"StartSel={_BEGINS}, StopSel={_ENDS}"
_LONG = 700
"""Of a clause with more characters than these the stretches around what was found are shown."""
_PARTS = f"MaxFragments=3, MaxWords=45, MinWords=20, FragmentDelimiter= … , {_MARKS}"
_GRAVEST = "array_position(ARRAY['', 'info', 'low', 'medium', 'high', 'critical'], severity)"
_FACTS = (
    "sector",
    "role_family",
    "year",
    "quarter",
    "jurisdiction",
    "agreement",
    "fee_band",
    "paid_within",
    "verification",
    "review",
    "language",
)
_COLUMNS = ", ".join(
    ("row", "circle_id::text AS circle", "types", "engager", "family", "severity", "rule", "rule_version", "shared_at", *_FACTS)
)


@dataclass(frozen=True, slots=True)
class OfContract:
    """What was found of one contract, for counting people: whose by a mark, since when, and its values."""

    contract: str
    circle: str
    contributor: int
    shared_at: datetime
    engager: str
    values: dict[Facet, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the database takes it."""

    asked: Asked
    circles: tuple[Circle, ...]
    purpose: Purpose = Purpose.SEARCH
    values: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        asked = self.asked
        config = LANGUAGES.get(asked.language, "simple")
        object.__setattr__(self, "values", {"tokens": self._tokens(), "words": asked.words.replace("\0", " "), "config": config})

    @property
    def has_words(self) -> bool:
        return bool(self.asked.words.strip())

    @property
    def matches(self) -> str:
        """The condition in SQL."""
        return "words @@ (CAST(:tokens AS tsquery)" + (f" && {WORDS})" if self.has_words else ")")

    def _tokens(self) -> str:
        groups = [
            [of_circle(id_of_circle(each)) for each in self.circles],
            [for_purpose(self.purpose)],
            [to_be_shown()],
            *([of_facet(facet, value) for value in values] for facet, values in self.asked.filters.items()),
            *([pair] for pair in pairs_asked(self.asked.words)),
        ]
        return " & ".join(f"({' | '.join(map(_quoted, each))})" for each in groups)


WORDS = "websearch_to_tsquery(CAST(:config AS regconfig), :words)"


def count_of(connection: Connection, question: Question) -> int:
    """How many clauses are found, `MOST` + 1 where there are more than those."""
    return connection.scalar(text(f"SELECT count(*) FROM ({_found(connection, question, 'row')}) AS found"), question.values) or 0  # noqa: S608  names of ours


def types_shared(connection: Connection, question: Question, since: datetime, until: datetime) -> list[tuple[str, ...]]:
    """The types of each clause that is found and was shared in this time, the newest first, `MOST` + 1 at most."""
    every = _found(connection, question, "types, shared_at")
    found = text(f"SELECT types FROM ({every}) AS found WHERE shared_at >= :since AND shared_at < :until")  # noqa: S608  names of ours
    return [tuple(row.types) for row in connection.execute(found, {**question.values, "since": since, "until": until})]


def contracts_found(connection: Connection, question: Question) -> list[OfContract]:
    """The contracts in which they are found, each with the values of what was found of it."""
    single = [
        Facet.SECTOR,
        Facet.ROLE_FAMILY,
        Facet.YEAR,
        Facet.QUARTER,
        Facet.JURISDICTION,
        Facet.AGREEMENT,
        Facet.FEE_BAND,
        Facet.VERIFICATION,
        Facet.LANGUAGE,
    ]
    several = [Facet.FAMILY, Facet.SEVERITY, Facet.RULE, Facet.REVIEW]
    columns = ", ".join(["contract_id, circle_id, contributor, shared_at, types, engager, engager_id", *single, *several])
    query = f"""
        SELECT contract_id, circle_id, min(contributor) AS contributor, min(shared_at) AS shared_at, min(engager) AS engager, min(engager_id::text) AS engager_id,
               {", ".join(f"min({name}) AS {name}" for name in single)},
               {", ".join(f"array_agg(DISTINCT {name}) AS {name}" for name in several)},
               array_agg(DISTINCT array_to_string(types, ' ')) AS types
        FROM ({_found(connection, question, columns)}) AS found GROUP BY contract_id, circle_id
    """  # noqa: S608  names of ours
    return [
        OfContract(
            row.contract_id,
            row.circle_id,
            row.contributor,
            row.shared_at,
            row.engager,
            {
                **{name: frozenset(filter(None, [getattr(row, name)])) for name in single},
                Facet.ENGAGER: frozenset(filter(None, [row.engager_id])),
                **{name: frozenset(filter(None, getattr(row, name))) for name in several},
                Facet.TYPE: frozenset(each for types in row.types for each in types.split()),
            },
        )
        for row in connection.execute(text(query), question.values)
    ]


def page_of(connection: Connection, question: Question, most: int, after: tuple[float, int] | None) -> list[Hit]:
    """The next hits in the order that was asked for, after the one with that key and number."""
    order = question.asked.order
    values = {**question.values, "most": most, "ranked": RANKED, "key": after[0] if after else None, "after": after[1] if after else None}
    key = {Sort.RELEVANCE: f"ts_rank(words, {WORDS})", Sort.SEVERITY: _GRAVEST}.get(order, "0")
    if order in {Sort.NEWEST, Sort.OLDEST}:
        best = _in_order(connection, question, is_newest=order is Sort.NEWEST, after=after[1] if after else None)
    else:
        newest = _found(connection, question, "row")
        limit = "LIMIT :ranked" if order is Sort.RELEVANCE else ""
        best = f"""
            SELECT row, key FROM (
                SELECT row, CAST({key} AS float8) AS key FROM registry_clauses
                WHERE row IN (SELECT row FROM ({newest}) AS newest ORDER BY row DESC {limit})
            ) AS ranked {"WHERE (key, row) < (:key, :after)" if after else ""} ORDER BY key DESC, row DESC LIMIT :most
        """  # noqa: S608  names of ours
    options = f"CASE WHEN length(text) > {_LONG} THEN '{_PARTS}' ELSE 'HighlightAll=true, {_MARKS}' END"
    snippet = f"ts_headline(CAST(:config AS regconfig), text, {WORDS}, {options})" if question.has_words else f"left(text, {_LONG})"
    query = f"""
        WITH best AS MATERIALIZED ({best})
        SELECT key, {_COLUMNS}, {snippet} AS snippet FROM best JOIN registry_clauses USING (row)
        ORDER BY key DESC, row {"ASC" if order is Sort.OLDEST else "DESC"}
    """  # noqa: S608  names of ours
    rows = connection.execute(text(query), values)
    return [_hit(row) for row in rows]


def _found(connection: Connection, question: Question, columns: str) -> str:
    """The newest that are found, one more than are counted."""
    blockwise = " UNION ALL ".join(
        f"(SELECT {columns} FROM {name_of(block)} WHERE {question.matches} ORDER BY row + 0 DESC)"  # noqa: S608  names of ours
        for block in reversed(blocks(connection))
    )
    return f"SELECT * FROM ({blockwise}) AS every LIMIT {MOST + 1}"  # noqa: S608  names of ours


def _in_order(connection: Connection, question: Question, *, is_newest: bool, after: int | None) -> str:
    """The next by number, from the block on in which the one before stood."""
    starts = blocks(connection)
    sense, order = ("<", "DESC") if is_newest else (">", "ASC")
    ends = [*starts[1:], None]
    wanted = [
        block
        for block, end in zip(starts, ends, strict=True)
        if after is None or (block <= after if is_newest else end is None or end > after)
    ]
    limit = f"AND row {sense} :after" if after is not None else ""
    blockwise = " UNION ALL ".join(
        f"(SELECT row FROM {name_of(block)} WHERE {question.matches} {limit} ORDER BY row + 0 {order} LIMIT :most)"  # noqa: S608  names of ours
        for block in (reversed(wanted) if is_newest else wanted)
    )
    return f"SELECT row, CAST(0 AS float8) AS key FROM ({blockwise}) AS every LIMIT :most"  # noqa: S608  names of ours


def _hit(row: Row[Any]) -> Hit:
    return Hit(
        row.row,
        row.key,
        tuple(row.types),
        row.family,
        row.severity,
        row.rule,
        row.rule_version,
        row.engager,
        {name: getattr(row, name) for name in _FACTS if getattr(row, name)},
        f"{row.shared_at.astimezone(UTC):%Y-%m}",
        row.circle == id_of_circle(PUBLIC),
        _marked(row.snippet),
    )


def _marked(snippet: str) -> tuple[tuple[str, bool], ...]:
    """The stretches of a snippet, with whether each is what was asked for."""
    pieces: list[tuple[str, bool]] = []
    for place, piece in enumerate(snippet.split(_BEGINS)):
        marked, ends, plain = piece.partition(_ENDS) if place else ("", "", piece)
        pieces += [(marked, True), (plain, False)] if ends else [(marked + plain, False)]
    return tuple((words, is_hit) for words, is_hit in pieces if words)


def _quoted(token: str) -> str:
    doubled = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def firsts_of(connection: Connection, circles: Sequence[Circle], purpose: Purpose) -> dict[str, list[tuple[str, datetime]]]:
    """Of each circle, who shared something with it for a purpose and when first, by its id."""
    bit = 1 << list(Purpose).index(purpose)
    query = text(
        "SELECT circle_id::text AS circle, contributor, min(shared_at) AS at FROM registry_contracts"
        " WHERE circle_id = ANY(CAST(:circles AS uuid[])) AND purposes & :bit <> 0 GROUP BY 1, 2"
    )
    found: dict[str, list[tuple[str, datetime]]] = {}
    for row in connection.execute(query, {"circles": [id_of_circle(each) for each in circles], "bit": bit}):
        found.setdefault(row.circle, []).append((str(row.contributor), row.at))
    return found
