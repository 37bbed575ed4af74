"""Telling headings from sentences: whole lines that are titles, and titles that run into the text after them."""

from __future__ import annotations

import re
from typing import Literal

from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.text import Span

_SMALL = words_in("""a an and as at by for from in into of on or per re the to under upon vs with within without your our its their my us me not no & / - – —
    de du des la le les l' d' et ou à au aux en sur par pour un une
    der die das des dem den und oder von zu zur zum im in am an für bei mit auf durch über aus nach
    el los las del y o u al a con por para sobre""")
"""Words that stay small inside a title."""
_VERBS = words_in("""is are was were be been am isn't aren't may might shall will must can cannot can't won't should would could has have had do does did don't doesn't
    agree agrees agreed grants grant's waives assigns owns means includes include includes including includes: applies apply governs govern sets provides retains
    retain keep keeps reserves reserve acknowledge acknowledges understand understands accept accepts confirm confirms represent represents undertake undertakes
    hereby let's let
    est sont peut peuvent doit doivent cède accorde s'engage garantit reconnaît ont sera seront
    ist sind darf dürfen kann können muss müssen soll sollen wird werden hat haben räumt überträgt verpflichtet gilt gelten
    es son puede pueden podrá podrán debe deberá cede otorga reconoce será serán""")
"""Words that make a clause of what they stand in, rather than a title."""
_SUBJECTS = words_in(
    "you we i it they he she this these that there if when where unless please yes note however wir sie ich er il elle nous vous je si cuando"
)
_DANGLING = words_in("""a an the to of for by with in on and or not that from as at your our if including
    de du la le les à et ou que der die das zu und oder dass el los las y o que a""")
"""A title does not end with one of these: something must follow."""
_RUN_IN = re.compile(
    r"(?P<words>[A-ZÀ-Þ0-9(“\"'][^.:?!—\n]{0,90}?|[A-ZÀ-Þ][^.:;?!—\n]{0,90}\?)(?P<sep>[\"”]?\.[\"”]?(?:\s*[-–—]{1,2})?\s+|\s?:(?:\s*[-–—])?\s+|\s[-–—]{1,2}\s+|—\s*|\.[-–—]|(?<=\?)\s+|\s+(?=\((?:a|i|A)\)\s))"
)
_CAPS_RUN = re.compile(
    r"(?P<words>[A-ZÀ-Þ][A-ZÀ-Þ&'’/-]*(?:,?\s+(?:[A-ZÀ-Þ&][A-ZÀ-Þ&'’/-]*|\([A-ZÀ-Þ ]{1,30}\))){0,9})\s+(?=(?:The|You|We|In|This|If|All|Any|Subject|Each|It|"
    r"Except|Upon|Unless|During|For|No|Neither|Nothing|Either|As|At|Where|When|To|Le|La|Les|Der|Die|Das|El|Los|Las)\s)"
)
_AMOUNT = re.compile(r"[$€£¥]|\d\Z")
_NAMES_A_PARTY = re.compile(r"\((?:[^()]{0,30}\s)?[\"“„«]")
"""What defines a name ("Jane Roe (the “Author”)"), as no heading does."""
_TITLE_LENGTH = 110
_TITLE_WORDS = 12
_PLAIN_WORDS = 7
_LONGER = 60


def run_in_heading(text: str, body: Span, *, is_numbered: bool) -> tuple[Span, int] | None:
    """The heading that `body` begins with and the offset where the words after it begin; None when it has none.

    "Grant of Rights. The Author grants …", "Moral rights: You waive …", "License - You grant …", "TERM The Agreement …".
    """
    limit = min(body.end, body.start + _TITLE_LENGTH)
    match = _RUN_IN.match(text, body.start, limit)
    if match and match.end() < body.end and _is_run_in(match["words"], match["sep"], is_numbered=is_numbered):
        return Span(body.start, match.end("words")), match.end()
    if is_numbered and (match := _CAPS_RUN.match(text, body.start, limit)) and len(match["words"]) > len("TERM") - 1:
        return Span(body.start, match.end("words")), match.end()
    return None


def _is_run_in(words: str, sep: str, *, is_numbered: bool) -> bool:
    if words[0] in "“\"'(" or words[0].isdigit() or len(words) < 2:  # noqa: PLR2004
        return False
    if words.endswith("?"):
        return is_numbered
    if sep.isspace() and not is_numbered:
        return False
    dressed = "." not in sep
    return is_title(words) or ((is_numbered or dressed) and is_plain_title(words))


def is_title(words: str) -> bool:
    """Whether `words` are set as a title: every word of weight begins with a capital, and none of the small ones is a verb."""
    every = words.split()
    if not 0 < len(every) <= _TITLE_WORDS or every[-1].lower() in _DANGLING:
        return False
    if len(every) <= 2 and every[0].lower() in _SUBJECTS:  # noqa: PLR2004
        return False
    return all(_stands_tall(word) for word in every) and _VERBS.isdisjoint(every if not words.isupper() else words.lower().split())


def _stands_tall(word: str) -> bool:
    bare = word.strip("()[]“”\"'’,*_")
    return not bare or not bare[0].islower() or bare in _SMALL


def is_plain_title(words: str) -> bool:
    """Whether `words` read as a title in the letters of a sentence: few, no verb, no subject, nothing left hanging ("Use of your content")."""
    every = words.lower().split()
    if ";" in words or not 0 < len(every) <= _PLAIN_WORDS or not words[0].isupper() or every[0] in _SUBJECTS or every[-1] in _DANGLING:
        return False
    return _VERBS.isdisjoint(every) and every[0] not in {"for", "in", "by", "to", "subject", "notwithstanding", "except", "the"}


def is_heading_line(words: str, following: str, *, is_numbered: bool, is_before: Literal["number", "item", "text"]) -> bool:
    """Whether a line that its file calls a paragraph is a heading, seen the line after it: short, set as a title, with more text to come."""
    bare = words.rstrip(": ")
    if len(bare) < 2 or not following or not any(letter.isalpha() for letter in bare[:40]) or _NAMES_A_PARTY.search(bare):  # noqa: PLR2004
        return False
    if bare[-1] == "?":
        return following[-1] != "?" and len(bare.split()) <= _TITLE_WORDS + 4 and len(following) > _LONGER
    if bare[-1] == "." and len(bare.split()) <= _PLAIN_WORDS:
        return (is_numbered or len(following) > _LONGER) and is_title(bare[:-1])
    if bare[-1] in ".;,!–—-_]" or (not is_numbered and (": " in bare or _AMOUNT.search(bare))):
        return False
    if is_numbered or bare.isupper():
        return (
            is_title(bare)
            or is_plain_title(bare)
            or (words == bare and is_numbered and is_before == "text" and len(bare.split()) <= _PLAIN_WORDS)
        )
    is_longer = len(following) > max(_LONGER, len(words))
    if is_title(bare):
        return is_before != "text" or is_longer
    return is_plain_title(bare) and (is_before == "item" or (is_longer and following[-1] in ".:;)"))
