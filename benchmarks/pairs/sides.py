"""The words by which a wording calls the two sides, and the wording with the sides changed about."""

from __future__ import annotations

import re
from typing import Literal

Side = Literal["creator", "engager"]
CREATORS = tuple(
    "Author Writer Illustrator Photographer Artist Performer Musician Composer Translator Contributor Contractor Freelancer Designer Creator "
    "Model Talent Presenter Supplier Vendor Commissionee Licensor Owner Influencer Narrator Entrant Choreographer".split()
)
ENGAGERS = tuple(
    "Publisher Company Client Producer Studio Label Agency Platform Library Commissioner Buyer Licensee Distributor Brand Broadcaster Council "
    "Payer Production Developer Network".split()
)
_NAMED = re.compile(rf"\b({'|'.join((*CREATORS, *ENGAGERS))})\b")
_PRONOUN = re.compile(r"\b(you|your|yours|we|us|our|ours)\b", re.IGNORECASE)
_TURNED = {"your": "our", "yours": "ours", "we": "you", "us": "you", "our": "your", "ours": "yours"}
_BEFORE_OBJECTS = frozenset(
    "to from by with for of on let lets give gives grant pay tell tells than upon against saves thank not allow like list need than".split()
)


def named(text: str, side: Side) -> str:
    """The noun by which `text` calls a side, or "" where it has none."""
    nouns = CREATORS if side == "creator" else ENGAGERS
    return next((found[1] for found in _NAMED.finditer(text) if found[1] in nouns), "")


def speaks_to_you(text: str) -> bool:
    """Whether the sides are you and we."""
    return bool(_PRONOUN.search(text))


def names_of(text: str) -> tuple[str, str]:
    """What creator and engager are called in `text`; common names where it does not call them."""
    return named(text, "creator") or "Author", named(text, "engager") or "Publisher"


def changed_about(text: str) -> str | None:
    """`text` with each side in the place of the other; None where it does not say whose side anybody is on."""
    if re.search(r"\b(I|my|me)\b", text):
        return None
    if speaks_to_you(text):
        if _NAMED.search(text):
            return None
        return _PRONOUN.sub(lambda found: _like(found[0], _turned(found, text)), text)
    creator, engager = names_of(text)
    spoken = {found[1] for found in _NAMED.finditer(text)}
    if not spoken or not spoken <= {creator, engager} or re.search(r"(procure|obtain) from", text):
        return None
    return _NAMED.sub(lambda found: engager if found[1] == creator else creator if found[1] == engager else found[1], text)


def _turned(found: re.Match[str], text: str) -> str:
    word = found[0].lower()
    if word != "you":
        return _TURNED[word]
    before = re.search(r"(\w+) $", text[: found.start()])
    return (
        "us"
        if before and (before[1].lower() in _BEFORE_OBJECTS or (before[1].endswith("ing") and not before[1].endswith("thing")))
        else "we"
    )


def _like(word: str, instead: str) -> str:
    return instead.capitalize() if word[0].isupper() else instead
