"""Whether a document is about what a rule must know it to be about: words that are harmless in one contract are not so in another."""

from __future__ import annotations

from contract_registry.core.rules.rule import Rule
from contract_registry.core.scanning.mentions import Mentions

ABOUT_SOMETHING_ELSE = "the document is about something else"
_LONG = 600
"""Words and marks: a shorter text is a clause or a letter, which cannot show what the whole contract is about."""
_SHORT = 250
"""Words and marks: a shorter text is a clause or a message that somebody shows for what it says; a short licence has more."""
_AGAIN_AND_AGAIN = 1.0
"""Times in a thousand words and marks: terms of services built on AI speak of it more often, others now and then or never."""


def is_short(mentions: Mentions) -> bool:
    """Whether the text is a clause by itself or a message, which says all that somebody was shown."""
    return len(mentions.tokens.norms) < _SHORT


def is_about_something_else(rule: Rule, mentions: Mentions) -> bool:
    """Whether the document is long and hardly speaks of what `rule` must know it to be about."""
    length = len(mentions.tokens.norms)
    if not rule.unclear_unless_about or length < _LONG:
        return False
    names = {name for pattern in rule.unclear_unless_about for name in pattern.concepts}
    return sum(mentions.counts.get(name, 0) for name in names) * 1000 < _AGAIN_AND_AGAIN * length
