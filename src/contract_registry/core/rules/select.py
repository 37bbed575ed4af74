"""Which rules of a rulebook apply to a case: by sector, role, jurisdiction, language, date and status."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from contract_registry.core.rules.rule import Rule
from contract_registry.core.rules.rulebook import Pack, Rulebook


def packs_for(rulebook: Rulebook, sector: str, shown: Collection[str] = ()) -> tuple[Pack, ...]:
    """The packs that apply, with those they include: for everybody, of the `sector` that was said, or among `shown`, which the document shows.

    A pack that says nothing of what shows its sector applies wherever no sector is said.
    """
    by_id = {pack.id: pack for pack in rulebook.packs}
    wanted = [
        pack.id
        for pack in rulebook.packs
        if not pack.sectors or sector in pack.sectors or pack.id in shown or not (sector or pack.shown_by)
    ]
    chosen: dict[str, Pack] = {}
    while wanted:
        name = wanted.pop()
        if name in by_id and name not in chosen:
            chosen[name] = by_id[name]
            wanted.extend(by_id[name].includes)
    return tuple(pack for pack in rulebook.packs if pack.id in chosen)


def rules_for(
    rulebook: Rulebook,
    *,
    sector: str = "",
    role: str = "",
    jurisdiction: str = "",
    languages: Iterable[str] = ("en",),
    as_of: str = "",
    drafts: bool = False,
    shown: Collection[str] = (),
) -> tuple[Rule, ...]:
    """The rules that may speak in these circumstances, in the rulebook's order. Drafts only when asked for, retired ones never.

    `shown` are the packs whose sector the document shows.
    """
    packs = {pack.id for pack in packs_for(rulebook, sector, shown)}
    spoken = frozenset(languages)
    date = as_of or rulebook.date
    statuses = {"trial", "stable", "draft"} if drafts else {"trial", "stable"}
    return tuple(
        rule
        for rule in rulebook.rules
        if rule.status in statuses
        and rule.pack in packs
        and _open_to(rule.sectors, sector)
        and _open_to(rule.roles, role)
        and _open_to(rule.jurisdictions, jurisdiction)
        and (not rule.languages or rule.languages & spoken)
        and in_force(rule.in_force_from, rule.in_force_until, date)
    )


def in_force(begins: str, ends: str, date: str) -> bool:
    """Whether `date` lies from `begins` to `ends`, both inclusive; partial dates ("2024", "2024-06") count as a whole; empty is open."""
    return (not begins or date[: len(begins)] >= begins) and (not ends or date[: len(ends)] <= ends)


def _open_to(allowed: frozenset[str], said: str) -> bool:
    return not allowed or not said or said in allowed or said.split("-", maxsplit=1)[0] in allowed
