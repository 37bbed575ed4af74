"""Joins sentences that one edition prints as a list, or otherwise cut, and the other in one piece: a change of layout is no change of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from contract_registry.core.comparing.in_order import in_order
from contract_registry.core.comparing.passages import Passage
from contract_registry.core.text import covering

SHORTEST, LONGEST = 5, 30
"""Letters that must be alike at the start for two sentences to be looked at: of a short one all, of a longer one so many."""
MOST_PIECES = 80
MOST_TRIED = 20

Run = tuple[int, int]
"""The places of the first passage of several and of the one after the last."""


def reflowed(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages of both, those joined that together say, letter for letter, what one or several of the other say."""
    if [each.letters for each in old] > [each.letters for each in new]:
        theirs, ours = reflowed(new, old)
        return ours, theirs
    anchors = in_order([each.letters for each in old], [each.letters for each in new])
    loose = _loose(old, {one for one, _ in anchors}), _loose(new, {other for _, other in anchors})
    runs = list(_runs(*loose))
    return _joined(old, [run for run, _ in runs]), _joined(new, [run for _, run in runs])


def _loose(passages: Sequence[Passage], taken: set[int]) -> dict[int, str]:
    return {each.index: each.letters for each in passages if each.index not in taken}


def _runs(old: Mapping[int, str], new: Mapping[int, str]) -> Iterator[tuple[Run, Run]]:
    begins, is_whole = _beginnings(new)
    used, new_used = set[int](), set[int]()
    for place, letters in old.items():
        possible = [*begins.get(letters[:LONGEST], ()), *(one for at in range(SHORTEST, LONGEST) for one in is_whole.get(letters[:at], ()))]
        for other in dict.fromkeys(possible[:MOST_TRIED]):
            met = None if place in used or other in new_used else _meet(old, place, new, other)
            if met:
                used |= set(range(*met[0]))
                new_used |= set(range(*met[1]))
                yield met


def _beginnings(new: Mapping[int, str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Where a passage begins with some letters, and where it has no others."""
    begins: dict[str, list[int]] = defaultdict(list)
    is_whole: dict[str, list[int]] = defaultdict(list)
    for place, letters in new.items():
        for at in range(SHORTEST, min(len(letters), LONGEST) + 1):
            begins[letters[:at]].append(place)
        if SHORTEST <= len(letters) < LONGEST:
            is_whole[letters].append(place)
    return begins, is_whole


def _meet(old: Mapping[int, str], place: int, new: Mapping[int, str], other: int) -> tuple[Run, Run] | None:
    """The runs that begin here and say the same; None where they part before both are at an end."""
    end, new_end = place + 1, other + 1
    ours, theirs = old[place], new[other]
    while ours != theirs and (end - place) + (new_end - other) <= MOST_PIECES:
        if len(ours) < len(theirs) and theirs.startswith(ours) and end in old:
            ours, end = ours + old[end], end + 1
        elif len(theirs) < len(ours) and ours.startswith(theirs) and new_end in new:
            theirs, new_end = theirs + new[new_end], new_end + 1
        else:
            return None
    return ((place, end), (other, new_end)) if ours == theirs else None


def _joined(passages: Sequence[Passage], runs: Sequence[Run]) -> tuple[Passage, ...]:
    ends = dict(runs)
    joined: list[Passage] = []
    place = 0
    while place < len(passages):
        end = ends.get(place, place + 1)
        joined.append(_one(passages[place:end], len(joined)))
        place = end
    return tuple(joined)


def _one(passages: Sequence[Passage], index: int) -> Passage:
    return replace(
        passages[0],
        index=index,
        span=covering(each.span for each in passages),
        words=tuple(word for each in passages for word in each.words),
        letters="".join(each.letters for each in passages),
        is_heading=all(each.is_heading for each in passages),
    )
