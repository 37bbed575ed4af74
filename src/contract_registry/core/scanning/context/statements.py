"""Where in a sentence a new statement begins, so that what is denied, warranted or conditional before it does not reach into it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from contract_registry.core.scanning.context.cues import CONTRASTS, MODAL, NEGATES, NO_NEGATION, RESTRAINS, Reading
from contract_registry.core.scanning.context.parties import POSSESSIVES, PartyMention
from contract_registry.core.scanning.language import normals
from contract_registry.core.scanning.units import Heard

FAR = 1_000_000
"""A place behind every word."""
_MODAL_WITHIN = 4
_SHORT = 3
_LONGEST_ASIDE = 15
"""Words of the longest aside; a comma further away is no end of it."""
_ARTICLES = frozenset({"the", "each", "any", "that", "this", "such", "a", "an"})
_COORDINATE = normals("and or but however und oder aber sondern et ou mais y pero")
_PRONOUNS = frozenset({"it", "they", "he", "she"})
_FRONTED = frozenset(
    "if where when should whenever wherever insofar although though since because while whilst provided to notwithstanding so once after "
    "before in unless until except save subject".split()
) | normals(
    "soweit sofern wenn falls da obwohl obgleich solange sobald nachdem bevor si lorsque quand comme cuando siempre aunque mientras"
)
"""Words by which a clause is opened that stands before the main one."""
_FRONTED_ABROAD = frozenset(
    {
        ("dans", "la", "mesure"),
        ("dans", "le", "cas"),
        ("en", "cas", "de"),
        ("au", "cas", "où"),
        ("en", "el", "caso"),
        ("en", "caso", "de"),
        ("en", "la", "medida"),
    }
)
"""The same of three words, in French and Spanish."""
_CONDITIONS = frozenset({"if", "where", "when", "unless", "should"})
"""Words that open a condition inside a sentence, behind a mark or a word that joins it on."""
_ASIDES = frozenset("who which being having whose although though even if where while whilst unless".split())
"""Words that open an aside between two commas."""
_CONJUNCTIONS = frozenset({"when", "whenever", "while", "whilst", "because", "since", "if", "where", "although", "though"})
_ADVERBS = normals(
    "hereby irrevocably unconditionally also further expressly fully forever perpetually absolutely accordingly therefore thereby thus "
    "consequently hence moreover likewise instead now automatically"
)
_FINITE_ABROAD = normals(
    "verzichte verzichtest räume räumt räumst übertrage überträgt überträgst trete tritt gewähre gewährst gestatte gestattest erlaube erlaubst "
    "erteile erteilst überlasse überlässt willige cède cèdent renonce renoncent accorde accordent concède concèdent autorise autorisent "
    "abandonne transfère cede ceden renuncia renuncian otorga otorgan concede autoriza autorizan transmite transfiere"
)
"""Acts of German, French and Spanish in forms that no denial of another verb governs."""
_AT_ONCE = normals("hereby automatically thereby")
"""Adverbs of what is done there and then: "and automatically grant"."""
_BE = frozenset({"is", "are", "am", "was", "were"})
_BEHIND_PLURALS = normals("of is are may shall will or and by")
"""Words behind a word in -s that make it a plural and no verb."""
_RELATIVE = frozenset({"that", "which", "who", "whose", "whom"})
_SUBORDINATE = _RELATIVE | _CONJUNCTIONS | frozenset({"what", "as", "how", "whether", "until", "unless", "before", "after"})
"""Words after which a verb is not that of the thing named before them: "and all works that are listed"."""
_THINGS = normals("all every each any such these those title copyright copyrights ownership everything whatever rights property")
"""Words with which things begin of which something is said: "and all copyright in the Work belongs to ..."."""
_OWNED = normals("title copyright copyrights ownership rights property right licence intellectual exclusive entire sole")
"""What begins such a thing behind "the"."""
_VERBS_OF_THINGS = normals(
    "is are shall will may belongs belong vests vest passes pass remains remain becomes become transfers transfer stays stay goes go"
)
_THINGS_GO_ON = normals("title and interest rights")
"""Words behind a comma with which a thing goes on: "all right, title and interest"."""
_BEFORE_LISTS = frozenset({"that", "when", "if", "where", "unless", "as"})
"""Words before a colon that what follows depends on: "does not warrant that: the Author ..."."""
_OF = frozenset({"of", "by", "to", "from", "for", "in", "the"})
_CLAIMS = normals("claim claims say says state assert argue believe mean means construed deemed register provide cause")
"""Words by which it is denied that something is said or is to be understood."""
_BEFORE_NO = frozenset({"at", "under", "in", "on", "by"})
"""Words before a "no" that denies all of the sentence: "at no time", "under no circumstances"."""
_FINITE_VERBS = normals("shall will may is are must does do has have can cannot should was were")
_FEW = 3
"""Words between a denial and the "and" behind which a thing stands without a comma: "cannot withdraw and all ..."."""
_BEHIND_VERB = 8
"""Words behind the verb of a thing among which it is told whose it is."""
_WORDS_OF_THING = 12
"""Words among which the verb of a thing stands: "all right, title and interest in the Work shall vest"."""
_ADVERBIAL = 6
_WORD_OF_STATEMENT = 10
"""Words after a semicolon among which whatever is said of its own subject has its verb: "; any right to object is waived"."""


def boundaries(reading: Reading) -> list[int]:
    """The numbers of the words at which a new statement begins, in order."""
    commas = {at for at, mark in reading.marks if mark == ","}
    modals = sorted(each.at for each in reading.heard.get(MODAL, ()))
    ends = {at for at, mark in reading.marks if mark == ";" and _speaks_anew(reading, at, modals)}
    looks_like_one = {at for each in reading.said(NO_NEGATION) for at in range(each.at, each.until)}
    denials = {each.until for each in reading.said(NEGATES)}
    ends |= {at for at, mark in reading.marks if mark == ":" and _speaks_behind_colon(reading, at, modals)}
    ends |= {each.at for each in reading.said(CONTRASTS)} - looks_like_one - (denials & commas)
    ends |= set(_new_subjects(reading, commas, modals))
    ends |= set(_new_verbs(reading, commas))
    ends |= set(_ends_of_fronted(reading, commas))
    ends |= set(_ends_of_conditions(reading, commas))
    ends |= set(_new_things(reading, commas))
    ends |= set(_further_clauses(reading))
    ends |= set(_ends_of_asides(reading, commas))
    ends |= set(_conjunctions(reading))
    return sorted(ends)


def next_boundary(start: int, ends: Sequence[int]) -> int:
    """The first of `ends` at or after the word `start`; a place behind every word where there is none."""
    return next((end for end in ends if end >= start), FAR)


def _begins(party: PartyMention, reading: Reading) -> int:
    """The word at which a party is named, its article counted in."""
    return party.at - (reading.word(party.at - 1) in _ARTICLES)


def _speaks_anew(reading: Reading, at: int, modals: Sequence[int]) -> bool:
    """Whether somebody speaks within a few words after the semicolon, so that it does not merely go on with a list."""
    if not _PRONOUNS.isdisjoint(reading.words[at : at + 2]) and _has_one(modals, at, at + _MODAL_WITHIN + 1):
        return True
    return any(at <= party.at <= at + 2 and not party.owns for party in reading.parties) or _is_said_of_something(reading, at)


def _speaks_behind_colon(reading: Reading, at: int, modals: Sequence[int]) -> bool:
    """Whether a side does something right behind the colon ("Nothing limits this: the Author assigns ..."), which then opens no list."""
    if reading.word(at - 1) in _BEFORE_LISTS:
        return False
    verbs = _acts_at(reading).union(modals)
    return any(_begins(party, reading) == at and not party.owns and party.until in verbs for party in reading.parties)


def _acts_at(reading: Reading) -> set[int]:
    """The words at which acts stand."""
    return {each.at for concept in reading.acts.keys() & reading.heard.keys() for each in reading.heard[concept]}


def _is_said_of_something(reading: Reading, at: int) -> bool:
    """Whether something is said to be so soon after the semicolon ("; any right to object is waived"), and not merely described."""
    for number in range(at + 1, min(at + _WORD_OF_STATEMENT, len(reading.words))):
        if reading.word(number) in _RELATIVE:
            return False
        if reading.word(number) in _BE:
            return True
    return False


def _has_one(places: Sequence[int], low: int, high: int) -> bool:
    """Whether one of `places`, which are in order, is at `low` or after it and before `high`."""
    at = bisect_left(places, low)
    return at < len(places) and places[at] < high


def _new_subjects(reading: Reading, commas: AbstractSet[int], modals: Sequence[int]) -> Iterator[int]:
    """A party behind a comma or "and" that does something: ", and the Publisher may"; in a sentence that opens with a condition, any."""
    fronted = _opens_fronted(reading)
    denied = min((each.at for each in reading.said(NEGATES) if each.at >= reading.unit.own_word), default=FAR)
    verbs = _acts_at(reading)
    for party in reading.parties:
        if party.owns:
            continue
        at = _behind_adverbials(_begins(party, reading), reading, commas)
        if _has_one(modals, party.until, party.until + _MODAL_WITHIN):
            if at in commas or reading.word(at - 1) in _COORDINATE or (fronted and at > denied + 1):
                yield at
        elif reading.word(at - 1) in _COORDINATE and (party.until in verbs or reading.word(party.until) in _BE):
            yield at


def _new_things(reading: Reading, commas: AbstractSet[int]) -> Iterator[int]:
    """A thing of which something is said behind what is denied of another: "The fee is not refundable, and all copyright belongs to ...".

    Not where it may be one of several of which the same is denied, or where what is said of it gives the creator something.
    """
    denials = [each for each in reading.said(NEGATES) if each.at >= reading.unit.own_word]
    if not denials:
        return
    marks = commas | {at for at, mark in reading.marks if mark in ";:|"}
    for at in range(min(each.at for each in denials) + 1, len(reading.words)):
        if reading.word(at) not in _THINGS and not (reading.word(at) == "the" and reading.word(at + 1) in _OWNED):
            continue
        denial = max((each for each in denials if each.at < at), key=lambda each: each.at)
        verb = _verb_of_thing(at, marks, reading)
        if verb and _stands_apart(at, denial, marks, commas, reading) and not _is_creators(verb, reading):
            yield at


def _stands_apart(at: int, denial: Heard, marks: AbstractSet[int], commas: AbstractSet[int], reading: Reading) -> bool:
    """Whether a denial before it does not govern the thing: "cannot withdraw and all ...", but not "shall not claim the Work and all ..."."""
    between = frozenset(reading.words[denial.until : at])
    if between & _CLAIMS or between & _SUBORDINATE or not _BEFORE_NO.isdisjoint((reading.word(denial.at - 1), reading.word(denial.at))):
        return False
    if reading.word(denial.at) == "never" and denial.at == reading.unit.own_word:
        return False
    joined = next(
        (before for before in (at - 1, at - 2) if reading.word(before) == "and" and (before == at - 1 or reading.word(at - 1) in _ADVERBS)),
        None,
    )
    if joined is None:
        return at in marks and (
            at not in commas or reading.word(at - 1) in _ADVERBS or _FINITE_VERBS.isdisjoint(reading.words[reading.unit.own_word : at])
        )
    return joined in marks or (joined - denial.until <= _FEW and between.isdisjoint(_ARTICLES | POSSESSIVES))


def _verb_of_thing(at: int, marks: AbstractSet[int], reading: Reading) -> int | None:
    """Where the verb of the thing that begins here stands, if it has one before anything else begins."""
    for number in range(at + 1, min(at + _WORDS_OF_THING, len(reading.words))):
        word = reading.word(number)
        if word in _SUBORDINATE or (number in marks and word not in _THINGS_GO_ON):
            return None
        if word in _VERBS_OF_THINGS:
            named = any(
                party.until == number and not party.owns and party.at > at + 1 and reading.word(party.at - 1) not in _OF
                for party in reading.parties
            )
            return None if named else number
    return None


def _is_creators(verb: int, reading: Reading) -> bool:
    """Whether the creator comes first behind the verb: "all rights belong to the Author", "any waiver needs your consent"."""
    first = next((party for party in reading.parties if verb < party.at <= verb + _BEHIND_VERB), None)
    return first is not None and first.side == "creator"


def _further_clauses(reading: Reading) -> Iterator[int]:
    """A further "and that": who "confirms that nobody else has rights and that all rights are assigned" denies in the first clause alone."""
    denials = sorted(each.at for each in reading.said(NEGATES) if each.at >= reading.unit.own_word)
    if not denials:
        return
    marks = {at for at, mark in reading.marks if mark in ",;:|"}
    subjects = {_begins(party, reading) for party in reading.parties if not party.owns}
    thats = [at for at in range(reading.unit.own_word, len(reading.words)) if reading.word(at) == "that"]
    for before, at in pairwise(thats):
        is_further = (
            reading.word(at - 1) == "and" and before == thats[0] and _has_one(denials, before, at) and not _has_one(denials, 0, before)
        )
        if is_further and (at + 1 in subjects or _verb_of_thing(at + 1, marks, reading)):
            yield at + 1


def _behind_adverbials(at: int, reading: Reading, commas: AbstractSet[int]) -> int:
    """Where the statement whose subject begins at `at` begins: behind a comma and an "and", with what may stand before a subject between
    (", and from then on you accept", ", and to the extent the law gives her any, she").
    """
    for before in range(at - 1, max(at - _ADVERBIAL, 0), -1):
        if before in commas and reading.word(before) == "and":
            return before + 1
    return at


def _new_verbs(reading: Reading, commas: AbstractSet[int]) -> Iterator[int]:
    """A finite verb joined on ("shall not be paid and hereby assigns"): no helper before it reaches so far."""
    for each in _finite(reading):
        at = each.at
        while reading.word(at - 1) in _ADVERBS:
            at -= 1
        if reading.word(at - 1) in _COORDINATE or at in commas:
            yield at


def _finite(reading: Reading) -> Iterator[Heard]:
    """The acts in a form that no "shall not" governs: "assigns", "hereby assign", "automatically grant"."""
    for concept in reading.acts.keys() & reading.heard.keys():
        for each in reading.heard[concept]:
            word = reading.words[each.at]
            if reading.word(each.at - 1) in _AT_ONCE or word in _FINITE_ABROAD or (_ends_in_s(word) and _is_verb(each, reading)):
                yield each


def _ends_in_s(word: str) -> bool:
    return len(word) > _SHORT and word.endswith("s") and not word.endswith("ss")


def _is_verb(act: Heard, reading: Reading) -> bool:
    """Whether a word in -s is a verb and no plural: what comes after it is no verb and no preposition of a noun's."""
    return reading.word(act.until) not in _BEHIND_PLURALS


