"""Finds what is printed on every page beside the text: running heads, feet and page numbers.

They stand at the outer edge of the page's rows, recur over pages (their numbers counting up with the pages or staying as they are),
and keep their height or recur on most pages. What merely recurs in the middle of the text is text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from contract_registry.core.clauses.numbering import roman_value
from contract_registry.reading.layout.rows import Row, body_size

Edge = Literal["head", "foot"]
FurnitureKind = Literal["head", "foot", "page number"]

_DEEPEST = 6
"""Rows from the edge that can be furniture; where all of them recur, pages are copies of one another and nothing is."""
_LONGEST = 200
_SAME_HEIGHT = 6.0
_SAME_SIZE = 0.12
_MOSTLY = 0.7
_OFTEN = 0.4
_FEW_PAGES = 3
_LARGE = 1.1
"""Titles are larger than this many times the text."""

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
_PAGE_NUMBER = re.compile(
    rf"[\W_]{{0,4}}(?:(?:page|seite|página|pagina|pag|p|s|blatt|folio)\b[\W_]{{0,3}})?{_NUMBER}"
    rf"(?:[\W_]{{0,2}}(?:of|von|sur|de|di|van)?[\W_]{{0,2}}{_NUMBER})?(?:[\W_]{{0,3}}(?:page|seite|página|pagina)\b)?[\W_]{{0,4}}",
    re.IGNORECASE,
)
_SENTENCE_NUMBER = re.compile(r"\(?\d{1,4}[.)]|\([ivxlc]+\)|[ivxlc]{1,7}[.)]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SIGNS = re.compile(r"[^\w#]|_")
_NUMBERED_PART = re.compile(r"(?:schedule|exhibit|annex|annexe|appendix|anlage|anhang|anexo|part|article|section|clause|chapter)#$")
_CLEAR = 1.2
"""Furniture stands off from the text by more than this many usual steps, or in letters of another size."""
_OTHER_SIZE = 0.08
_ALONE_GAP = 1.5
_BOTTOM, _TOP = 0.85, 0.1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's rows from top to bottom, with the page's height."""

    rows: Sequence[Row]
    height: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row at the edge of a page: `rank` rows from it, `height` points from the page's own edge."""

    page: int
    index: int
    edge: Edge
    rank: int
    key: str
    numbers: tuple[int, ...]
    height: float
    size: float
    text: str


def furniture(sheets: Sequence[Sheet]) -> list[dict[int, FurnitureKind]]:
    """For each page, the places among its rows of those that are furniture, with what they are."""
    if len(sheets) == 1:
        return [_lone_page_number(sheets[0])]
    groups: dict[tuple[Edge, str], list[_Candidate]] = defaultdict(list)
    edges: dict[tuple[int, Edge], list[_Candidate]] = defaultdict(list)
    for candidate in _candidates(sheets):
        groups[candidate.edge, candidate.key].append(candidate)
        edges[candidate.page, candidate.edge].append(candidate)
    largest = _LARGE * body_size([row for sheet in sheets for row in sheet.rows])
    recurring = {
        (one.page, one.edge, one.rank): len(group)
        for group in groups.values()
        if len(sheets) > _FEW_PAGES or _reads_alike(group, largest)
        for one in _recurring(group, len(sheets))
    }
    found: list[dict[int, FurnitureKind]] = [{} for _ in sheets]
    for (page, _), outer in edges.items():
        for one in _set_apart(_peeled(outer, recurring, len(sheets)), sheets[page].rows):
            found[page][one.index] = "page number" if is_page_number(sheets[page].rows[one.index].text) else one.edge
    return _sparing(found, sheets)


def _sparing(found: list[dict[int, FurnitureKind]], sheets: Sequence[Sheet]) -> list[dict[int, FurnitureKind]]:
    """The same, but page numbers alone where the rest would leave most pages empty."""
    emptied = sum(bool(sheet.rows) and len(kinds) == len(sheet.rows) for kinds, sheet in zip(found, sheets, strict=True))
    if emptied <= len(sheets) / 2:
        return found
    return [{index: kind for index, kind in kinds.items() if kind == "page number"} for kinds in found]


def is_page_number(text: str) -> bool:
    """Whether `text` is nothing but the number of a page ("- 3 -", "Page 3 of 9", "iv")."""
    return _PAGE_NUMBER.fullmatch(text) is not None and _SENTENCE_NUMBER.fullmatch(text) is None


def _candidates(sheets: Sequence[Sheet]) -> Iterator[_Candidate]:
    for page, sheet in enumerate(sheets):
        count = len(sheet.rows)
        for rank in range(min(_DEEPEST, count)):
            for edge, index in (("head", rank), ("foot", count - 1 - rank)):
                row = sheet.rows[index]
                if len(row.text) <= _LONGEST:
                    key, numbers = _key(row.text)
                    height = row.baseline if edge == "head" else sheet.height - row.baseline
                    yield _Candidate(page, index, "head" if edge == "head" else "foot", rank, key, numbers, height, row.size, row.text)


