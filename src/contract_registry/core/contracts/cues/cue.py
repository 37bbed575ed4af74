"""Telling what a sum, period or date is for by the words around it: cues tried in order, the first that is heard decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from contract_registry.core.contracts.survey import Around

PLACE = "¤"
"""Stands in a setting for the sum, period or date itself."""

Purpose = TypeVar("Purpose", bound=str)


@dataclass(frozen=True, slots=True)
class Cue(Generic[Purpose]):
    """Words that tell a purpose. `stems` are cheap to look for: without one of them in the setting the pattern cannot match.

    `about` are further stems of which one must stand in the setting, wherever it is; none where the pattern says it all.
    """

    purpose: Purpose
    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    about: tuple[str, ...] = ()


def cue(purpose: Purpose, stems: str, *patterns: str, about: str = "") -> Cue[Purpose]:
    """A cue for `purpose`, heard when any of `patterns` is found in a setting; `stems` are parted by spaces, "_" standing for a space."""
    return Cue(purpose, _stems(stems), re.compile("|".join(patterns)), _stems(about))


def labelled(words: str) -> str:
    """The pattern of a setting in which the place answers to a label that is wholly one of `words` (alternatives parted by "|")."""
    return rf"\A\[(?:[^\]]*\|)?(?:the |le |la |les |der |die |das |el |los |las )?(?:{words})(?: \([^)]*\))?[|\]]"


def headed(words: str) -> str:
    """The pattern of a setting under a heading in which one of `words` is heard."""
    return rf"\{{[^}}]*\b(?:{words})\b"


def setting_of(around: Around) -> str:
    """What surrounds a place on three lines, so that no pattern runs from one into another: labels, heading, "the words before ¤ the words after"."""
    labels = "|".join(label.replace("]", " ").replace("|", " ") for label in around.labels)
    heading = around.heading.replace("}", " ")
    before = " ".join(around.before.replace(PLACE, " ").split())
    return f"[{labels}]\n{{{heading}}}\n{before} {PLACE}{_after(around.after)}"


def purpose_of(setting: str, cues: Iterable[Cue[Purpose]]) -> Purpose | None:
    """The purpose of the first cue that is heard in `setting`; None when none is."""
    for each in cues:
        if _has_any(setting, each.stems) and (not each.about or _has_any(setting, each.about)) and each.pattern.search(setting):
            return each.purpose
    return None


def labelled_purpose(setting: str, cues: Iterable[Cue[Purpose]]) -> Purpose | None:
    """The purpose that the labels of `setting` tell; None at once where it has no labels."""
    return None if setting.startswith("[]") else purpose_of(setting, cues)


def _has_any(setting: str, stems: tuple[str, ...]) -> bool:
    for stem in stems:  # noqa: SIM110 - any() with a generator takes three times as long, and this is asked a thousand times a page
        if stem in setting:
            return True
    return False


def _stems(words: str) -> tuple[str, ...]:
    return tuple(stem.replace("_", " ") for stem in words.split())


def _after(words: str) -> str:
    joined = " ".join(words.replace(PLACE, " ").split())
    return f" {joined}" if joined[:1].isalnum() else joined
