"""Vocabularies: concepts ("{gives-up}") and the ways each language says them, multiplied out into plain phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from contract_registry.core.rules.inflection import noun_forms, verb_forms

Act = Literal["", "gives", "takes", "passes", "keeps"]
MOST_PHRASES = 512
_CHOICE = re.compile(r"\(([^()]*)\)")


class PhraseMistake(ValueError):
    """A phrase of a vocabulary was written wrongly."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea and its phrases by language, in lower case. `act` says what its doer does with a right.

    gives: the doer gives it (assigns, grants, waives). takes: the doer takes it (may use, owns). passes: it goes to the one named
    after (vests in, belongs to). keeps: the doer keeps it (retains, reserves).
    """

    name: str
    means: str = ""
    act: Act = ""
    phrases: Mapping[str, tuple[str, ...]] = None  # type: ignore[assignment]


Vocabulary = Mapping[str, Concept]


def expand(phrase: str) -> tuple[str, ...]:
    """Multiply out the choices in round brackets: "all (right|rights|)" → "all right", "all rights", "all"."""
    choices = [option.split("|") for option in _CHOICE.findall(phrase)]
    if "(" in _CHOICE.sub("", phrase) or ")" in _CHOICE.sub("", phrase):
        raise PhraseMistake(f"a bracket is not closed in {phrase!r}.")
    size = 1
    for choice in choices:
        size *= len(choice)
    if size > MOST_PHRASES:
        raise PhraseMistake(f"{phrase!r} multiplies out to {size} phrases; {MOST_PHRASES} at most, so split it.")
    frame = _CHOICE.sub("\0", phrase).split("\0")
    made = []
    for picks in product(*choices):
        text = frame[0] + "".join(pick + piece for pick, piece in zip(picks, frame[1:], strict=True))
        made.append(" ".join(text.lower().split()))
    return tuple(dict.fromkeys(text for text in made if text))


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
