"""Numbers in figures and in words: "1,500.00", "1.500,00", "five hundred", "thirty (30)", "vingt et un", "dreißig"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from contract_registry.core.quantities.folded import Folded, word_at
from contract_registry.core.text import Span

_TO_TWENTY = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte",
}
_TENS = {
    "en": "thirty forty fifty sixty seventy eighty ninety hundred",
    "fr": "trente quarante cinquante soixante septante octante nonante cent",
    "de": "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "es": "treinta cuarenta cincuenta sesenta setenta ochenta noventa cien",
}
_OTHERS = {
    "en": {"fourty": 40},
    "fr": {"une": 1, "cents": 100},
    "de": {"ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "eines": 1, "dreissig": 30, "einundzwanzig": 21, "achtundzwanzig": 28},
    "es": {"un": 1, "una": 1, "ciento": 100, "quinientos": 500, "veintiuno": 21, "veinticinco": 25, "veintiocho": 28},
}
_MULTIPLIERS = {
    "en": {"hundred": 100, "thousand": 1000, "million": 1_000_000},
    "fr": {"cent": 100, "cents": 100, "mille": 1000},
    "de": {"hundert": 100, "tausend": 1000},
    "es": {"mil": 1000},
}
_COMPOUNDS = {
    f"{unit}{times}": value * worth
    for times, worth in _MULTIPLIERS["de"].items()
    for value, unit in enumerate(["ein", *_TO_TWENTY["de"].split()[1:12]], 1)
}
_BY_LANGUAGE = {
    language: {word: value for value, word in enumerate(_TO_TWENTY[language].split(), 1) if "-" not in word}
    | {word: value * 10 for value, word in enumerate(_TENS[language].split(), 3)}
    | _OTHERS[language]
    | _MULTIPLIERS[language]
    | (_COMPOUNDS if language == "de" else {})
    for language in _TENS
}
NUMBER_WORDS: dict[str, int] = {word: value for words in _BY_LANGUAGE.values() for word, value in words.items()}
"""The value of each word that can stand in a number."""
LANGUAGES_OF = {word: frozenset(language for language, words in _BY_LANGUAGE.items() if word in words) for word in NUMBER_WORDS}
"""The languages in which a word is a number: "once" is eleven in Spanish alone, "six" English and French."""
_MULTIPLY = frozenset(word for words in _MULTIPLIERS.values() for word in words)

_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]{1,4}|,[0-9]{1,2})?|0,[0-9]{1,4}")
_GROUPED = re.compile(
    r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+(?:\.[0-9]{1,4})?|(?:\.[0-9]{3})+(?:,[0-9]{1,4})?|(?:'[0-9]{3})+(?:[.,][0-9]{1,2})?)"
)
_INDIAN = re.compile(r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]{1,2})?")
_IN_BRACKETS = re.compile(r"\s{0,2}\(\s?([0-9](?:[0-9.,']*[0-9])?)\s?\)")
_WORDS_IN_BRACKETS = re.compile(r"\s{0,2}\((?:[^\W\d_]{2,}[ -]?){1,5}\)")
_LONGEST = 24
_HUNDRED, _TWENTY, _TEN = 100, 20, 10


@dataclass(frozen=True, slots=True)
class Number:
    """A number: its place (brackets that say it again included), its value, and the languages its words are of (none for figures)."""

    span: Span
    value: Decimal
    languages: frozenset[str] = frozenset()


def value_of(figures: str) -> Decimal | None:
    """The value of `figures`, whichever of comma, full stop or apostrophe groups them; None for "12.3.2026" and the like.

    A single separator before exactly three figures groups thousands ("1.500" is 1500), unless a zero stands before it.
    """
    if len(figures) > _LONGEST:
        return None
    if figures.isdigit():
        return Decimal(figures)
    if _GROUPED.fullmatch(figures) or _INDIAN.fullmatch(figures):
        mark = max(figures.rfind(","), figures.rfind("."))
        is_decimal = mark > 0 and len({*figures} - {*"0123456789"}) > 1
        whole, part = (figures[:mark], figures[mark + 1 :]) if is_decimal else (figures, "")
        return Decimal("".join(filter(str.isdigit, whole)) + (f".{part}" if part else ""))
    return Decimal(figures.replace(",", ".")) if _PLAIN.fullmatch(figures) else None


def numbers_in(folded: Folded) -> tuple[Number, ...]:
    """Every number in the order of the text; one said twice ("thirty (30)", "30 (thirty)") counts once, with the value of its figures."""
    said = {number.span.start: number for number in _in_words(folded)}
    inside = {number.span.end for number in said.values() if folded.plain[number.span.end - 1] == ")"}
    for start, end in folded.figures:
        value = value_of(folded.plain[start:end])
        if value is None or (inside and not inside.isdisjoint((end + 1, end + 2))):
            continue
        last = _said_again(folded.plain, end, said) if "(" in folded.plain[end : end + 3] else end
        said[start] = Number(Span(start, last), value)
    return tuple(said[start] for start in sorted(said))


def _said_again(plain: str, end: int, said: dict[int, Number]) -> int:
    """Where figures that end at `end` end with the words in brackets that say them again; those words are then no number of their own."""
    again = _WORDS_IN_BRACKETS.match(plain, end, end + 60)
    if again is None:
        return end
    words = [at for at in range(end, again.end()) if at in said]
    for at in words:
        del said[at]
    return again.end() if words else end


def _in_words(folded: Folded) -> Iterator[Number]:
    run: list[tuple[int, str]] = []
    for at in folded.places(NUMBER_WORDS):
        word = word_at(folded.plain, at)
        if run and not _goes_on(folded.plain[run[-1][0] + len(run[-1][1]) : at], NUMBER_WORDS[run[-1][1]], word):
            yield _said(folded.plain, run)
            run = []
        run.append((at, word))
    if run:
        yield _said(folded.plain, run)


def _goes_on(gap: str, last: int, word: str) -> bool:
    """Whether `word` goes on a number whose last word was worth `last`: "twenty-five", "five hundred", "hundred and ten", "vingt et un"."""
    value = NUMBER_WORDS[word]
    if gap in {" ", "-"}:
        return (word in _MULTIPLY and last < value) or (_TWENTY <= last < _HUNDRED and value < _TWENTY) or last >= _HUNDRED > value
    if gap == " and ":
        return last >= _HUNDRED > value
    return gap in {" et ", " y ", "-et-"} and _TWENTY <= last < _HUNDRED and value < _TEN


def _said(plain: str, run: list[tuple[int, str]]) -> Number:
    total, current = 0, 0
    for _, word in run:
        value = NUMBER_WORDS[word]
        if value >= 1000 and word in _MULTIPLY:  # noqa: PLR2004
            total, current = total + max(current, 1) * value, 0
        elif word in _MULTIPLY:
            current = max(current, 1) * value
        else:
            current += value
    end = run[-1][0] + len(run[-1][1])
    figures = _IN_BRACKETS.match(plain, end, end + 30)
    exact = value_of(figures[1]) if figures else None
    languages = frozenset.intersection(*(LANGUAGES_OF[word] for _, word in run))
    if figures and exact is not None:
        return Number(Span(run[0][0], figures.end()), exact, languages)
    return Number(Span(run[0][0], end), Decimal(total + current), languages)