def _opens_fronted(reading: Reading) -> bool:
    own = reading.unit.own_word
    first = reading.word(own)
    if first == "to":
        return reading.words[own + 1 : own + 3] == ("the", "extent")
    if first == "in":
        return reading.word(own + 1) in {"case", "the"} and not {"case", "event"}.isdisjoint(reading.words[own + 1 : own + 3])
    if first == "as":
        return any(party.at - 1 <= own + 1 <= party.at for party in reading.parties) or reading.word(own + 1) in _PRONOUNS
    return first in _FRONTED or reading.words[own : own + 3] in _FRONTED_ABROAD


def _ends_of_fronted(reading: Reading, commas: AbstractSet[int]) -> Iterator[int]:
    """Where a clause that opens the sentence may end: at the first comma after what it denies ("If this is not possible, your assignment ...")."""
    if _opens_fronted(reading):
        for each in reading.said(NEGATES, RESTRAINS):
            if each.at >= reading.unit.own_word:
                yield min((at for at in commas if at > each.at), default=FAR)


def _ends_of_conditions(reading: Reading, commas: AbstractSet[int]) -> Iterator[int]:
    """Where a condition inside the sentence ends that denies something: "...; if it is not, all rights ...", "..., and if it is not accepted, ..."."""
    denials = sorted(each.at for each in reading.said(NEGATES) if each.at >= reading.unit.own_word)
    if not denials:
        return
    behind = {each.until for each in reading.said(NEGATES)}
    for at, mark in reading.marks:
        joined = reading.word(at) in _COORDINATE
        if at in behind:
            continue
        if (mark in ";:" or (mark == "," and joined)) and reading.word(at + joined) in _CONDITIONS:
            end = min((other for other in commas if other > at), default=FAR)
            if _has_one(denials, at, end):
                yield end


