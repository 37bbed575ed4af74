"""A name that was found once is taken out everywhere: in other case, with other accents, in short, in parts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from contract_registry.core.disclosure.redaction.common_words import is_common
from contract_registry.core.disclosure.redaction.removal import Kind, Removal
from contract_registry.core.text import Span

_NAMES = frozenset({Kind.PARTY, Kind.PERSON, Kind.AGENT, Kind.NAME, Kind.TITLE})
_IN_PARTS = _NAMES - {Kind.TITLE}
_WORD = re.compile(r"[^\W_]+(?:[’'&.-](?!s(?!\w))[^\W_]+)*")
"""A word without the "'s" of whose it is."""
_ARTICLE = re.compile(r"\A(?:the|a|an|le|la|les|der|die|das|el)\s+", re.IGNORECASE)
_SHORTEST = 3

Forms = Mapping[tuple[str, ...], Removal]


def everywhere(text: str, removals: Iterable[Removal]) -> Iterator[Removal]:
    """Each further place of the names among `removals`, found by going once over the words of the text.

    One word alone counts in small letters only where it stands in them no oftener than with a capital: else it is a word, and no name.
    """
    forms = _forms(text, removals)
    longest: dict[str, int] = defaultdict(int)
    for words in forms:
        longest[words[0]] = max(longest[words[0]], len(words))
    tokens = list(_WORD.finditer(text))
    plain = [_plain(token[0]) for token in tokens]
    large = Counter(word for word, token in zip(plain, tokens, strict=True) if not token[0].islower())
    small = Counter(word for word, token in zip(plain, tokens, strict=True) if token[0].islower())
    at = 0
    while at < len(tokens):
        length = next(
            (size for size in range(min(longest.get(plain[at], 0), len(tokens) - at), 0, -1) if tuple(plain[at : at + size]) in forms), 0
        )
        if length:
            known = forms[tuple(plain[at : at + length])]
            if length > 1 or not tokens[at][0].islower() or known.span.of(text).islower() or small[plain[at]] <= large[plain[at]]:
                span = Span(tokens[at].start(), tokens[at + length - 1].end())
                yield Removal(span, known.kind, f"it is said again, or in part: {known.because}", known.instead)
        at += max(length, 1)


def _forms(text: str, removals: Iterable[Removal]) -> Forms:
    forms: dict[tuple[str, ...], Removal] = {}
    for removal in removals:
        if removal.kind in _NAMES:
            words = removal.span.of(text)
            for form in (words, _ARTICLE.sub("", words)):
                whole = tuple(_plain(word) for word in _WORD.findall(form))
                if whole and not (len(whole) == 1 and is_common(whole[0])):
                    forms.setdefault(whole, removal)
            if removal.kind in _IN_PARTS:
                for part in map(_plain, _WORD.findall(words)):
                    if len(part) >= _SHORTEST and not is_common(part):
                        forms.setdefault((part,), removal)
    return forms


def _plain(word: str) -> str:
    """A word without case and accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(letter))
