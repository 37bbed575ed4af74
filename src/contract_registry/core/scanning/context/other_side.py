"""What is said of the other side: what the creator may do, what the engager gives or puts up with, and what is the engager's own; it harms no creator."""

from __future__ import annotations

from contract_registry.core.scanning.context.actors import preposition_of
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.ownership import CREATORS_WORK, ENGAGERS_OWN
from contract_registry.core.scanning.context.parties import CREATOR, CREATOR_WORD, ENGAGER, PartyMention
from contract_registry.core.scanning.units import Heard

_ARTICLES = frozenset({"the", "each", "any", "every", "a", "an"})
_LEAVES = (
    ("may",),
    ("can",),
    *((be, free, "to") for be in ("is", "are") for free in ("permitted", "allowed", "entitled", "free", "authorised", "authorized")),
    *((has, "the", "right", "to") for has in ("has", "have", "receives", "receive")),
    *(
        (has, a, word)
        for has in ("has", "have", "gets", "get", "receives", "receive")
        for a in ("a", "the")
        for word in ("licence", "license")
    ),
)
"""How somebody is said to be free to do a thing."""
_NO_LEAVE = frozenset(
    "not only be have never no opt request object withdraw ask choose disable turn lose reacquire repurchase buy reclaim regain recover".split()
)
"""Words behind "may" that make it no freedom, or one that has to be asked or paid for."""
_FREED = (
    *(
        (*helper, "not", *be, bound, to)
        for helper, be in ((("shall",), ("be",)), (("will",), ("be",)), (("is",), ()), (("are",), ()))
        for bound, to in (
            ("obliged", "to"),
            ("required", "to"),
            ("liable", "for"),
            ("prevented", "from"),
            ("precluded", "from"),
            ("restricted", "from"),
        )
    ),
    *((has, "no", "obligation", "to") for has in ("has", "have")),
)
"""How somebody is said to be free of a duty or a ban."""
_YIELDS = frozenset(
    "waive waives consent consents agree agrees acknowledge acknowledges confirm confirms accept accepts warrant warrants represent "
    "represents understand understands intend intends know knows".split()
)
"""What somebody does who puts up with something."""
_GIVES = frozenset(
    "grant grants assign assigns appoint appoints licence licences license licenses give gives permit permits allow allows let lets".split()
)
"""What somebody does who gives something, or leave to it."""
_GIVEN_WITHIN = 3
"""Words between giving and who is given: "gives (the) Author", "assigns to the Author"."""
_ADVERBS = frozenset({"hereby", "also", "irrevocably", "further", "expressly", "unconditionally"})
_GIFTS = frozenset(
    "licence licences license licenses right rights permission permissions authorisation authorization assignment consent".split()
)
_GAVE = frozenset({"gave", "grant", "granted", "give", "given", "assigned", "grants", "assigns", "gives"})
_GIVEN = frozenset({"granted", "given", "assigned", "licensed", "conferred", "transferred"})
_HAD = frozenset({"property", "discretion", "ownership", "option"})
_SOLE = frozenset({"sole", "exclusive", "absolute", "own", "entire"})
_OF_A_PERSON = frozenset(
    "voice voices face faces likeness likenesses image head performance performances prompts uploads conversations chats content "
    "contents photographs pictures lyrics work works artwork recordings calls letters drawings films portrait articles outputs posts music "
    "text texts account portfolio style vocal".split()
)
"""What a creator has and makes. Whose it is says whom a clause about it concerns."""
_OWNED_WITHIN = 3
_WHERE = frozenset("in on under for with within into at by alongside through to throughout".split())
"""Words that make the engager's own the place in which something else is used: "used in our posts"."""


def is_of_the_other_side(act: Heard, heard: tuple[Heard, ...], reading: Reading) -> bool:
    """Whether a harm that `heard` tells of befalls the engager: the creator is let do it, the engager gives it, or it is done with what is the engager's own.

    Where the words name something of the creator's beside it, they concern the creator whoever acts.
    """
    if any(each.side == CREATOR and _is_of_a_person(each, reading) for each in reading.parties) or _names_a_creator(reading):
        return False
    return (
        _creator_is_let(act, reading)
        or _engager_yields(heard, reading)
        or _is_of_engagers_gift(reading)
        or _is_engagers_own(reading)
        or _is_for_the_creator(heard, reading)
    )


def _is_of_a_person(party: PartyMention, reading: Reading) -> bool:
    """Whether something that a creator has or makes is named as the party's own."""
    return party.owns and any(
        reading.word(at) in _OF_A_PERSON and not reading.marked(party.until - 1, at, ",;:.")
        for at in range(party.until, party.until + _OWNED_WITHIN)
    )


