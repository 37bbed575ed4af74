"""A labelled passage: what somebody who read the document says of its words, whatever the rules say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stance = Literal["harm", "borderline", "protective"]
LabelFamily = Literal["moral", "ai", "buyout", "terms"]

STANCES: tuple[Stance, ...] = ("harm", "borderline", "protective")
LABEL_FAMILIES: tuple[LabelFamily, ...] = ("moral", "ai", "buyout", "terms")


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled passage of the document `doc`, in its very words; `line` is its line in the file of labels.

    "harm" must be found, "borderline" may or may not be, and "protective" must not be reported as harm.
    """

    doc: str
    family: LabelFamily
    type: str
    stance: Stance
    quote: str
    line: int
