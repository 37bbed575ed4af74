"""What the second reader is given of a unit: the sentence, and the words that carry into it, with the two sides by role."""

from __future__ import annotations

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.parties import PartyMention
from contract_registry.core.scanning.mentions import Mentions
from contract_registry.core.scanning.second_reader.context_signs import context_signs
from contract_registry.core.scanning.second_reader.sentence import Sentence
from contract_registry.core.text import Span

SIDES = {"creator": "creator", "engager": "company"}
"""The words that stand for the two sides, whatever the contract calls them."""


def sentence_of(reading: Reading, mentions: Mentions, text: str) -> Sentence:
    """The sentence of `reading`, cut out of the document's `text`, with what the context pass makes of it."""
    named = sorted((each.start, each.end, word) for each in reading.parties if (word := _word_for(each, text)))
    said: dict[str, list[str]] = {}
    for piece in reading.unit.pieces:
        said.setdefault(piece.kind, []).append(_by_role(piece.span, named, text))
    before = " : ".join((*said.get("heading", ()), *said.get("lead-in", ())))
    return Sentence(" ".join(said["own"]), before, " ; ".join(said.get("closing", ())), context_signs(reading, mentions))


def _word_for(party: PartyMention, text: str) -> str:
    """The word for its side, as an owner where the document's own word is one ("your") and is not made one by what follows it ("the Author's")."""
    side = SIDES.get(party.side, "")
    return f"{side}'s" if side and party.owns and text[party.end : party.end + 1] not in {"'", "’"} else side


def _by_role(span: Span, named: list[tuple[int, int, str]], text: str) -> str:
    said, at = [], span.start
    for start, end, word in named:
        if at <= start < end <= span.end:
            said += [text[at:start], word]
            at = end
    said.append(text[at : span.end])
    return " ".join("".join(said).split())