def _key(text: str) -> tuple[str, tuple[int, ...]]:
    """A row as it would read on any page, and the numbers in it."""
    bare = text.strip(" -–—[]()|·.").lower()
    if (value := roman_value(bare)) and is_page_number(text):
        return "#roman", (value,)
    numbers = tuple(int(number[:18]) for number in _DIGITS.findall(text))
    return _SIGNS.sub("", _DIGITS.sub("#", text.lower())) or text, numbers


def _reads_alike(group: Sequence[_Candidate], largest: float) -> bool:
    """Whether the rows are the same to the letter and no larger than the text: two pages can also begin with the same title."""
    return len({_DIGITS.sub("#", one.text) for one in group}) == 1 and median(one.size for one in group) <= largest


def _recurring(group: Sequence[_Candidate], page_count: int) -> list[_Candidate]:
    """Those of the rows that read alike which are furniture; none when they do not recur as furniture does."""
    pages = len({one.page for one in group})
    counts_only = set(group[0].key) == {"#"} or group[0].key == "#roman"
    if pages < (2 if page_count <= _FEW_PAGES else 3) or not _numbers_fit(group, counts_only=counts_only, share=pages / page_count):
        return []
    height, size = median(one.height for one in group), median(one.size for one in group)
    level = [one for one in group if abs(one.height - height) <= _SAME_HEIGHT]
    is_level = len(level) >= _MOSTLY * len(group)
    if not is_level and not counts_only and (page_count <= _FEW_PAGES or pages < _OFTEN * page_count):
        return []
    return [one for one in (level if is_level and not counts_only else group) if abs(one.size - size) <= _SAME_SIZE * size]


def _numbers_fit(group: Sequence[_Candidate], *, counts_only: bool, share: float) -> bool:
    """Whether each number in these rows stays as it is or counts up with the pages; "Schedule 1", "Schedule 2" is no running head."""
    steady = True
    for values in zip(*(one.numbers for one in group), strict=False):
        offsets = Counter(value - one.page for value, one in zip(values, group, strict=True))
        if Counter(values).most_common(1)[0][1] >= _MOSTLY * len(values):
            continue
        if offsets.most_common(1)[0][1] < _MOSTLY * len(values) / (2 if counts_only else 1):
            return False
        steady = False
    if steady:
        return not counts_only or not group[0].numbers
    return counts_only or (
        _NUMBERED_PART.match(group[0].key) is None and (share >= _OFTEN or is_page_number(group[0].key.replace("#", "1")))
    )


def _peeled(outer: Sequence[_Candidate], recurring: Mapping[tuple[int, Edge, int], int], page_count: int) -> Sequence[_Candidate]:
    """The rows from the edge inwards, as far as they recur: with many alike, as far as they recur on other pages too."""
    ranked = sorted(outer, key=lambda one: one.rank)
    for fewest in (0, _OFTEN * page_count):
        depth = 0
        while depth < len(ranked) and recurring.get((ranked[depth].page, ranked[depth].edge, depth), -1) >= fewest:
            depth += 1
        if depth < _DEEPEST:
            return ranked[:depth]
    return ()


def _set_apart(peeled: Sequence[_Candidate], rows: Sequence[Row]) -> Sequence[_Candidate]:
    """As many of the rows as stand clear of the text within: lines of a paragraph may recur at the edge of pages too."""
    if not peeled:
        return ()
    usual = median([below.baseline - above.baseline for above, below in pairwise(rows)] or [0.0])
    inwards = 1 if peeled[0].edge == "head" else -1
    for depth in range(len(peeled), 0, -1):
        last = rows[peeled[depth - 1].index]
        beyond = peeled[depth - 1].index + inwards
        if not 0 <= beyond < len(rows) or is_page_number(last.text):
            return peeled[:depth]
        text = rows[beyond]
        if abs(text.baseline - last.baseline) >= _CLEAR * usual or abs(text.size - last.size) > _OTHER_SIZE * text.size:
            return peeled[:depth]
    return ()


def _lone_page_number(sheet: Sheet) -> dict[int, FurnitureKind]:
    """The page number of a document of one page: at its foot or head, with space around."""
    rows = sheet.rows
    if len(rows) < 2:  # noqa: PLR2004
        return {}
    for index, near in ((len(rows) - 1, len(rows) - 2), (0, 1)):
        row = rows[index]
        stands_out = row.baseline > _BOTTOM * sheet.height if index else row.baseline < _TOP * sheet.height
        if stands_out and is_page_number(row.text) and abs(row.baseline - rows[near].baseline) >= _ALONE_GAP * row.size:
            return {index: "page number"}
    return {}
