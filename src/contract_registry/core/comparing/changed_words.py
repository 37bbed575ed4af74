"""Which words of two stretches differ, as places to mark in each, the same whichever comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_registry.core.comparing.in_order import in_order
from contract_registry.core.comparing.wording import Word, letters_of
from contract_registry.core.text import Span

LOOSE = 1
"""So many words that stay between two changes are marked with them where both sides changed: a lone "of" holds nothing together."""


def changed_words(old: Sequence[Word], new: Sequence[Word]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The places of the words of each that the other has not, one for each run of them; both empty where only layout differs."""
    if [word.letters for word in old] > [word.letters for word in new]:
        new_changed, changed = changed_words(new, old)
        return changed, new_changed
    ours, theirs = list[Span](), list[Span]()
    for (start, end), (new_start, new_end) in _gaps(old, new):
        before, after = old[start:end], new[new_start:new_end]
        if letters_of(before) != letters_of(after):
            ours += _around(before)
            theirs += _around(after)
    if not ours and not theirs:
        return _numbers_changed(old, new)
    return tuple(ours), tuple(theirs)


def _gaps(old: Sequence[Word], new: Sequence[Word]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches (in `old`, in `new`) between words that stay; a loose word that stays is taken with the changes around it."""
    kept = [(-1, -1), *in_order([word.letters for word in old], [word.letters for word in new]), (len(old), len(new))]
    gaps = [((one + 1, next_one), (other + 1, next_other)) for (one, other), (next_one, next_other) in pairwise(kept)]
    gaps = [gap for gap in gaps if gap[0][0] < gap[0][1] or gap[1][0] < gap[1][1]]
    joined: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for gap in gaps:
        if joined and gap[0][0] - joined[-1][0][1] <= LOOSE and _is_replaced(gap) and _is_replaced(joined[-1]):
            (start, _), (new_start, _) = joined.pop()
            joined.append(((start, gap[0][1]), (new_start, gap[1][1])))
        else:
            joined.append(gap)
    yield from joined


def _is_replaced(gap: tuple[tuple[int, int], tuple[int, int]]) -> bool:
    return gap[0][0] < gap[0][1] and gap[1][0] < gap[1][1]


def _around(words: Sequence[Word]) -> list[Span]:
    return [Span(words[0].start, words[-1].end)] if words else []


def _numbers_changed(old: Sequence[Word], new: Sequence[Word]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The numbers of references that differ, for stretches that have all other words in common."""
    numbers = ([word for word in words if word.number] for words in (old, new))
    differ = [(one, other) for one, other in zip(*numbers, strict=False) if one.number != other.number]
    return tuple(Span(one.start, one.end) for one, _ in differ), tuple(Span(other.start, other.end) for _, other in differ)
