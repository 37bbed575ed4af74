"""Threshold rules: whether a quantity among the matched words reaches the rule's limit."""

from __future__ import annotations

from bisect import bisect_left

from contract_registry.core.rules.rule import Threshold
from contract_registry.core.scanning.judge import Hit
from contract_registry.core.scanning.mentions import Mentions


def reaches(threshold: Threshold | None, hit: Hit, mentions: Mentions) -> bool:
    """Whether one of the quantities in the hit is at least, or at most, what the rule says; a rule without a threshold takes every hit."""
    if threshold is None:
        return True
    for heard in hit.heard:
        if heard.concept == f"#{threshold.unit}":
            value = mentions.worth.get((bisect_left(mentions.tokens.starts, heard.start), threshold.unit))
            if value is None:
                continue
            if (threshold.at_least is None or value >= threshold.at_least) and (threshold.at_most is None or value <= threshold.at_most):
                return True
    return False
