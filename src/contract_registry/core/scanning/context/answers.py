"""Answers that deny: a label that says none ("Waiver of moral rights: none"), and a question to which the next sentence says no."""

from __future__ import annotations

from collections.abc import Iterator

from contract_registry.core.scanning.context.cues import Reading
from contract_registry.core.scanning.context.turn import Turn
from contract_registry.core.scanning.language import normals

_NONE = frozenset({"none", "nil", "never", "no", "excluded", "nein", "keine", "keiner", "aucun", "aucune", "non", "ninguna", "ninguno"})
_NOT = normals("required requested needed applicable granted given included permitted allowed agreed asked sought")
_LABEL = 12
"""Words of the longest label that is answered."""
_ANSWER = 8
"""Words of the longest answer that says none; a longer one says more."""


def answers_no(reading: Reading) -> Iterator[Turn]:
    """The denials of what a label names or a question asks, as they answer it."""
    own, end = reading.unit.own_word, len(reading.words)
    for piece in reading.unit.pieces:
        if piece.kind == "closing":
            end = min(end, piece.word)
            if reading.marked(piece.word - 1, piece.word, "?"):
                yield Turn("not", piece.word, own, piece.word, reading.word(piece.word))
    label = next((at for at, mark in reading.marks if mark in ":|" and own < at < end), None)
    if label is not None and label - own <= _LABEL and _says_none(reading, label, end):
        yield Turn("not", label, own, label, reading.word(label))


def _says_none(reading: Reading, start: int, end: int) -> bool:
    """Whether the words from `start`, to the end of the sentence or of the row, are an answer that says none."""
    stop = next(at for at, mark in reading.marks if at > start and mark in ".;|")
    answer = reading.words[start:stop]
    if len(answer) > _ANSWER or (stop < end and reading.marked(stop - 1, stop, "|")):
        return False
    return answer[0] in _NONE or (answer[0] == "not" and len(answer) > 1 and answer[1] in _NOT)
