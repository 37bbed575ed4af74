"""What a ban would catch: one of some types of clause, and one that is put in words, unless other types stand beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.language import count_of_words
from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint, fingerprints_of
from contract_registry.core.disclosure.gate.admission import admitted
from contract_registry.core.disclosure.gate.cell import is_enough
from contract_registry.core.disclosure.gate.contribution import Dimension
from contract_registry.core.disclosure.statistics.ban import MOST, Ban, Caught, Part, caught_by, checked_ban
from contract_registry.core.disclosure.statistics.worded import with_wordings
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from contract_registry.core.text import Span
from contract_registry.errors import WrongUsage
from contract_registry.exporting.statistics_report import Table, ban_table
from contract_registry.operations.service import Service
from contract_registry.operations.statistics import Counted, dimension, titles_of_types
from contract_registry.storage.registry.blocks import hold_blocks
from contract_registry.storage.registry.wording_groups import Wordings

LONGEST = 2_000
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class ToBan:
    """What a ban forbids: types of clause, and whatever is worded like `words`, in which nothing is forbidden where they are empty; and what excuses."""

    types: Sequence[str] = ()
    words: str = ""
    unless: Sequence[str] = ()

    @property
    def is_asked(self) -> bool:
        """Whether anything is forbidden."""
        return bool(self.types or self.words.strip())


def what_a_ban_catches(service: Service, counted: Counted, asked: ToBan, *by: str) -> tuple[Caught, ...]:
    """What such a ban would catch, by each of these dimensions; WrongUsage where it makes no sense."""
    types, unless = _types(service, asked.types), _types(service, asked.unless)
    words = asked.words.strip()
    given, parts = counted.contributions, types
    columns = [dimension(each) for each in by]
    now = service.store.clock()
    if words:
        checked_ban(Ban(types | {(Dimension.WORDING, words)}, unless))
        print_ = _fingerprint(words)
        by_contract = {each.engagement: each for each in admitted(given, counted.policy, now)}

        def are_enough(contracts: Collection[str]) -> bool:
            return is_enough([by_contract[each] for each in contracts], counted.policy)

        with service.store.reading() as reading:
            hold_blocks(reading.connection)
            groups = Wordings(reading.connection, counted.circles, by_contract.keys(), are_enough).groups_near(print_)
        given, worded = with_wordings(given, groups, counted.policy, MOST - len(types) - len(unless))
        parts = types | worded
    ban = checked_ban(Ban(parts, unless))
    return tuple(caught_by(ban, given, counted.policy, now, each) for each in columns)


def ban_tables(service: Service, counted: Counted, asked: ToBan, *by: str) -> list[Table]:
    """The same as tables in words."""
    titles = titles_of_types(service)
    named = [
        *(titles[each] for each in asked.types if each in titles),
        *(["these words or words near them"] if asked.words.strip() else []),
    ]
    return [
        ban_table(caught, each, " or ".join(named))
        for caught, each in zip(what_a_ban_catches(service, counted, asked, *by), by, strict=True)
    ]


def types_in_words(service: Service, words: str) -> list[str]:
    """The types of harm that the rules find in these words, each once, as they would in a contract."""
    found = scan_with(segment(document_of(words.strip())), service.system.scanner(), Circumstances()).findings
    return list(dict.fromkeys(each.type for each in found))


def _fingerprint(words: str) -> Fingerprint:
    if len(words) > LONGEST:
        raise WrongUsage(f"Put the ban in {LONGEST:,} characters at most.")
    if count_of_words(words) < _FEWEST_WORDS:
        raise WrongUsage("Write what is forbidden as a contract would word it, in a sentence; or choose a type of clause.")
    clauses = segment(document_of(words))
    return fingerprints_of(clauses, [Span(0, len(words))])[0]


def _types(service: Service, names: Sequence[str]) -> frozenset[Part]:
    known = service.system.rulebook().types
    if unknown := [name for name in names if name not in known]:
        raise WrongUsage(f"There is no type of clause {unknown[0]!r}.")
    return frozenset((Dimension.TYPE, name) for name in names)
