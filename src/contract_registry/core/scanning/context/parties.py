"""Who is spoken of in a unit: the document's own parties, and general words for either side, as doers or as owners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from contract_registry.core.rules.patterns import SIDES
from contract_registry.core.scanning.language import normal
from contract_registry.core.scanning.matching import ByConcept
from contract_registry.core.scanning.mentions import PARTY
from contract_registry.core.scanning.units import Heard, Unit

CREATOR, ENGAGER = SIDES
"""The names by which patterns speak of the two sides, whatever the document calls them."""
CREATOR_WORD = "creator-word"
ENGAGER_WORD = "engager-word"
THIRD_PARTY = "third-party"
SIDES_FROM = {CREATOR: (PARTY["creator"], CREATOR_WORD), ENGAGER: (PARTY["engager"], ENGAGER_WORD)}
_OF_OTHER_LANGUAGES = frozenset(
    "mein meine meinen meiner meinem meines dein deine deinen deiner deinem deines ihre ihren ihrer ihrem ihres seine seinen seiner seinem "
    "unser unsere unseren unserer unserem unseres mon ma mes ta tes sa ses notre nos votre vos leur leurs "
    "mi mis su sus tu tus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras".split()
)
POSSESSIVES = frozenset({"your", "our", "my", "its", "their", "his", "her", "'s", "s"}) | _OF_OTHER_LANGUAGES
"""Words that make the party before them an owner and not a doer."""

Side = Literal["creator", "engager", "third party", "unknown"]
_SIDES: dict[str, Side] = {
    PARTY["creator"]: "creator",
    PARTY["engager"]: "engager",
    CREATOR_WORD: "creator",
    ENGAGER_WORD: "engager",
    THIRD_PARTY: "third party",
    PARTY["unknown"]: "unknown",
}
"""What each mention says of whose side is spoken of, the surest first; a party whose side is not known counts by the word it is called."""
_ALWAYS_MEANT = frozenset(
    normal(word + ending)
    for word in (
        "author writer illustrator photographer artist performer actor voice musician composer songwriter translator contributor contractor "
        "freelancer designer consultant entrant participant publisher company producer client "
        "autor autora autore artista fotógrafo fotógrafa ilustrador ilustradora traductor traductora participante concursante ganador trabajador "
        "trabajadora colaborador colaboradora actor actriz locutor locutora escritor escritora diseñador organizador organizadora editorial "
        "fundación universidad ayuntamiento productora empleador empresa entidad cliente sello discográfica agencia cesionario cesionaria "
        "auteur autrice artiste photographe illustrateur illustratrice traducteur traductrice contributeur participante salarié étudiant éditeur "
        "prestataire comédien comédienne auteure organisateur organisatrice producteur employeur université société cliente diffuseur "
        "cessionnaire association agence label "
        "urheber urheberin autorin künstler künstlerin fotograf fotografin übersetzer illustratorin teilnehmer teilnehmerin "
        "auftragnehmer auftragnehmerin arbeitnehmer arbeitnehmerin verlag auftraggeber auftraggeberin arbeitgeber arbeitgeberin veranstalter "
        "sprecher sprecherin darsteller hochschule universität produzent produzentin kunde kundin agentur sender verein lizenznehmer"
    ).split()
    for ending in ("", "s")
)
"""General words that mean nobody else's trade: they count beside the document's own names too, which often calls one party by two names."""
_BEHIND_OWNERS = frozenset(
    "'s s data content contents materials information ip property recordings images technology systems contributions works "
    "submissions uploads posts inputs prompts photographs photos designs likeness voice performance performances entries files conversations".split()
)
"""Words behind a name that make it say whose they are: "the Provider's", "Customer Data", "User Content"."""
_LISTED_WITHIN = 3
"""Words between the owner of several and the next of them: "the Director's heirs, executors and successors"."""


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A party spoken of: its side, its place in words, and whether it stands as an owner ("the Author's", "your")."""

    side: Side
    at: int
    until: int
    owns: bool
    start: int = 0
    end: int = 0


def parties_of(heard: ByConcept, words: Sequence[str], counts: Mapping[str, int]) -> tuple[PartyMention, ...]:
    """The parties of the unit.

    Where the document's own names (`counts` says whether it has any) tell both sides, general words that may mean something else, such as "model"
    or "network", count for neither; where a name and a general word overlap, the name counts.
    """
    is_told = bool(counts.get(PARTY["creator"]) and counts.get(PARTY["engager"]))
    found: list[PartyMention] = []
    taken: set[int] = set()
    for concept, side in _SIDES.items():
        is_general = is_told and concept in {CREATOR_WORD, ENGAGER_WORD}
        for each in heard.get(concept, ()):
            if is_general and _ALWAYS_MEANT.isdisjoint(words[each.at : each.until]):
                continue
            if taken.isdisjoint(range(each.at, each.until)):
                taken.update(range(each.at, each.until))
                last, after = words[each.until - 1], words[each.until] if each.until < len(words) else ""
                owns = (last in POSSESSIVES and (each.until - each.at == 1 or concept not in PARTY.values())) or after in _BEHIND_OWNERS
                found.append(PartyMention(side, each.at, each.until, owns, each.start, each.end))
    found.sort(key=lambda party: party.at)
    return tuple(_with_their_own(found))


def _with_their_own(parties: Sequence[PartyMention]) -> Iterator[PartyMention]:
    """The parties, those that belong to one ("your affiliates", "the Company's successors") on its side."""
    before: PartyMention | None = None
    listed: PartyMention | None = None
    for party in parties:
        belongs = before is not None and before.owns and before.until <= party.at <= before.until + 1 and party.side == "third party"
        goes_on = listed is not None and party.side == "third party" and party.at <= listed.until + _LISTED_WITHIN
        owner = before if belongs else listed if goes_on else None
        told = replace(party, side=owner.side) if owner else party
        yield told
        listed = told if owner or party.owns else None
        before = party


def sides(parties: Sequence[PartyMention], unit: Unit) -> Iterator[Heard]:
    """The two sides as concepts that patterns can name: {creator} and {engager}."""
    for party in parties:
        if party.side in {CREATOR, ENGAGER}:
            yield Heard(party.at, party.until, party.side, party.start, party.end, unit.piece_at(party.at))
