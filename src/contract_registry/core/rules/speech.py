"""How a rule may speak to a person: nothing that judges people, promises safety or is sure of the law, and sentences that can be read at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST_SAID = 30
LONGEST_WORDING = 50
"""Words in a sentence that a person is told, and in one that is proposed for a contract."""

_ENDS = re.compile(r"(?<=[.!?])[\"”’)]*\s+")
_HYPHEN_BROKEN = re.compile(r"\b\w+- (?!and\b|or\b)\w+")
_OF_LAW = re.compile(
    r"\b(void|illegal(?:ly)?|unlawful(?:ly)?|unenforceable|invalid|legally|by law|in law|the law|legal rights?|(?:cannot|can't|could not) be enforced|no (?:legal )?effect)\b",
    re.IGNORECASE,
)


class Never(NamedTuple):
    """Words that are never used, why, and what to write instead."""

    words: re.Pattern[str]
    why: str
    instead: str


NEVER = (
    Never(
        re.compile(
            r"\b(predatory|predators?|exploitative|unscrupulous|rogues?|scams?|rip-?offs?|greedy|shady|crooked|crooks?)\b", re.IGNORECASE
        ),
        "judges people",
        "Say what the words of the clause do; whoever reads them judges for themselves.",
    ),
    Never(
        re.compile(r"\b(safe to (?:sign|agree|accept)|perfectly safe|risk-free|no risk|nothing to (?:worry about|fear))\b", re.IGNORECASE),
        "promises safety",
        "No rule knows that; say what was found and what to ask.",
    ),
    Never(
        re.compile(r"\b\d+ ?(?:%|per ?cent) (?:safe|secure|sure|certain|fair|risky?|likely)\b", re.IGNORECASE),
        "gives a score",
        "Say what was found and what to ask.",
    ),
    Never(
        re.compile(
            r"\b(definitely|certainly|undoubtedly|guaranteed to|without (?:a |any )?doubt|(?:cannot|can't) lose|(?:you|they) (?:will|would) (?:win|lose) in court)\b",
            re.IGNORECASE,
        ),
        "is surer than anybody can be",
        "Say what the law says and where, under `legal_basis`, and leave the outcome open.",
    ),
)


def mistakes_in(text: str, longest: int = LONGEST_SAID) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of `text`, each with what to do: words that are never used, broken words, sentences of more than `longest` words."""
    flowing = " ".join(text.split())
    for words, why, instead in NEVER:
        for found in words.finditer(flowing):
            yield f'says "{found.group()}", which {why}.', instead
    for found in _HYPHEN_BROKEN.finditer(flowing):
        yield f'breaks a word at its hyphen: "{found.group()}".', "End the line before the word or after it."
    for sentence in sentences(flowing):
        if (count := len(sentence.split())) > longest:
            beginning = " ".join(sentence.split()[:5])
            yield f'has a sentence of {count} words ("{beginning} …").', f"Make two of it; {longest} words are the most."


def law_spoken_of(text: str) -> str:
    """The first words of `text` that say what the law makes of something; empty where none do."""
    found = _OF_LAW.search(" ".join(text.split()))
    return found.group() if found else ""


def sentences(text: str) -> list[str]:
    """The sentences of `text`, without the space between them."""
    return [sentence for sentence in _ENDS.split(text) if sentence]
