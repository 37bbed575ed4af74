"""What was planted in fifty contracts is in none of their clauses once they are redacted, and the log says what went and why."""

from __future__ import annotations

import re
import unicodedata

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.disclosure.redaction.redact import Redaction, redact
from contract_registry.core.scanning.cases import document_of
from core.disclosure.redaction.planted import Planted, planted_contract

BY_FIGURES = {"phone", "mobile", "sort", "account", "iban", "utr", "vat", "insurance", "register", "reference", "loose", "fee", "copies"}
IN_PARTS = {"creator", "other", "editor", "brand", "home", "address"}
ORDINARY = {"flat", "road", "street", "lane", "avenue", "terrace", "gardens"}


def redaction_of(planted: Planted) -> Redaction:
    return redact(segment(document_of(planted.text)))


def shown(redaction: Redaction) -> str:
    """Every word that anybody else may read, clause by clause."""
    return "\n".join(redaction.at(clause.own).text for clause in redaction.clauses.clauses)


def plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def figures(words: str) -> str:
    return re.sub(r"\D", "", words)


def leaks(name: str, thing: str, text: str) -> bool:
    """Whether a planted thing can be read in `text`: all of it, its figures, or a part of it that tells who it is."""
    if plain(thing) in plain(text):
        return True
    if name in BY_FIGURES:
        return any(figures(thing) in figures(line) for line in text.splitlines())
    parts = [part for part in re.findall(r"[^\W\d_]{4,}", plain(thing)) if part not in ORDINARY] if name in IN_PARTS else []
    return any(re.search(rf"\b{part}\b", plain(text)) for part in parts)


@pytest.mark.parametrize("number", range(50))
def test_nothing_planted_is_left(number: int) -> None:
    planted = planted_contract(number)

    text = shown(redaction_of(planted))

    assert {name: thing for name, thing in planted.things.items() if leaks(name, thing, text)} == {}


@pytest.mark.parametrize("number", range(50))
def test_the_log_lists_all_that_was_planted(number: int) -> None:
    planted = planted_contract(number)
    redaction = redaction_of(planted)

    removed = "\n".join(removal.span.of(planted.text) for removal in redaction.removals)

    assert {name: thing for name, thing in planted.things.items() if plain(thing) not in plain(removed)} == {}
    assert all(removal.because and removal.kind for removal in redaction.removals)


@pytest.mark.parametrize("number", range(5))
def test_what_the_clauses_do_can_still_be_read(number: int) -> None:
    text = shown(redaction_of(planted_contract(number)))

    assert re.search(
        r"waives? (?:all|your) moral rights|all rights in your performance|assigns to the Publisher the entire copyright", text
    )
    assert text.count("[") < len(text.split()) / 4
