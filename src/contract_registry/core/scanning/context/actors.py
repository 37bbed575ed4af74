"""Who stands where beside an act: its subject, who gets something by it, who is named with it, and whether it is said in the passive."""

from __future__ import annotations

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.ownership import MAKES, WORK_NOUN
from contract_registry.core.scanning.context.parties import PartyMention, Side
from contract_registry.core.scanning.context.passive_abroad import is_passive_abroad
from contract_registry.core.scanning.language import normals
from contract_registry.core.scanning.units import Heard

_TO = normals("to in upon unto for with allows lets permits à au aux al dem den an")
_PREPOSITIONS = frozenset(
    "to of by from with for against between on in upon through under at than via into within about "
    "de du des par à au aux pour avec chez von durch für mit bei zu zum zur del por al para con".split()
)
BE = frozenset({"is", "are", "be", "been", "being", "was", "were", "becomes", "become", "get", "gets"})
_ARTICLES = frozenset(
    "the a an each any such said that this all only both "
    "der die das den dem des eine einen einem einer le la les un une el los las una".split()
)
_PARTICIPLES = frozenset({"given", "sold", "made", "held", "taken", "kept", "known", "bought", "put", "let", "owned"})
_OBJECTS = frozenset({"us", "me", "him", "them", "uns", "mich", "mir", "ihnen", "dir", "euch", "moi", "lui"})
_BEFORE_ACTS = frozenset({"nous", "vous", "me", "te", "nos"})
_SUBJECTS = frozenset({"we", "i", "he", "they", "wir", "ich", "er", "nous", "je", "il", "ils"})
"""Pronouns that tell by their form who acts and who is acted on."""
_THE_ONE_WHO = frozenset({"der", "die", "das", "el", "la", "los", "las"})
_SPOKEN_TO_BEHIND = frozenset({"du", "sie", "ihr", "usted", "ustedes"})
"""Who acts behind the verb without an article: "Soweit zulässig, verzichten Sie", "räumst du dem Verlag"."""
_GIVES_BEFORE_NAMES = normals("räumt gewährt erteilt überträgt gestattet erlaubt")
"""Verbs behind which a name without an article is who gives: "Hiermit gewährt Hearth dem Nutzer ..."."""
_TO_WHOM = frozenset({"dem", "den"})
"""German articles that no one who acts has."""
_USING = frozenset({"using", "publishing", "reproducing", "exploiting", "processing", "storing", "use"})
_AGREES = frozenset({"agrees", "acknowledges", "accepts", "confirms", "understands", "consents"})
_WHATEVER = frozenset({"what", "whatever", "everything", "anything", "whatsoever"})
_NO_PLURALS = frozenset("agrees acknowledges understands confirms accepts unless whereas is as its this was has does us".split())
"""Words in -s behind which a party acts and does not merely say whose work is meant."""
_HAVE = frozenset({"have", "has", "had", "having"})
"""Helpers that make a participle active: "is taken to have waived"."""
_BE_WITHIN = 8
MODALS = normals("may can will shall might could")
_WHOSE_IT_IS = frozenset({"available", "belonging", "accruing", "known", "attributable", "open"})
"""Words whose "to" says whose something is, not who gets it: "waives all rights available to you"."""
SEARCH = 14


def subject_of(act: Heard, reading: Reading) -> PartyMention | None:
    """The nearest party before the act that does something: no owner, nobody after a preposition, nobody who is given something."""
    for party in reversed(reading.parties):
        if party.until <= act.at and _uses_by_itself(party, reading):
            return party
        if party.until <= act.at and not (
            reading.is_aside(party.at, act.at)
            or party.owns
            or _after_preposition(party, reading)
            or _is_given(party, reading)
            or (party.until < act.at and _is_maker(party, reading))
            or _is_object(party, reading)
            or _is_to_whom(party, reading)
        ):
            return _who_agreed(party, act, reading) or party
    return next(
        (party for party in reading.parties if party.at == act.until and reading.word(party.at) in _SUBJECTS), None
    ) or _behind_its_verb(act, reading)


def _is_to_whom(party: PartyMention, reading: Reading) -> bool:
    """Whether a German article says that something is given to the party: "Dem Verlag räumt die Autorin ... ein", "Der Autorin räumt ..."."""
    article = reading.word(party.at - 1)
    name = reading.word(party.until - 1)
    return article in _TO_WHOM or (article == "der" and name.endswith("in") and not name.endswith("verein"))


def _uses_by_itself(party: PartyMention, reading: Reading) -> bool:
    """Whether an owner does what is named behind him: "consent to our using your pictures"."""
    return party.side == "engager" and reading.word(party.until) in _USING


def _who_agreed(party: PartyMention, act: Heard, reading: Reading) -> PartyMention | None:
    """Who goes on with a verb of his own behind what another may do: "The Author agrees that the Publisher may cut the Work and waives ..."; else None."""
    at = act.at
    while reading.word(at - 1).endswith("ly") or reading.word(at - 1) == "hereby":
        at -= 1
    if (
        not reading.word(act.at).endswith("s")
        or reading.word(at - 1) != "and"
        or MODALS.isdisjoint(reading.words[party.until : party.until + 2])
    ):
        return None
    for other in reading.parties:
        if other.until <= party.at and not other.owns and not _AGREES.isdisjoint(reading.words[other.until : other.until + 3]):
            return other if "that" in reading.words[other.until : party.at] else None
    return None


