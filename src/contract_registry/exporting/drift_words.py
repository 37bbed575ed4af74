"""The words in which the drift of a template is told: events, how something is said, and since when AI is named."""

from __future__ import annotations

from collections import Counter

from contract_registry.core.comparing.drift.ai_wording import AiEntry
from contract_registry.core.comparing.drift.ai_wording import Said as SaidOfAi
from contract_registry.core.comparing.drift.drift import Drift
from contract_registry.core.comparing.drift.strand import EventKind, Spell, Standing
from contract_registry.exporting.plain_words import counted, listed

EVENTS: dict[EventKind, str] = {"came": "Entered", "reworded": "Reworded", "left": "Left", "returned": "Came back"}
STANDINGS: dict[Standing, str] = {
    "finding": "harm",
    "unclear": "unclear",
    "protection": "in your favour",
    "not found": "not found in it",
    "together": "several together",
}
SAYS: dict[SaidOfAi, str] = {
    "harm": "harm",
    "unclear": "unclear",
    "protects": "in your favour",
    "nothing": "no rule speaks of it",
}
TONES: dict[SaidOfAi, str] = {"harm": "critical", "unclear": "medium", "protects": "good", "nothing": "info"}
NOT_NAMED = "AI is named in none of these editions."
HIDDEN = "Words that may mean AI and do not name it"
ABOUT_DAYS = "Days are those of the files: on each the terms stood so already, and not so in the file before."


def ai_sentence(drift: Drift, entry: AiEntry | None) -> str:
    """Since which edition AI is named, and what the rules say of the sentences that named it first."""
    if entry is None:
        return NOT_NAMED
    counts = Counter(each.says[0] for each in entry.sentences)
    of = {**SAYS, "nothing": "of which no rule speaks"}
    said = listed([f"{counts[name]} {words}" for name, words in of.items() if counts[name]])
    since = drift.editions[entry.at].day
    first = " the oldest here," if entry.at == 0 else ""
    return f"AI is named first in the edition of {since},{first} in {counted(len(entry.sentences), 'sentence')}: {said}."


def stood(drift: Drift, spells: tuple[Spell, ...]) -> str:
    """`since 2023-07-28`, `2023-07-28 until 2023-08-11`; the day on which something was gone is that of the edition without it."""
    return ", ".join(_stood(drift, spell) for spell in spells)


def _stood(drift: Drift, spell: Spell) -> str:
    first, days = spell.first, [each.day for each in drift.editions]
    is_to_the_end = spell.last == len(days) - 1
    if first == 0:
        return "in every edition" if is_to_the_end else f"from the oldest edition until {days[spell.last + 1]}"
    return f"since {days[first]}" if is_to_the_end else f"{days[first]} until {days[spell.last + 1]}"
