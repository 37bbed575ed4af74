"""Finds the running heads, feet and page numbers that a plain text carries over from its printed pages.

They stay in the text, each as a block of its own with the source "header" or "footer", and the sentence around them stays in two blocks:
joining it over the page number would give quotes that nobody can find in the file.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from contract_registry.core.document import Source
from contract_registry.reading.lines import Line

_NUMBER = re.compile(
    r"(?:[-–—~|\[]\s?)?(?:page |seite |página |p\. ?)?(?P<arabic>\d{1,4})(?: ?(?:of|/|von|sur|de) ?\d{1,4})?(?:\s?[-–—~|\]])?$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:\S+\s+){5,}.*[.;:]$")
_NEAR = 4
_LONGEST_HEAD = 120
_LINES_A_PAGE = 3
_FIRST_NUMBERS = {1, 2}
_FEWEST_REPEATS = 3


def furniture(every: Sequence[Line]) -> dict[int, Source]:
    """The places in `every` of lines that belong to the page and not to the text, with what they are."""
    printed = [at for at, line in enumerate(every) if line.text]
    numbers = _page_numbers(every, printed)
    marks: dict[int, Source] = dict.fromkeys(numbers, "footer")
    breaks = sorted({*numbers, *(at for at in printed if every[at].after_page)})
    seen: dict[str, set[int]] = defaultdict(set)
    for at, source in _near_breaks(every, printed, breaks):
        if _SENTENCE.match(every[at].text):
            continue
        seen[_shape(every[at].text)].add(at)
        marks.setdefault(at, source)
    repeated = {at for places in seen.values() if len(places) >= max(_FEWEST_REPEATS, len(breaks) // 3) for at in places}
    return {at: source for at, source in sorted(marks.items()) if at in repeated or at in numbers}


def _page_numbers(every: Sequence[Line], printed: Sequence[int]) -> set[int]:
    """Lines that are only a number, each one more than the one before it and a page's worth of lines further on."""
    candidates = [(order, int(found["arabic"])) for order, at in enumerate(printed) if (found := _NUMBER.match(every[at].text))]
    numbers: set[int] = set()
    last: tuple[int, int] | None = None
    for order, number in candidates:
        if last and number == last[1] + 1 and order - last[0] >= _LINES_A_PAGE:
            numbers |= {printed[last[0]], printed[order]}
            last = order, number
        elif last is None or printed[last[0]] not in numbers or number in _FIRST_NUMBERS:
            last = order, number
    return numbers


def _near_breaks(every: Sequence[Line], printed: Sequence[int], breaks: Sequence[int]) -> Iterator[tuple[int, Source]]:
    """Short lines a few lines before or after the end of a page."""
    order = {at: place for place, at in enumerate(printed)}
    for at in breaks:
        place = order[at]
        for step in range(-_NEAR, _NEAR + 1):
            if 0 <= place + step < len(printed) and len(every[printed[place + step]].text) <= _LONGEST_HEAD:
                yield printed[place + step], "footer" if step < 0 or not every[at].after_page else "header"


def _shape(text: str) -> str:
    """A line as it would read on any page: its numbers made equal."""
    return re.sub(r"\d+", "0", text).lower()
