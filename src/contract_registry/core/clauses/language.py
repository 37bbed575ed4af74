"""Which languages a document is written in: the main one, and others that whole paragraphs of it are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from contract_registry.core.clauses.language_profiles import CONTRACT_VERBS, LETTERS, OTHER_SCRIPT, SCRIPTS, SMALL_WORDS
from contract_registry.core.document import Document
from contract_registry.core.text import Span

UNKNOWN = "und"
"""The code for a language that was not recognised."""

_SAMPLE = 180
_FEWEST = 10
_FEWEST_ALONE = 6
_PLAIN_ALONE = 0.25
_IN_A_CLAUSE = 0.14
_PLAIN = 0.22
_FLOOR = 0.08
_ENOUGH = 40
_LETTERS_A_WORD = 3
_SPREAD = 60
_FULL_WIDTH = {ord("\uff01") + number: ord("!") + number for number in range(94)}
"""Latin letters and marks as wide as Chinese signs, each with its usual form: as many characters as before."""
_IS_FULL_WIDTH = re.compile("[\uff21-\uff5a]")
_ELISION = re.compile(r"(?<=\b[a-zA-Z])['’]|(?<=\bqu)['’]")


def _speakers() -> dict[str, tuple[str, ...]]:
    """For each small word, the languages it is one of."""
    found: dict[str, tuple[str, ...]] = {}
    for code, words in SMALL_WORDS.items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


_SPEAKERS = _speakers()


def languages(document: Document) -> tuple[str, ...]:
    """The ISO 639 codes of the document's languages: the one with the most words first, then others that fill paragraphs of 40 words or more.

    A language of `CONTRACT_VERBS` counts as well where one paragraph is a clause in it: a single sentence can take everything away.
    ("und",) where nothing is recognised in a long text; English where the text is too short to tell.
    """
    text = document.text.translate(_FULL_WIDTH) if _IS_FULL_WIDTH.search(document.text) else document.text
    spans = tuple(_stretches(document))
    step = max(len(spans) // _SPREAD, 1)
    main = _most(_words_by_language(text, spans[::step])[0])
    found, clauses = _words_by_language(text, spans, main)
    if not found:
        alone = language_of(text[:_SAMPLE]) or _of_few_words(text[:_SAMPLE])
        return (alone if alone not in ("", UNKNOWN) else "en",)
    ordered = sorted(found, key=lambda code: (-found[code], code != main, code))
    first = ordered[0]
    if first == UNKNOWN and found.total() < _ENOUGH and OTHER_SCRIPT.search(text) is None:
        return ("en",)
    others = (*ordered[1:], *sorted(clauses.difference(found)))
    return (first, *(code for code in others if (found[code] >= _ENOUGH or code in clauses) and code != UNKNOWN))


def language_of(words: str) -> str:
    """The language of one stretch of words; "und" when it is not recognised, empty when it is too short to tell."""
    if (script := _script_of(words)) is not None:
        return script
    listed = words.lower().split()
    if len(listed) < _FEWEST:
        return ""
    listed, scores = _heard(words)
    if not scores:
        return UNKNOWN
    telling = Counter(_SPEAKERS[word][0] for word in listed if len(_SPEAKERS.get(word, ())) == 1)
    best = max(scores, key=lambda code: (scores[code] + telling[code], len(SMALL_WORDS[code].intersection(listed)), code))
    if len(listed) < _ENOUGH:
        best = _likelier(best, scores)
    different = SMALL_WORDS[best].intersection(listed)
    return best if scores[best] >= _FLOOR * len(listed) and len(different) > 1 and max(map(len, different)) > 1 else UNKNOWN


def _heard(words: str) -> tuple[list[str], Counter[str]]:
    """The words, and for each language how many of them are small words of it."""
    listed = _ELISION.sub("' ", words.lower()).split()
    return listed, Counter(code for word in listed for code in _SPEAKERS.get(word, ()))


def _of_few_words(words: str) -> str:
    """The language of a sentence too short for a sample, where a quarter of its words are small words of it and none is English; else empty.

    Where two are heard as often, the one that is told first in the list of small words, which begins with those that rules speak.
    """
    listed, scores = _heard(words)
    if len(listed) < _FEWEST_ALONE or not scores or "en" in scores:
        return ""
    best = max(SMALL_WORDS, key=scores.__getitem__)
    return best if scores[best] >= _PLAIN_ALONE * len(listed) and len(SMALL_WORDS[best].intersection(listed)) > 1 else ""


def _likelier(best: str, scores: Mapping[str, int]) -> str:
    """In a sentence or two English, where it is heard at least half as often as `best`: most short texts that reach us are English."""
    return "en" if scores[best] <= 2 * scores.get("en", 0) else best


def _stretches(document: Document) -> Iterator[Span]:
    """The paragraphs, and the cells of rows (a bilingual contract sets its languages side by side)."""
    for block in document.blocks:
        yield from block.cells or (block.span,)
    if not document.blocks and document.text:
        yield Span(0, len(document.text))


def _words_by_language(text: str, spans: Sequence[Span], main: str = "") -> tuple[Counter[str], set[str]]:
    """How many words are in each language, and in which a stretch is a clause; what is plainly in `main` is told by its small words alone."""
    found: Counter[str] = Counter()
    clauses: set[str] = set()
    small = SMALL_WORDS.get(main)
    for span in spans:
        sample = text[span.start : min(span.end, span.start + _SAMPLE)]
        listed = sample.lower().split()
        if small is not None and sum(map(small.__contains__, listed)) >= _PLAIN * len(listed) and OTHER_SCRIPT.search(sample) is None:
            code = main
        else:
            code = language_of(sample)
            if main:
                clauses.update(_clauses_in(sample, main))
        if code:
            found[code] += max(len(span) * len(listed) // max(len(sample), 1), _letters_as_words(code, len(span)))
    return found, clauses


def _clauses_in(sample: str, main: str) -> Iterator[str]:
    """The languages other than `main` in which a stretch of six words or more does what contracts do, by a verb; names, titles and addresses do nothing."""
    listed, scores = _heard(sample)
    if len(listed) < _FEWEST_ALONE:
        return
    for code, verbs in CONTRACT_VERBS.items():
        is_spoken = code != main and scores[code] >= max(_IN_A_CLAUSE * len(listed), 2) and scores[code] > 2 * scores[main]
        if is_spoken and scores[code] == max(scores.values()) and not verbs.isdisjoint(listed):
            yield code


def count_of_words(words: str) -> int:
    """How many words these are, about, in scripts that set none apart, too."""
    return max(len(words.split()), _letters_as_words(language_of(words), sum(map(str.isalnum, words))))


def _letters_as_words(code: str, letters: int) -> int:
    """A length in words for scripts that set none apart."""
    return letters // _LETTERS_A_WORD if code in ("zh", "ja", "th") else 0


def _most(found: Counter[str]) -> str:
    return max(found, key=lambda code: (found[code], code)) if found else ""


def _script_of(words: str) -> str | None:
    """The language that a script other than Latin tells, where it has a third of the letters or more."""
    if OTHER_SCRIPT.search(words) is None:
        return None
    letters = sum(map(str.isalpha, words))
    found = {code: len(pattern.findall(words)) for code, pattern in SCRIPTS}
    if sum(found.values()) * 3 < letters or not letters:
        return None
    if found["ja"]:
        return "ja"
    code = max(found, key=lambda one: found[one])
    return next((other for of, other, pattern in LETTERS if of == code and pattern.search(words)), code)
