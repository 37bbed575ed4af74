"""That an officer saw the contract itself, and whom it names: said by recording it, and true as long as nobody records otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.records.particulars import Particulars

ORIGINAL_SEEN = frozenset({"V2", "V3", "V4"})
"""The levels of verification at which somebody saw the document itself."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Which officer saw the contract, and whom it was recorded to name as its engager then; nobody where that is not known."""

    officer: str = ""
    engager_named: str = ""

    def officer_of(self, recorded: Particulars) -> str:
        """The officer who stands for what is recorded now; nobody where another engager is recorded since, or no document was seen."""
        return self.officer if recorded.verification in ORIGINAL_SEEN and recorded.engager_named == self.engager_named else ""


SEEN_BY_NOBODY = Seen()


def seen_by(officer: str, recorded: Particulars) -> Seen:
    """What an officer says by recording this: of a contract of which they saw no document nothing, whatever somebody else says of it later."""
    return Seen(officer, recorded.engager_named) if recorded.verification in ORIGINAL_SEEN else SEEN_BY_NOBODY
