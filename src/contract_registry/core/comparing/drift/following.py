"""Follows what the rules say from each edition of a template to the next, so that copies, moves and returns are no news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from contract_registry.core.comparing.changes import Change, Said, Side
from contract_registry.core.comparing.compare import Edition, compare
from contract_registry.core.comparing.drift.strand import Event, EventKind, Spell, Strand, standing_of
from contract_registry.core.comparing.likeness import likeness
from contract_registry.core.comparing.passages import passages_of
from contract_registry.core.comparing.stretches import stretches_of
from contract_registry.core.comparing.wording import words_of
from contract_registry.core.text import Span

A_COPY = 0.8
"""How much of two sentences of one edition, of which the same is said, must be said alike for one to be a copy of the other: terms for two
regions on one page."""
A_RETURN = 0.65
"""How much must be said alike for something to be what left before."""


@dataclass
class _Thread:
    """A strand as long as it is followed; `words` are those of its sentence where it was last seen."""

    events: list[Event] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    words: tuple[str, ...] = ()
    said: Said | None = None

    def stands(self, at: int) -> None:
        if self.spells and self.spells[-1].last >= at - 1:
            self.spells[-1] = Spell(self.spells[-1].first, at)
        else:
            self.spells.append(Spell(at, at))

    def alike(self, said: Said, words: Sequence[str]) -> float:
        """How much of this is what `said` says in these words: 0 of another type or standing."""
        return likeness(self.words, words) if self.said is not None and _is_one(self.said, said) else 0.0


def strands_of(editions: Sequence[Edition]) -> tuple[Strand, ...]:
    """A strand for everything that was ever said, in the order in which it came; time rises with the number of editions."""
    threads: list[_Thread] = []
    current: dict[str, _Thread] = {}
    for at, edition in enumerate(editions):
        before = editions[at - 1] if at else None
        changes = _changes(before, edition)
        current = _follow(at, edition, changes, current, threads) if changes is not None else current
        for thread in {id(each): each for each in current.values()}.values():
            thread.stands(at)
    return tuple(Strand(tuple(thread.events), tuple(thread.spells)) for thread in threads)


def _changes(before: Edition | None, edition: Edition) -> Sequence[Change] | None:
    """What changed since the edition before; None where it is the same text, read by the same rules."""
    if before is None:
        return tuple(_all_that_is_said(edition))
    if before.clauses.document.text == edition.clauses.document.text:
        return None
    return compare(before, edition).changes


def _all_that_is_said(edition: Edition) -> Iterator[Change]:
    """Everything said of the first edition, as what came with it."""
    for each in stretches_of(edition.findings, edition.clauses, passages_of(edition.clauses)):
        yield Change("came", "text", None, Side(each.finding, each.span, each.lead_in, (), each.finding.clause_index))
    whole: list[Said] = [*edition.scan.absences, *edition.scan.combinations]
    for said in whole:
        yield Change("came", "text", None, Side(said))


def _follow(at: int, edition: Edition, changes: Sequence[Change], before: dict[str, _Thread], threads: list[_Thread]) -> dict[str, _Thread]:
    """The threads of what is said of this edition, by the ids of that; what happens to them is noted."""
    text = edition.clauses.document.text
    now: dict[str, _Thread] = {}
    for change in changes:
        if change.before and change.after and _is_one(change.before, change.after):
            thread = before[change.before.id]
            if now.setdefault(change.after.id, thread) is thread:
                _go_on(thread, at, change, text)
    for change in changes:
        if change.after and change.after.id not in now:
            now[change.after.id] = _begun(at, change, text, list(now.values()), threads)
    here = {id(thread) for thread in now.values()}
    for change in changes:
        if change.before and not (change.after and _is_one(change.before, change.after)):
            thread = before[change.before.id]
            if id(thread) not in here and thread.events[-1].kind != "left":
                thread.events.append(Event("left", at, change))
    return now


def _is_one(said: Said, other: Said) -> bool:
    """Whether the same is said, of one type and in one way: what becomes another type leaves, and the other comes."""
    return (said.type, standing_of(said)) == (other.type, standing_of(other))


def _go_on(thread: _Thread, at: int, change: Change, text: str) -> None:
    """Note that a thread goes on, and once an edition that it is worded or told otherwise."""
    if change.kind == "changed" and thread.events[-1].at != at:
        thread.events.append(Event("reworded", at, change))
    thread.words, thread.said = _words(change.new, text), change.after


def _begun(at: int, change: Change, text: str, here: Sequence[_Thread], threads: list[_Thread]) -> _Thread:
    """The thread of something that was not in the edition before: of which it is a copy, which comes back, or a new one."""
    assert change.after is not None
    words = _words(change.new, text)
    for thread in here:
        if words and thread.alike(change.after, words) >= A_COPY:
            return thread
    alive = {id(thread) for thread in here}
    gone = [thread for thread in threads if id(thread) not in alive and thread.events[-1].at < at]
    best = max(gone, key=lambda thread: thread.alike(change.after, words), default=None)  # type: ignore[arg-type]
    is_back = best is not None and best.alike(change.after, words) >= A_RETURN
    thread = best if best is not None and is_back else _Thread()
    if not is_back:
        threads.append(thread)
    thread.events.append(Event(_kind(thread, at) if is_back else "came", at, change))
    thread.words, thread.said = words, change.after
    return thread


def _kind(thread: _Thread, at: int) -> EventKind:
    """What has happened to a thread that is there again: nothing but other words where it was there in the edition before."""
    return "reworded" if thread.spells[-1].last == at - 1 else "returned"


def _words(side: Side | None, text: str) -> tuple[str, ...]:
    if side is None or side.span is None:
        return ()
    return tuple(word.letters for word in words_of(text, Span(side.span.start, side.span.end), {}))
