"""The case as the report tells it: whose law is shown first, and what was said of the case and changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contract_registry.core.contracts.place_codes import place_called
from contract_registry.core.rules.rule import LegalBasis, LegalEffect
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.exporting.law import Law, Subject, law_told
from contract_registry.exporting.plain_words import listed


@dataclass(frozen=True, slots=True)
class Case:
    """What is known of the case: `asked_law`, the place that the person named, and `named_law`, the one that the contract names (codes, or empty).

    `idle` is the sector or role that was said and that no rule asks for.
    """

    asked_law: str = ""
    named_law: str = ""
    idle: tuple[str, ...] = ()

    @classmethod
    def of(cls, circumstances: Circumstances, *, named_law: str = "", idle: tuple[str, ...] = ()) -> Case:
        """The case that the scan was asked about."""
        return cls(circumstances.jurisdiction, named_law, idle)

    @property
    def place(self) -> str:
        """The code of the place whose law is shown first."""
        return self.asked_law or self.named_law

    def law(self, effect: LegalEffect, basis: Iterable[LegalBasis], subject: Subject) -> Law:
        """What is told of the law on one entry."""
        return law_told(effect, basis, self.place, subject, is_asked=bool(self.asked_law))

    def remarks(self) -> tuple[str, ...]:
        """A sentence each."""
        return tuple(filter(None, (self._on_law(), self._on_idle())))

    def _on_law(self) -> str:
        named, asked = self.named_law, self.asked_law
        if named and not asked:
            return f"The contract names the law of {place_called(named)}, so that law is shown first. The verdict does not depend on it."
        if named and named.partition("-")[0] != asked.partition("-")[0]:
            return f"You asked for the law of {place_called(asked)}; the contract names the law of {place_called(named)}."
        return ""

    def _on_idle(self) -> str:
        names = [f"“{name}”" for name in self.idle]
        without = "it" if len(names) == 1 else "them"
        return f"These rules make no difference by {listed(names)}: the report is the same without {without}." if names else ""
