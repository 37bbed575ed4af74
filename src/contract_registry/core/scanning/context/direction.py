"""Which way a right goes: who does the act, who gives and who gets, worked out from the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.rules.rule import Flow
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.actors import (
    is_before_be,
    is_passive,
    named_after,
    named_soon_after,
    owner_before,
    receiver_of,
    stands_with,
    subject_of,
)
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.parties import PartyMention, Side
from contract_registry.core.scanning.context.purpose_of_acts import done_to_an_end, is_cut_off, is_told_something
from contract_registry.core.scanning.units import Heard

_NOUNS = frozenset(
    "assignment waiver license transfer grant consent release permission right rights sale ownership property licensia lizenz".split()
)
_THINGS = _NOUNS | {"licenses", "permissions", "consents"}
_GRANTS = frozenset({"grant", "grants", "granted", "gives", "give", "given"}) | {
    "concede",
    "otorga",
    "accorde",
    "erteilt",
    "gewährt",
    "räumt",
}
_VERB_WITHIN = 20
_TOLD = frozenset({"granted", "given", "conferred", "extended", "provided"})
_TOLD_WITHIN = 5


@dataclass(frozen=True, slots=True)
class Direction:
    """Who gives and who gets; "unknown" where the words do not tell."""

    giver: Side
    receiver: Side
    doer: Side


def direction_of(act: Heard, kind: Act, reading: Reading) -> Direction:
    """The direction of `act`, whose concept is of `kind`."""
    subject = subject_of(act, reading)
    if kind in {"gives", "lets"}:
        return _giving(act, subject, reading)
    if kind == "passes":
        receiver = _side(named_soon_after(act, reading))
        return Direction(_other(receiver), receiver, receiver)
    if kind == "keeps":
        side = _side(subject) if subject else _side(named_soon_after(act, reading))
        return Direction(_other(side), side, side)
    if is_passive(act, reading):
        doer = _side(named_after(act, reading, frozenset({"by"})))
    elif (used := done_to_an_end(act, reading)) is not None:
        doer = used
    else:
        told = subject is not None and (is_told_something(subject, act, reading) or is_cut_off(subject, act, reading))
        doer = _let(act, subject, reading) or ("unknown" if told else _side(subject))
    return Direction(_other(doer), doer, doer)


def flows(direction: Direction, wanted: Flow) -> bool | None:
    """Whether `direction` is the way a rule asks for; None where it cannot be told."""
    if wanted in {"any", "either side"}:
        return True
    if wanted == "from creator":
        if direction.giver == "creator":
            return direction.receiver != "creator"
        if direction.giver == "unknown":
            return None if direction.receiver == "unknown" else direction.receiver != "creator"
        return False
    if wanted == "to creator":
        if direction.receiver == "creator" or direction.giver == "engager":
            return True
        return None if "unknown" in {direction.receiver, direction.giver} and direction.giver != "creator" else False
    wanted_side = "engager" if wanted == "by engager" else "creator"
    if direction.doer == "unknown":
        return None
    return direction.doer == wanted_side or (wanted_side == "engager" and direction.doer == "third party")


def _giving(act: Heard, subject: PartyMention | None, reading: Reading) -> Direction:
    if verb := _verb_of(act, reading):
        return _giving(verb, subject_of(verb, reading), reading)
    if (told := _told_behind(act, reading)) and (told.giver != "unknown" or told.receiver != "unknown"):
        return told
    receiver = receiver_of(act, reading)
    if is_passive(act, reading):
        giver = _side(named_after(act, reading, frozenset({"by"})))
        if giver == "unknown" and receiver == "unknown" and subject and subject.side != "unknown" and is_before_be(subject, act, reading):
            return Direction(_other(subject.side), subject.side, "unknown")
        return Direction(giver if giver != "unknown" else _other(receiver), receiver, giver)
    named = named_after(act, reading, frozenset({"by", "from"})) if _is_noun(act, reading) else None
    giver = _side(named or subject)
    if not named and subject and giver != "creator" and stands_with(subject, "creator", reading):
        giver = "creator"
    if giver == "unknown":
        owner = owner_before(act, reading)
        giver = owner.side if owner else "unknown"
    if receiver == giver:
        receiver = "unknown"
    return Direction(giver if giver != "unknown" else _other(receiver), receiver if receiver != "unknown" else _other(giver), giver)


def granted_by(said: Heard, reading: Reading) -> Heard | None:
    """The verb that grants what `said` only describes ("grants to the Author a perpetual licence"): the last before it in its statement; None without one."""
    given = (each for concept, kind in reading.acts.items() if kind == "lets" for each in reading.heard.get(concept, ()))
    before = [each for each in given if said.at - _VERB_WITHIN <= each.at < said.at and reading.word(each.at) in _GRANTS]
    verb = max(before, key=lambda each: each.at, default=None)
    return verb if verb and not any(verb.at < end <= said.at for end in reading.statements) else None


def _verb_of(act: Heard, reading: Reading) -> Heard | None:
    """The verb that gives what `act` names ("we grant you a licence"), which says better who gives and gets; None for other acts."""
    if not _is_noun(act, reading):
        return None
    given = (each for concept, kind in reading.acts.items() if kind == "lets" for each in reading.heard.get(concept, ()))
    before = [each for each in given if act.at - _VERB_WITHIN <= each.at < act.at and reading.word(each.at) in _GRANTS]
    return max(before, key=lambda each: each.at, default=None)


def _told_behind(act: Heard, reading: Reading) -> Direction | None:
    """Who gives and gets what `act` names, by the words behind it ("licences granted to you", "the licence which you grant us"); None without them."""
    if reading.word(act.until - 1) not in _THINGS:
        return None
    for at in range(act.until, act.until + _TOLD_WITHIN):
        if reading.marked(act.until, at, ",;:."):
            return None
        if reading.word(at) in _TOLD:
            given = act._replace(at=at, until=at + 1)
            by = named_after(given, reading, frozenset({"by"}))
            giver = _side(by) if by and not reading.marked(at, by.at, ",;") else "unknown"
            return _between(giver, receiver_of(given, reading))
        speaker = next((party for party in reading.parties if party.until == at and not party.owns), None)
        if speaker and reading.word(at) in _GRANTS:
            return _between(speaker.side, receiver_of(act._replace(at=at, until=at + 1), reading))
    return None


def _between(giver: Side, receiver: Side) -> Direction:
    """The direction from `giver` to `receiver`, each filled in from the other where it is not known."""
    return Direction(giver if giver != "unknown" else _other(receiver), receiver if receiver != "unknown" else _other(giver), giver)


def _let(act: Heard, subject: PartyMention | None, reading: Reading) -> Side | None:
    """Who does the act where somebody was given leave to it: "You grant us a licence to use ..." makes it us; None without such leave."""
    leave = next(
        (
            each
            for each in reversed(reading.leaves)
            if each.until <= act.at and not reading.is_aside(each.at, act.at) and (subject is None or subject.at <= each.at)
        ),
        None,
    )
    if leave is None:
        return None
    direction = _giving(leave, subject_of(leave, reading), reading)
    return direction.receiver if direction.receiver != "unknown" else None


def _is_noun(act: Heard, reading: Reading) -> bool:
    """Whether the act is named as a thing; right behind whoever does it ("you grant") it is not."""
    if any(party.until == act.at and not party.owns for party in reading.parties):
        return False
    return reading.word(act.until - 1) in _NOUNS or reading.word(act.at) in _NOUNS


def _side(party: PartyMention | None) -> Side:
    return party.side if party else "unknown"


def _other(side: Side) -> Side:
    """Who stands across from `side`: what the engager or a third party gets, the creator gives."""
    if side in {"engager", "third party"}:
        return "creator"
    return "engager" if side == "creator" else "unknown"
