"""Numbers cited in running text ("clauses 4.2 and 5", "§ 3", "paragraph (b)"), told from sections of statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contract_registry.core.clauses.labels import DIVISIONS, PLURALS, Division, division_of
from contract_registry.core.clauses.wordlists import words_in
from contract_registry.core.text import Span

_COMMON = words_in("""title book titre libro o parties partes points items steps titles books conditions rules parte partie point points condition rule part parts
    question questions frage pregunta q qs capo lid""")
"""Words that name a division before a printed number, but commonly something else inside a sentence: believed with a capital only."""
_ABBREVIATED = words_in("art arts sec sect cl cll para paras abs ziff s ss")
_SPACES = " \u00a0\u202f"
_SPACE = rf"[{_SPACES}]"
_WORDS = "|".join(
    sorted((re.escape(word) for word in (*DIVISIONS, *PLURALS) if word[0] not in "§q" and word not in _COMMON), key=len, reverse=True)
)
_SUB = r"\((?:\d{1,2}|[a-zA-Z]{1,2}|[ivxl]{3,5})\)"
_NUMBER = (
    rf"(?:\d{{1,3}}[a-zA-Z]?(?:\.\d{{1,3}}[a-z]?){{0,5}}(?:\.[a-z](?!\w))?(?:\s?{_SUB}){{0,4}}|[A-Z]\.?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}(?:{_SUB}){{0,4}}"
    rf"|[IVXLC]{{1,6}}(?:\.\d{{1,3}})?(?!\w)|[A-Z](?![\w’']|\.\S)|{_SUB}(?:\s?{_SUB}){{0,3}})[ªº°]?(?![\w-]|\.\d)"
)
_AND = (
    rf"(?:{_SPACE}?,{_SPACE}?(?:and|or|und|et|y)?|{_SPACE}(?:and/or|and|or|to|through|und|oder|bis|et|ou|à|y|o|&)|{_SPACE}?[-–—]){_SPACE}?"
)
_CANDIDATE = re.compile(rf"[{_SPACES}§.](?:\d+|\([a-zA-Z0-9]{{1,5}}\)|[A-Z](?![A-Za-z])|[IVXLC]{{2,6}}(?![A-Za-z]))")
"""What may be a number, and the character before it."""
_LIST = re.compile(rf"{_NUMBER}(?:{_AND}(?:(?i:{_WORDS})\.?{_SPACE})?{_NUMBER}){{0,12}}")
_MORE = re.compile(rf"(?:(?P<word>(?i:{_WORDS}))\.?{_SPACE})?(?P<number>{_NUMBER})")
_NUMBER_SIGNS = frozenset({"no.", "nr.", "n°", "nº", "no", "nr"})
_FARTHEST = 24

_STATUTE = (
    r"(?:Acts?|Directive|Regulations?|Codes?|Statutes?|Ordinance|Order|Convention|Treaty|Constitution|Laws?|Rules of|GDPR|RGPD|DSGVO|DS-GVO|UrhG|BGB|HGB|VerlG|KUG|CDPA|CPI|LPI|TRLPI|TFEU"
    r"|U\.?S\.?C|C\.?F\.?R|Gesetz\w*|\w+gesetz\w*|\w+ordnung|Verordnung|Richtlinie|Loi|loi|code|décret|Ley|ley|Código|código|Real Decreto|[Rr]eglamento|[Rr]èglement|Auteurswet|[Ww]et)(?!\w)"
)
_STATUTE_AFTER = re.compile(
    rf"(?:\s?\([^()]{{0,20}}\)|\s(?:Abs(?:\.|atz)|S(?:\.|atz)|Nr\.|al\.)\s?\d{{1,2}}|\s(?:et seq\.?|ff?\.|and following)){{0,4}},?\s?"
    rf"(?:(?:of|in|under|du|de la|de l['’]|de|des|der|del|van)\s?(?:(?:the|das|dem|la|le|said|same)\s)?(?:[\w’'(),/&-]+\s){{0,8}}?)?{_STATUTE}"
)
_STATUTE_BEFORE = re.compile(
    r"(?:\bAct(?:\s\d{4})?|\d{4} Act|\bCode|\bU\.?S\.?C\.?|\bC\.?F\.?R\.?|UrhG|BGB|Directive|Regulation|Stat\.|GDPR|RGPD|DSGVO|CDPA)(?:\s?\([^)]{1,20}\))?,?\s?\Z"
)
_STATUTE_REACH = 180


class Cited(NamedTuple):
    """A number cited: its place (with the word before it, where it has one of its own), its division, and the number alone."""

    span: Span
    division: Division
    number: str


def citations(text: str) -> Iterator[tuple[Cited, ...]]:
    """The numbers cited in `text`, those of one list ("clauses 4, 5 and 6") together; sections of statutes are left out."""
    done = 0
    for candidate in _CANDIDATE.finditer(text):
        at = candidate.start() + 1
        if at < done:
            continue
        start, division = _word_before(text, at)
        if division is None or (every := _LIST.match(text, at)) is None:
            continue
        done = every.end()
        if _is_plausible(text[start:at], every.group(), division) and not _is_statute(text, start, done):
            yield tuple(_each(text, start, at, done, division))


def _word_before(text: str, at: int) -> tuple[int, Division | None]:
    """Where the word that names a division before `at` begins, and which it names; None when the word there names none."""
    window = text[max(0, at - _FARTHEST) : at].rstrip(_SPACES)
    if window.endswith("§"):
        return at - (len(text[max(0, at - _FARTHEST) : at]) - len(window.rstrip("§"))), "section"
    words = window.split()
    if words and words[-1].lower() in _NUMBER_SIGNS:
        words.pop()
    word = words[-1].lstrip("([\"“„«'’‘") if words else ""
    bare = word.rstrip(".")
    low = bare.lower()
    if "\n" in window[window.rfind(word) :] or (word != bare and low not in _ABBREVIATED) or (low in _COMMON and not bare[:1].isupper()):
        return at, None
    return max(0, at - _FARTHEST) + window.rfind(word), division_of(bare) if bare else None


def _each(text: str, start: int, at: int, end: int, division: Division) -> Iterator[Cited]:
    is_bracketed = False
    for match in _MORE.finditer(text, at, end):
        if match.start() == at:
            is_bracketed = match["number"][-1] == ")"
        elif match["number"][0] == "(" and not is_bracketed:
            return
        if match["word"]:
            division = division_of(match["word"]) or division
        yield Cited(Span(start if match.start() == at else match.start(), match.end()), division, match["number"])


def _is_plausible(word: str, numbers: str, division: Division) -> bool:
    """Whether a word and what follows are a reference and not a common word before a capital ("part I of", "point A")."""
    if numbers[:1].isupper() and (len(numbers) == 1 or not numbers[1].isalnum()):
        return division == "schedule" or (word[0].isupper() and len(word) > 2) or (division == "section" and numbers[0] not in "AI")  # noqa: PLR2004
    return division not in ("item", "question") or numbers[0].isdigit()


def _is_statute(text: str, start: int, end: int) -> bool:
    return (
        _STATUTE_AFTER.match(text, end, end + _STATUTE_REACH) is not None
        or _STATUTE_BEFORE.search(text[max(0, start - 2 * _FARTHEST) : start]) is not None
    )
