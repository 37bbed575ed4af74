"""Where each block hangs in the tree of clauses: under the numbers, headings and lists still open above it."""

from __future__ import annotations

from collections.abc import Callable

from contract_registry.core.clauses.entries import Entry, Place
from contract_registry.core.clauses.labels import RANKS, Division
from contract_registry.core.clauses.numbering import PrintedNumber
from contract_registry.core.clauses.sequences import (
    LOOSE,
    Open,
    begins,
    cited,
    convention,
    following_on,
    is_main,
    may_be_recital,
    members,
    signature,
)

DEEPEST = 32
"""Lists nested deeper than this hang side by side on the last level, so that no document can make the tree, or a cited number, run away."""

_GUESSED = 50
"""The rank of a heading whose level the file does not tell: below all whose level it does."""


class Outline:
    """The clauses that are still open while a document is walked from top to bottom, outermost first.

    Mutable, and private to segmenting: each method places one block and says where.
    """

    def __init__(self) -> None:
        self._open: list[Open] = []
        self._floor: int | None = None
        self._has_begun = False
        self._divided: set[str] = set()

    @property
    def is_in_list(self) -> bool:
        """Whether the block placed last is an item of a list."""
        return self._floor is None and bool(self._open) and self._open[-1].is_item

    @property
    def is_led(self) -> bool:
        """Whether the block placed last leads into a list, or is an item of one that nothing marks."""
        return self._floor is None and bool(self._open) and (self._open[-1].leads or self._open[-1].sequence == "unmarked")

    def is_counting(self, number: PrintedNumber) -> bool:
        """Whether a number goes on with an open list that an unnumbered heading here would end, so that there is none here."""
        if number.form not in ("paren", "single"):
            return False
        values = {signature(number, reading.alphabet): reading.value for reading in number.readings}
        return any(
            one.value + 1 == values.get(one.sequence) and (number.is_doubtful or any(above.is_numbered for above in self._open[:at]))
            for at, one in enumerate(self._open)
        )

    def heading(self, entry: Entry) -> Place:
        """An unnumbered heading: under the nearest heading of higher rank."""
        rank = _GUESSED if entry.heading_level is None else entry.heading_level
        self._close_headings(rank)
        return self._push(entry, Open(entry.clause, 0, f"heading {rank}", heading_rank=rank))

    def numbered(self, entry: Entry, number: PrintedNumber) -> Place | None:
        """A numbered clause; None where the number is doubtful and follows on nothing, so that it is no number after all."""
        if entry.is_heading:
            self._close_while(lambda one: one.sequence == "paragraph")
        if is_main(number):
            self._close_recitals()
        if entry.heading_level is not None and not self._goes_on(number, entry.heading_level):
            self._close_headings(entry.heading_level, number)
        if number.form in ("label", "dotted"):
            return self._cited_in_full(entry, number)
        return self._counted(entry, number)

    def bullet(self, entry: Entry, mark: str) -> Place:
        """An item without a number: beside items of its kind and depth, else under what stands above."""
        sequence = f"bullet {mark if entry.depth is None else entry.depth}"
        at = self._last(sequence)
        if at is None:
            self._start_afresh()
            self._close_while(
                lambda one: one.sequence == "unmarked" or (one.sequence.startswith("bullet") and not _may_hold(one, entry.depth))
            )
        else:
            del self._open[at:]
        return self._push(entry, Open(entry.clause, 0, sequence, is_item=True))

    def unmarked(self, entry: Entry) -> Place:
        """A paragraph that reads as an item of the list led into above, though nothing marks it."""
        self._close_while(lambda one: one.sequence == "unmarked")
        return self._push(entry, Open(entry.clause, 0, "unmarked", is_item=True))

    def paragraph(self, entry: Entry) -> Place:
        """An unnumbered paragraph: under the numbered clause or heading above, beside any list between."""
        if entry.agrees:
            self._close_recitals()
            self._close_while(lambda one: may_be_recital(one, self._divided))
        self._close_while(lambda one: not one.is_numbered and one.heading_rank is None)
        keep = len(self._open)
        while keep and (self._open[keep - 1].is_item or self._open[keep - 1].sequence == "paragraph"):
            keep -= 1
        if entry.leads:
            return self._push(entry, Open(entry.clause, 0, "paragraph"), under=keep)
        self._floor = keep
        return self._place(keep)

    def closing(self) -> Place:
        """The closing words of a list: beside its items."""
        self._floor = max(len(self._open) - 1, 0)
        return self._place(self._floor, is_item=True)._replace(closes=True)

    def beside(self) -> Place:
        """Something out of the run of the text (a comment, a footnote): under what is open, changing nothing."""
        has_begun = self._has_begun
        place = self._place(len(self._open))
        self._has_begun = has_begun
        return place

    def _cited_in_full(self, entry: Entry, number: PrintedNumber) -> Place:
        """A number that names its ancestors ("4.2.1") or its division ("Article IV"): under the clause it begins with, else beside its like."""
        path, sequence = members(number), signature(number)
        at = next((at for at in range(len(self._open) - 1, -1, -1) if begins(self._open[at], path)), None)
        if at is not None:
            del self._open[at + 1 :]
        elif (at := self._last(sequence)) is not None:
            del self._open[at:]
            self._close_while(lambda one: one.is_loose)
        elif number.division is not None:
            self._close_division(RANKS[number.division], entry)
        else:
            self._close_while(lambda one: one.rank == LOOSE and one.heading_rank is None)
        value = number.readings[0].value if number.readings else 0
        return self._push(entry, Open(entry.clause, 0, sequence, value, path, path), number)

    def _counted(self, entry: Entry, number: PrintedNumber) -> Place | None:
        """A number that counts alone ("4.", "(b)", "iv)"): beside the one it follows on, else the first of a new list."""
        nests = self._floor is None and bool(self._open) and self._open[-1].leads
        choice = following_on(self._open, number, entry.depth, nests=nests, is_heading=entry.is_heading)
        if choice is None:
            return None
        if choice.beside is not None:
            del self._open[choice.beside :]
        else:
            self._start_afresh()
            if choice.value == 1 and choice.sequence[-1] == "1" and self._open and may_be_recital(self._open[-1], self._divided):
                self._close_recitals()
            self._make_room(choice.sequence, entry.depth, is_first=nests or choice.value == 1)
            if choice.value == 1 and is_main(number):
                self._close_while(lambda one: one.value > 1 and may_be_recital(one, self._divided))
            if self._open and is_main(number):
                self._divided.add(self._open[-1].sequence)
        own = tuple(part.lower() for part in number.parts)
        path = ((self._open[-1].path if self._open and self._open[-1].division is None else ()) if self._open else ()) + own
        return self._push(entry, Open(entry.clause, 0, choice.sequence, choice.value, path, own), number)

    def _make_room(self, sequence: str, depth: int | None, *, is_first: bool) -> None:
        """Close what a new list of this sequence does not hang on."""
        rank = convention(sequence)
        if is_first:
            self._close_while(lambda one: not one.leads and one.sequence.startswith(("bullet", "unmarked")) and not _may_hold(one, depth))
            self._close_while(
                lambda one: not one.leads and one.is_loose and convention(one.sequence) > rank and not self._goes_deeper(sequence)
            )
        else:
            self._close_while(
                lambda one: (one.is_loose and convention(one.sequence) >= rank) or (not one.is_numbered and one.heading_rank is None)
            )

    def _close_recitals(self) -> None:
        """Close the heading over recitals, if it is open, and all below it."""
        at = next((at for at, one in enumerate(self._open) if one.recites), None)
        if at is not None:
            del self._open[at:]
            self._floor = None

    def _goes_deeper(self, sequence: str) -> bool:
        """Whether a "(1)" stands under an "(A)" that itself stands under small marks: the fourth level of "(a)(i)(A)(1)"."""
        return sequence == "(1" and len(self._open) > 1 and self._open[-1].sequence == "(A" and self._open[-2].sequence in ("(a", "(i")

    def _goes_on(self, number: PrintedNumber, rank: int) -> bool:
        """Whether a heading's number follows on an open heading of its own rank."""
        sequences = {signature(number, reading.alphabet): reading.value for reading in number.readings}
        return any(one.heading_rank == rank and one.value + 1 == sequences.get(one.sequence) for one in self._open)

    def _close_headings(self, rank: int, number: PrintedNumber | None = None) -> None:
        """Close all that a heading of this rank ends: everything down to a heading above it, a schedule, or the clause its number begins with."""
        keep = len(self._open)
        while keep and not self._outranks(self._open[keep - 1], rank, number):
            keep -= 1
        del self._open[keep:]

    def _outranks(self, one: Open, rank: int, number: PrintedNumber | None) -> bool:
        if number is not None and begins(one, members(number)):
            return True
        if one.heading_rank is not None:
            return one.heading_rank < rank
        if number is not None and number.readings and one.is_loose and not one.is_item:
            return convention(one.sequence) < convention(signature(number, number.readings[0].alphabet))
        return one.rank < RANKS["article"] or (
            rank == _GUESSED and one.is_heading and one.is_numbered and self._last(f"heading {_GUESSED}") is None
        )

    def _close_division(self, rank: int, entry: Entry) -> None:
        """Close all that a division of this rank does not stand in."""
        known = entry.heading_level if entry.heading_level is not None else 0
        self._close_while(
            lambda one: (
                one.rank >= rank
                if one.rank != LOOSE
                else one.heading_rank is None or one.heading_rank >= (known or (1 if rank == 0 else _GUESSED))
            )
        )

    def _last(self, sequence: str) -> int | None:
        return next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at].sequence == sequence), None)

    def _start_afresh(self) -> None:
        """A new list does not hang on items that a paragraph has closed."""
        if self._floor is not None:
            del self._open[self._floor :]

    def _close_while(self, closes: Callable[[Open], bool]) -> None:
        while self._open and closes(self._open[-1]):
            self._open.pop()

    def _push(self, entry: Entry, one: Open, number: PrintedNumber | None = None, under: int | None = None) -> Place:
        del self._open[DEEPEST - 1 :]
        keep = min(len(self._open) if under is None else under, len(self._open))
        parent = self._open[keep - 1] if keep else None
        is_item = one.is_item or (number is not None and parent is not None and parent.leads and not entry.is_heading)
        full = cited(parent, number) if number else parent.full if parent else ""
        self._open.append(
            one._replace(
                level=parent.level + 1 if parent else 0,
                full=full,
                path=one.path if number else parent.path if parent else (),
                division=self._division(number) if number else parent.division if parent else None,
                rank=RANKS[number.division] if number and number.division else LOOSE,
                heading_rank=one.heading_rank if number is None else entry.heading_level,
                depth=entry.depth,
                is_heading=entry.is_heading,
                is_titled=entry.is_titled,
                recites=entry.recites,
                is_item=is_item,
                leads=entry.leads,
            )
        )
        self._floor = None
        self._has_begun = self._has_begun or not entry.is_heading
        return Place(parent.clause if parent else None, self._open[-1].level, full if number else "", is_item)

    def _division(self, number: PrintedNumber) -> Division | None:
        """The division a clause's number names; a document that begins as "Exhibit 10.24" is no schedule of itself."""
        return "part" if number.division == "schedule" and not self._has_begun else number.division

    def _place(self, keep: int, *, is_item: bool = False) -> Place:
        self._has_begun = True
        parent = self._open[keep - 1] if keep else None
        return Place(parent.clause if parent else None, parent.level + 1 if parent else 0, "", is_item)


def _may_hold(item: Open, depth: int | None) -> bool:
    """Whether an item without a number takes one of this depth under it: it leads into it, or the file says it is deeper."""
    return item.leads or (depth is not None and item.depth is not None and item.depth < depth)
