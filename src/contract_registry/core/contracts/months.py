"""The names of the months in English, French, German and Spanish, whole and shortened."""

from __future__ import annotations

from types import MappingProxyType

_NAMES = {
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_OTHERS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_OTHERS |= {
    "jänner": 1,
    "setiembre": 9,
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
    "maerz": 3,
    "okt": 10,
    "dez": 12,
    "juil": 7,
    "janv": 1,
    "févr": 2,
}
MONTHS = MappingProxyType({word: number for names in _NAMES.values() for number, word in enumerate(names.split(), 1)} | _OTHERS)
"""The number of each month by its name, folded."""
