"""Scans what was read: the findings of the rulebook in the circumstances of the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from threading import Lock, Thread
from typing import TYPE_CHECKING

from contract_registry import garbage
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.errors import ContractRegistryError, WrongUsage
from contract_registry.operations.light_spacy import light_spacy
from contract_registry.operations.read import WasNotRead, WasRead, read_sources, unexpected
from contract_registry.operations.system import System

if TYPE_CHECKING:
    from contract_registry.core.contracts.facts import Facts

ALSO_CALLED = {"UK": "GB"}


@dataclass(frozen=True, slots=True)
class WasScanned:
    """A document that was read and scanned: what the rules say to it, and what it says."""

    read: WasRead
    scan: Scan
    facts: Facts


def scan_sources(
    system: System,
    paths: Sequence[str],
    circumstances: Circumstances,
    *,
    together: bool = False,
    password: str | None = None,
    drafts: bool = False,
) -> Iterator[WasScanned | WasNotRead]:
    """Each of `paths` read and scanned, in their order; what could not be read in its place."""
    reads = read_sources(system, paths, together=together, password=password, meanwhile=ahead(system))
    for outcome in reads:
        yield outcome if isinstance(outcome, WasNotRead) else scan_read(system, outcome, circumstances, drafts=drafts)


def scan_read(system: System, read: WasRead, circumstances: Circumstances, *, drafts: bool = False) -> WasScanned | WasNotRead:
    """The scan of a document that was read before."""
    from contract_registry.core.contracts.facts import facts_of

    rulebook = system.rulebook()
    with light_spacy():
        from contract_registry.core.scanning.scan import scan
    try:
        return WasScanned(read, scan(read.clauses, rulebook, circumstances, drafts=drafts), facts_of(read.clauses))
    except Exception as fault:  # noqa: BLE001  one file's bad luck must not end the run for the others
        return WasNotRead(read.given, unexpected(fault))


def ahead(system: System) -> Callable[[], None]:
    """A function that makes the scanner ready in the background, once however often it is called: while files are read elsewhere there is time."""
    begun = Lock()

    def begin() -> None:
        if begun.acquire(blocking=False):
            Thread(target=_make_ready, args=(system,)).start()

    return begin


def _make_ready(system: System) -> None:
    with suppress(ContractRegistryError):  # told when the rulebook is asked for
        rulebook = system.rulebook()
        with light_spacy():
            from contract_registry.core.scanning.scan import scanner_for
        scanner_for(rulebook)
        garbage.settle()


def circumstances_of(system: System, *, sector: str = "", role: str = "", jurisdiction: str = "", as_of: str = "") -> Circumstances:
    """The circumstances as a value; WrongUsage, listing what there is, where the rulebook knows no such sector, role or jurisdiction."""
    if not (sector or role or jurisdiction or as_of):
        return Circumstances()
    rulebook = system.rulebook()
    return Circumstances(
        _known("sector", sector, sectors(rulebook)),
        _known("role", role, roles(rulebook)),
        _known("jurisdiction", ALSO_CALLED.get(jurisdiction.upper(), jurisdiction), jurisdictions(rulebook)),
        _date(as_of),
    )


def sectors(rulebook: Rulebook) -> list[str]:
    """Every sector that a pack or rule is for."""
    return sorted({name for pack in rulebook.packs for name in pack.sectors} | {name for rule in rulebook.rules for name in rule.sectors})


def roles(rulebook: Rulebook) -> list[str]:
    """Every role that a rule is for."""
    return sorted({name for rule in rulebook.rules for name in rule.roles})


def jurisdictions(rulebook: Rulebook) -> list[str]:
    """Every jurisdiction whose law a rule speaks of."""
    named = {name for rule in rulebook.rules for name in rule.jurisdictions}
    return sorted(named | {law.jurisdiction for rule in rulebook.rules for law in rule.legal_basis})


def _known(what: str, said: str, known: Sequence[str]) -> str:
    """`said` as the rulebook writes it; a part of a country ("US-NY") counts where the country is known."""
    if not said:
        return ""
    written = {name.casefold(): name for name in known}
    whole, dash, part = said.partition("-")
    if said.casefold() in written:
        return written[said.casefold()]
    if dash and what == "jurisdiction" and whole.casefold() in written:
        return f"{written[whole.casefold()]}-{part.upper()}"
    there_is = f"There is: {', '.join(known)}." if known else f"These rules make no difference by {what}; leave it out."
    raise WrongUsage(f"There is no {what} {said!r} in these rules. {there_is}")


def _date(said: str) -> str:
    if not said:
        return ""
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise WrongUsage(f"{said!r} is not a date. Write it as year-month-day, such as 2026-03-31.") from None
