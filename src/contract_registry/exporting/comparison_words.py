"""The words in which a comparison is told: its outcome, its counts, and how each thing changed."""

from __future__ import annotations

from collections import Counter

from contract_registry.core.comparing.changes import Change, ChangeKind, Comparison, Direction, Outcome, types_of, weight
from contract_registry.core.rules.rule import SEVERITIES
from contract_registry.core.scanning.findings import Absence, Finding
from contract_registry.exporting.plain_words import SEVERITIES as SEVERITY_WORDS
from contract_registry.exporting.plain_words import counted, listed

LITTLE_IN_COMMON = 0.2
"""Where a smaller part of the sentences has a counterpart, the two may be no editions of one contract."""

OUTCOMES: dict[Outcome, str] = {"worse": "Worse", "mixed": "Mixed", "better": "Better", "changed": "Changed", "same": "Same"}
KINDS: dict[ChangeKind, str] = {"came": "Came", "gone": "Gone", "changed": "Changed", "moved": "Moved", "same": "Stayed"}
SECTIONS: dict[Direction | ChangeKind, str] = {
    "worse": "What got worse",
    "better": "What got better",
    "changed": "What changed, for better or worse",
    "moved": "What stands elsewhere in the same words",
    "same": "What stayed",
}
_HOW = {"worse": "got worse", "better": "got better", "changed": "changed for better or worse"}
READ_BOTH = "The rules cannot tell which edition is better in these: read both."
CAUSES = {
    "rules": "The words are the same; they are judged by other rules, or another case, than before.",
    "surroundings": "This sentence is the same; what stands around it changed how it reads.",
}
MARKS = "Between » and «: the words that differ, or those that decided where a whole sentence came, went or stayed."


def verdict_sentence(comparison: Comparison) -> str:
    """What got worse, what got better and what stayed, in counts."""
    counts = counts_of(comparison.changes)
    stayed = _stayed(counts)
    if comparison.outcome == "same":
        return f"{_nothing_changed(comparison)} {stayed}".strip()
    said = [f"{counts[name]} {how}" for name, how in _HOW.items() if counts[name]]
    said[0] = said[0].replace(" ", " point " if said[0].startswith("1 ") else " points ", 1)
    return f"{listed(said)}. {stayed}"


def counts_of(changes: tuple[Change, ...]) -> Counter[str]:
    """How many got worse or better, changed otherwise, moved or stayed."""
    return Counter(section_of(change) for change in changes)


def section_of(change: Change) -> Direction | ChangeKind:
    """Where a change is told: under what it means for the creator, else under what kind it is."""
    if change.direction != "even":
        return change.direction
    return change.kind if change.kind in ("moved", "same") else "changed"


def sentences_told(count: int, *, others: bool) -> str:
    """`3 other sentences came, went or changed`, and why they are worth reading."""
    which = counted(count, "other sentence" if others else "sentence")
    return f"{which} came, went or changed. The rules say nothing new of {'it' if count == 1 else 'them'}, but rules know only what somebody has described."


def title_of(change: Change, title: str) -> str:
    """The headline of something said of the whole document, which is missed in one edition and not in the other."""
    if not isinstance(change.said, Absence) or change.kind not in ("came", "gone"):
        return title
    return title.replace("Not found:", "Now missing:" if change.kind == "came" else "No longer missing:", 1)


def notes_on(change: Change) -> tuple[str, ...]:
    """A sentence each: through what it changed, where the words did not, and how it was told before where it is told otherwise now."""
    before, after = change.before, change.after
    notes = [CAUSES[change.cause]] if change.cause in CAUSES else []
    if before and after and change.kind == "changed":
        rank = SEVERITIES.index(after.severity) - SEVERITIES.index(before.severity)
        if rank and after.family != "protective":
            notes.append(f"{'Graver' if rank > 0 else 'Milder'} than before: it was {SEVERITY_WORDS[before.severity].lower()}.")
        if types_of(before) != types_of(after) and weight(before) == weight(after):
            notes.append(_how_much(change))
        if before.title != after.title:
            notes.append(f"It was told as “{before.title}” before.")
        if isinstance(before, Finding) and isinstance(after, Finding) and before.outcome != after.outcome:
            notes.append("It could be told before, and now cannot." if after.outcome == "unclear" else "It could not be told before.")
    return tuple(notes)


def remarks_on_both(comparison: Comparison) -> tuple[str, ...]:
    """What should be known before the comparison is relied on."""
    if comparison.pairs and comparison.shared < LITTLE_IN_COMMON:
        return (
            "The two have little wording in common. Check that they are editions of one contract, and that the older one was given first.",
        )
    return ()


def _how_much(change: Change) -> str:
    """How the types of what is said changed, at equal weight."""
    if change.direction == "even":
        return "It does something else than before."
    protects = change.said.family == "protective"
    return f"It {'protects' if protects else 'takes'} {'more' if (change.direction == 'better') == protects else 'less'} than before."


def _nothing_changed(comparison: Comparison) -> str:
    if comparison.has_same_sentences:
        return "All sentences are the same; at most headings, layout, punctuation, numbering or order differ."
    return "Nothing that these rules look for came, went or changed."


def _stayed(counts: Counter[str]) -> str:
    both = counts["same"] + counts["moved"]
    if not both:
        return "Nothing stayed as it was." if counts.total() else ""
    elsewhere = f", {counts['moved']} of them elsewhere" if counts["moved"] else ""
    return f"{counted(both, 'point')} stayed{elsewhere}."
