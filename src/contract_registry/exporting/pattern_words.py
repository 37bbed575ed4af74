"""A pattern in words: which ideas and words stand in which order, for somebody who has never seen the pattern language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from contract_registry.core.rules.patterns import pieces_of, width_of
from contract_registry.core.rules.vocabulary import expand
from contract_registry.exporting.markdown import Markdown, bold, escaped

_SIDES = {"creator": "the creator", "engager": "the engager"}
_QUANTITIES = {"#days": "a number of days", "#years": "a number of years", "#percent": "a percentage"}
_CLOSING = {("sign", ")"), ("sign", "]"), ("sign", "|")}


def idea_name(concept: str) -> str:
    """The name of a concept as words: `gives-up` is *gives up*."""
    return concept.replace("-", " ")


def pattern_in_words(text: str) -> Markdown:
    """`{gives-up} …5 {moral-rights}` as “**gives up**, within 5 words **moral rights**”: ideas in bold, plain words in quotation marks."""
    told = "".join(_Telling(text).told())
    is_one_bracket = told.startswith("(") and not told.startswith("(perhaps") and told.find(")") == len(told) - 1
    return Markdown(told[1:-1] if is_one_bracket else told)


class _Telling:
    """Reads the pieces of a pattern from left to right, one bracket at a time."""

    def __init__(self, text: str) -> None:
        self.pieces, self.at = pieces_of(text), 0

    def told(self) -> Iterator[str]:
        while self.at < len(self.pieces):
            yield " ".join(self._run()).replace(" ,", ",")
            self.at += 1  # a bracket that closes too early is told when the pattern is parsed

    def _run(self) -> Iterator[str]:
        """What stands side by side up to the bracket or bar that ends it; neighbouring plain words as one phrase."""
        words: list[str] = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in _CLOSING:
            kind, value = self.pieces[self.at]
            self.at += 1
            if kind == "word":
                words.append(value)
                continue
            yield from _phrase(words)
            words = []
            yield from self._one(kind, value)
        yield from _phrase(words)

    def _one(self, kind: str, value: str) -> Iterator[str]:
        if kind == "gap":
            yield f", within {width_of(value)} words"
        elif kind == "quantity":
            yield _QUANTITIES.get(value, value)
        elif kind == "concept":
            yield " or ".join(_SIDES.get(name, bold(idea_name(name))) for name in map(str.strip, value.split("|")))
        elif (kind, value) == ("sign", "&"):
            yield ", and before or after that"
        elif kind == "sign":
            yield self._bracket(value)

    def _bracket(self, sign: str) -> str:
        options = [" ".join(self._run()).replace(" ,", ",")]
        while self.pieces[self.at : self.at + 1] == [("sign", "|")]:
            self.at += 1
            options.append(" ".join(self._run()).replace(" ,", ","))
        self.at += 1
        told = " or ".join(option for option in options if option)
        return f"(perhaps {told})" if sign == "[" or "" in options else f"({told})" if len(options) > 1 else told


def _phrase(words: list[str]) -> Iterator[str]:
    """Plain words in quotation marks, with every spelling that they may have."""
    spelled = [expand(word) if "?" in word else (word,) for word in words]
    if spelled:
        yield " or ".join(f"“{escaped(' '.join(each))}”" for each in _spellings(spelled))


def _spellings(words: list[tuple[str, ...]]) -> list[list[str]]:
    """Every way to spell the words in their order."""
    runs: list[list[str]] = [[]]
    for options in words:
        runs = list(chain.from_iterable([[*run, option] for option in options] for run in runs))
    return runs
