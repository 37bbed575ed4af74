"""What a recipe is: a way to say a wording again, with what must be heard of the result, which follows from the recipe and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from pairs.statements import Statement, statement_of
from pairs.wordings import Wording

Expected = Literal["found", "silent", "asked"]
"""found: the harm is found (of a protective wording: the protection). silent: nothing of the family is found or asked. asked: it is asked about,
or found; only silence is wrong.
"""
HARM = frozenset({"moral", "ai", "buyout"})
FOUND = frozenset({"moral", "ai", "buyout", "terms", "protective"})


@dataclass(frozen=True, slots=True)
class Material:
    """A wording with the plain statement that it is, if it is one."""

    wording: Wording
    statement: Statement | None

    @property
    def text(self) -> str:
        return self.wording.text

    @property
    def bare(self) -> str:
        """The text without its full stop."""
        return self.text.removesuffix(".")

    @property
    def is_one_sentence(self) -> bool:
        return ". " not in self.text and not any(mark in self.text for mark in "?!;:")

    @property
    def is_chat(self) -> bool:
        """Whether it asks or thanks, as an e-mail does and no clause."""
        return bool(re.search(r"\?|Thanks|Please|please|^(Hi|Just|One extra thing)\b", self.text))


def material(wording: Wording) -> Material:
    return Material(wording, statement_of(wording.text))


@dataclass(frozen=True, slots=True)
class Recipe:
    """A way to make one text of another; `make` gives None where it does not apply. `file` is the name the text is read under."""

    name: str
    expects: Expected
    make: Callable[[Material], str | None]
    families: frozenset[str] = field(default=FOUND)
    file: str = "pair.txt"


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording as a recipe says it."""

    recipe: Recipe
    wording: Wording
    text: str
