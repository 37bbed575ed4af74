"""What the creator is paid for the work, as values: a fee, a rate, an advance, a royalty, nothing; and the sums that are something else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from contract_registry.core.contracts.cues.sums import SumPurpose
from contract_registry.core.contracts.fact import Fact
from contract_registry.core.quantities.money import Money

FeeKind = Literal["fee", "rate", "advance", "minimum guarantee", "royalty", "instalment", "unpaid", "nominal", "bonus", "kill fee"]
"""What kinds of pay there are, the likeliest to be the fee for the work first."""
FEE_KINDS: dict[str, FeeKind] = {kind: kind for kind in get_args(FeeKind)}


@dataclass(frozen=True, slots=True)
class Fee(Fact):
    """What is paid for the work: a sum, a percentage (`of` says of what, in the contract's words), or nothing ("unpaid")."""

    kind: FeeKind
    money: Money | None = None
    percent: Decimal | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class OtherSum(Fact):
    """A sum of money that is not pay for the work, with what the words around it say it is for ("other" where they do not)."""

    purpose: SumPurpose
    money: Money
