"""What a sentence is there for: to bind, to define, to recite, to warrant, to give an example, or to head what follows."""

from __future__ import annotations

from collections.abc import Sequence

from contract_registry.core.rules.rule import Function
from contract_registry.core.scanning.context.cues import EXAMPLE, INFRINGES, MEANS, RECITAL, WARRANTS, Reading
from contract_registry.core.scanning.context.items import is_of_another_item
from contract_registry.core.scanning.context.reports import is_quoted_to_show, is_told_of_others
from contract_registry.core.scanning.language import normals
from contract_registry.core.scanning.units import Heard

_CLOSE = 12
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_WHO = normals(
    "body bodies society organisation association person persons people individual individuals entity entities user users member members party parties document instrument deed agreement"
)
_WHO_WITHIN = 5
_POINTING = frozenset({"that", "this", "which", "it", "what"})
_USED_WITHIN = 3
_OF = frozenset({"of", "for", "when", "while"})
_ARTICLES = frozenset({"the", "a", "an", "any", "such", "said", "each"})
_HELPERS_WITHIN = 5
_THAT_WITHIN = 8
_AGREES = frozenset({"agree", "agrees", "undertake", "undertakes", "consent", "consents", "covenants", "acknowledges", "acknowledge"})
_UNDERSTANDS = frozenset({"agree", "agrees", "understand", "understands", "acknowledge", "acknowledges"})
_UNDERSTANDS_WITHIN = 8
_CLAIMS = frozenset(
    {"claim", "claims", "action", "actions", "complaint", "complaints", "proceedings", "suit", "suits", "remedy", "remedies", "damages"}
)
"""What somebody has against him who infringes: to give up "any claim for infringement" warrants nothing."""
_RELEASES = normals("release releases discharge discharges")
_CLAIMS_WITHIN = 20
"""Words behind a release among which the claims stand that are released."""
_EXPLAINS = frozenset({"means", "mean"})
_EXPLAINED_WITHIN = 4
_FREE = normals("free entitled permitted allowed")
"""What somebody is who may do something."""
_NEEDED = frozenset({"necessary", "required", "needed", "sufficient"})
_HAS = frozenset({"obtained", "secured", "acquired", "cleared", "have", "has", "own", "owns", "hold", "holds", "possess", "possesses"})
_HAS_WITHIN = 14
_CLEARED_WITHIN = 30
"""How far the words that say which rights somebody has stand before what they are needed for."""
_HELPERS = frozenset("is are be been being was were has have had get gets stand stands and or hereby".split())
"""Words near a participle that make it a verb ("are hereby assigned") or one of several that are."""


def function_of(act: Heard, reading: Reading) -> Function:
    """The function of the words around `act`."""
    kind = reading.unit.clause.kind
    if kind == "remark":
        return "remark"
    ends = reading.statements
    if (kind == "recital" or any(each.at <= reading.unit.own_word + 1 for each in reading.said(RECITAL))) and not _binds(act, reading):
        return "recital"
    if kind == "heading" and len(reading.words) <= _CLOSE:
        return "heading"
    if _is_veiled(act, reading, ends) or _is_warranted(act, reading, ends) or _is_cleared(act, reading, ends):
        return "warranty"
    if _is_an_example(act, reading) or is_quoted_to_show(act, reading) or is_told_of_others(act, reading):
        return "example"
    if (kind == "definition" or _is_defined(act, reading)) and _only_names(act, reading):
        return "definition"
    return "description" if _describes(act, reading) else "operative"


def _describes(act: Heard, reading: Reading) -> bool:
    """Whether the act is a participle that only says which thing is meant ("models trained on the Data", "data used to train models"),
    or giving as a thing somebody may do ("the risk of transferring content").
    """
    word = reading.word(act.at)
    before = reading.words[max(act.at - _HELPERS_WITHIN, 0) : act.at]
    if reading.acts.get(act.concept) == "passes" and before[-1:] and before[-1] in {"that", "which"}:
        return not reading.marked(act.at - 2, act.at - 1, ",")
    if word.endswith("ing") and reading.acts.get(act.concept) == "gives" and not _OF.isdisjoint(before) and "hereby" not in reading.words:
        return True
    if word == "to" and reading.word(act.at - 1) == "used" and _HELPERS.isdisjoint(before[:-1][-_USED_WITHIN:]):
        return True
    if act.until - act.at > 1 or not word.endswith("ed") or word in {"need", "feed", "proceed"}:
        return False
    if reading.word(act.at - 1) in _ARTICLES:
        return True
    return _HELPERS.isdisjoint(before)


def _binds(act: Heard, reading: Reading) -> bool:
    """Whether the act is done there and then, whatever it stands under: "the Author hereby assigns"."""
    return "hereby" in reading.words[max(act.at - 3, 0) : act.until]


def _is_an_example(act: Heard, reading: Reading) -> bool:
    """Whether the act only shows what is meant ("some contracts, for example, ..."); an example of what is granted is granted too."""
    for each in reading.said(EXAMPLE):
        if each.until <= act.at and act.at - each.until < _CLOSE and not reading.is_aside(each.at, act.at):
            others = [other for concept in reading.acts.keys() & reading.heard.keys() for other in reading.heard[concept]]
            shown = not any(other.until <= each.at for other in others) and not _opens_what_they_do(each, act, others, reading)
            return shown and not _says_what_it_means(each, act, reading)
    return False


def _says_what_it_means(example: Heard, act: Heard, reading: Reading) -> bool:
    """Whether the example is one of what this document's own words let a side do: "This clause means, for example, that we can ..."."""
    explains = not _EXPLAINS.isdisjoint(reading.words[max(example.at - _EXPLAINED_WITHIN, 0) : example.at])
    return explains and any(example.until <= party.at < act.at and party.side in {"creator", "engager"} for party in reading.parties)


