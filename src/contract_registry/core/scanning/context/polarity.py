"""Whether an act is affirmed or denied: negations, exceptions and double negatives, each with how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.scanning.context.answers import answers_no
from contract_registry.core.scanning.context.cues import (
    EXCEPTS,
    MODAL,
    NEGATES,
    NO_NEGATION,
    RESTRAINS,
    UNLESS,
    WITHOUT,
    Reading,
)
from contract_registry.core.scanning.context.items import within_items
from contract_registry.core.scanning.context.statements import FAR, next_boundary
from contract_registry.core.scanning.context.turn import Turn
from contract_registry.core.scanning.language import normals
from contract_registry.core.scanning.units import Heard

SHORT_REACH = 6
CANCELS_WITHIN = 4
_OWN_WITHIN = 3
_DUTIES = frozenset({"required", "obliged", "obligated", "need", "necessary"})
_DUTY = 6
"""How far a denied duty reaches: "not required to obtain consent before it uses ..." denies the obtaining alone."""
_LIABLE = frozenset({"liable", "responsible"})
_LIST = 10
_ALONE = normals("hesitate withhold withheld object refuse revoke oppose contest challenge interfere dispute unreasonably limited")
"""Words that take the whole of a denial on themselves: who may not object to an act has it done all the same."""
_JOINS = frozenset({"and", "or", "nor"})
_AND = frozenset({"y", "et", "und"})
_BE = frozenset({"is", "are", "be", "been", "being", "was", "were", "ist", "sind", "est", "sont", "es", "son"})
_BE_WITHIN = 3
"""Words before a participle among which its helper stands: "is hereby expressly excluded", "ist dem Verlag untersagt"."""
_AFTER_THE_VERB = frozenset({"nicht", "kein", "keine", "keinen", "keiner", "keinerlei", "pas", "point", "jamais", "aucun", "aucune"})
"""Denials of German and French, which stand behind their verb: "verzichtet nicht", "ne renonce pas"."""
_NE = "ne"
"""Half of a French denial, whose other half (pas, aucun, jamais) denies nothing more: "ne peut accorder aucune licence"."""
_AFTER_WITHIN = 3
_MAY = frozenset({"may", "can"})
_MAY_WITHIN = 5
_NO_RIGHT = 6
_RIGHTS = frozenset({"license", "right", "rights", "permission", "licenses"})
_HELPERS = normals("may can could will shall would should must do does did has have is are")
_TO_PREVENT = 8
"""How far before "to prevent" the right may stand that it says the purpose of: "the right of the Author to prevent distortion is excluded"."""
_FINITE = normals("is are was were shall will does do may")
_ANSWER = 2
"""Words of a heading that is the answer to a question, with its label."""
_CARRIES_ON = normals("is are shall will may has have")
_ALLOWED = normals("permitted allowed authorized granted licensed included intended acceptable")


def turns(reading: Reading) -> tuple[Turn, ...]:
    """Every turning word of a unit with its reach."""
    ends = reading.statements
    quiet = {at for each in reading.said(NO_NEGATION) for at in range(each.at, each.until)}
    inside = {at for each in reading.said(EXCEPTS, UNLESS) for at in range(each.at, each.until)}
    denies_itself = any(each.piece == "own" for each in reading.said(NEGATES))
    found = [
        Turn("not", each.at, *_reach(each, reading, ends), reading.word(each.at))
        for each in reading.said(NEGATES)
        if each.at not in inside and not _is_answer(each, reading) and not (denies_itself and each.piece == "heading")
    ]
    denied = {at for each in reading.said(NEGATES) for at in range(each.at, each.until)}
    found += [
        Turn("restrains", each.at, *_within_its_right(each, reading, *_reach(each, reading, ends)), reading.word(each.at))
        for each in reading.said(RESTRAINS)
        if each.at not in denied
    ]
    found += _said_of_what_came_before(reading, ends)
    found += _banned_by_heading(reading)
    found += answers_no(reading)
    found += [
        Turn("void", each.at, max((end for end in ends if end < each.at), default=0), each.at, reading.word(each.at))
        for each in reading.said(NEGATES)
        if reading.word(each.until) == "effect"
    ]
    for each in reading.said(WITHOUT):
        high = min(each.until + SHORT_REACH, _comma(reading, each.until, ends), _joined_on(reading, each.until))
        found.append(Turn("without", each.at, each.until, high, "without"))
    for each in reading.said(EXCEPTS, UNLESS):
        if _lets(each, reading):
            continue
        leads = each.at <= reading.unit.own_word + 1 or reading.marked(each.at - 1, each.at, ";")
        high = within_items(each, _comma(reading, each.until, ends), reading, ends) if leads else _reach(each, reading, ends)[1]
        high = high if leads else min(high, _end_of_aside(each, reading))
        found.append(Turn("except" if each.concept == EXCEPTS else "unless", each.at, each.until, high, reading.word(each.at)))
    return tuple(sorted((turn for turn in found if turn.at not in quiet), key=lambda turn: turn.at))


def _banned_by_heading(reading: Reading) -> list[Turn]:
    """The denial of a heading ("Prohibited uses") for what stands under it without saying itself who may, must or must not."""
    if not reading.unit.is_under_ban or reading.said(NEGATES, RESTRAINS):
        return []
    if any(reading.word(each.at - 1) != "to" for each in reading.said(MODAL)):
        return []
    own = reading.unit.own_word
    if any(own <= party.at <= own + 1 and not party.owns for party in reading.parties):
        return []
    return [Turn("not", 0, 0, FAR, "heading")]


def _is_answer(each: Heard, reading: Reading) -> bool:
    """Whether a denial is the whole answer to a question that stands before it ("A: No."), and says nothing of the sentence behind it."""
    return each.piece == "heading" and each.until == reading.unit.own_word <= _ANSWER


def _end_of_aside(each: Heard, reading: Reading) -> int:
    """Where an exception between commas ends, at the verb of what it stands in: "all drawings, excluding sketches, are made for hire"."""
    if not reading.marked(each.at - 2, each.at, ","):
        return FAR
    return next((at for at, mark in reading.marks if at > each.until and mark == "," and reading.word(at) in _CARRIES_ON), FAR)


def _lets(each: Heard, reading: Reading) -> bool:
    """Whether an exception says what somebody may do all the same: "save that the Publisher may ..."."""
    return reading.word(each.until - 1) == "that" and not _MAY.isdisjoint(reading.words[each.until : each.until + _MAY_WITHIN])


def turned_by(act: Heard, every: tuple[Turn, ...], reading: Reading) -> tuple[Turn, ...]:
    """The turns that reach `act`; an odd number of them denies it.

    Two denials of one statement ("does not use or license, and does not sell") are one; only close together do they cancel each other
    ("shall not be entitled not to accept").
    """
    kept: list[Turn] = []
    for turn in every:
        if (
            turn.kind != "unless"
            and (turn.kind != "void" or act.concept in reading.acts)
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
    if _NE in pair:
        return True
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
    if turn.word in _AFTER_THE_VERB and act.until <= turn.at <= act.until + _AFTER_WITHIN:
        return True
    if turn.word == "no" and act.until <= turn.at <= act.until + _NO_RIGHT and reading.acts.get(act.concept) == "lets":
        return reading.word(turn.at + 1) in _RIGHTS
    near = act.until <= turn.at <= act.until + 1 and not reading.marked(turn.at - 1, turn.at, ",;:.?!|")
    return near and turn.word in {"no", "none", "nothing", "neither"}


def _said_of_what_came_before(reading: Reading, ends: Sequence[int]) -> list[Turn]:
    """Denials that follow what they deny: "training of models is prohibited", "... is not permitted", "... is excluded"."""
    found = []
    for each in (*reading.said(RESTRAINS, EXCEPTS), *reading.said(NEGATES)):
        verb = each.until if each.concept == NEGATES else each.at
        if each.concept == EXCEPTS and not reading.word(each.at).endswith("ed"):
            continue
        if each.concept == NEGATES and not _ALLOWED & {reading.word(verb), reading.word(verb + 1)}:
            continue
        be = next((at for at in range(each.at - 1, each.at - _BE_WITHIN - 1, -1) if reading.word(at) in _BE), None)
        if be is not None and not any(party.until in {be, be - 1} and not party.owns for party in reading.parties):
            low = max((end for end in ends if end < each.at), default=0)
            found.append(Turn("not", each.at, low, each.at, reading.word(each.at)))
    return found


def _reach(each: Heard, reading: Reading, ends: Sequence[int]) -> tuple[int, int]:
    """From where to where a denial reaches: to the next statement, or no further than the word that is all it denies ("may not object to ...").

    Who is not liable for an act does it; the long lists of losses that liability is denied for say nothing of what anybody may do.
    """
    high = within_items(each, next_boundary(each.until, ends), reading, ends)
    if reading.word(each.at - 1) == "need":
        return each.until, min(each.until + _DUTY, high)
    for at in range(each.until, each.until + _OWN_WITHIN):
        if reading.word(at) in _LIABLE:
            return min(at + _LIST, high), high
        if reading.word(at) in _ALONE:
            return each.until, at + 1
        if reading.word(at) in _DUTIES:
            return each.until, min(at + _DUTY, high)
    return each.until, high


def _within_its_right(each: Heard, reading: Reading, low: int, high: int) -> tuple[int, int]:
    """From where to where somebody is held back: what is then said of a right to hold him back ("... is waived") is not held back itself."""
    if reading.word(each.at - 1) != "to" or _RIGHTS.isdisjoint(reading.words[max(each.at - _TO_PREVENT, 0) : each.at]):
        return low, high
    return low, min(next((at for at in range(low, len(reading.words)) if reading.words[at] in _FINITE), high), high)


def _joined_on(reading: Reading, start: int) -> int:
    """Where what is done without something ends in Spanish, French or German: at the word for "and" ("sin firma y renuncia a ...")."""
    return next((at for at in range(start, min(start + SHORT_REACH, len(reading.words))) if reading.words[at] in _AND), FAR)


def _comma(reading: Reading, start: int, ends: Sequence[int]) -> int:
    comma = next((at for at, mark in reading.marks if at > start and mark in ",|"), 1_000_000)
    return min(comma, next_boundary(start, ends))
