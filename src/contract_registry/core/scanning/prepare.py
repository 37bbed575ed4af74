"""A rulebook made ready to scan with: its vocabulary as phrase finders by language, its patterns with what they wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.vocabulary import Act
from contract_registry.core.scanning.context.cues import ALWAYS_HEARD
from contract_registry.core.scanning.language import Words
from contract_registry.core.scanning.matchers import PhraseFinder
from contract_registry.core.scanning.spoken_words import SpokenWords, spoken_words
from contract_registry.core.scanning.waiting import WaitingList, waiting_of


@dataclass(frozen=True)
class Scanner:
    """A rulebook with its words at the ready; it serves any number of scans.

    `always_heard` are the concepts that the context of every sentence is read by, whatever the rules listen for. `only`, where it names
    rules, lets no other speak.
    """

    rulebook: Rulebook
    words: Words
    spoken: SpokenWords
    acts: Mapping[str, Act]
    always_heard: frozenset[str]
    only: frozenset[str] = frozenset()
    _finders: dict[tuple[str, ...], PhraseFinder] = field(default_factory=dict)

    @property
    def quiet(self) -> Mapping[str, str]:
        """The plain words that stand everywhere, by their normal form."""
        return self.spoken.quiet

    def vocabulary(self, languages: Iterable[str]) -> PhraseFinder:
        """What finds the phrases of these languages, and the plain words of the patterns; made when first asked for."""
        spoken = tuple(sorted(set(languages)))
        if spoken not in self._finders:
            self._finders[spoken] = PhraseFinder(self.spoken.tree, spoken)
        return self._finders[spoken]

    @cached_property
    def waiting(self) -> WaitingList:
        """The patterns of all rules; put together when first asked for."""
        return WaitingList(waiting_of(self.rulebook.rules, frozenset(self.quiet.values())))


def prepare(rulebook: Rulebook, spoken: SpokenWords | None = None) -> Scanner:
    """The scanner of `rulebook`; `spoken` are its words where they were put together beforehand, which takes most of a second.

    The words of texts are divided by a tokenizer of their own: what it remembers is not filled up with those of the vocabulary.
    """
    acts = {concept.name: concept.act for concept in rulebook.vocabulary.values() if concept.act}
    giving = {name for name, act in acts.items() if act in {"gives", "lets"}}
    return Scanner(rulebook, Words(), spoken or spoken_words(rulebook, Words()), acts, ALWAYS_HEARD.union(giving))
