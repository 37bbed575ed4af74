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
_SIDE_BY_SIDE = re.compile(rf"(?<!\w){_LARGE}(?: {_LARGE})+")
_COMPANY = re.compile(
    r"(?<![\w.-])(?:[A-ZÀ-Þ0-9][\w’'&.-]{0,40},? (?:(?:&|and|und|et|y|of) )?){1,5}(?:Inc|Ltd|LLC|LLP|PLC|plc|Corp|Limited|Incorporated|GmbH|AG|KG|UG|SARL|SAS|SA|S\.A\.|B\.?V|S\.?r\.?l|S\.L|AB|Oy|ApS|Pty Ltd)\b\.?"
)
_WORD = re.compile(r"[^\s]+")
_SMALL = re.compile(r"(?<![\w’'-])[a-zß-ÿ][\w’'-]*")
_BEGINS = re.compile(r"(?:\A|[.!?;•–—]\s*|\n\s*|[\"“„(\[*]\s*|\b\d[\d.]*\)?\s+|\([a-z0-9]{1,4}\)\s*)\Z")
_SHOUTED = 0.6
_GO_WITH_IT = 2
"""So many words that any contract has, behind a name in the same run, belong to it: "Oakmere Pictures"."""


def companies_in(text: str) -> Iterator[Removal]:
    """Names that end as companies' do."""
    yield from found(_COMPANY, text, Kind.NAME, "it ends as the name of a company does", "[company]")


def capitals_in(clauses: Clauses, text: str) -> Iterator[Removal]:
    """Runs of words with capitals that nothing else accounts for; `text` is the contract's with what goes already blanked.

    In German, where every noun has a capital, only two or more side by side; none in clauses that shout.
    """
    is_german = clauses.language == "de"
    said_small = {word[0].casefold() for word in _SMALL.finditer(text)}
    terms = {word.casefold() for definition in clauses.definitions for word in definition.term.split()}
    for clause in clauses.clauses:
        if not _shouts(clause, text):
            for run in (_SIDE_BY_SIDE if is_german else _RUN).finditer(text, clause.own.start, clause.own.end):
                yield from _names_in(text, run, said_small | terms, at_least=1 + is_german)


def names_in_blocks(clauses: Clauses) -> Iterator[Removal]:
    """The names in blocks that go whole, since the rest of the contract may speak them: who is named among the parties or signs."""
    text = clauses.document.text
    for clause in clauses.clauses:
        if clause.kind in ("parties", "signature"):
            for run in (_SIDE_BY_SIDE if clauses.language == "de" else _RUN).finditer(text, clause.own.start, clause.own.end):
                for removal in _names_in(text, run, set(), at_least=1):
                    yield Removal(removal.span, Kind.PERSON, "it is named among the parties or signs", "[name]")


def _shouts(clause: Clause, text: str) -> bool:
    letters = [letter for letter in clause.own.of(text) if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > _SHOUTED * len(letters)


def _names_in(text: str, run: re.Match[str], known: set[str], *, at_least: int) -> Iterator[Removal]:
    """Where at least so many words of the run are not known, from the first to the last word of the run that is not known; one alone at the beginning of a sentence is no name."""
    words = list(_WORD.finditer(text, run.start(), run.end()))
    unknown = [word for word in words if word[0][0].isupper() and not _is_known(word[0], known)]
    if len(unknown) < at_least:
        return
    begins_sentence = _BEGINS.search(text, max(0, run.start() - 12), run.start()) is not None
    if begins_sentence and len(words) == 1:
        return
    following = words[words.index(unknown[-1]) + 1 :]
    leads = not begins_sentence and words.index(unknown[0]) == 1
    start, end = (words if leads else unknown)[0].start(), (words if len(following) <= _GO_WITH_IT else unknown)[-1].end()
    trimmed = text[start:end].rstrip(".,’'")
    yield Removal(Span(start, start + len(trimmed)), Kind.NAME, "it is written large like a name", "[name]")


def _is_known(word: str, known: set[str]) -> bool:
    bare = word.strip(".,;:()’'").removesuffix("'s").removesuffix("’s").casefold()
    return is_common(word) or bare in known or (bare.endswith("s") and bare[:-1] in known) or f"{bare}s" in known
