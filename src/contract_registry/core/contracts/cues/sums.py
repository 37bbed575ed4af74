"""What a sum of money or a percentage can be for, and the words for pay that labels and sentences share."""

from __future__ import annotations

from typing import Literal

SumPurpose = Literal[
    "fee",
    "rate",
    "advance",
    "minimum guarantee",
    "instalment",
    "bonus",
    "nominal",
    "kill fee",
    "royalty",
    "unpaid",
    "expenses",
    "charge",
    "liability cap",
    "penalty",
    "insurance",
    "price",
    "prize",
    "threshold",
    "capital",
    "tax",
    "interest",
    "dispute",
    "other",
]

FEE = (
    r"(?:fees?|compensation|remuneration|honorari(?:um|a)|stipend|salary|wages?|flat rate|day rate|overtime|buy-?out (?:fee"
    r"|payment)|commission(?:ing)? fee|"
    r"honorar\w*|vergütung\w*|pauschal\w*|gage|entgelt|rémunération|cachet|honoraires|forfait\w*|remuneración|honorarios"
    r"|contraprestación|caché)"
)
"""What the fee for the work is called."""