def _behind_its_verb(act: Heard, reading: Reading) -> PartyMention | None:
    """Who acts where German and Spanish put him right behind the verb: "Soweit zulässig, verzichtet der Nutzer", "cede el autor"."""
    behind = reading.word(act.until)
    if behind in _THE_ONE_WHO:
        last = act.until + 1
    elif behind in _SPOKEN_TO_BEHIND or reading.word(act.at) in _GIVES_BEFORE_NAMES:
        last = act.until
    else:
        return None
    return next((party for party in reading.parties if act.until <= party.at <= last and not party.owns), None)


def stands_with(party: PartyMention, side: Side, reading: Reading) -> bool:
    """Whether somebody of `side` does it together with `party`: "you and the Data Provider waive"."""
    at = party.at - (reading.word(party.at - 1) in _ARTICLES)
    if reading.word(at - 1) != "and":
        return False
    return any(other.until == at - 1 and other.side == side and not other.owns for other in reading.parties)


def owner_before(act: Heard, reading: Reading) -> PartyMention | None:
    """The last party before the act that stands as an owner; None without one."""
    return next((party for party in reversed(reading.parties) if party.until <= act.at and party.owns), None)


def receiver_of(act: Heard, reading: Reading) -> Side:
    """The first party after the act that gets something: right behind it, or after "to"."""
    for party in reading.parties:
        if party.at < act.until or party.owns or reading.word(party.at) in _SUBJECTS:
            continue
        if party.at - act.until > SEARCH * 2:
            break
        between = [word for word in reading.words[act.until : party.at] if word not in _ARTICLES]
        if not between or (between[-1] in _TO and _WHOSE_IT_IS.isdisjoint(between[-2:-1])):
            return party.side
    return "unknown"


def named_soon_after(act: Heard, reading: Reading) -> PartyMention | None:
    """The first party within a few words after the act; None without one."""
    return next((party for party in reading.parties if act.until <= party.at <= act.until + SEARCH), None)


def named_after(act: Heard, reading: Reading, prepositions: frozenset[str]) -> PartyMention | None:
    """The first party after the act behind one of `prepositions`; None without one."""
    for party in reading.parties:
        if party.at >= act.until and party.at - act.until <= SEARCH * 2 and preposition_of(party, reading) in prepositions:
            return party
    return None


def preposition_of(party: PartyMention, reading: Reading) -> str:
    at = party.at - 1
    while reading.word(at) in _ARTICLES:
        at -= 1
    return reading.word(at)


def _after_preposition(party: PartyMention, reading: Reading) -> bool:
    return preposition_of(party, reading) in _PREPOSITIONS


def _is_given(party: PartyMention, reading: Reading) -> bool:
    """Whether the party stands right behind an act of giving, with nothing but an article between; what a heading names is given to nobody."""
    at = party.at
    while reading.word(at - 1) in _ARTICLES and reading.word(at - 1) != "that":
        at -= 1
    return at in reading.given_at and not reading.marked(at - 1, party.at, "|")


def _is_maker(party: PartyMention, reading: Reading) -> bool:
    """Whether the party only says whose work is meant ("content you post", "works that users upload")."""
    at = party.at - (reading.word(party.at - 1) in {"that", "which"})
    if reading.marked(at - 1, at, ",|"):
        return False
    if any(noun.until == at for noun in reading.heard.get(WORK_NOUN, ())):
        return True
    before = reading.word(at - 1)
    is_named = before in _WHATEVER or (
        before.endswith("s") and before not in _NO_PLURALS and not _ARTICLES.isdisjoint(reading.words[max(at - 4, 0) : at - 1])
    )
    return is_named and any(party.until <= each.at <= party.until + 1 for each in reading.heard.get(MAKES, ()))


def _is_object(party: PartyMention, reading: Reading) -> bool:
    """Whether the party is named by a pronoun that nobody acts by ("us", "them"), by one between who acts and the act ("nous vous concédons"),
    or at the end of an item ("to bill you; and to train our models").
    """
    if reading.marked(party.until - 1, party.until, ";"):
        return True
    if party.until - party.at != 1:
        return False
    word = reading.word(party.at)
    return word in _OBJECTS or (word in _BEFORE_ACTS and any(other.until == party.at and not other.owns for other in reading.parties))


def is_passive(act: Heard, reading: Reading) -> bool:
    """Whether the act is said in the passive: "is assigned", "may be copied", "used to train"."""
    word = reading.word(act.at)
    if (
        word == "to"
        and is_participle(reading.word(act.at - 1))
        and any(reading.word(at) in BE for at in range(act.at - _BE_WITHIN, act.at))
    ):
        return True
    if word in MODALS and reading.word(act.until) == "be":
        return is_participle(reading.word(act.until + 1))
    if is_passive_abroad(act, reading):
        return True
    if not is_participle(word) or reading.word(act.at - 1) in _HAVE:
        return False
    return any(reading.word(at) in BE for at in range(act.at - 4, act.at))


def is_participle(word: str) -> bool:
    return word.endswith(("ed", "en")) or word in _PARTICIPLES


def is_before_be(party: PartyMention, act: Heard, reading: Reading) -> bool:
    """Whether the party is what the passive is said of: "the Company is granted"."""
    return any(reading.word(at) in BE for at in range(party.until, min(party.until + 3, act.at)))
