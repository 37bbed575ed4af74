"""The words of a stretch of text as they count when editions are compared: without case, layout, punctuation and the letters of list items."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from contract_registry.core.clauses.tree import Reference
from contract_registry.core.text import Span

_LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_WORD = re.compile(rf"\d+(?:[.,]\d+)*|{_LETTERS}(?:['’ʼ]{_LETTERS})*|[%‰$¢£¤¥€₩₹₽₿]")
"""A number with its separators ("1.5" is not "15"), a word, or a sign that says what is counted."""
_ITEM_LETTER = re.compile(r"(?<!\w)\((?:[a-zA-Z]{1,2}|[ivxIVX]{1,4})\)")
_LETTERED = re.compile(r"[a-z]|[ivxlc]{1,6}", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'’ʼ")
REFERENCE = "#"
"""What stands for the number in a reference ("clause 4.2"): numbering alone is no change."""
NOWHERE = -1


class Word(NamedTuple):
    """A word at `start` to `end` of the text; where it is the `number` in a reference to a clause, `leads_to` is the index of that."""

    letters: str
    start: int
    end: int
    number: str = ""
    leads_to: int = NOWHERE


def words_of(text: str, span: Span, leads: Mapping[int, int]) -> tuple[Word, ...]:
    """The words of `text` at `span`; `leads` are what `leads_of` gives for it."""
    items = {match.start() + 1 for match in _ITEM_LETTER.finditer(text, span.start, span.end)}
    return tuple(_word(match, leads) for match in _WORD.finditer(text, span.start, span.end) if match.start() not in items)


def leads_of(text: str, references: Iterable[Reference]) -> dict[int, int]:
    """For each number in a reference, by the place where it begins, the index of the clause it leads to; NOWHERE where that is not in the document."""
    return {
        match.start(): NOWHERE if reference.target is None else reference.target
        for reference in references
        for match in _numbers_in(text, reference)
    }


def _numbers_in(text: str, reference: Reference) -> list[re.Match[str]]:
    """The numbers of a reference; of two words the second may be a letter or a Roman number ("Schedule A", "Article IV")."""
    words = list(_WORD.finditer(text, reference.span.start, reference.span.end))
    last = len(words) - 1
    return [
        word for place, word in enumerate(words) if word.group()[0].isdigit() or (place == last == 1 and _LETTERED.fullmatch(word.group()))
    ]


def _word(match: re.Match[str], leads: Mapping[int, int]) -> Word:
    letters, (start, end) = _letters(match.group()), match.span()
    return Word(REFERENCE, start, end, letters, leads[start]) if start in leads else Word(letters, start, end)


def letters_of(words: Iterable[Word]) -> str:
    """All letters in a row: two stretches with the same say the same, however their words are spaced and hyphenated."""
    return "".join(_joined(words))


def _joined(words: Iterable[Word]) -> Iterator[str]:
    """The words without space between them, but numbers apart from each other."""
    after_number = False
    for word in words:
        is_number = word.letters[0].isdigit()
        yield f" {word.letters}" if is_number and after_number else word.letters
        after_number = is_number


def _letters(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().translate(_APOSTROPHES)
