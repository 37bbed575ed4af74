"""Vocabularies: concepts ("{gives-up}") and the ways each language says them, multiplied out into plain phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from contract_registry.core.rules.inflection import noun_forms, verb_forms

Act = Literal["", "gives", "lets", "takes", "passes", "keeps"]
MOST_PHRASES = 512
DEEPEST = 8


class PhraseMistake(ValueError):
    """A phrase of a vocabulary was written wrongly."""

    def __init__(self, phrase: str, problem: str) -> None:
        super().__init__(f"{phrase!r} {problem}")
        self.phrase = phrase


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea and its phrases by language, in lower case; inside those of `but_not` they do not mean it. `act` says what its doer does with a right.

    gives: the doer gives it (assigns, waives). lets: the doer gives leave, and who gets it does what comes after (licenses, permits). takes: the doer takes it (may use, owns). passes: it goes to the one named
    after (vests in, belongs to). keeps: the doer keeps it (retains, reserves).
    """

    name: str
    means: str = ""
    act: Act = ""
    phrases: Mapping[str, tuple[str, ...]] = None  # type: ignore[assignment]
    but_not: Mapping[str, tuple[str, ...]] = None  # type: ignore[assignment]


Vocabulary = Mapping[str, Concept]


@dataclass(frozen=True, slots=True)
class Entry:
    """The ways of one concept as a vocabulary file writes them; verbs and nouns take their forms where `inflect`."""

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    inflect: bool = False


class Phrases(Mapping[str, tuple[str, ...]]):
    """The plain phrases of a concept by language, each once in the order written: multiplied out when first asked for, since a scan never asks."""

    def __init__(self, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._entries = {language: each for language, each in entries.items() if each}
        self._made: dict[str, tuple[str, ...]] = {}

    def __getitem__(self, language: str) -> tuple[str, ...]:
        if language not in self._made:
            entries = self._entries[language]
            made = (phrase for each in entries for phrase in phrases_of(each.verbs, each.nouns, each.phrases, inflect=each.inflect))
            self._made[language] = tuple(dict.fromkeys(made))
        return self._made[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def expand(phrase: str) -> tuple[str, ...]:
    """Multiply out the choices: "(any|all) rights?" → "any right", "any rights", "all right", "all rights". A mark or bracket with ? may be missing."""
    made, at = _alternatives(phrase, 0, 0)
    if at < len(phrase):
        raise PhraseMistake(phrase, "has a bracket that closes too early.")
    plain = (" ".join(text.lower().split()) for text in made)
    return tuple(dict.fromkeys(text for text in plain if text))


def _alternatives(phrase: str, at: int, depth: int) -> tuple[list[str], int]:
    """The texts of the choices from `at` up to the bracket that closes them (or the end), and where that is."""
    if depth > DEEPEST:
        raise PhraseMistake(phrase, f"has brackets inside brackets more than {DEEPEST} deep; split it.")
    every: list[str] = []
    runs = [""]
    while at < len(phrase) and phrase[at] != ")":
        mark = phrase[at]
        at += 1
        if mark == "|":
            every, runs = every + runs, [""]
            continue
        options = [mark]
        if mark == "(":
            options, at = _alternatives(phrase, at, depth + 1)
            if phrase[at : at + 1] != ")":
                raise PhraseMistake(phrase, "has a bracket that is not closed.")
            at += 1
        if phrase[at : at + 1] == "?":
            options, at = [*options, ""], at + 1
        runs = [run + option for run in runs for option in options]
        if len(runs) + len(every) > MOST_PHRASES:
            raise PhraseMistake(phrase, f"multiplies out to more than {MOST_PHRASES} phrases; split it.")
    return every + runs, at


def phrases_of(verbs: Iterable[str], nouns: Iterable[str], phrases: Iterable[str], *, inflect: bool) -> tuple[str, ...]:
    """All plain phrases of a vocabulary entry, each once, in the order written; verbs and nouns take their forms where `inflect`."""
    every: dict[str, None] = {}
    for verb in verbs:
        for plain in expand(verb):
            every.update(dict.fromkeys(verb_forms(plain) if inflect else (plain,)))
    for noun in nouns:
        for plain in expand(noun):
            every.update(dict.fromkeys(noun_forms(plain) if inflect else (plain,)))
    for phrase in phrases:
        every.update(dict.fromkeys(expand(phrase)))
    return tuple(every)
