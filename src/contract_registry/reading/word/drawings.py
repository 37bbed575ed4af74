"""Finds the words in drawings: text boxes, shapes, word art, diagrams, charts; and says which embedded objects go unread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from contract_registry.reading.word.names import CHOICE, FALLBACK, Element, R, elements, tag

ALTERNATIVE = tag("mc:AlternateContent")
BOX = tag("w:txbxContent")
_TEXT = (tag("w:t"), tag("w:delText"), tag("a:t"), tag("w:sym"))
_SIGHTS = (BOX, tag("v:textpath"), tag("a:blip"), tag("v:imagedata"), tag("dgm:relIds"), tag("c:chart"))
_WORD_ART, _DIAGRAM, _CHART, _OBJECT = tag("v:textpath"), tag("dgm:relIds"), tag("c:chart"), tag("o:OLEObject")
_SHAPE_TEXT = (tag("a:p"), tag("a:t"))
_FORMULA = "equation"


@dataclass(frozen=True, slots=True)
class Sight:
    """Something in a drawing: a text box (its content), words, a part that holds words (its relationship id), an object left unread."""

    kind: Literal["box", "words", "part", "object"]
    element: Element | None = None
    said: str = ""


def chosen(alternative: Element) -> Element | None:
    """The one branch to read of content that is there in several forms: the first that holds words, else the first that shows anything."""
    branches = [each for each in elements(alternative) if each.tag in (CHOICE, FALLBACK)]
    for signs in (_TEXT, _SIGHTS):
        for branch in branches:
            if any(True for _ in branch.iter(*signs)):
                return branch
    return branches[0] if branches else None


def sights(drawing: Element) -> Iterator[Sight]:
    """What there is to read in a drawing, picture or object, each thing once, in the order of the file."""
    for each in elements(drawing):
        if each.tag == ALTERNATIVE:
            branch = chosen(each)
            yield from sights(branch) if branch is not None else ()
        elif each.tag == BOX:
            yield Sight("box", each)
        elif each.tag == _SHAPE_TEXT[0]:
            yield Sight("words", said="".join(run.text or "" for run in each.iter(_SHAPE_TEXT[1])))
        elif each.tag == _OBJECT:
            program = each.get("ProgID", "")
            yield from () if program.lower().startswith(_FORMULA) else (Sight("object", said=program),)
        else:
            yield from _linked(each)
            yield from sights(each)


def _linked(element: Element) -> Iterator[Sight]:
    if element.tag == _WORD_ART:
        yield Sight("words", said=element.get("string", ""))
    elif element.tag == _DIAGRAM:
        yield Sight("part", said=element.get(f"{{{R}}}dm", ""))
    elif element.tag == _CHART:
        yield Sight("part", said=element.get(f"{{{R}}}id", ""))


def lines_of(part: Element) -> Iterator[str]:
    """The words of a diagram's or chart's part, line by line; a chart's numbers are left out."""
    for each in part.iter(tag("a:p"), tag("c:strCache")):
        if each.tag == tag("a:p"):
            yield "".join(run.text or "" for run in each.iter(tag("a:t")))
        else:
            yield from (point.text or "" for point in each.iter(tag("c:v")))
