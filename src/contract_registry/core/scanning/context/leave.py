"""The creator's leave as a condition: whether words that speak of consent really ask for it ("with your consent"), or do without it."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.scanning.context.cues import CONTRASTS, EXCEPTS, LEAVE, NEGATES, UNLESS, Reading
from contract_registry.core.scanning.context.turn import Turn
from contract_registry.core.scanning.language import normals
from contract_registry.core.scanning.units import Heard

_NO_DUTY_WITHIN = 6
_NO_DUTY = frozenset({"required", "obliged", "obligated", "need", "needs", "necessary", "having"})
_LEAVE_WITHIN = 12
_LEAVE_WORDS = frozenset(
    {"consent", "consents", "permission", "approval", "agreement", "agree", "agrees", "agreed", "opt", "authorization", "authorizes", "ask"}
)
_ONLY_WITHIN = 9
_ONLY = frozenset({"only", "solely", "exclusively"})
_WITH = frozenset({"with", "if", "after", "upon", "on", "by", "subject", "when", "where"})
_MAY = frozenset({"may", "can", "reserve", "reserves", "retain", "retains", "will"})
_MAY_WITHIN = 6
_GIVEN = frozenset({"gives", "given", "grants", "granted", "deemed"})
_AT_ONCE = frozenset({"hereby", "herewith", "deemed", "already", "signing"})
_WILL = normals("wish wishes choose chooses decide decides discretion prefers likes pleases otherwise")
_OTHERWISE = normals("otherwise")
_OWN_WILL = (_WILL - _OTHERWISE) | {"fit", "elect", "elects", "determine", "determines", "deem", "deems", "want", "wants", "like"}
"""Words by which whoever promises keeps the choice; what is "otherwise agreed" leaves it to both."""
_FOR_NOW = frozenset({"until", "before"})


def is_done_without(heard: Sequence[Heard], every: Sequence[Turn], reading: Reading) -> bool:
    """Whether words matched as an exception speak of leave that nobody has to ask for: "with or without", "need not obtain" it."""
    leave = next((each for each in heard if each.concept == LEAVE), None)
    if leave is None:
        return False
    own = {at for each in heard for at in range(each.at, each.until)}
    if _is_given_at_once(leave, reading):
        return True
    turned = [turn for turn in every if turn.at not in own and turn.low <= leave.at < turn.high and heard[0].at - 1 <= turn.at]
    return len(turned) % 2 == 1 or _is_no_duty(heard[0], reading)


def _is_given_at_once(leave: Heard, reading: Reading) -> bool:
    """Whether the leave that is asked for is given in the same breath: "which consent the Artist hereby gives"."""
    after = reading.words[leave.until : leave.until + _LEAVE_WITHIN]
    return any(word in _GIVEN and not _AT_ONCE.isdisjoint(after) for word in after)


def _is_no_duty(first: Heard, reading: Reading) -> bool:
    low = max(first.at - _NO_DUTY_WITHIN, 0)
    denied = any(low <= each.at < first.at for each in reading.said(NEGATES))
    return denied and not _NO_DUTY.isdisjoint(reading.words[low : first.at])


def is_only_with_leave(act: Heard, reading: Reading) -> bool:
    """Whether `act` is done only with leave that is asked for and is not the engager's to give: "but only with the Author's consent"."""
    for leave in reading.said(LEAVE):
        before = reading.words[max(leave.at - _ONLY_WITHIN, act.at) : leave.at]
        only = next((at for at, word in enumerate(before) if word in _ONLY), None)
        if leave.at > act.at and only is not None and not _WITH.isdisjoint(before[only:]):
            owners = (party.side for party in reading.parties if party.owns and leave.at - _ONLY_WITHIN <= party.at < leave.at)
            return "engager" not in owners and before[only - 1 : only] != ("not",) and not _is_given_at_once(leave, reading)
    return False


def has_an_exception(act: Heard, reading: Reading) -> bool:
    """Whether something is taken out of what is said of `act` later in the sentence, for more than the creator's leave.

    A promise with such an exception may promise nothing: "shall not train AI, unless it decides otherwise".
    """
    return any(_LEAVE_WORDS.isdisjoint(after) for after in _exceptions(act, reading))


def is_at_their_will(act: Heard, reading: Reading) -> bool:
    """Whether the exception to what is said of `act` leaves it to whoever promises: "unless it does not wish to", "save as it decides".

    What the creator decides, or both agree otherwise, is not at their will.
    """
    for start in _exception_starts(act, reading):
        after = reading.words[start : start + _LEAVE_WITHIN]
        wills = _WILL if _LEAVE_WORDS.isdisjoint(after) else _WILL - _OTHERWISE
        will = next((start + at for at, word in enumerate(after) if word in wills), None)
        if will is not None and not _is_of_the_creator(start, will, reading):
            return True
    return False


def is_swallowed(act: Heard, reading: Reading) -> bool:
    """Whether a denied `act` is done all the same where they choose to: "shall not train AI, except as it sees fit"."""
    for start in _exception_starts(act, reading):
        will = next((at for at in range(start, start + _LEAVE_WITHIN) if reading.word(at) in _OWN_WILL), None)
        if will is not None and not _is_of_the_creator(start, will, reading):
            return _LEAVE_WORDS.isdisjoint(reading.words[start : start + _LEAVE_WITHIN])
    return False


def _is_of_the_creator(start: int, will: int, reading: Reading) -> bool:
    """Whether the creator is named between the first word of an exception and the word by which somebody keeps the choice."""
    return any(start <= party.at < will and party.side == "creator" for party in reading.parties)


def _exceptions(act: Heard, reading: Reading) -> list[tuple[str, ...]]:
    """The words after everything that is taken out of what is said of `act` later in the sentence."""
    return [reading.words[at : at + _LEAVE_WITHIN] for at in _exception_starts(act, reading)]


def _exception_starts(act: Heard, reading: Reading) -> list[int]:
    """The first words behind everything that is taken out of what is said of `act` later in the sentence."""
    exceptions = [each.until for each in reading.said(EXCEPTS, UNLESS) if each.at >= act.until]
    exceptions += [at + 1 for at, word in enumerate(reading.words) if word in _FOR_NOW and at >= act.until]
    exceptions += [
        each.until
        for each in reading.said(CONTRASTS)
        if each.at >= act.until and not _MAY.isdisjoint(reading.words[each.at : each.at + _MAY_WITHIN])
    ]
    return exceptions
