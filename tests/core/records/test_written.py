"""Of what somebody wrote, that stays which others can read; where nothing can be read, nothing was written."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from contract_registry.core.disclosure.consent.agreement import Agreement, checked_agreement
from contract_registry.core.disclosure.engagers.correction import Correction, checked_correction
from contract_registry.core.disclosure.engagers.decision import Proposal, What, checked_proposal
from contract_registry.core.disclosure.engagers.reply import Invitation, reply_by
from contract_registry.core.disclosure.grants import checked_purpose
from contract_registry.core.records.reviewing.review import Passage, Review, checked_review
from contract_registry.core.records.reviewing.suppression import Suppression, checked_suppression
from contract_registry.core.records.written import readable
from contract_registry.errors import WrongUsage

NOW = datetime(2026, 12, 1, tzinfo=UTC)
PASSAGE = Passage("f", "letters", "moral-waiver-total", "a.rule", 1)
NOTHING = [
    "",
    " \n ",
    "\0\0\0",
    "\u200b\u200d\u2060\ufeff",
    "\u2800 \u3164 \u115f",
    "\u202e\u2066",
    "\u00a0\u3000",
    "\ufe0f\u0301",
    "\ud800\x1b",
]


@pytest.mark.parametrize("words", NOTHING)
def test_signs_that_nobody_sees_say_nothing(words: str) -> None:
    assert readable(words) == ""


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("  Agreed\0 with the branch.\r\nShe knows.\x07 ", "Agreed  with the branch.\nShe knows."),
        ("pay\u00adment \u202eon\u202c time", "payment on time"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\N{WOMAN}\u200d\N{ARTIST PALETTE}", "\N{WOMAN}\u200d\N{ARTIST PALETTE}"),
        ("同意した", "同意した"),
        ("!", "!"),
    ],
)
def test_what_can_be_read_stays(words: str, read: str) -> None:
    assert readable(words) == read


@pytest.mark.parametrize("words", NOTHING)
def test_nowhere_is_that_taken_for_a_reason(words: str) -> None:
    asked = [
        lambda: checked_review(Review("c", PASSAGE, "dispute", words, "o", NOW)),
        lambda: checked_suppression(Suppression("letters", "t", words, "o", date(2026, 12, 1), date(2026, 12, 9))),
        lambda: checked_agreement(Agreement("union", "o", NOW, words)),
        lambda: checked_proposal(Proposal("p", What.SAME, frozenset({"a", "b"}), words, "o", NOW)),
        lambda: checked_correction(Correction("a", "was", "now", words, "o", NOW)),
        lambda: checked_purpose(f"{words * 10} {words}"),
        lambda: reply_by(Invitation("i", "a", "sum", "o", NOW), words, "Saltmarsh Books", NOW),
    ]

    for ask in asked:
        with pytest.raises(WrongUsage):
            ask()


def test_a_reason_is_kept_as_it_is_read() -> None:
    assert checked_agreement(Agreement("union", "o", NOW, " \u200bShe may\0. ")).reason == "She may ."
