"""Whether an act is affirmed or denied: negations, exceptions and double negatives, each with how far it reaches."""

from __future__ import annotations

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
    found = [Turn("not", each.at, each.until, _reach(each.until, ends), reading.word(each.at)) for each in reading.said(NEGATES)]
    found += [Turn("restrains", each.at, each.until, _reach(each.until, ends), reading.word(each.at)) for each in reading.said(RESTRAINS)]
    for each in reading.said(WITHOUT):
        high = min(each.until + SHORT_REACH, _comma(reading, each.until, ends))
        found.append(Turn("without", each.at, each.until, high, "without"))
    for each in reading.said(EXCEPTS, UNLESS):
        leads = each.at <= reading.unit.own_word + 1 or reading.marked(each.at - 1, each.at, ";")
        high = _comma(reading, each.until, ends) if leads else _reach(each.until, ends)
        found.append(Turn("except" if each.concept == EXCEPTS else "unless", each.at, each.until, high, reading.word(each.at)))
    return tuple(sorted((turn for turn in found if turn.at not in quiet), key=lambda turn: turn.at))


def turned_by(act: Heard, every: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns that reach `act`; an odd number of them denies it."""
    return tuple(turn for turn in every if turn.kind != "unless" and (turn.low <= act.at < turn.high or _follows(act, turn)))


def _follows(act: Heard, turn: Turn) -> bool:
    """Whether the act is denied by what comes right after it: "grants no rights"."""
    return turn.kind == "not" and act.until <= turn.at <= act.until + 1 and turn.word in {"no", "none", "nothing", "neither"}


def _boundaries(reading: Reading) -> list[int]:
    """Where a new statement begins, so that a negation before it does not reach into it."""
    ends = {at for at, mark in reading.marks if mark == ";" and _speaks_anew(reading, at)}
    ends |= {each.at for each in reading.said(CONTRASTS)}
    modals = {each.at for each in reading.said(MODAL)}
    commas = {at for at, mark in reading.marks if mark == ","}
    for party in reading.parties:
        joined = party.at in commas or reading.word(party.at - 1) in {"and", "or", "but", "however"}
        if joined and not party.owns and any(at in modals for at in range(party.until, party.until + 4)):
            ends.add(party.at)
    return sorted(ends)


def _speaks_anew(reading: Reading, at: int) -> bool:
    """Whether a party speaks within a few words after the semicolon, so that it does not merely go on with a list."""
    return any(at <= party.at <= at + 2 and not party.owns for party in reading.parties)


def _reach(start: int, ends: list[int]) -> int:
    return next((end for end in ends if end > start), 1_000_000)


def _comma(reading: Reading, start: int, ends: list[int]) -> int:
    comma = next((at for at, mark in reading.marks if at > start and mark in ",|"), 1_000_000)
    return min(comma, _reach(start, ends))
