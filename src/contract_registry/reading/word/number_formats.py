"""Writes a clause's place in its list as Word prints it: 4, 04, iv, D, dd, 4th, Fourth."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

GREATEST = 32_767
"""Word counts no further; no file can make a number longer than this prints."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = tuple(_WORDS.split())
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}
_MARKS = "*†‡§"


def printed(value: int, form: str) -> str:
    """`value` in one of Word's number formats ("lowerRoman"); in plain digits where the format is not known here."""
    counted = min(max(value, 0), GREATEST)
    return _FORMS.get(form, str)(counted)


def _roman(value: int) -> str:
    letters = []
    for worth, numeral in _ROMAN:
        times, value = divmod(value, worth)
        letters.append(numeral * times)
    return "".join(letters) or "0"


def _letters(value: int, alphabet: str = "abcdefghijklmnopqrstuvwxyz") -> str:
    """From a to z, then aa to zz, then aaa."""
    if value == 0:
        return ""
    times, letter = divmod(value - 1, len(alphabet))
    return alphabet[letter] * (times + 1)


def _ordinal(value: int) -> str:
    teen = 10 <= value % 100 < 20  # noqa: PLR2004
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _cardinal(value: int) -> str:
    for worth, name in ((1000, "thousand"), (100, "hundred")):
        if value >= worth:
            more, rest = divmod(value, worth)
            return f"{_cardinal(more)} {name}" + (f" {_cardinal(rest)}" if rest else "")
    if value < len(_UNITS):
        return _UNITS[value]
    ten, unit = divmod(value, 10)
    return _TENS[ten - 2] + (f"-{_UNITS[unit]}" if unit else "")


def _ordinal_word(value: int) -> str:
    words = _cardinal(value)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    return words[:cut] + (_IRREGULAR.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"))


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)  # noqa: PLR2004


_FORMS: MappingProxyType[str, Callable[[int], str]] = MappingProxyType(
    {
        "none": lambda _: "",
        "bullet": lambda _: "",
        "decimalZero": lambda value: f"{value:02}",
        "lowerRoman": _roman,
        "upperRoman": lambda value: _roman(value).upper(),
        "lowerLetter": _letters,
        "upperLetter": lambda value: _letters(value).upper(),
        "ordinal": _ordinal,
        "cardinalText": lambda value: _cardinal(value).capitalize(),
        "ordinalText": lambda value: _ordinal_word(value).capitalize(),
        "hex": lambda value: f"{value:X}",
        "chicago": lambda value: _letters(value, _MARKS),
        "decimalEnclosedCircle": _circled,
        "decimalEnclosedCircleChinese": _circled,
        "decimalEnclosedParen": lambda value: f"({value})",
        "decimalEnclosedFullstop": lambda value: f"{value}.",
        "numberInDash": lambda value: f"- {value} -",
        "russianLower": lambda value: _letters(value, "абвгдежзиклмнопрстуфхцчшщыэюя"),
        "russianUpper": lambda value: _letters(value, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"),
    }
)
