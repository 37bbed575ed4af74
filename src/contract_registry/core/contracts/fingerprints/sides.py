"""The names and words that a contract calls its sides by, each with the one word that stands for it in a fingerprint."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.role_words import role_weights
from contract_registry.core.clauses.tree import Clauses, Role

WORD = re.compile(r"[^\W_]+(?:[.'’ʼ&-][^\W_]+)*")
"""A word of a name or of a sentence; "Author's" is one, as "co-author" and "AT&T" are."""
_STANDS_FOR: dict[Role, str] = {"creator": "~creator", "engager": "~engager", "unknown": "~party"}
_POSSESSIVE = re.compile(r"['’ʼ]s?\Z")

ARTICLES = frozenset("the a an le la les l der die das den dem el los las de het".split())
_THE = "the"
_OTHER_SENSES = frozenset({"subject"})
"""Words for a side that contracts say oftener in another sense."""


@dataclass(frozen=True, slots=True)
class Names:
    """What stands for each name, by its words, and how many words the longest has that begins with a word."""

    stands: Mapping[tuple[str, ...], str]
    longest: Mapping[str, int]

    def at(self, words: Sequence[str], place: int) -> tuple[int, str]:
        """How many of `words` from `place` on are a name, and what stands for it; (1, that word) where none begins there."""
        first = _THE if words[place] in ARTICLES else words[place]
        for length in range(self.longest.get(first, 0), 0, -1):
            stands = self.stands.get((first, *words[place + 1 : place + length]))
            if stands and place + length <= len(words):
                return length, stands
        return 1, words[place]


def names_of(clauses: Clauses) -> Names:
    """What each side of this contract is called, before what any contract may call it, with an article ("the Illustrator", "the Publisher")."""
    stands: dict[tuple[str, ...], str] = {}
    for word, weight in role_weights(clauses.languages).items():
        if word not in _OTHER_SENSES:
            stands[_THE, *words_of_name(word)] = _STANDS_FOR["creator" if weight > 0 else "engager"]
    for party in clauses.parties:
        for words in filter(None, map(words_of_name, (party.name, *party.aliases))):
            bare_of_article = words[1:] if words[0] in ARTICLES and len(words) > 1 else words
            stands |= dict.fromkeys((bare_of_article, (_THE, *bare_of_article)), _STANDS_FOR[party.role])
    longest: dict[str, int] = {}
    for words in stands:
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return Names(stands, longest)


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without case and without the "'s" of whose it is."""
    return tuple(bare(word) for word in WORD.findall(name))


def bare(word: str) -> str:
    """A word without case and without the "'s" of whose it is."""
    return _POSSESSIVE.sub("", word.casefold())