def _ends_of_asides(reading: Reading, commas: AbstractSet[int]) -> Iterator[int]:
    """Where an aside between commas ends: "the Author, not being an employee, assigns ..."; what was denied before it goes on behind it."""
    denials = [each.at for each in reading.said(NEGATES) if each.at >= reading.unit.own_word]
    for at in commas:
        word = reading.word(at)
        if word in _ASIDES or (word == "not" and reading.word(at + 1).endswith(("ing", "ed"))):
            end = min((other for other in commas if other > at and not reading.is_aside(other, at)), default=FAR)
            is_denied, denies = _has_one(denials, 0, at), _has_one(denials, at, end)
            in_brackets = sum(until - low for low, until in reading.brackets if at <= low and until <= end)
            stands_alone = reading.word(at - 1) not in _COORDINATE or (denies and not is_denied)
            if end - at - in_brackets <= _LONGEST_ASIDE and (denies or not is_denied) and stands_alone:
                yield end


def _conjunctions(reading: Reading) -> Iterator[int]:
    """A conjunction that opens a clause with a subject of its own: "will not pay more when it uses the Work ..."."""
    subjects = {_begins(party, reading) for party in reading.parties if not party.owns}
    for at, word in enumerate(reading.words):
        if word in _CONJUNCTIONS and at > reading.unit.own_word and (at + 1 in subjects or reading.word(at + 1) in _PRONOUNS):
            yield at