def _opens_what_they_do(example: Heard, act: Heard, others: Sequence[Heard], reading: Reading) -> bool:
    """Whether the sentence opens with the example and goes on with a side or a grant of this document: "For example, this licence includes ..."."""
    if example.at > reading.unit.own_word:
        return False
    grants = any(example.until <= other.at < act.at and reading.acts[other.concept] in {"lets", "gives"} for other in others)
    return grants or any(party.at == example.until and party.side in {"creator", "engager"} for party in reading.parties)


def _is_veiled(act: Heard, reading: Reading, ends: Sequence[int]) -> bool:
    """Whether the act stands in a list of what must not be infringed."""
    return any(
        each.until <= act.at
        and act.at - each.until < _CLOSE * 2
        and not reading.marked(each.until, act.at, ";")
        and not _parted(each.until, act.at, ends)
        and not _is_given_up(each, reading)
        for each in reading.said(INFRINGES)
    )


def _is_given_up(infringes: Heard, reading: Reading) -> bool:
    """Whether the infringement is one of which all claims are given up: "releases the Company from any claims, including of infringement"."""
    if reading.word(infringes.at - 2) in _CLAIMS:
        return True
    before = reading.words[reading.unit.own_word : infringes.at]
    released = next((at for at, word in enumerate(before) if word in _RELEASES), None)
    return released is not None and not _CLAIMS.isdisjoint(before[released : released + _CLAIMS_WITHIN])


def _is_warranted(act: Heard, reading: Reading, ends: Sequence[int]) -> bool:
    """Whether the act is what somebody warrants to be so ("warrants that it has not assigned ..."), and not what he does or agrees to."""
    return any(
        each.until <= act.at
        and not _is_a_promise(each, reading)
        and not reading.is_aside(each.at, act.at)
        and "that" in reading.words[each.until : each.until + _THAT_WITHIN]
        and _AGREES.isdisjoint(reading.words[each.until : each.until + _THAT_WITHIN])
        and _UNDERSTANDS.isdisjoint(reading.words[max(each.until, act.at - _UNDERSTANDS_WITHIN) : act.at])
        and "hereby" not in reading.words[each.until : act.at + 1]
        and not _parted(each.until, act.at, ends)
        and not is_of_another_item(each.at, act.at, reading)
        and not _warrants_a_freedom(each, reading)
        for each in reading.said(WARRANTS)
    )


def _warrants_a_freedom(warrants: Heard, reading: Reading) -> bool:
    """Whether the creator warrants what the other side is free to do, which lets it do so: "warrants that the Publisher may use ..."."""
    that = reading.words.index("that", warrants.until)
    for party in reading.parties:
        if that < party.at <= that + 2 and party.side == "engager" and not party.owns:
            said = reading.words[party.until : party.until + 3]
            return said[:1] in (("may",), ("can",)) or (said[:1] in (("is",), ("are",)) and not _FREE.isdisjoint(said))
    return False


def _is_cleared(act: Heard, reading: Reading, ends: Sequence[int]) -> bool:
    """Whether the act is what somebody says to have the rights for ("you have all rights necessary to authorize us to use ..."), which gives none."""
    return any(
        not _HAS.isdisjoint(reading.words[max(at - _HAS_WITHIN, 0) : at])
        and "to" in reading.words[at + 1 : at + 1 + _USED_WITHIN]
        and not _parted(at, act.at, ends)
        for at in range(max(act.at - _CLEARED_WITHIN, 0), act.at)
        if reading.words[at] in _NEEDED
    )


def _is_a_promise(each: Heard, reading: Reading) -> bool:
    """Whether a word that may warrant promises what will be done: "covenants with the Publisher that she will not", said beside no other such word."""
    if not reading.word(each.at).startswith("covenant") or each.until - each.at > 1:
        return False
    near = reading.words[max(each.at - _THAT_WITHIN, 0) : each.until + 2]
    return not any(word.startswith(("warrant", "represent", "guarantee")) for word in near)


def _parted(low: int, high: int, ends: Sequence[int]) -> bool:
    """Whether a new statement begins between two words."""
    return any(low < end <= high for end in ends)


def _is_defined(act: Heard, reading: Reading) -> bool:
    defines = (each for each in reading.said(MEANS) if reading.word(each.at - 1) not in _POINTING)
    return any(each.at <= reading.unit.own_word + 8 and each.until <= act.at for each in defines) or _is_of_a_term(act, reading)


def _only_names(act: Heard, reading: Reading) -> bool:
    """Whether the act in a definition only says which thing or person the term is for: it stands in the term itself,
    or in what is said of a person or document ("a person who has consented").

    What else a definition says binds wherever its term is used: "Media" means every future method of delivery.
    """
    quotes = [at for at, mark in reading.marks if mark == '"' and at >= reading.unit.own_word]
    if len(quotes) > 1 and act.at < quotes[1]:
        return True
    relative = (at for at in range(reading.unit.own_word, act.at) if reading.words[at] in _RELATIVE)
    return any(not _WHO.isdisjoint(reading.words[max(at - _WHO_WITHIN, 0) : at]) for at in relative)


def _is_of_a_term(act: Heard, reading: Reading) -> bool:
    """Whether the sentence begins with a term in quotation marks and says what it is: 'A "Speaker" is a person who has consented'."""
    quotes = [at for at, mark in reading.marks if mark == '"' and at >= reading.unit.own_word]
    return len(quotes) > 1 and quotes[0] <= reading.unit.own_word + 1 and quotes[1] < act.at and reading.word(quotes[1]) in {"is", "are"}
