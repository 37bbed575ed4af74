"""Which sequence a printed number belongs to ("(i)" after "(h)" is a letter, after "(a):" a numeral), and how it is cited in full."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import NamedTuple

from contract_registry.core.clauses.labels import Division
from contract_registry.core.clauses.numbering import PrintedNumber, roman_value

LOOSE = 9
"""The rank of whatever carries no word for its division: below every division that does."""

_NAMED: frozenset[Division | None] = frozenset({"schedule", "part", "item", "question"})
"""Divisions whose number is no part of the numbers below them: clause 1.1 of Schedule 2 is not "2.1.1"."""

_CONVENTION = {
    ".A": 10,
    "-A": 10,
    ".I": 10,
    "-I": 10,
    ".1": 10,
    " 1": 10,
    "-1": 10,
    "º1": 10,
    ")1": 20,
    "(1": 20,
    ")A": 21,
    "(A": 26,
    "(I": 26,
}
"""How high a loose number commonly stands by its dress and alphabet (1., A. and I. over (a) over (i) over (A)); small letters and numerals as below."""
_SMALL = {"a": 22, "i": 24}


_LETTERED = frozenset({".A", ".I", "-A", "-I", "(A", ")A"})
"""The sequences that recitals are counted in, beside small letters, which hold no main clauses anyway."""


class Open(NamedTuple):
    """A clause that may still take others under it.

    `path` are the members of its full number, `printed` those printed before it, `full` how it is cited;
    `heading_rank` the rank of an outline heading, `rank` of its division (LOOSE without one); `recites` marks a heading over recitals.
    """

    clause: int
    level: int
    sequence: str
    value: int = 0
    path: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    full: str = ""
    division: Division | None = None
    heading_rank: int | None = None
    rank: int = LOOSE
    depth: int | None = None
    is_heading: bool = False
    is_item: bool = False
    leads: bool = False
    is_titled: bool = False
    recites: bool = False

    @property
    def is_numbered(self) -> bool:
        return bool(self.printed)

    @property
    def is_loose(self) -> bool:
        """Whether it is numbered by a mark that counts alone, and is no heading of the file's own."""
        return self.is_numbered and self.rank == LOOSE and self.heading_rank is None


class Choice(NamedTuple):
    """The sequence a number was found to belong to, its value in it, and the position of the open clause it stands beside, None when it begins a list."""

    sequence: str
    value: int
    beside: int | None


def members(number: PrintedNumber) -> tuple[str, ...]:
    """A number's parts for comparing: in lower case, "IV" of an article as "4", a schedule's marked as its own."""
    low = tuple(part.lower() for part in number.parts)
    if number.division in _NAMED:
        return (f"{number.division} {low[0]}", *low[1:])
    if number.division is not None and number.readings and len(low) == 1:
        return (str(number.readings[0].value),) if number.readings[0].alphabet in "1iI" else low
    if number.division is not None and (value := roman_value(low[0])) is not None:
        return (str(value), *low[1:])
    return low


def is_main(number: PrintedNumber) -> bool:
    """Whether a number is of the kind that main clauses carry: a bare arabic one ("1.", "1.1") or that of an article or section."""
    if number.division is not None:
        return number.division in ("article", "section")
    return number.form != "bullet" and number.parts[0].isdigit() and number.wrap[:1] != "("


def may_be_recital(one: Open, divided: Container[str]) -> bool:
    """Whether a clause is lettered as recitals are and nothing says that it is a chapter: no title, no list, no numbers below its like.

    `divided` holds the sequences that main clauses have counted below.
    """
    is_chapter = one.is_heading or one.is_titled or one.is_item or one.leads or one.sequence in divided
    return one.sequence in _LETTERED and one.is_loose and not is_chapter


def signature(number: PrintedNumber, alphabet: str = "") -> str:
    """What the numbers of one sequence have in common: division and length, or dress and alphabet."""
    if number.division is not None:
        return f"{number.division} {len(number.parts)}"
    return f"{number.wrap}{alphabet}"


def convention(sequence: str) -> int:
    """How high a loose number of this sequence commonly stands; smaller is higher."""
    return _CONVENTION.get(sequence) or _SMALL.get(sequence[-1:], 15)


def begins(entry: Open, path: tuple[str, ...]) -> bool:
    """Whether an open clause's number is the beginning of `path` ("4" of "4.2(b)")."""
    return any(own and len(own) < len(path) and path[: len(own)] == own for own in (entry.path, entry.printed))


def following_on(entries: Sequence[Open], number: PrintedNumber, depth: int | None, *, nests: bool, is_heading: bool) -> Choice | None:
    """The sequence that `number` belongs to among the open clauses; None when it is doubtful and follows on nothing.

    The next of an open sequence stands beside it, the innermost first. A "1" or "a" begins a new list where the text leads into one (`nests`),
    where the open sequence is one of headings, the file says it is deeper, or a numbered heading stands right above; else it starts its own
    sequence over.
    """
    options = [Choice(signature(number, reading.alphabet), reading.value, None) for reading in number.readings]
    for at in range(len(entries) - 1, -1, -1):
        entry = entries[at]
        for option in options:
            if entry.sequence == option.sequence and entry.value + 1 == option.value and not _differ(entry.depth, depth):
                return option._replace(beside=at)
    first = next((option for option in options if option.value == 1), None)
    if nests and first is None and options and not number.is_doubtful and _innermost(entries, options[0].sequence) is None:
        return options[0]
    if number.is_doubtful and (first is None or (number.form == "bare" and not is_heading)):
        return None
    for option in (first,) if first else options:
        like = _innermost(entries, option.sequence)
        if like is None:
            continue
        nested = nests or (entries[like].is_heading and not is_heading) or _is_deeper(depth, entries[like].depth)
        is_new = first is not None and (nested or _is_under_numbered_heading(entries, like))
        if not is_new:
            return option._replace(beside=like)
    return first or (options[0] if options else None)


def _innermost(entries: Sequence[Open], sequence: str) -> int | None:
    return next((at for at in range(len(entries) - 1, -1, -1) if entries[at].sequence == sequence), None)


def _is_under_numbered_heading(entries: Sequence[Open], like: int) -> bool:
    """Whether the innermost open clause is a numbered heading below the one at `like`, so that what counts anew counts below it."""
    last = entries[-1]
    return like < len(entries) - 1 and last.is_heading and last.is_numbered


def _differ(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one != other


def _is_deeper(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one > other


def cited(parent: Open | None, number: PrintedNumber) -> str:
    """The full number, composed from the ancestors' where it is printed in part: "4.2" and "(b)" make "4.2(b)"."""
    above = parent.full if parent else ""
    if not above or parent is None:
        return number.text
    if number.division is not None:
        return (
            f"{above}, {number.text}" if parent.division in ("schedule", "article") and not begins(parent, members(number)) else number.text
        )
    if parent.division in _NAMED:
        return f"{above}, {number.text}" if parent.division == "schedule" else number.text
    if number.form == "dotted":
        scope, comma, _ = above.rpartition(", ")
        return f"{scope}{comma}{number.text}"
    if number.wrap != "(" and number.parts[-1].isdigit() and above[-1:].isalpha() and parent.division is None:
        return f"{above}.{number.text}"
    return above + "".join(f"({part})" for part in number.parts)
