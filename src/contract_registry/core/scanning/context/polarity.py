"""Whether an act is affirmed or denied: negations, exceptions and double negatives, each with how far it reaches."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.scanning.context.cues import (
    CONTRASTS,
    EXCEPTS,
    MODAL,
    NEGATES,
    NO_NEGATION,
    RESTRAINS,
    UNLESS,
    WITHOUT,
    Reading,
)
from contract_registry.core.scanning.units import Heard

SHORT_REACH = 6
CANCELS_WITHIN = 4
_ARTICLES = frozenset({"the", "each", "any", "that", "this", "such"})
_CONDITIONS = frozenset({"if", "where", "when", "should", "whenever", "wherever", "insofar"})
_JOINS = frozenset({"and", "or", "nor"})
_BE = frozenset({"is", "are", "be", "been", "being", "was", "were"})
_HELPERS = frozenset({"may", "can", "could", "will", "shall", "would", "should", "must", "do", "does", "did", "has", "have", "is", "are"})
_ALLOWED = frozenset({"permitted", "alowed", "allowed", "authorized", "granted", "licensed", "included", "intended", "acceptable"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A word that turns the sense of what it reaches, from word `low` up to word `high`."""

    kind: Literal["not", "without", "restrains", "except", "unless"]
    at: int
    low: int
    high: int
    word: str


def turns(reading: Reading) -> tuple[Turn, ...]:
    """Every turning word of a unit with its reach."""
    ends = _boundaries(reading)
    quiet = {at for each in reading.said(NO_NEGATION) for at in range(each.at, each.until)}
    inside = {at for each in reading.said(EXCEPTS, UNLESS) for at in range(each.at, each.until)}
    found = [
        Turn("not", each.at, each.until, _reach(each.until, ends), reading.word(each.at))
        for each in reading.said(NEGATES)
        if each.at not in inside
    ]
    found += [Turn("restrains", each.at, each.until, _reach(each.until, ends), reading.word(each.at)) for each in reading.said(RESTRAINS)]
    found += _said_of_what_came_before(reading, ends)
    for each in reading.said(WITHOUT):
        high = min(each.until + SHORT_REACH, _comma(reading, each.until, ends))
        found.append(Turn("without", each.at, each.until, high, "without"))
    for each in reading.said(EXCEPTS, UNLESS):
        leads = each.at <= reading.unit.own_word + 1 or reading.marked(each.at - 1, each.at, ";")
        high = _comma(reading, each.until, ends) if leads else _reach(each.until, ends)
        found.append(Turn("except" if each.concept == EXCEPTS else "unless", each.at, each.until, high, reading.word(each.at)))
    return tuple(sorted((turn for turn in found if turn.at not in quiet), key=lambda turn: turn.at))


def turned_by(act: Heard, every: tuple[Turn, ...], reading: Reading) -> tuple[Turn, ...]:
    """The turns that reach `act`; an odd number of them denies it.

    Two denials of one statement ("does not use or license, and does not sell") are one; only close together do they cancel each other
    ("shall not be entitled not to accept").
    """
    kept: list[Turn] = []
    for turn in every:
        if (
            turn.kind != "unless"
            and (turn.low <= act.at < turn.high or turn.at < act.at < turn.low < act.until or _follows(act, turn, reading))
            and not reading.is_aside(turn.at, act.at)
            and not _repeats(turn, kept, reading)
        ):
            kept.append(turn)
    return tuple(kept)


def _repeats(turn: Turn, kept: list[Turn], reading: Reading) -> bool:
    before = next((each for each in reversed(kept) if each.kind == turn.kind), None)
    if before is None or turn.kind not in {"not", "restrains"}:
        return False
    between = reading.words[min(before.at, turn.at) + 1 : max(before.at, turn.at)]
    pair = {before.word, turn.word}
    return (
        turn.kind == "restrains"
        or not pair.isdisjoint({"neither", "nor"})
        or len(between) > CANCELS_WITHIN
        or not _JOINS.isdisjoint(between)
    )


def _follows(act: Heard, turn: Turn, reading: Reading) -> bool:
    """Whether the act is denied by what comes right after it: "grants no rights", "may not"."""
    if turn.kind != "not":
        return False
    if turn.at == act.until and reading.word(turn.at - 1) in _HELPERS:
        return True
    return act.until <= turn.at <= act.until + 1 and turn.word in {"no", "none", "nothing", "neither"}


def _said_of_what_came_before(reading: Reading, ends: list[int]) -> list[Turn]:
    """Denials that follow what they deny: "training of models is prohibited", "... is not permitted", "... is excluded"."""
    found = []
    for each in (*reading.said(RESTRAINS, EXCEPTS), *reading.said(NEGATES)):
        verb = each.until if each.concept == NEGATES else each.at
        if each.concept == EXCEPTS and not reading.word(each.at).endswith("ed"):
            continue
        if each.concept == NEGATES and not _ALLOWED & {reading.word(verb), reading.word(verb + 1)}:
            continue
        be = next((at for at in range(each.at - 1, each.at - 3, -1) if reading.word(at) in _BE), None)
        if be is not None and not any(party.until in {be, be - 1} and not party.owns for party in reading.parties):
            low = max((end for end in ends if end < each.at), default=0)
            found.append(Turn("not", each.at, low, each.at, reading.word(each.at)))
    return found


def _boundaries(reading: Reading) -> list[int]:
    """Where a new statement begins, so that a negation before it does not reach into it."""
    ends = {at for at, mark in reading.marks if mark == ";" and _speaks_anew(reading, at)}
    ends |= {each.at for each in reading.said(CONTRASTS)}
    modals = {each.at for each in reading.said(MODAL)}
    commas = {at for at, mark in reading.marks if mark == ","}
    for party in reading.parties:
        at = party.at - (reading.word(party.at - 1) in _ARTICLES)
        joined = at in commas or reading.word(at - 1) in {"and", "or", "but", "however"}
        if joined and not party.owns and any(at in modals for at in range(party.until, party.until + 4)):
            ends.add(at)
    return sorted(ends | _ends_of_conditions(reading, commas))


def _ends_of_conditions(reading: Reading, commas: AbstractSet[int]) -> set[int]:
    """Where a condition that opens the sentence may end: at the first comma after what it denies ("If this is not possible, your assignment ...")."""
    own = reading.unit.own_word
    if reading.word(own) not in _CONDITIONS:
        return set()
    return {min((at for at in commas if at > each.at), default=own) for each in reading.said(NEGATES) if each.at >= own}


def _speaks_anew(reading: Reading, at: int) -> bool:
    """Whether a party speaks within a few words after the semicolon, so that it does not merely go on with a list."""
    return any(at <= party.at <= at + 2 and not party.owns for party in reading.parties)


def _reach(start: int, ends: list[int]) -> int:
    return next((end for end in ends if end >= start), 1_000_000)


def _comma(reading: Reading, start: int, ends: list[int]) -> int:
    comma = next((at for at, mark in reading.marks if at > start and mark in ",|"), 1_000_000)
    return min(comma, _reach(start, ends))
