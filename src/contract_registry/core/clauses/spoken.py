"""Parties that a document only speaks of: by pronouns, and by role words used as names ("the Author shall")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from contract_registry.core.clauses.candidate import Candidate, Lexicon, keys_of
from contract_registry.core.clauses.cues import POSSESSIVES
from contract_registry.core.clauses.role_words import STRONG, Speaker

_LOOKS = 40
_FIRST_PERSON = re.compile(
    r"\b(?=[IiJjYy])(?<![\"“«'‘])(?<!clicking )(?<!click )(?<!ticking )(?<!tick )(?<!Part )(?<!Annex )(?<!Section )(?<!Article )(?<!Schedule )(?<!Title )(?<!Class )(?<!Exhibit )(?<!Phase )(?<!Type )\b"
    r"(?:I,\s+(?:the undersigned|[A-ZÀ-Þ][\w’'-]+\s[^,\n]{1,40},)"
    r"|(?:(?:I(?:['’](?:m|ll|ve|d))?|[Jj]e|[Ii]ch|[Yy]o)\s+|J['’]\s*)"
    r"(?!(?:of|and|or|to|in|above|below|shall be|is|are|the|on|for)\b)[a-zàâçéèêëîïôûùüÿñæœß]{2,})"
)
_SHORT_TEXT = 3_000
_TITLE = 90
_RARELY = 0.04
"""A pronoun that makes up less than this of all pronouns is a slip or a quotation, unless it does something."""


def pronouns(tokens: Counter[str], sample: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Those who speak without a name; "I" only where it does something, for lists are numbered with it too."""
    said: dict[Speaker, Counter[str]] = {}
    for word, speaker in lexicon.pronouns.items():
        count = tokens[word] if word != "i" else 0
        if word.islower():
            count += tokens[word.capitalize()] + (tokens[word.upper()] if word not in ("us", "i") else 0)
        if word == "j'":
            count += sample.count("J'") + sample.count("J’") + sample.count(" j'") + sample.count(" j’")
        if count:
            said.setdefault(speaker, Counter())[word] += count
    if "i" in said and not _speaks_of_itself(said["i"], sample):
        del said["i"]
    every = sum(words.total() for words in said.values())
    for words in said.values():
        only_has = len(sample) > _SHORT_TEXT and all(word.lower() in POSSESSIVES for word in words)
        yield Candidate(tuple(words), is_rare=only_has or words.total() < _RARELY * every)


def _speaks_of_itself(said: Counter[str], sample: str) -> bool:
    """Whether "I" does something, and, in a text long enough to number its parts with it, has something too."""
    does = _FIRST_PERSON.search(sample) is not None and any(said[word] for word in ("i", "je", "j'", "ich", "yo", "me", "mich", "mi"))
    return does and (len(said) > 1 or len(sample) < _SHORT_TEXT)


def role_words_spoken(tokens: Counter[str], sample: str, found: Sequence[Candidate], lexicon: Lexicon) -> Iterator[Candidate]:
    """Role words the document uses as names ("the Author shall"), or in small letters where one speaks as "I" ("the client") or nobody is named."""
    taken = {alias.lower() for one in found for alias in one.aliases}
    heads = Counter({_head(token): count for token, count in tokens.items() if len(token) > len("l'")})
    singles = [low for word in heads if (low := word.lower()) in lexicon.roles and low not in taken]
    phrases = [word for word in lexicon.roles if " " in word and word.rpartition(" ")[2].title() in heads and word not in taken]
    names = [word for word in dict.fromkeys((*phrases, *singles)) if _is_used_as_name(word, heads, sample)]
    speakers = {one for candidate in found for one in keys_of(candidate, lexicon)} & {"i", "we"}
    small = [
        word
        for word in lexicon.roles
        if word in heads and word not in names and _is_spoken_of(word, lexicon, speakers, is_alone=not (names or found))
    ]
    low = sample.lower() if small else ""
    for word in names:
        yield Candidate((word.title(),), prior=lexicon.roles[word])
    for word in small:
        if re.search(rf"\bthe {re.escape(word)}\b", low):
            yield Candidate((word,), prior=lexicon.roles[word], is_sure=bool(speakers))


def _is_spoken_of(word: str, lexicon: Lexicon, speakers: set[str], *, is_alone: bool) -> bool:
    """Whether a role word in small letters can be a party: an artist who says "I" or "we" speaks of "the client", and somebody who says "I" of "the artist"."""
    weight = lexicon.roles[word]
    return is_alone or (weight <= -STRONG and bool(speakers)) or (weight >= STRONG and "i" in speakers)


def _head(token: str) -> str:
    """A word without what hangs on it: "Artist's" and "l'Artiste" as they stand in a list."""
    if token.endswith(("’s", "'s")):
        return token[:-2]
    return token[2:] if token[1] in "'’" and token[0] in "lLdD" else token


def _is_used_as_name(word: str, heads: Counter[str], sample: str) -> bool:
    """Whether a role word stands with a capital inside a sentence, and so not by heading or sentence alone."""
    titled = word.title()
    last = titled.rpartition(" ")[2]
    if not (heads[last] or heads[last.upper()]):
        return False
    return any(_stands_inside(form, sample) for form in (titled, word.upper()))


def _stands_inside(form: str, sample: str) -> bool:
    """Whether words stand in a sentence or at the head of a line, and not before another capitalised word ("Brand Assets")."""
    at = sample.find(form)
    for _ in range(_LOOKS):
        if at < 0:
            return False
        end = at + len(form)
        before, after = sample[max(0, at - 2) : at], sample[end : end + 3]
        is_word = not after[:1].isalnum() and after[:1] != "-" and not _is_in_title(form, sample, at)
        is_alone = not (after[:1] == " " and after[1:2].isupper() and after[2:3].islower())
        if is_word and is_alone and (not before or before[-1] == "\n" or (before[-1] in " '’" and before[:1].isalpha())):
            return True
        at = sample.find(form, end)
    return False


def _is_in_title(form: str, sample: str, at: int) -> bool:
    """Whether a shouted word stands among others in a shouted title ("SESSION MUSICIAN RELEASE"), which names nobody."""
    if not form.isupper():
        return False
    end = sample.find("\n", at)
    line = sample[sample.rfind("\n", 0, at) + 1 : end if end >= 0 else len(sample)].strip()
    return line.isupper() and len(form) < len(line) < _TITLE