def _names_a_creator(reading: Reading) -> bool:
    """Whether something is said to be a creator's whom only a general word names ("the author's articles" between a publisher and a customer)."""
    named = {number for party in reading.parties for number in range(party.at, party.until)}
    return any(each.at not in named and reading.word(each.until) in {"'s", "s"} for each in reading.heard.get(CREATOR_WORD, ()))


def _creator_is_let(act: Heard, reading: Reading) -> bool:
    """Whether the last that acts before `act` is the creator, who is said to be free to do it ("The Author may license the Work to ...")."""
    doer = next(
        (each for each in reversed(reading.parties) if each.until <= act.at and not each.owns and each.side in {CREATOR, ENGAGER}), None
    )
    if doer is None or doer.side != CREATOR or not _begins_statement(doer, reading):
        return False
    for leave in (*_LEAVES, *_FREED):
        end = doer.until + len(leave)
        if reading.words[doer.until : end] == leave and reading.word(end) not in _NO_LEAVE:
            return not _is_parted(end, act.at, reading)
    return False


def _engager_yields(heard: tuple[Heard, ...], reading: Reading) -> bool:
    """Whether the engager gives or puts up with what `heard` tells, and no creator does anything before it ("The Publisher hereby consents to ...")."""
    low, high = min(each.at for each in heard), max(each.until for each in heard)
    for party in reading.parties:
        if party.until > high or (party.side == CREATOR and not party.owns):
            return False
        if party.side == ENGAGER and not party.owns and _begins_statement(party, reading):
            verb = party.until
            while reading.word(verb) in _ADVERBS:
                verb += 1
            if verb >= high or reading.word(verb) not in _YIELDS | _GIVES or _is_parted(verb, low, reading):
                continue
            behind = [each.at for each in reading.parties if each.side == CREATOR and not each.owns and verb < each.at < low]
            return all(reading.word(verb) in _GIVES and at - verb <= _GIVEN_WITHIN for at in behind)
    return False


def _is_of_engagers_gift(reading: Reading) -> bool:
    """Whether it is said of what the engager has given ("the rights granted by the Publisher", "the licence we gave you")."""
    for party in reading.parties:
        if party.side != ENGAGER or party.owns:
            continue
        at = party.at
        while reading.word(at - 1) in _ARTICLES:
            at -= 1
        if reading.word(at - 1) == "by" and reading.word(at - 2) in _GIVEN and reading.word(at - 3) in _GIFTS:
            return True
        at -= reading.word(at - 1) in {"that", "which"}
        if reading.word(at - 1) in _GIFTS and not _GAVE.isdisjoint(reading.words[party.until : party.until + 2]):
            return True
    return False


def _is_engagers_own(reading: Reading) -> bool:
    """Whether the only one whose things are spoken of is the engager, and they are of a kind that a creator would have ("our voice", "posts we make")."""
    if any(each.side == CREATOR and not each.owns for each in reading.parties) or reading.heard.get(CREATORS_WORK):
        return False
    made = any("we" in (reading.word(each.until), reading.word(each.until + 1)) for each in reading.heard.get(ENGAGERS_OWN, ()))
    ours = (
        each
        for each in reading.parties
        if each.side == ENGAGER and _is_of_a_person(each, reading) and preposition_of(each, reading) not in _WHERE
    )
    return made or any(reading.word(each.until - 1) == "our" or reading.word(each.until) in {"'s", "s"} for each in ours)


def _is_for_the_creator(heard: tuple[Heard, ...], reading: Reading) -> bool:
    """Whether what is told is the creator's to have or to decide ("the property of the Author", "at the Author's sole discretion")."""
    low, high = min(each.at for each in heard), max(each.until for each in heard)
    for party in reading.parties:
        if party.side != CREATOR or not low <= party.at <= high + _OWNED_WITHIN:
            continue
        at = party.at
        while reading.word(at - 1) in _ARTICLES:
            at -= 1
        if reading.word(at - 1) == "of" and reading.word(at - 2) in _HAD:
            return True
        behind = reading.words[party.until : party.until + _OWNED_WITHIN]
        if party.owns and ((behind[:1] and behind[0] in _HAD) or (not _SOLE.isdisjoint(behind[:1]) and not _HAD.isdisjoint(behind))):
            return behind[:2] != ("property", "rights")
    return False


def _is_parted(low: int, high: int, reading: Reading) -> bool:
    """Whether a new statement begins between two words."""
    return reading.marked(low, high, ";") or any(low < each <= high for each in reading.statements)


def _begins_statement(party: PartyMention, reading: Reading) -> bool:
    """Whether a statement begins with `party`."""
    at = party.at
    while reading.word(at - 1) in _ARTICLES:
        at -= 1
    return at == 0 or at in reading.statements or reading.marked(at - 1, at, ",;:|.(")
