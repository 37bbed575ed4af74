"""What looks like a name because of its capitals: words that are written large inside a sentence, and neither terms nor in every contract."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contract_registry.core.clauses.tree import Clause, Clauses
from contract_registry.core.disclosure.redaction.common_words import is_common
from contract_registry.core.disclosure.redaction.removal import Kind, Removal, found
from contract_registry.core.text import Span

_LARGE = r"(?:(?:[A-ZÀ-Þ]\.)+|[A-ZÀ-Þ][\w’'&-]*)"
_RUN = re.compile(rf"(?<!\w){_LARGE}(?: (?:(?:of|the|and|de|du|des|la|le|van|von|der|den|del|y|&) ){{0,2}}{_LARGE})*")
_COMPANY = re.compile(
    r"(?<![\w.-])(?:[A-ZÀ-Þ0-9][\w’'&.-]{0,40},? (?:(?:&|and|und|et|y|of) )?){1,5}(?:Inc|Ltd|LLC|LLP|PLC|plc|Corp|Limited|Incorporated|GmbH|AG|KG|UG|SARL|SAS|SA|S\.A\.|B\.?V|S\.?r\.?l|S\.L|AB|Oy|ApS|Pty Ltd)\b\.?"
)
_WORD = re.compile(r"[^\s]+")
_SMALL = re.compile(r"(?<![\w’'-])[a-zß-ÿ][\w’'-]*")
_BEGINS = re.compile(r"(?:\A|[.!?:;•–—|]\s*|\n\s*|[\"“„(\[*]\s*|\b\d[\d.]*\)?\s+|\([a-z0-9]{1,4}\)\s*)\Z")
_SHOUTED = 0.6
_GO_WITH_IT = 2
"""So many words that any contract has, behind a name in the same run, belong to it: "Oakmere Pictures"."""


def companies_in(text: str) -> Iterator[Removal]:
    """Names that end as companies' do."""
    yield from found(_COMPANY, text, Kind.NAME, "it ends as the name of a company does", "[company]")


def capitals_in(clauses: Clauses, text: str) -> Iterator[Removal]:
    """Runs of words with capitals that nothing else accounts for; `text` is the contract's with what goes already blanked.

    None in German, where every noun has a capital, nor in clauses that shout.
    """
    if clauses.language == "de":
        return
    said_small = {word[0].casefold() for word in _SMALL.finditer(text)}
    terms = {word.casefold() for definition in clauses.definitions for word in definition.term.split()}
    for clause in clauses.clauses:
        if not _shouts(clause, text):
            for run in _RUN.finditer(text, clause.own.start, clause.own.end):
                yield from _names_in(text, run, said_small | terms)


def _shouts(clause: Clause, text: str) -> bool:
    letters = [letter for letter in clause.own.of(text) if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters)


def _names_in(text: str, run: re.Match[str], known: set[str]) -> Iterator[Removal]:
    """From the first to the last word of the run that is not known; one alone at the beginning of a sentence is no name."""
    words = list(_WORD.finditer(text, run.start(), run.end()))
    unknown = [word for word in words if word[0][0].isupper() and not _is_known(word[0], known)]
    if not unknown:
        return
    begins_sentence = _BEGINS.search(text, max(0, run.start() - 12), run.start()) is not None
    if begins_sentence and len(words) == 1:
        return
    following = words[words.index(unknown[-1]) + 1 :]
    start, end = unknown[0].start(), (words if len(following) <= _GO_WITH_IT else unknown)[-1].end()
    trimmed = text[start:end].rstrip(".,’'")
    yield Removal(Span(start, start + len(trimmed)), Kind.NAME, "it is written large like a name", "[name]")


def _is_known(word: str, known: set[str]) -> bool:
    bare = word.strip(".,;:()’'").removesuffix("'s").removesuffix("’s").casefold()
    return is_common(word) or bare in known or (bare.endswith("s") and bare[:-1] in known) or f"{bare}s" in known
