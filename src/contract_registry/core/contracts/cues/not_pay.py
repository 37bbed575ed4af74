"""The words for sums that are nobody's pay: share capital, insurance, caps on liability, penalties, disputes, thresholds."""

from __future__ import annotations

from contract_registry.core.contracts.cues.cue import Cue, cue, headed
from contract_registry.core.contracts.cues.sums import SumPurpose

_LIABLE = r"(?:liab(?:le|ility|ilities)|damages|indemni\w+|haft\w+|schadensersatz\w*|responsab\w+)"
_CAPPED = (
    r"(?:exceed\w*|limit\w*|cap(?:ped)?|maximum|greater of|lesser of|aggregate|begrenz\w+|beschränk\w+|plafonn\w+|dépass\w+"
    r"|excéd\w+|limitad\w+|supera\w*)"
)

NOT_PAY: tuple[Cue[SumPurpose], ...] = (
    cue("other", "of_the_ of_this_ of_your_", r"¤ of (?:the|this|your) (?:fee|advance|payment|remuneration|sum)\b"),
    cue(
        "capital",
        "capital share_ shares stock stammkapital par_value warrant exercise_price",
        r"\b(?:share capital|capital social|au capital de|stammkapital|grundkapital|par value|exercise price|common stock"
        r"|preferred stock|nominal value)\b",
        r"\bcapital (?:of|de|von) ¤",
        r"¤(?:,| )? (?:per share|par value|aggregate of shares)",
    ),
    cue(
        "insurance",
        "insur coverage occurrence umbrella versicher assur segur",
        r"\b(?:insurance|insured|insurer|versicher\w+|assurance|asegur\w+|seguro)\b.{0,200}¤",
        r"¤.{0,60}\b(?:of coverage|insurance|per occurrence|umbrella)\b",
        r"\bper occurrence\b",
    ),
    cue(
        "liability cap",
        "liab damages indemni haft schadensersatz responsab",
        _LIABLE + r"\b.{0,220}\b" + _CAPPED + r"\b.{0,120}¤",
        _CAPPED + r"\b.{0,60}¤.{0,90}\b" + _LIABLE,
        r"¤.{0,80}\b(?:cap on|limit of) liability",
        headed(r"limit\w* (?:of|on) .{0,12}liab\w+|liability|haftung\w*|responsabilité")
        + r"[\s\S]{0,400}\b(?:exceed|greater of|limited|maximum|whichever)",
        r"\bliab\w+ .{0,40}(?:in excess of|more than|over) ¤",
    ),
    cue(
        "penalty",
        "collection estimation administrative mahngeb liquidated penal fine late surcharge vertragsstrafe forfait pénalit recouvrement penaliza debited reminder",
        r"\b(?:liquidated damages|penalt\w+|fine of|fined|late (?:payment )?(?:fee|charge)|late-payment|late .{0,12}surcharge"
        r"|estimation of such harm|collection costs?|administrative fee|vertragsstrafe|mahngebühr\w*|pénalit\w+"
        r"|frais de recouvrement|indemnité forfaitaire|penalizaci\w+|sanción|cláusula penal)\b",
        r"\blate payments?:? ¤",
    ),
    cue(
        "dispute",
        "claim controversy dispute arbitra filing hearing seek anspruchs",
        r"\b(?:amount in (?:controversy|dispute)|arbitrat\w+|filing fees?|hearing fees?|small claims|claims? (?:of|for|under"
        r"|seek\w*|in excess of|less than|valued)|seeks? (?:more|less) than|dispute|disputes|anspruchs)\b",
    ),
    cue(
        "threshold",
        "less_than below under exceed excess minimum threshold balance at_least total_value capped until reach",
        r"\b(?:balance|payout|threshold|withdraw\w*|accrued?|amount (?:due|owing|payable)|statement|account|sums? due"
        r"|redemption)\b.{0,100}(?:less than|below|under|at least|exceeds?|over|more than|reach\w*|minimum(?: of)?|of) ¤",
        r"\b(?:capped at|up to a maximum of|total value of|earn(?:ed|s)? (?:at least|more than)|in excess of|exceeds?|exceeding"
        r"|until) ¤.{0,80}\b(?:total|generated|revenue|turnover|sales|receipts|earn\w+)",
        r"¤.{0,40}\b(?:minimum (?:payout|balance)|threshold)\b",
    ),
)
"""Heard before any label: a fee is what remains when the words point to nothing else."""
