"""The pattern language of rules: concepts in braces, plain words, gaps and alternatives, parsed into flat sequences of steps.

    {gives-up} … {moral-rights}      one after the other, at most 25 words between
    {gives-up} …5 {moral-rights}     at most 5 words between
    {moral-rights} & {gives-up}      both in the same sentence, in any order
    free of {moral-rights}           plain words, side by side; a letter with ? may be missing: rights?
    [irrevocably] ({assigns}|{grants}) {all-rights}      optional words, alternatives
    within #days                     a quantity: #days, #years, #percent
    {credits} …8 {creator}           {creator} and {engager} are the two sides, by any name the document gives them
    *{uses} … {work}                 the star marks the act whose doer counts

A pattern means what its flat sequences mean: alternatives and options are multiplied out when it is parsed, so that matching is a walk
over the few mentions of a sentence and can never run away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

from contract_registry.core.rules.vocabulary import PhraseMistake, expand

GAP = 25
WIDEST_GAP = 200
MOST_SEQUENCES = 64
DEEPEST = 8

_PIECE = re.compile(
    r"\s*(?:(?P<star>\*)|\{(?P<concept>[^{}]*)\}|(?P<gap>(?:…|\.\.\.)(?P<width>\d*))|(?P<quantity>#[a-z]+)|(?P<sign>[()\[\]|&])|(?P<word>[^\s{}()\[\]|&…*#]+))"
)
_NAME = re.compile(r"[a-z][a-z0-9-]*")
SIDES = ("creator", "engager")
"""The two sides of a contract, which a pattern may name in braces whatever the document calls them."""
QUANTITIES = ("#days", "#years", "#percent")


class PatternMistake(ValueError):
    """A pattern was written wrongly; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to be heard: any of `concepts`, at most `gap` words after the step before (0: side by side)."""

    concepts: frozenset[str]
    gap: int = 0
    is_act: bool = False


Sequence = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern: every one of `parts` must be heard, each as one of its alternative sequences, in any order."""

    text: str
    parts: tuple[tuple[Sequence, ...], ...]

    @property
    def concepts(self) -> frozenset[str]:
        """All concepts named, literal words among them (as "=the words")."""
        return frozenset(name for part in self.parts for sequence in part for step in sequence for name in step.concepts)

    @property
    def literals(self) -> frozenset[str]:
        """The plain words of the pattern, each phrase as it stands."""
        return frozenset(name[1:] for name in self.concepts if name.startswith("="))


def parse_pattern(text: str, gap: int = GAP) -> Pattern:
    """Parse `text`; PatternMistake with a plain explanation when it is not a pattern."""
    pieces = pieces_of(text)
    if not pieces:
        raise PatternMistake("the pattern is empty; write at least one {concept} or word.")
    parser = _Parser(text, pieces, gap)
    parts = parser.parts()
    if parser.at < len(pieces):
        raise PatternMistake(f"unexpected {pieces[parser.at][1]!r} in {text!r}; is a bracket closed too early?")
    return Pattern(text, parts)


def pieces_of(text: str) -> list[tuple[str, str]]:
    """The pieces of a pattern in their order, each with its kind: star, concept, gap, quantity, sign or word; PatternMistake where it has others."""
    pieces, at = [], 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if not found:
            if not text[at:].strip():
                break
            raise PatternMistake(f"cannot read {text[at : at + 12]!r} in {text!r}; a concept stands in braces, {{like-this}}.")
        kind = found.lastgroup or ""
        if kind == "width":
            kind = "gap"
        pieces.append((kind, found.group("concept") if kind == "concept" else found.group(kind)))
        at = found.end()
        if kind == "word" and text[at : at + 1] == "(":
            raise PatternMistake(f"a bracket stands inside a word in {text!r}; write both words out: (license|licence), not licen(c|s)e.")
    return pieces


def width_of(gap: str, usual: int = GAP, pattern: str = "") -> int:
    """The most words that a gap of a pattern leaves room for: `…8` is 8, `…` the usual; PatternMistake where it is too wide."""
    digits = gap.lstrip("….")
    if len(digits) > len(str(WIDEST_GAP)) or int(digits or 0) > WIDEST_GAP:
        raise PatternMistake(f"the gap …{digits} in {pattern!r} is too wide; {WIDEST_GAP} words are the most, and & allows any distance.")
    return int(digits) if digits else usual


_Item = int | tuple[frozenset[str], bool]


