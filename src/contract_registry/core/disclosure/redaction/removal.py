"""A stretch that is taken out: what it is, why it goes, and what stands in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from contract_registry.core.text import Span


class Kind(StrEnum):
    """What is taken out."""

    PARTIES = "the block that names the parties"
    SIGNATURES = "signatures"
    COMMENT = "a comment or hidden words"
    PARTY = "name of a party"
    PERSON = "name of a person"
    AGENT = "name of an agent"
    NAME = "what looks like a name"
    TITLE = "title of a work"
    ADDRESS = "address"
    CONTACT = "e-mail, web or telephone"
    BANK = "bank details"
    TAX = "tax or insurance number"
    REGISTER = "number in a register"
    NUMBER = "a long number"
    SUM = "sum of money"
    DAY = "date"
    COUNT = "large count"
    TRADE = "role or instrument"
    LANGUAGES = "languages of a translation"


@dataclass(frozen=True, slots=True)
class Removal:
    """The words at `span` go because of `because`; `instead` stands in their place."""

    span: Span
    kind: Kind
    because: str
    instead: str


def found(pattern: re.Pattern[str], text: str, kind: Kind, because: str, instead: str) -> Iterator[Removal]:
    """A removal for each place where `pattern` is found: of its group "it" where it has one, else of all; never beyond the end of a line."""
    group = "it" if "it" in pattern.groupindex else 0
    for match in pattern.finditer(text):
        start, line = match.start(group), match[group].partition("\n")[0]
        if line:
            yield Removal(Span(start, start + len(line.rstrip())), kind, because, instead)
