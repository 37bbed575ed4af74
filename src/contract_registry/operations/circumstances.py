"""The circumstances of a case as a person says them: checked, written as the rulebook writes them, and which of them make no difference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from contract_registry.core.contracts.place_codes import CODES
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.trades import Trades, roles, sectors
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.errors import WrongUsage
from contract_registry.operations.system import System

ALSO_CALLED = {"UK": "GB"}


def circumstances_of(system: System, *, sector: str = "", role: str = "", jurisdiction: str = "", as_of: str = "") -> Circumstances:
    """The circumstances as a value; WrongUsage, listing what there is, where no such sector, role or place is known."""
    if not (sector or role or jurisdiction or as_of):
        return Circumstances()
    rulebook = system.rulebook()
    return Circumstances(
        _named("sector", sector, sectors(rulebook)),
        _named("role", role, roles(rulebook)),
        _place(ALSO_CALLED.get(jurisdiction.upper(), jurisdiction), jurisdictions(rulebook)),
        _date(as_of),
    )


def without_difference(rulebook: Rulebook, circumstances: Circumstances) -> tuple[str, ...]:
    """The sector or role that was said, where no rule asks for any: with or without it the report is the same."""
    said = ((circumstances.sector, sectors(rulebook)), (circumstances.role, roles(rulebook)))
    return tuple(name for name, trades in said if name and not trades.told_apart)


def jurisdictions(rulebook: Rulebook) -> list[str]:
    """Every jurisdiction whose law a rule speaks of."""
    named = {name for rule in rulebook.rules for name in rule.jurisdictions}
    return sorted(named | {law.jurisdiction for rule in rulebook.rules for law in rule.legal_basis})


def _named(what: str, said: str, trades: Trades) -> str:
    name = trades.named(said) if said else ""
    if said and not name:
        raise WrongUsage(f"There is no {what} {said!r}. There is: {', '.join(trades.known)}.")
    return name


def _place(said: str, known: Sequence[str]) -> str:
    """The code as ISO 3166 writes it; a part of a country ("US-NY") counts where the country is known."""
    if not said:
        return ""
    code = said.upper()
    if code in CODES or code.partition("-")[0] in CODES or code in known:
        return code
    raise WrongUsage(
        f"{said!r} is not the code of a country, such as GB, or of a part of one, such as US-NY. These rules know law of: {', '.join(known)}."
    )


def _date(said: str) -> str:
    if not said:
        return ""
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise WrongUsage(f"{said!r} is not a date. Write it as year-month-day, such as 2026-03-31.") from None
