"""What is said of the other side: what the creator may do, what the engager gives or puts up with, and what is the engager's own; it harms no creator."""

from __future__ import annotations

from itertools import product
from typing import Literal

from contract_registry.core.scanning.context.actors import preposition_of
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.ownership import CREATORS_WORK, ENGAGERS_OWN
from contract_registry.core.scanning.context.parties import CREATOR, CREATOR_WORD, ENGAGER, PartyMention
from contract_registry.core.scanning.language import normal, normals
from contract_registry.core.scanning.units import Heard

OtherSide = Literal["let", "yields", "gift", "own", "creator's"]
"""How words are of the other side.

They tell what the creator is let do, what the engager gives or puts up with, what becomes of its gift, what is done with its own, or what is the
creator's to have or to decide.
"""
_ARTICLES = frozenset({"the", "each", "any", "every", "a", "an"})


def _phrases(*phrases: str) -> tuple[tuple[str, ...], ...]:
    """The phrases as the words of a unit; of words parted by a stroke each is tried."""
    return tuple(tuple(map(normal, words)) for phrase in phrases for words in product(*(word.split("/") for word in phrase.split())))


_LEAVES = _phrases(
    "may",
    "can",
    "is/are permitted/allowed/entitled/free/authorised to",
    "has/have/receives/receive the right to",
    "has/have/gets/get/receives/receive a/the licence",
)
"""How somebody is said to be free to do a thing."""
_NO_LEAVE = normals(
    "not only be have never no opt request object withdraw ask choose disable turn lose reacquire repurchase buy reclaim regain recover "
    "receive invoice earn claim collect by consent agree terminate end cancel close leave a an the any all one"
)
"""Words behind "may" that make it no freedom, or one that has to be asked or paid for, or that say what somebody is paid."""
_FREED = _phrases(
    "shall/will not be obliged/required to",
    "is/are not obliged/required to",
    "shall/will not be liable for",
    "is/are not liable for",
    "shall/will not be prevented/precluded/restricted from",
    "is/are not prevented/precluded/restricted from",
    "has/have no obligation to",
)
"""How somebody is said to be free of a duty or a ban."""
_ASKED = normals("approve sign be consent agree permit see inspect authorise review")
"""What a creator does who is asked; to be free of it takes a say away."""
_YIELDS = normals("waive waives consent consents")
"""What somebody does who puts up with something."""
_PROMISES = normals("agree agrees undertake undertakes covenant covenants")
"""What somebody does who may promise to put up with something ("agrees not to assert", "agrees to waive")."""
_VOUCHES = normals("warrant warrants represent represents")
"""What somebody does who answers for something: what the engager has brought or made, not what is taken."""
_FREE_TO = normals("may shall will entitled right free can")
"""Words by which what is vouched for is what somebody may do ("warrants that it may use the work")."""
_HANDS_ON = normals("pass remit account pay hand return")
"""What an engager does who gives a creator money that others paid."""
_GIVES = normals("grant grants assign assigns appoint appoints licence licences give gives permit permits allow allows let lets")
"""What somebody does who gives something, or lets it be done."""
_LETS = normals("permit permits allow allows let lets")
"""Of these, what is no gift to the creator unless the creator is let: "we allow AI" lets others."""
_GIVEN_WITHIN = 3
"""Words between giving and who is given: "gives (the) Author", "assigns to the Author"."""
_ADVERBS = normals("hereby also irrevocably further expressly unconditionally")
_GIFTS = normals("licence licences right rights permission permissions authorisation assignment consent")
_GAVE = normals("gave grant granted give given assigned grants assigns gives")
_GIVEN = normals("granted given assigned licensed conferred transferred")
_OTHERS = normals(
    "third sub sublicence sublicences sublicensee sublicensees licensee licensees partner partners company companies developer developers others "
    "affiliate affiliates provider providers vendor vendors customer customers client clients user users anyone anybody everyone subscribers publishers"
)
"""Who gets what the creator made when a gift does not come to the creator."""
_HAD = normals("property discretion ownership option")
_SOLE = normals("sole exclusive absolute own entire")
_IS_HAD = normals("is are be been being remain remains become becomes stay stays at as")
"""Words between a thing and whose it is ("remains your property", "at your discretion")."""
_OF_A_PERSON = normals(
    "name names voice voices face faces likeness likenesses image images head performance performances prompts uploads submissions conversations chats "
    "content contents photographs photos footage pictures lyrics work works artwork illustrations designs recordings calls letters drawings films "
    "portrait articles outputs posts music text texts account portfolio style vocal data"
)
"""What a creator has and makes. Whose it is says whom a clause about it concerns."""
_OF_AN_ENGAGER = normals(
    "voice voices face faces likeness likenesses head performance performances prompts conversations chats content contents calls letters lyrics "
    "portrait posts account portfolio style vocal uploads submissions"
)
"""Of these, what an engager has of itself; what it calls its recordings or artwork is what creators made for it."""
_OF_USERS = normals("users user members member uploaded submitted creators artists contributors")
_TAKES_IN = normals("include includes including")
_ALL_SORTS = normals("everything anything what all any whatever content materials")
"""Words by which what an engager calls its own is made by others ("users' uploads", "our content, which includes everything that is posted")."""
_OWNED_WITHIN = 3
_WHERE = normals("in on under for with within into at by alongside through to throughout")
"""Words that make the engager's own the place in which something else is used: "used in our posts"."""
_TURNS = normals("which that who whereupon but save except however being provided while whereas so")
_HELPERS = normals("is are was were be been being will shall may can must has have does do")
"""Words with which something else is told: "may keep a copy, and the work may be used"."""


