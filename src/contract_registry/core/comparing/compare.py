"""The comparison: two editions in, what came, went, changed, moved and stayed out. Knows no file and no rule of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contract_registry.core.clauses.tree import Clauses
from contract_registry.core.comparing.align import Alignment, Pair, align, in_text_order
from contract_registry.core.comparing.changed_words import changed_words
from contract_registry.core.comparing.changes import Cause, Change, ChangeKind, Comparison, Side, types_of, weight
from contract_registry.core.comparing.counterparts import counterparts
from contract_registry.core.comparing.passages import Passage, passages_of
from contract_registry.core.comparing.reflow import reflowed
from contract_registry.core.comparing.stretches import Stretch, stretches_of
from contract_registry.core.comparing.wording import letters_of
from contract_registry.core.scanning.findings import Absence, Combination, Finding, Scan


@dataclass(frozen=True, slots=True)
class Edition:
    """A contract as it was read, and what was said of it."""

    clauses: Clauses
    scan: Scan

    @property
    def findings(self) -> list[Finding]:
        """Everything said of a passage, in the order of the text."""
        every = (*self.scan.findings, *self.scan.protections, *self.scan.unclear)
        return sorted(every, key=lambda each: (each.quote, each.family, each.type, each.id))


@dataclass(frozen=True, slots=True)
class _Sight:
    """What the changes of one comparison are told from."""

    alignment: Alignment
    words_changed: bool
    is_judged_alike: bool

    def cause(self, *, in_text: bool) -> Cause:
        return "text" if in_text else "surroundings" if self.is_judged_alike else "rules"


def compare(old: Edition, new: Edition) -> Comparison:
    """What differs between two editions. Seen the other way round it is the same, with came and gone, better and worse exchanged.

    The two may be one text judged by different rules: each change says whether it came through the words or through the rules.
    """
    passages, new_passages = reflowed(passages_of(old.clauses), passages_of(new.clauses))
    alignment = align(passages, new_passages)
    pairs = tuple(in_text_order(alignment))
    sight = _Sight(alignment, any(pair.kind not in ("same", "moved") for pair in pairs), _is_judged_alike(old.scan, new.scan))
    before = stretches_of(old.findings, old.clauses, passages)
    after = stretches_of(new.findings, new.clauses, new_passages)
    changes = [*_of_passages(before, after, sight), *_of_document(old.scan, new.scan, sight)]
    places = _places(pairs)
    return Comparison(tuple(sorted(changes, key=lambda change: _place(change, places))), pairs)


def _is_judged_alike(old: Scan, new: Scan) -> bool:
    """Whether both were judged by the same rules, in the same case and by the same engine."""
    return (old.rulebook_fingerprint, old.engine_version, old.circumstances) == (
        new.rulebook_fingerprint,
        new.engine_version,
        new.circumstances,
    )


def _of_passages(old: Sequence[Stretch], new: Sequence[Stretch], sight: _Sight) -> Iterator[Change]:
    beside = counterparts(old, new, sight.alignment)
    met = set(beside.values())
    copies, new_copies = _by_words(old), _by_words(new)
    for place, stretch in enumerate(old):
        if place in beside:
            yield _in_both(stretch, new[beside[place]], sight)
        else:
            copy = new_copies.get(_said_in(stretch))
            yield _in_both(stretch, copy, sight, is_again=True) if copy else _in_one(stretch, sight, is_old=True)
    for place, stretch in enumerate(new):
        if place not in met:
            copy = copies.get(_said_in(stretch))
            yield _in_both(copy, stretch, sight, is_again=True) if copy else _in_one(stretch, sight, is_old=False)


def _said_in(stretch: Stretch) -> tuple[str, str, str]:
    return stretch.finding.type, stretch.finding.outcome, letters_of(stretch.words)


def _by_words(stretches: Sequence[Stretch]) -> dict[tuple[str, str, str], Stretch]:
    """The first finding of each type in each wording: who says the same once more, or once less, changes nothing."""
    return {_said_in(stretch): stretch for stretch in reversed(stretches)}


def _in_both(old: Stretch, new: Stretch, sight: _Sight, *, is_again: bool = False) -> Change:
    """A finding of both editions; with `is_again` one that stands in the same words more often in one of them."""
    beside = [sight.alignment.of_old[passage.index] for passage in old.passages]
    is_reworded = letters_of(old.words) != letters_of(new.words) or any(_leads_elsewhere(pair) for pair in beside)
    is_said_otherwise = weight(old.finding) != weight(new.finding) or types_of(old.finding) != types_of(new.finding)
    changed, new_changed = changed_words(old.words, new.words) if is_reworded else ((), ())
    main = sight.alignment.of_old[old.main.index] if old.main else None
    is_elsewhere = is_again or (main is not None and (main.is_elsewhere or main.new not in new.passages))
    kind: ChangeKind = "changed" if is_reworded or is_said_otherwise else "moved" if is_elsewhere else "same"
    return Change(
        kind,
        sight.cause(in_text=is_reworded) if kind == "changed" else "",
        Side(old.finding, old.span, old.lead_in, changed, old.finding.clause_index),
        Side(new.finding, new.span, new.lead_in, new_changed, new.finding.clause_index),
    )


def _leads_elsewhere(pair: Pair) -> bool:
    """Whether a passage refers, in the same words, to another clause than before."""
    return pair.old is not None and pair.new is not None and pair.old.letters == pair.new.letters and not pair.has_same_words


def _in_one(stretch: Stretch, sight: _Sight, *, is_old: bool) -> Change:
    """A finding of one edition alone, beside its sentence in the other where that stands there."""
    pairs = sight.alignment.of_old if is_old else sight.alignment.of_new
    pair = pairs[stretch.main.index] if stretch.main else None
    before, now = sides_of(pair) if pair else (None, None)
    mine = before if is_old else now
    here = Side(stretch.finding, stretch.span, stretch.lead_in, mine.changed if mine else (), stretch.finding.clause_index)
    cause = sight.cause(in_text=pair is None or not pair.has_same_words)
    return Change("gone", cause, here, now) if is_old else Change("came", cause, before, here)


def sides_of(pair: Pair) -> tuple[Side | None, Side | None]:
    """How a passage stands in each edition, with the words that differ, and without what any rule says of it."""
    words = [each.words if each else () for each in (pair.old, pair.new)]
    changed = changed_words(*words) if pair.kind == "changed" else ((), ())
    before, now = (
        Side(None, each.span, (), marks, each.clause) if each else None for each, marks in zip((pair.old, pair.new), changed, strict=True)
    )
    return before, now


def _of_document(old: Scan, new: Scan, sight: _Sight) -> Iterator[Change]:
    """What is said of the whole document: of each type the first beside the first, and so on."""
    cause = sight.cause(in_text=sight.words_changed)
    every: tuple[tuple[Sequence[Absence | Combination], Sequence[Absence | Combination]], ...] = (
        (old.absences, new.absences),
        (old.combinations, new.combinations),
    )
    for before, after in every:
        waiting: dict[str, list[Absence | Combination]] = defaultdict(list)
        for each in reversed(after):
            waiting[each.type].append(each)
        for one in before:
            if waiting[one.type]:
                other = waiting[one.type].pop()
                kind: ChangeKind = "same" if weight(one) == weight(other) else "changed"
                yield Change(kind, cause if kind == "changed" else "", Side(one), Side(other))
            else:
                yield Change("gone", cause, Side(one), None)
        yield from (Change("came", cause, None, Side(each)) for rest in waiting.values() for each in reversed(rest))


def _places(pairs: Sequence[Pair]) -> dict[tuple[str, int], int]:
    """The place of each passage of either edition in the order of the new one."""
    sides: list[tuple[str, int, Passage | None]] = [
        each for place, pair in enumerate(pairs) for each in (("old", place, pair.old), ("new", place, pair.new))
    ]
    return {(name, passage.span.start): place for name, place, passage in sides if passage}


def _place(change: Change, places: dict[tuple[str, int], int]) -> tuple[int, str, str]:
    for name, side in (("new", change.new), ("old", change.old)):
        if side and side.span and (name, side.span.start) in places:
            return places[name, side.span.start], change.said.family, change.said.type
    return len(places), change.said.family, change.said.type
