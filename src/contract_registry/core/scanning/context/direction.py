"""Which way a right goes: who does the act, who gives and who gets, worked out from the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.core.rules.rule import Flow
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.ownership import WORK_NOUN
from contract_registry.core.scanning.context.parties import PartyMention, Side
from contract_registry.core.scanning.units import Heard

_TO = frozenset(["to", "in", "upon", "unto", "for", "with", "allows", "lets", "permits", "à", "au", "aux", "al", "dem", "den", "an"])
_PREPOSITIONS = frozenset(
    "to of by from with for against between on in upon through under at than via into within about "
    "de du des par à au aux pour avec chez von durch für mit bei zu zum zur del por al para con".split()
)
_BE = frozenset({"is", "are", "be", "been", "being", "was", "were", "becomes", "become", "get", "gets"})
_ARTICLES = frozenset({"the", "a", "an", "each", "any", "such", "said", "that", "this", "all", "only", "both"})
_PARTICIPLES = frozenset({"given", "sold", "made", "held", "taken", "kept", "known", "bought", "put", "let", "owned"})
_NOUNS = frozenset(
    {
        "assignment",
        "waiver",
        "license",
        "transfer",
        "grant",
        "consent",
        "release",
        "permission",
        "right",
        "rights",
        "sale",
        "ownership",
        "property",
    }
)
_OBJECTS = frozenset({"us", "me", "him", "them", "uns", "mich", "mir", "ihnen", "dir", "euch", "moi", "lui"})
_SUBJECTS = frozenset({"we", "i", "he", "they", "wir", "ich", "er", "nous", "je", "il", "ils"})
"""Pronouns that tell by their form who acts and who is acted on."""
_GRANTS = frozenset({"grant", "grants", "granted", "gives", "give", "given"})
_VERB_WITHIN = 20
_BE_WITHIN = 8
_MODALS = frozenset({"may", "can", "will", "shall", "might", "could"})
_SEARCH = 14


@dataclass(frozen=True, slots=True)
class Direction:
    """Who gives and who gets; "unknown" where the words do not tell."""

    giver: Side
    receiver: Side
    doer: Side


def direction_of(act: Heard, kind: Act, reading: Reading) -> Direction:
    """The direction of `act`, whose concept is of `kind`."""
    subject = _subject(act, reading)
    if kind in {"gives", "lets"}:
        return _giving(act, subject, reading)
    if kind == "passes":
        receiver = _side(_after(act, reading))
        return Direction(_other(receiver), receiver, receiver)
    if kind == "keeps":
        side = _side(subject) if subject else _side(_after(act, reading))
        return Direction(_other(side), side, side)
    if _is_passive(act, reading):
        doer = _side(_named_after(act, reading, frozenset({"by"})))
    else:
        doer = _let(act, subject, reading) or _side(subject)
    return Direction(_other(doer), doer, doer)


def flows(direction: Direction, wanted: Flow) -> bool | None:
    """Whether `direction` is the way a rule asks for; None where it cannot be told."""
    if wanted == "any":
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
        return _giving(verb, _subject(verb, reading), reading)
    receiver = _receiver(act, reading)
    if _is_passive(act, reading):
        giver = _side(_named_after(act, reading, frozenset({"by"})))
        if giver == "unknown" and receiver == "unknown" and subject and subject.side != "unknown" and _is_before_be(subject, act, reading):
            return Direction(_other(subject.side), subject.side, "unknown")
        return Direction(giver if giver != "unknown" else _other(receiver), receiver, giver)
    named = _named_after(act, reading, frozenset({"by", "from"})) if _is_noun(act, reading) else None
    giver = _side(named or subject)
    if giver == "unknown":
        owner = _owner_before(act, reading)
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


def _subject(act: Heard, reading: Reading) -> PartyMention | None:
    """The nearest party before the act that does something: no owner, nobody after a preposition, nobody who is given something."""
    for party in reversed(reading.parties):
        if party.until <= act.at and not (
            reading.is_aside(party.at, act.at)
            or party.owns
            or _after_preposition(party, reading)
            or _is_given(party, reading)
            or (party.until < act.at and _is_maker(party, reading))
            or _is_object(party, reading)
        ):
            return party
    return next((party for party in reading.parties if party.at == act.until and reading.word(party.at) in _SUBJECTS), None)


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
    direction = _giving(leave, _subject(leave, reading), reading)
    return direction.receiver if direction.receiver != "unknown" else None


def _owner_before(act: Heard, reading: Reading) -> PartyMention | None:
    return next((party for party in reversed(reading.parties) if party.until <= act.at and party.owns), None)


def _receiver(act: Heard, reading: Reading) -> Side:
    """The first party after the act that gets something: right behind it, or after "to"."""
    for party in reading.parties:
        if party.at < act.until or party.owns or reading.word(party.at) in _SUBJECTS:
            continue
        if party.at - act.until > _SEARCH * 2:
            break
        between = [word for word in reading.words[act.until : party.at] if word not in _ARTICLES]
        if not between or between[-1] in _TO:
            return party.side
    return "unknown"


def _after(act: Heard, reading: Reading) -> PartyMention | None:
    return next((party for party in reading.parties if act.until <= party.at <= act.until + _SEARCH), None)


def _named_after(act: Heard, reading: Reading, prepositions: frozenset[str]) -> PartyMention | None:
    for party in reading.parties:
        if party.at >= act.until and party.at - act.until <= _SEARCH * 2 and _preposition(party, reading) in prepositions:
            return party
    return None


def _preposition(party: PartyMention, reading: Reading) -> str:
    at = party.at - 1
    while reading.word(at) in _ARTICLES:
        at -= 1
    return reading.word(at)


def _after_preposition(party: PartyMention, reading: Reading) -> bool:
    return _preposition(party, reading) in _PREPOSITIONS


def _is_given(party: PartyMention, reading: Reading) -> bool:
    """Whether the party stands right behind an act of giving, with nothing but an article between."""
    at = party.at
    while reading.word(at - 1) in _ARTICLES:
        at -= 1
    return at in reading.given_at


def _is_maker(party: PartyMention, reading: Reading) -> bool:
    """Whether the party only says whose work is meant ("content you post", "works that users upload")."""
    at = party.at - (reading.word(party.at - 1) in {"that", "which"})
    return not reading.marked(at - 1, at, ",") and any(noun.until == at for noun in reading.heard.get(WORK_NOUN, ()))


def _is_object(party: PartyMention, reading: Reading) -> bool:
    """Whether the party is named by a pronoun that nobody acts by ("us", "them")."""
    return party.until - party.at == 1 and reading.word(party.at) in _OBJECTS


def _is_passive(act: Heard, reading: Reading) -> bool:
    word = reading.word(act.at)
    if (
        word == "to"
        and _is_participle(reading.word(act.at - 1))
        and any(reading.word(at) in _BE for at in range(act.at - _BE_WITHIN, act.at))
    ):
        return True
    if word in _MODALS and reading.word(act.until) == "be":
        return _is_participle(reading.word(act.until + 1))
    if not _is_participle(word):
        return False
    return any(reading.word(at) in _BE for at in range(act.at - 4, act.at))


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "en")) or word in _PARTICIPLES


def _is_before_be(party: PartyMention, act: Heard, reading: Reading) -> bool:
    """Whether the party is what the passive is said of: "the Company is granted"."""
    return any(reading.word(at) in _BE for at in range(party.until, min(party.until + 3, act.at)))


def _is_noun(act: Heard, reading: Reading) -> bool:
    return reading.word(act.until - 1) in _NOUNS or reading.word(act.at) in _NOUNS


def _side(party: PartyMention | None) -> Side:
    return party.side if party else "unknown"


def _other(side: Side) -> Side:
    """Who stands across from `side`: what the engager or a third party gets, the creator gives."""
    if side in {"engager", "third party"}:
        return "creator"
    return "engager" if side == "creator" else "unknown"
