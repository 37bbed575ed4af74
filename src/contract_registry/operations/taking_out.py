"""Takes clauses out of the registry as a file: only what was given as evidence, only as far as enough people share it, marked, and noted in the audit trail."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.consent.ladder import PUBLIC, Purpose
from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.quotes import Words, may_quote
from contract_registry.core.disclosure.gate.records import Record, told_values
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.searching.choices import MOST_PARTS
from contract_registry.core.disclosure.searching.question import Asked, circles_of
from contract_registry.exporting.clauses_table import FORMATS, MEDIA_TYPES, ClauseRow, TableFormat, clauses_table
from contract_registry.operations.telling import Telling, telling_to
from contract_registry.storage.people.trail import note
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.blocks import hold_blocks
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.near import Sighted
from contract_registry.storage.registry.searching import parts_asked
from contract_registry.storage.registry.taking_out import clauses_at, clauses_found, numbers_found, sightings_of
from contract_registry.storage.store import Store

__all__ = ["FORMATS", "MEDIA_TYPES", "TableFormat", "TakenOut", "take_out"]

_FACTS = ("sector", "year", "jurisdiction", "role_family", "agreement", "became")
"""After what was found: from what most share to what few do."""


@dataclass(frozen=True, slots=True)
class TakenOut:
    """A file of clauses: its name, what it is, its bytes, and how many clauses are in it."""

    name: str
    media_type: str
    data: bytes
    clauses: int


def take_out(store: Store, asker: Asker, asked: Asked, form: TableFormat) -> TakenOut:
    """What whoever asks may read of what is asked for, as a file; who took how much is in the audit trail before the file is."""
    question = Question(asked, circles_of(asker), Purpose.EVIDENCE)
    with store.reading() as reading:
        hold_blocks(reading.connection)
        found = clauses_found(reading.connection, question)
        parts = parts_asked(reading.connection, question)
        in_parts = [frozenset(numbers_found(reading.connection, part)) for part in parts] if len(parts) <= MOST_PARTS else None
        excluded = clauses_at(reading.connection, frozenset().union(*in_parts or ()) - {each.hit.number for each in found})
        telling = telling_to(reading, asker, question.circles, Purpose.EVIDENCE, store.clock())
        every = Question(Asked(), question.circles, Purpose.EVIDENCE)
        seen = sightings_of(reading.connection, every, (each.wording for each in found), partial(_counts, telling))
    rows = [*_public(found), *(_shared(telling, asker, found, seen, in_parts, excluded) if in_parts is not None else ())]
    export = store.new_id()
    with store.writing() as writing:
        note(writing.connection, writing.now, asker.person, Did.TAKEN_OUT, export=export, clauses=str(len(rows)), form=form)
    return TakenOut(f"clauses-{export[:8]}.{form}", MEDIA_TYPES[form], clauses_table(rows, export, form), len(rows))


def _counts(telling: Telling, circle: str, shared_at: datetime) -> bool:
    """Whether words stand behind a quote: those that are public, and what is counted by now."""
    return circle == id_of_circle(PUBLIC) or telling.counts(circle, shared_at)


def _public(found: Sequence[Sighted]) -> list[ClauseRow]:
    return [_row(each, _values(each), each.hit.engager, each.text) for each in found if each.hit.is_public]


def _shared(
    telling: Telling,
    asker: Asker,
    found: Sequence[Sighted],
    seen: dict[int, list[Contribution]],
    in_parts: Sequence[Collection[int]],
    excluded: Sequence[Sighted],
) -> list[ClauseRow]:
    """Of what people shared, what is counted by now, each row as far as enough people have the same; no engager is named."""
    counted = [each for each in (*found, *excluded) if not each.hit.is_public and telling.counts(each.circle, each.shared_at)]
    place = {each.hit.number: number for number, each in enumerate(counted)}
    wanted, *parts = ({place[each] for each in numbers if each in place} for numbers in ([each.hit.number for each in found], *in_parts))
    records = [Record(Contribution(str(each.contributor), each.contract, each.shared_at, {}), _values(each)) for each in counted]
    rows = []
    for each, record, told in zip(counted, records, told_values(records, telling.policy, wanted, parts), strict=True):
        if told:
            words = Words(is_redacted=True, is_public=False, officers=frozenset({asker.person}))
            is_quoted = may_quote(words, seen.get(each.wording, ()), telling.policy, in_public=False)
            rows.append(_row(each, record.values[:told], "", each.text if is_quoted else ""))
    return sorted(rows, key=lambda row: tuple(getattr(row, name) for name in ("family", "type", "severity", "sector", "year", "text")))


def _values(each: Sighted) -> tuple[str, ...]:
    hit = each.hit
    return (hit.family, hit.types[0] if hit.types else "", hit.severity, hit.rule, *(hit.facts.get(name, "") for name in _FACTS))


def _row(each: Sighted, values: Sequence[str], engager: str, text: str) -> ClauseRow:
    names = ("family", "type", "severity", "rule", *_FACTS)
    told = dict(zip(names, values, strict=False))
    return ClauseRow(
        **{name: told.get(name, "") for name in names},
        public="yes" if each.hit.is_public else "",
        engager=engager,
        text=text,
    )
