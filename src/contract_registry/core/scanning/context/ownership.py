"""Whose work is spoken of: "your photographs", "material supplied by the Author", "the Company's marks" say it beside the noun."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from contract_registry.core.scanning.context.parties import PartyMention
from contract_registry.core.scanning.matching import ByConcept
from contract_registry.core.scanning.units import Heard

WORK_NOUN = "work-noun"
MAKES = "makes"
CREATORS_WORK = "creators-work"
ENGAGERS_OWN = "engagers-own"
WHOSE = frozenset({CREATORS_WORK, ENGAGERS_OWN})
_OWNED = {"creator": CREATORS_WORK, "engager": ENGAGERS_OWN}
_PARTING = frozenset({"of", "to", "in", "on", "from", "with", "by", "for", "the", "through", "under", "is", "are"})
"""Words behind an owner after which something else is spoken of."""
_BEFORE = 4
_AFTER = 5
_Placed = TypeVar("_Placed", Heard, PartyMention)


def whose_work(heard: ByConcept, parties: Sequence[PartyMention], words: Sequence[str]) -> Iterator[Heard]:
    """For every noun of work whose owner or maker stands beside it: that it is the creator's work, or the engager's own."""
    for noun in heard.get(WORK_NOUN, ()):
        owner = _possessor(noun, parties, words) or _maker(noun, heard, parties, words)
        if owner and owner.side in _OWNED:
            yield noun._replace(concept=_OWNED[owner.side])


def _possessor(noun: Heard, parties: Sequence[PartyMention], words: Sequence[str]) -> PartyMention | None:
    """Who owns it by a word before it: "your original photographs", "the Author's contribution"; of "your use of the Services", nobody."""
    low = bisect_left(parties, noun.at - _BEFORE + 1, key=lambda party: party.until)
    high = bisect_right(parties, noun.at, lo=low, key=lambda party: party.until)
    return next((party for party in reversed(parties[low:high]) if party.owns and _PARTING.isdisjoint(words[party.until : noun.at])), None)


def _maker(noun: Heard, heard: ByConcept, parties: Sequence[PartyMention], words: Sequence[str]) -> PartyMention | None:
    """Who makes it by the words after it: "content you post", "works created by the Artist", "recordings of the Artist"."""
    made = bool(_from_to(heard.get(MAKES, ()), noun.until, noun.until + _AFTER))
    for party in _from_to(parties, noun.until, noun.until + _AFTER):
        before = set(words[noun.until : party.at])
        if not party.owns and (
            (made and (not before or before & {"by", "that", "which"} or before <= {"the", "a"}))
            or (before <= {"of", "the", "an", "each"} and "of" in before)
        ):
            return party
    return None


def _from_to(placed: Sequence[_Placed], low: int, high: int) -> Sequence[_Placed]:
    """Of what stands in the order of the words, what begins from word `low` up to and with word `high`."""
    return placed[bisect_left(placed, low, key=lambda each: each.at) : bisect_right(placed, high, key=lambda each: each.at)]
