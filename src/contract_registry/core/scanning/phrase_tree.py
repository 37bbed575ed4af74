"""The tree of words that phrases are found by: what begins alike shares its beginning, and what goes on alike shares its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from contract_registry.core.scanning.language import Words, normals

SEEN_THROUGH = normals("- ' \" ` ´ * _ /")
"""Marks that do not part the words of a phrase: "royalty-free" is "royalty free", and so-called “moral” rights are moral rights."""
ANY = ""
"""The language of phrases that are looked for whatever language a text is in."""
WORD_BITS = 32
Meanings = tuple[tuple[str, str], ...]
"""What words speak of: names of concepts, each with the language in which it is said so."""


@dataclass(frozen=True, slots=True)
class PhraseTree:
    """Phrases as steps from word to word. `words` are numbered from 1; node 0 is where every phrase begins.

    `branches` gives by node and word (see `branch`) the next node, `says` by node which of `meanings` the words up to it have (the first of
    them is no meaning at all), `languages` by word the languages of the phrases it stands in. Nothing in it is a container within a
    container by the node, so that the garbage collector need not walk it again and again.
    """

    words: tuple[str, ...]
    languages: tuple[frozenset[str], ...]
    branches: Mapping[int, int]
    says: tuple[int, ...]
    meanings: tuple[Meanings, ...]

    def onward(self) -> list[list[tuple[int, int]]]:
        """By node: each word that goes on from it, and the node it goes to."""
        steps: list[list[tuple[int, int]]] = [[] for _ in self.says]
        for key, node in self.branches.items():
            steps[key >> WORD_BITS].append((key & (1 << WORD_BITS) - 1, node))
        return steps

    def plain(self) -> dict[str, Any]:
        """The tree as JSON can hold it; `tree_of` makes it again."""
        spoken = sorted({language for each in self.languages for language in each})
        return {
            "languages": spoken,
            "words": self.words,
            "spoken_in": [[spoken.index(language) for language in sorted(each)] for each in self.languages],
            "onward": [[number for step in steps for number in step] for steps in self.onward()],
            "says": self.says,
            "meanings": self.meanings,
        }


def branch(node: int, word: int) -> int:
    """The key of the branch that leaves `node` with the word of this number."""
    return node << WORD_BITS | word


def tree_of(plain: Mapping[str, Any]) -> PhraseTree:
    """The tree that `plain` was made of; ValueError, KeyError, TypeError or IndexError where it is none."""
    branches: dict[int, int] = {}
    for node, onward in enumerate(plain["onward"]):
        start = node << WORD_BITS
        branches.update(zip([start | word for word in onward[::2]], onward[1::2], strict=True))
    spoken = plain["languages"]
    sets = {tuple(numbers): frozenset(spoken[number] for number in numbers) for numbers in map(tuple, plain["spoken_in"])}
    meanings = tuple(tuple((name, language) for name, language in each) for each in plain["meanings"])
    return PhraseTree(
        tuple(plain["words"]), tuple(sets[tuple(numbers)] for numbers in plain["spoken_in"]), branches, tuple(plain["says"]), meanings
    )


def grown(words: Words, phrases: Iterable[tuple[str, str, Iterable[str]]]) -> PhraseTree:
    """The tree of `phrases`: the name of a concept, the language, and the ways it is said."""
    numbers: dict[str, int] = {}
    spoken: list[set[str]] = []
    branches: dict[int, int] = {}
    said: list[dict[tuple[str, str], None]] = [{}]
    for name, language, ways in phrases:
        for way in ways:
            node = 0
            for norm in words.norms(way):
                if norm in SEEN_THROUGH:
                    continue
                word = numbers.setdefault(norm, len(numbers) + 1)
                if word > len(spoken):
                    spoken.append(set())
                spoken[word - 1].add(language)
                node = branches.setdefault(branch(node, word), len(said))
                if node == len(said):
                    said.append({})
            if node:
                said[node][name, language] = None
    meanings: dict[Meanings, int] = {(): 0}
    says = tuple(meanings.setdefault(tuple(each), len(meanings)) for each in said)
    return PhraseTree(tuple(numbers), tuple(map(frozenset, spoken)), branches, says, tuple(meanings))


def folded(tree: PhraseTree) -> PhraseTree:
    """The same phrases in a tree whose nodes are one where the same words with the same meanings go on from them: a tenth of the size."""
    onward = tree.onward()
    nodes: dict[tuple[int, tuple[tuple[int, int], ...]], int] = {}
    node_of = [0] * len(tree.says)
    for node in reversed(range(len(tree.says))):
        way = tuple(sorted((word, node_of[next_node]) for word, next_node in onward[node]))
        node_of[node] = nodes.setdefault((tree.says[node], way), len(nodes))
    last = len(nodes) - 1
    branches = {branch(last - node, word): last - next_node for (_, way), node in nodes.items() for word, next_node in way}
    return PhraseTree(tree.words, tree.languages, branches, tuple(says for says, _ in reversed(nodes)), tree.meanings)
