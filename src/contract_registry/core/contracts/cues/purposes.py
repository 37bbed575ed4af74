"""What a period, or a date by which something must happen, can be for, and the little words that lead up to one."""

from __future__ import annotations

from typing import Literal

TimePurpose = Literal[
    "none",
    "payment",
    "term",
    "licence",
    "renewal",
    "exclusivity",
    "termination notice",
    "renewal notice",
    "change notice",
    "notice",
    "remedy",
    "option",
    "reversion",
    "opt-out",
    "objection",
    "acceptance",
    "audit",
    "publication",
    "delivery",
    "sign",
    "reply",
    "withdrawal",
    "claim",
]

WITHIN = (
    r"(?:(?:within|inside|not later than|no later than|no more than|not more than|not to exceed|up to|on or before|at the latest|"
    r"innerhalb(?: von)?|binnen|spätestens|dans(?: un délai(?: maximum)?(?: de)?)?|sous(?: un délai de)?|au plus tard"
    r"|dentro de|en (?:un|el) plazo(?: máximo)? de|plazo de|a más tardar)"
    r"(?: (?:a|an|the|further|first|maximum|period|of|at|most|least|den|dem|les|los|la|le|der|ersten|premiers|primeros|am|bis|zum|dans))*|"
    r"\b(?:in(?: about| around| approximately| roughly)?|by|at|net|before|until|bis(?: zum)?|avant le|antes del?|à|en)) ¤"
)
"""The words directly before a limit of time, in the four languages."""
