"""What the context pass makes of a sentence, as signs: the ideas it speaks of, and of each act who does it to whom and whether it is denied."""

from __future__ import annotations

from collections.abc import Iterator

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.direction import direction_of
from contract_registry.core.scanning.context.function import function_of
from contract_registry.core.scanning.context.polarity import turned_by, turns
from contract_registry.core.scanning.mentions import Mentions

MACHINES = ("ai", "learner")
"""The concepts by which it is told how much a document speaks of machines that learn."""
SHOWS_NOTHING = 600
"""Words and marks: a shorter text is a clause or a letter, and does not show what the whole contract is about."""
OFTEN, ALL_THE_TIME = 1.0, 5.0
"""Times in a thousand words and marks."""
_ACTS_IN = frozenset({"own", "lead-in"})


def context_signs(reading: Reading, mentions: Mentions) -> tuple[str, ...]:
    """The signs of what is heard in a unit, in alphabetical order.

    "{licenses}" is an idea of its own words; "{licenses} creator>engager" and "lets creator>engager operative" tell which way an act goes, "{licenses} not
    warranty" whether it is denied and what the words are there for; "ai often" and "ai often {uses}" how much the document speaks of machines.
    """
    return tuple(sorted({*_ideas(reading), *_acts(reading), *_about(reading, mentions)}))


def _own(reading: Reading) -> set[str]:
    return {
        concept
        for concept, every in reading.heard.items()
        if not concept.startswith("=") and any(each.piece == "own" and not each.through for each in every)
    }


def _ideas(reading: Reading) -> Iterator[str]:
    yield from (f"{{{concept}}}" for concept in _own(reading))


def _acts(reading: Reading) -> Iterator[str]:
    every = turns(reading)
    for concept, kind in reading.acts.items():
        for each in reading.heard.get(concept, ()):
            if each.through or each.piece not in _ACTS_IN:
                continue
            way = direction_of(each, kind, reading)
            function = function_of(each, reading)
            goes = f"{way.giver}>{way.receiver}{'' if way.doer == 'unknown' else f' by {way.doer}'}"
            denied = "not " if len(turned_by(each, every, reading)) % 2 else ""
            yield from (f"{{{concept}}} {denied}{goes}", f"{kind} {denied}{goes} {function}", f"{{{concept}}} {denied}{function}")


def _about(reading: Reading, mentions: Mentions) -> Iterator[str]:
    length = len(mentions.tokens.norms)
    if length >= SHOWS_NOTHING:
        share = sum(mentions.counts.get(name, 0) for name in MACHINES) * 1000 / length
        how = "all the time" if share >= ALL_THE_TIME else "often" if share >= OFTEN else "seldom" if share else "never"
        yield f"ai {how}"
        if share >= OFTEN:
            yield from (f"ai {how} {{{concept}}}" for concept in _own(reading))
