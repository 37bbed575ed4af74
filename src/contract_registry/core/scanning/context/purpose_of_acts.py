"""Who does what only stands as the purpose of something else, or after words by which somebody merely knows of it or agrees to it."""

from __future__ import annotations

from contract_registry.core.scanning.context.actors import BE, MODALS, SEARCH, is_participle, preposition_of
from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.parties import PartyMention, Side
from contract_registry.core.scanning.language import normals
from contract_registry.core.scanning.units import Heard

_SAYS = normals(
    "agree agrees acknowledge acknowledges understand understands accept accepts confirm confirms consent consents recognise recognises "
    "acepta aceptas acepto aceptan autoriza autorizas consiente reconoce accepte acceptez acceptent reconnaissez autorise autorisez"
)
_SAYS_WITHIN = 4
_THAT = frozenset({"that", "que"})
_STILL_THE_SAME = frozenset(
    "and or but who which that if where when in to at for with by on from as subject without unless at not including".split()
)
"""Words behind a comma that go on speaking of the same subject: "the Author, if she so wishes, may"."""
_PURPOSE = frozenset({"for", "to", "in", "as", "towards", "when"})
_NO_PURPOSE = normals("which who whose may can shall will must if where unless not")
"""Words by which something else is said of somebody between a passive and an act, which then is no purpose of it."""
_OF_PEOPLE = normals(
    "entitled permitted allowed authorized required obliged obligated licensed expected asked empowered enabled engaged employed given granted "
    "contracted hired commissioned"
)
"""Participles said of whoever then acts ("is entitled to receive"), and not of what is used."""


def is_told_something(party: PartyMention, act: Heard, reading: Reading) -> bool:
    """Whether the party only agrees or knows that something is done before `act`: "You understand that your posts are used for training"."""
    low = next((at for at in range(party.until, min(party.until + _SAYS_WITHIN, act.at)) if reading.word(at) in _SAYS), None)
    return low is not None and not _THAT.isdisjoint(reading.words[low + 1 : min(low + _SAYS_WITHIN, act.at)])


def is_cut_off(party: PartyMention, act: Heard, reading: Reading) -> bool:
    """Whether somebody else, whom no list of parties names, does the act: "If you upload pictures, Acme may train its models on them"."""
    modal = next((at for at in range(party.until, act.at) if reading.word(at) in MODALS), None)
    if modal is None or modal <= party.until + 1:
        return False
    comma = next((at for at in range(modal - 1, party.until, -1) if reading.marked(at - 1, at, ",;")), None)
    return comma is not None and comma < modal and reading.word(comma) not in _STILL_THE_SAME


def done_to_an_end(act: Heard, reading: Reading) -> Side | None:
    """By whom the act is done, where it only says what something is used for ("are used for training", "may be used by us to improve").

    "unknown" where nobody is named, None where no passive stands before the act.
    """
    doer: Side = "unknown"
    for at in range(act.at - 1, max(act.at - SEARCH, 0), -1):
        word = reading.word(at)
        if word in _NO_PURPOSE:
            return None
        named = next((party for party in reading.parties if party.at == at and not party.owns), None)
        if named and preposition_of(named, reading) != "by":
            return None
        doer = named.side if named else doer
        if is_participle(word) and word not in _OF_PEOPLE and any(reading.word(before) in BE for before in range(at - 4, at)):
            return doer if not _PURPOSE.isdisjoint(reading.words[at + 1 : act.until]) else None
    return None