def _as_one_step(options: list[list[_Item]]) -> list[list[_Item]]:
    """Alternatives that are one concept or one phrase each, as one step that hears any of them; others as they are."""
    heard: set[str] = set()
    for option in options:
        steps = [item for item in option if not isinstance(item, int)]
        words = [next(iter(concepts)) for concepts, _ in steps if len(concepts) == 1]
        if len(steps) < len(option) or not steps or any(is_act for _, is_act in steps):
            return options
        if len(words) == len(steps) and all(word.startswith("=") for word in words):
            heard.add("=" + " ".join(word[1:] for word in words))
        elif len(steps) == 1:
            heard |= steps[0][0]
        else:
            return options
    return [[(frozenset(heard), False)]]


class _Parser:
    """Recursive descent over the pieces; every method returns alternatives as lists of raw items (a step, or a gap width)."""

    def __init__(self, text: str, pieces: list[tuple[str, str]], gap: int) -> None:
        self.text, self.pieces, self.gap, self.at, self.depth = text, pieces, gap, 0, 0

    def parts(self) -> tuple[tuple[Sequence, ...], ...]:
        parts = []
        while True:
            parts.append(tuple(self._steps(items) for items in self._sequence()))
            if not self._take("sign", "&"):
                return tuple(parts)

    def _sequence(self) -> list[list[_Item]]:
        runs: list[list[_Item]] = [[]]
        while self.at < len(self.pieces) and self.pieces[self.at] not in {("sign", ")"), ("sign", "]"), ("sign", "|"), ("sign", "&")}:
            options = self._item()
            runs = [run + option for run, option in product(runs, options)]
            if len(runs) > MOST_SEQUENCES:
                raise PatternMistake(
                    f"{self.text!r} multiplies out to more than {MOST_SEQUENCES} sequences; split it, or make a concept of the alternatives."
                )
        return runs

    def _item(self) -> list[list[_Item]]:
        kind, value = self.pieces[self.at]
        self.at += 1
        if kind == "gap":
            return [[width_of(value, self.gap, self.text)]]
        if kind == "sign" and value in "([":
            self.depth += 1
            if self.depth > DEEPEST:
                raise PatternMistake(f"{self.text!r} has brackets inside brackets more than {DEEPEST} deep; split it.")
            options = self._sequence()
            while value == "(" and self._take("sign", "|"):
                options += self._sequence()
            if not self._take("sign", ")" if value == "(" else "]"):
                raise PatternMistake(f"a {value!r} is not closed in {self.text!r}.")
            self.depth -= 1
            return _as_one_step(options) if value == "(" else [*options, []]
        starred = kind == "star"
        if starred:
            if self.at >= len(self.pieces):
                raise PatternMistake(f"nothing stands after the star in {self.text!r}.")
            kind, value = self.pieces[self.at]
            self.at += 1
        if kind == "word" and "?" in value:
            return [[(self._heard(kind, word), starred)] for word in self._spellings(value)]
        return [[(self._heard(kind, value), starred)]]

    def _spellings(self, word: str) -> tuple[str, ...]:
        try:
            return expand(word)
        except PhraseMistake as mistake:
            raise PatternMistake(f"in {self.text!r}, {mistake}") from mistake

    def _heard(self, kind: str, value: str) -> frozenset[str]:
        if kind == "concept":
            names = [name.strip() for name in value.split("|")]
            for name in names:
                if not _NAME.fullmatch(name):
                    raise PatternMistake(
                        f"{{{value}}} is not the name of a concept in {self.text!r}; names are small letters, digits and hyphens."
                    )
            return frozenset(names)
        if kind == "quantity":
            if value not in QUANTITIES:
                raise PatternMistake(f"{value} is not a quantity in {self.text!r}; there are {', '.join(QUANTITIES)}.")
            return frozenset({value})
        if kind == "word":
            return frozenset({"=" + value.lower()})
        raise PatternMistake(f"unexpected {value!r} in {self.text!r}.")

    def _take(self, kind: str, value: str) -> bool:
        if self.at < len(self.pieces) and self.pieces[self.at] == (kind, value):
            self.at += 1
            return True
        return False

    def _steps(self, items: list[_Item]) -> Sequence:
        """Items to steps: gaps become the width before the next step, neighbouring plain words one phrase."""
        steps: list[Step] = []
        gap = 0
        joinable = False
        for item in items:
            if isinstance(item, int):
                gap, joinable = max(gap, item), False
                continue
            concepts, is_act = item
            is_word = len(concepts) == 1 and next(iter(concepts)).startswith("=")
            if is_word and joinable and not is_act:
                last = steps[-1]
                steps[-1] = Step(frozenset({next(iter(last.concepts)) + " " + next(iter(concepts))[1:]}), last.gap, last.is_act)
                continue
            steps.append(Step(concepts, gap if steps else 0, is_act))
            gap, joinable = 0, is_word
        if not steps:
            raise PatternMistake(f"{self.text!r} can be empty: everything in it is optional or a gap.")
        return tuple(steps)