def of_the_other_side(act: Heard, heard: tuple[Heard, ...], reading: Reading) -> OtherSide | None:
    """How a harm that `heard` tells of is the engager's and not the creator's; None where it may befall the creator.

    Where the words name something of the creator's beside it, they concern the creator whoever acts.
    """
    if any(each.side == CREATOR and _is_of_a_person(each, reading) for each in reading.parties) or _names_a_creator(reading):
        return None
    if _creator_is_let(act, reading):
        return "let"
    if _engager_yields(heard, reading):
        return "yields"
    if _is_of_engagers_gift(heard, reading):
        return "gift"
    if _is_engagers_own(reading):
        return "own"
    return "creator's" if _is_for_the_creator(heard, reading) else None


def _is_of_a_person(party: PartyMention, reading: Reading, things: frozenset[str] = _OF_A_PERSON) -> bool:
    """Whether one of `things`, by default of those that a creator has or makes, is named as the party's own."""
    return party.owns and any(
        reading.word(at) in things and not reading.marked(party.until - 1, at, ",;:.")
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
        if reading.words[doer.until : end] == leave and reading.word(end) not in (_ASKED if leave in _FREED else _NO_LEAVE):
            return not _goes_on_otherwise(end, act.at, reading)
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
            if reading.word(verb) in _VOUCHES and verb < low and _FREE_TO.isdisjoint(reading.words[verb:low]):
                return not any(each.side == CREATOR and not each.owns and verb < each.at < low for each in reading.parties)
            verb = _promised(verb, reading)
            if verb >= high or not _is_yielding(verb, low, reading) or _goes_on_otherwise(verb + 1, low, reading):
                continue
            gives = reading.word(verb) in _GIVES | _HANDS_ON
            if gives and not _OTHERS.isdisjoint(reading.words[verb:high]):
                return False
            behind = [each.at for each in reading.parties if each.side == CREATOR and not each.owns and verb < each.at < low]
            is_to_them = bool(behind) or reading.word(verb) not in _LETS
            return is_to_them and all(gives and at - verb <= _GIVEN_WITHIN for at in behind)
    return False


def _promised(verb: int, reading: Reading) -> int:
    """The word that says what is promised by the verb at `verb` ("agrees to | waive", "agrees not to | assert"); that verb itself where it promises nothing."""
    if reading.word(verb) in _PROMISES:
        behind = reading.words[verb + 1 : verb + 3]
        return verb + 2 if behind[:1] == ("to",) else verb + 3 if behind == ("not", "to") else verb
    return verb


def _is_yielding(verb: int, low: int, reading: Reading) -> bool:
    """Whether the word at `verb` says that somebody gives, puts up with something, promises not to do it, or hands money on to a creator."""
    if reading.word(verb) in _HANDS_ON:
        return any(each.side == CREATOR and not each.owns and verb < each.at < low for each in reading.parties)
    return reading.word(verb) in _YIELDS | _GIVES or reading.words[verb - 2 : verb] == ("not", "to")


def _is_of_engagers_gift(heard: tuple[Heard, ...], reading: Reading) -> bool:
    """Whether `heard` tells what becomes of what the engager has given to the creator ("the rights granted by the Publisher", "the licence we gave you")."""
    low, high = min(each.at for each in heard), max(each.until for each in heard)
    for party in reading.parties:
        if party.side != ENGAGER or party.owns or not _is_of_a_gift(party, reading):
            continue
        before = [each for each in reading.parties if each.side == CREATOR and not each.owns and each.until <= party.at]
        if before or party.at > high or not _OTHERS.isdisjoint(reading.words[max(0, party.at - _OWNED_WITHIN * 2) : high]):
            continue
        if not any(
            each.side == CREATOR and not each.owns and _begins_statement(each, reading) and each.at > party.at for each in reading.parties
        ):
            return not reading.marked(party.until, max(low, party.until), ",;")
    return False


def _is_of_a_gift(engager: PartyMention, reading: Reading) -> bool:
    """Whether a gift is said to be of this engager."""
    at = _with_article(engager, reading)
    if reading.word(at - 1) == "by" and reading.word(at - 2) in _GIVEN and reading.word(at - 3) in _GIFTS:
        return True
    at -= reading.word(at - 1) in {"that", "which"}
    return reading.word(at - 1) in _GIFTS and not _GAVE.isdisjoint(reading.words[engager.until : engager.until + 2])


def _is_engagers_own(reading: Reading) -> bool:
    """Whether the only one whose things are spoken of is the engager, and they are of a kind that a creator would have ("our voice", "posts we make")."""
    if any(each.side == CREATOR and not each.owns for each in reading.parties) or reading.heard.get(CREATORS_WORK):
        return False
    takes_in = any(reading.word(at) in _TAKES_IN and reading.word(at + 1) in _ALL_SORTS for at in range(len(reading.words)))
    if takes_in or not _OF_USERS.isdisjoint(reading.words):
        return False
    made = any("we" in (reading.word(each.until), reading.word(each.until + 1)) for each in reading.heard.get(ENGAGERS_OWN, ()))
    ours = (
        each
        for each in reading.parties
        if each.side == ENGAGER and _is_of_a_person(each, reading, _OF_AN_ENGAGER) and preposition_of(each, reading) not in _WHERE
    )
    return made or any(reading.word(each.until - 1) == "our" or reading.word(each.until) in {"'s", "s"} for each in ours)


def _is_for_the_creator(heard: tuple[Heard, ...], reading: Reading) -> bool:
    """Whether what is told is the creator's to have or to decide ("the property of the Author", "at the Author's sole discretion")."""
    low, high = min(each.at for each in heard), max(each.until for each in heard)
    for party in reading.parties:
        if party.side != CREATOR or not low <= party.at <= high + _OWNED_WITHIN:
            continue
        at = _with_article(party, reading)
        if reading.word(at - 1) == "of" and reading.word(at - 2) in _HAD:
            return True
        behind = reading.words[party.until : party.until + _OWNED_WITHIN]
        is_had = (behind[:1] and behind[0] in _HAD) or (not _SOLE.isdisjoint(behind[:1]) and not _HAD.isdisjoint(behind))
        if party.owns and is_had and behind[:2] != ("property", "rights"):
            return reading.word(at - 1) in _IS_HAD and not _goes_on_otherwise(high, at - 1, reading)
    return False


def _goes_on_otherwise(low: int, high: int, reading: Reading) -> bool:
    """Whether something else is told between two words: another statement, a turn, or another verb."""
    return (
        reading.marked(low, high, ";")
        or any(low < each <= high for each in reading.statements)
        or not (_TURNS | _HELPERS).isdisjoint(reading.words[low:high])
    )


def _begins_statement(party: PartyMention, reading: Reading) -> bool:
    """Whether a statement begins with `party`."""
    at = _with_article(party, reading)
    return at == 0 or at in reading.statements or reading.marked(at - 1, at, ",;:|.(")


def _with_article(party: PartyMention, reading: Reading) -> int:
    """The number of the word at which a party begins, articles and the like taken in ("the Author", "any Author")."""
    at = party.at
    while reading.word(at - 1) in _ARTICLES:
        at -= 1
    return at
