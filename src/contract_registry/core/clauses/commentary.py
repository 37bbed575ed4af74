"""Whether a text tells of contracts (a chapter, an article, a judgment) and is none itself: it binds nobody, addresses nobody, does not speak of itself, and looks back."""

from __future__ import annotations

import re

_BINDS = re.compile(r"\b(?:shall|hereby|hereto|herein|hereof|hereunder|agrees?|undertakes?)\b")
_ADDRESSES = re.compile(r"\b(?:you|your|we|our|us)\b")
_LOOKS_BACK = re.compile(r"\b(?:was|were|had|did|said|wrote|claimed|argued|held|found|sued|ruled|decided)\b")
"""These three are looked for in small letters, which takes half the time of looking for both."""
_NUMBERED = re.compile(r"^[ \t]*(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?|\([a-z]\)|§ ?\d+)[ \t]+\S", re.MULTILINE)
_OF_ITSELF = re.compile(
    r"\b(?:this|these) (?:agreement|contract|licen[cs]e|section|clause|article|schedule|addendum|deed|document|release|policy|terms|assignment)\b",
    re.IGNORECASE,
)
_FEWEST = 1_000
_LONGEST = 200_000
_BINDING, _ADDRESSING, _TELLING, _NUMBERING, _SPEAKING_OF_ITSELF = 5.0, 15.0, 3.0, 8.0, 2.5
"""In a thousand words: contracts bind in ten and more, terms address their reader in thirty and more, and neither looks back in more than four. A
deed in plain words may do none of this; but its clauses are numbered, ten and more, where a chapter numbers one or two. One in plain words,
without "shall" and without numbers, still says *this agreement* and *this section*, four times and more, where a chapter says so once."""


def tells_of_contracts(text: str) -> bool:
    """Whether a text of a thousand words or more reads like writing about contracts."""
    sample = text[:_LONGEST]
    thousands = len(sample.split()) / 1_000
    if thousands < _FEWEST / 1_000:
        return False
    small = sample.lower()
    if len(_LOOKS_BACK.findall(small)) <= _TELLING * thousands:
        return False
    if len(_NUMBERED.findall(sample)) > _NUMBERING * thousands:
        return False
    if len(_OF_ITSELF.findall(sample)) > _SPEAKING_OF_ITSELF * thousands:
        return False
    return len(_BINDS.findall(small)) < _BINDING * thousands and len(_ADDRESSES.findall(small)) < _ADDRESSING * thousands
