"""Somebody who may be a party: every word for the same person, with what those words alone say of the side they are on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from contract_registry.core.clauses.role_words import FAIR, Speaker, speaker_of, without_article
from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.text import Span

_NO_COMPOUNDS = words_in("model host label studio network guest band platform brand director subject press")
"""Roles that make no party of the word before them ("AI Model", "Sister Label")."""
_GENERIC = words_in("AI Third-Party Third Language Business Other Anonymous Machine")


class Candidate(NamedTuple):
    """Somebody who may be a party: the words that mean the same person, a name where one is given, and where it is first said.

    `is_defined` when the document itself says who it is; `prior` how far its role words speak for the creator's side; `is_rare` marks a pronoun
    hardly used beside the others, or only for what somebody has; `is_sure` whom the opening introduces, so that it is a party whatever it does.
    """

    aliases: tuple[str, ...]
    name: str = ""
    at: Span | None = None
    is_defined: bool = False
    prior: float = 0.0
    speaker: Speaker | None = None
    is_rare: bool = False
    is_sure: bool = False


class Lexicon(NamedTuple):
    """The words of the document's languages to look parties up in: roles with their weights, and pronouns."""

    roles: Mapping[str, float]
    pronouns: Mapping[str, Speaker]


def weight_of(alias: str, lexicon: Lexicon) -> float:
    """How far a word speaks for the creator's side: a role word, or one with another before it ("Commissioned Artist")."""
    bare = without_article(alias)
    low = bare.lower()
    if low in lexicon.roles:
        return lexicon.roles[low]
    first, _, last = low.rpartition(" ")
    weight = lexicon.roles.get(last, 0.0)
    is_compound = (
        first and first.count(" ") <= 1 and not last.endswith("s") and last not in _NO_COMPOUNDS and bare.split()[0] not in _GENERIC
    )
    return weight if is_compound and abs(weight) >= FAIR else 0.0


def prior_of(aliases: Iterable[str], lexicon: Lexicon) -> float:
    """How far the words for a party speak for the creator's side: the plainest of them."""
    found = [weight for alias in aliases if (weight := weight_of(alias, lexicon))]
    return max(found, key=abs) if found else 0.0


def merged(found: Sequence[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Candidates that share a word, a name or a pronoun's speaker, made one."""
    groups: list[Candidate] = []
    for one in found:
        keys = keys_of(one, lexicon)
        shared = [group for group in groups if keys & keys_of(group, lexicon)]
        merged = _made_one([*shared, one], lexicon)
        at = groups.index(shared[0]) if shared else len(groups)
        groups = [group for group in groups if group not in shared]
        groups.insert(at, merged)
    return groups


def _made_one(same: Sequence[Candidate], lexicon: Lexicon) -> Candidate:
    aliases = tuple(dict.fromkeys(alias for one in same for alias in one.aliases))
    return Candidate(
        aliases,
        next((one.name for one in same if one.name), ""),
        next((one.at for one in same if one.at), None),
        any(one.is_defined for one in same),
        max((one.prior for one in same), key=abs),
        next((speaker for alias in aliases if (speaker := speaker_of(alias, lexicon.pronouns))), None),
        all(one.is_rare for one in same),
        any(one.is_sure for one in same),
    )


def keys_of(one: Candidate, lexicon: Lexicon) -> set[str]:
    """What a candidate is recognised by: its words without article and plural, a pronoun's speaker, its name."""
    return {speaker_of(alias, lexicon.pronouns) or _singular(without_article(alias).lower()) for alias in one.aliases} | (
        {one.name.lower()} if one.name else set()
    )


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
