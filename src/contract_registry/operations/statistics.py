"""Statistics for whoever asks: of one's own organisation for its officers, of what was given to be counted for everybody, all through the gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contract_registry.core.disclosure.consent.ladder import COUNTED, Circle
from contract_registry.core.disclosure.engagers.counting import by_identity
from contract_registry.core.disclosure.engagers.identity import Identity
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension, Question
from contract_registry.core.disclosure.gate.gate import Gate
from contract_registry.core.disclosure.gate.policy import INSIDE, OUTSIDE, Policy
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.statistics.good_work import PrincipleTold, good_work, principles_by_type
from contract_registry.core.disclosure.statistics.prevalence import COLUMNS, Prevalence, prevalence
from contract_registry.errors import WrongUsage
from contract_registry.exporting.statistics_csv import prevalence_csv
from contract_registry.exporting.statistics_report import Table, good_work_tables, prevalence_table
from contract_registry.operations.engager_decisions import decisions_of
from contract_registry.operations.service import Service
from contract_registry.storage.registry.given_to_statistics import contributions_in

BY = {each.value: each for each in COLUMNS}
"""By what figures can be asked for."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted for somebody: whose it is, in which circles it stands, and under which policy it is told."""

    whose: str
    circles: tuple[Circle, ...]
    contributions: tuple[Contribution, ...]
    policy: Policy


MINE, BRANCH, EVERYBODY = "mine", "branch", "everybody"


def counted_for(service: Service, asker: Asker, whose: str) -> Counted:
    """What is counted: of one's own organisation, or of one's branch of it, for its officers, else what was given to statistics alone.

    Never two of these in one figure: officers of other branches, and of none, have figures of the same organisation, and what two of them differ by would
    tell of the few people of a branch. WrongUsage where somebody asks for what is not theirs.
    """
    if whose not in (MINE, BRANCH, EVERYBODY):
        raise WrongUsage(f"Ask for figures of {MINE}, {BRANCH} or {EVERYBODY}.")
    if whose != EVERYBODY and not has_figures(asker):
        raise WrongUsage("Figures of an organisation are for its officers. Ask for those of everybody.")
    if whose == BRANCH and not asker.branch:
        raise WrongUsage("You are in no branch of your organisation. Ask for its own figures.")
    own = Circle(asker.organisation or "", asker.branch or "" if whose == BRANCH else "")
    circle, policy = (COUNTED, OUTSIDE) if whose == EVERYBODY else (own, INSIDE)
    with service.store.reading() as reading:
        given = contributions_in(reading.connection, [circle])
        decisions = () if whose == EVERYBODY else decisions_of(reading, asker.organisation or "", service.store.clock())
    return Counted(whose, (circle,), by_identity(given, decisions), policy)


def has_figures(asker: Asker) -> bool:
    """Whether there are figures of whoever asks' own organisation for them."""
    return asker.role is Role.OFFICER and bool(asker.organisation)


def common_types(service: Service, counted: Counted, by: str) -> Prevalence:
    """How common types of clause are by a dimension; WrongUsage where there is no such one."""
    return prevalence(_gate(service, counted), dimension(by))


def of_engager(service: Service, asker: Asker, engager: Identity) -> Prevalence | None:
    """How common types of clause are in one's own organisation's contracts with an engager, by year; None where nothing of it is told."""
    if not has_figures(asker):
        return None
    asked = Question(frozenset({(Dimension.ENGAGER, engager.name)}))
    told = prevalence(_gate(service, counted_for(service, asker, MINE)), Dimension.YEAR, asked)
    return told if told.whole else None


def for_good_work(service: Service, counted: Counted) -> tuple[PrincipleTold, ...]:
    """For each principle of good work the types that touch it, and how common they are."""
    return good_work(_gate(service, counted), principles_by_type(service.system.rulebook().rules))


def table_told(service: Service, told: Prevalence) -> Table:
    """How common types are as a table in words, with the bars of its chart."""
    return prevalence_table(told, titles_of_types(service))


def tables_told(service: Service, told: Prevalence, principles: Sequence[PrincipleTold]) -> list[Table]:
    """The same, with what good work is touched by."""
    return [table_told(service, told), *good_work_tables(principles, titles_of_types(service))]


def as_spreadsheet(told: Prevalence) -> str:
    """What is told as a table for a spreadsheet."""
    return prevalence_csv(told)


def types_to_choose(service: Service) -> list[tuple[str, str]]:
    """Every type of harm with its title, by title."""
    harm = {rule.type for rule in service.system.rulebook().rules if rule.family != "protective"}
    return sorted(((name, each.title) for name, each in service.system.rulebook().types.items() if name in harm), key=lambda each: each[1])


def titles_of_types(service: Service) -> dict[str, str]:
    """What each type of clause is called."""
    return {name: each.title for name, each in service.system.rulebook().types.items()}


def _gate(service: Service, counted: Counted) -> Gate:
    return Gate(counted.contributions, counted.policy, service.store.clock())


def dimension(words: str) -> Dimension:
    """By what figures are asked for; WrongUsage where there is no such thing."""
    if words not in BY:
        raise WrongUsage(f"Figures are told by one of: {', '.join(BY)}.")
    return BY[words]
