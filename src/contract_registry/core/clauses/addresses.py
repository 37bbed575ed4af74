"""Finding the clause that a number or the name of a schedule leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_registry.core.clauses.labels import Division, division_of
from contract_registry.core.clauses.numbering import roman_value
from contract_registry.core.clauses.tree import Clause

BODY = ""
"""The key of all that stands in no schedule."""
_MEMBERS = re.compile(r"[A-Za-z]+|\d+[a-z]?")
_NAMED: frozenset[Division] = frozenset({"schedule", "part"})
_TITLE = 120


class Addresses:
    """Where a document's numbers and titles lead: built once from its clauses, asked for each reference."""

    def __init__(self, text: str, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._by_key: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        self._fullest: dict[tuple[str, tuple[str, ...]], tuple[int, ...]] = {}
        self._titles: dict[str, int] = {}
        for clause in clauses:
            if clause.number:
                for key in _keys(clause.number):
                    self._by_key.setdefault(key, []).append(clause.index)
            if clause.kind in ("heading", "schedule"):
                for title in _titles(clause.own.of(text)):
                    self._titles.setdefault(title, clause.index)

    def find(self, division: Division, number: str, asked_in: int, scope: str | None = None) -> int | None:
        """The clause that `number` leads to from clause `asked_in`: one beside it for "(b)", else in the same schedule, else the fullest; None when there is none.

        A schedule or part is never a clause of the same number. `scope` names where alone to look: a schedule's key, or BODY.
        """
        members = _members(number)
        if scope is None and number.startswith("(") and (near := self._near(members, asked_in)) is not None:
            return near
        here = self.scope_of(asked_in) if scope is None else scope
        plain: tuple[str, ...] = () if division in _NAMED else ("",)
        kinds = (here,) if scope else (here, division, *plain) if here else (division, *plain)
        for kind in kinds:
            found = self._best((kind, members))
            if found:
                return found[0] if found[0] != asked_in else found[-1]
        return None

    def schedule(self, words: str) -> str | None:
        """The key of the schedule that `words` name ("Schedule 2", or its number alone); None when it is not here."""
        number = words.rsplit(maxsplit=1)[-1]
        at = self._best(("", (" ".join(words.lower().split()),))) or self._best(("schedule", _members(number)))
        return self.scope_of(at[0]) if at else None

    def scope_of(self, clause: int) -> str:
        """The key of the schedule that a clause stands in, BODY when it stands in none."""
        number = self._clauses[clause].number
        at: int | None = clause
        while not number and at is not None:
            at = self._clauses[at].parent
            number = self._clauses[at].number if at is not None else ""
        head = number.split(", ")[0]
        return head.lower() if division_of(head.split(" ")[0]) == "schedule" else BODY

    def titled(self, name: str) -> int | None:
        """The clause whose heading is `name` ("Rights Schedule" also finds "Schedule 2: Rights"); None when there is none."""
        low = _plain(name)
        if low in self._titles:
            return self._titles[low]
        division = next((word for word in low.split() if division_of(word) == "schedule"), "")
        rest = " ".join(word for word in low.split() if word != division)
        return self._titles.get(f"{division}: {rest}") if division and rest else None

    def _near(self, members: tuple[str, ...], asked_in: int) -> int | None:
        """The clause so numbered among the siblings, then the children, of the clause and of each one above it."""
        at: int | None = asked_in
        while at is not None:
            own = self._clauses[at].number
            parent = self._clauses[at].parent
            above = self._clauses[parent].number if parent is not None else ""
            for base in (above, own):
                for key in _keys(base):
                    found = self._by_key.get((key[0], key[1] + members)) if base else None
                    if found:
                        return found[0]
            at = parent
        found = self._by_key.get(("", members))
        return found[0] if found else None

    def _best(self, key: tuple[str, tuple[str, ...]]) -> tuple[int, ...]:
        """Of clauses with the same number, the two that hold most, the fuller first: an entry in a table of contents holds least."""
        if key not in self._fullest:
            found = sorted(self._by_key.get(key, ()), key=lambda index: (-len(self._clauses[index].span), index))
            self._fullest[key] = tuple(found[:2])
        return self._fullest[key]


def _keys(number: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The keys a full number is found by: its scope (a schedule, else "") and its division, each with its members."""
    head, comma, rest = number.partition(", ")
    division = division_of(head.split(" ")[0]) if " " in head else None
    if division == "schedule" and comma:
        return ((head.lower(), _members(_bare(rest))),)
    if division in _NAMED:
        return ((division or "", _members(_bare(head))), ("", (head.lower(),)))
    last = number.rpartition(", ")[2]
    own = division_of(last.split(" ")[0]) if " " in last else None
    members = _members(_bare(last))
    return (("", members), *(((own, members),) if own else ()))


def _bare(number: str) -> str:
    """A number without the word before it."""
    head, space, rest = number.partition(" ")
    return rest if space and division_of(head) is not None else number.lstrip("§ ")


def _members(number: str) -> tuple[str, ...]:
    found = tuple(member.lower() for member in _MEMBERS.findall(number))
    if len(found) == 1 and not number.startswith("(") and len(number) > 1 and (value := roman_value(found[0])) is not None:
        return (str(value),)
    if len(found) == 1 and number in {"I", "V", "X"}:
        return (str(roman_value(number)),)
    return found


def _titles(words: str) -> tuple[str, ...]:
    """The plain forms of a heading it may be asked for by: "schedule 2: rights" also as "schedule: rights"."""
    low = _plain(words[:_TITLE])
    parts = re.split(r"\s?[:–—-]\s", low, maxsplit=1)
    head = parts[0].split(" ")
    if division_of(head[0]) == "schedule" and len(parts) > 1:
        return (low, parts[1], f"{head[0]}: {parts[1]}")
    if division_of(head[0]) == "schedule" and len(head) > 2:  # noqa: PLR2004
        return (low, " ".join(head[2:]), f"{head[0]}: {' '.join(head[2:])}")
    bare = re.sub(r"^[\d.()\\]+\s", "", low)
    return (low, bare)


def _plain(words: str) -> str:
    return " ".join(words.lower().strip(" :.*_").split())
