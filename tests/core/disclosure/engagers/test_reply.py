"""An engager's own words: by a link that works once, shown as they are; and corrections that say what, now what, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from contract_registry.core.disclosure.engagers.correction import Correction, checked_correction, log_of
from contract_registry.core.disclosure.engagers.reply import LASTS, Invitation, reply_by
from contract_registry.errors import NotFound, WrongUsage

AT = datetime(2026, 12, 1, tzinfo=UTC)
ASKED = Invitation("i1", "kestrel lane ltd", "sum", "ada", AT)
CORRECTION = Correction("kestrel", "since 2023", "since 2024", "The contract was dated wrongly.", "ada", AT)


def test_a_reply_is_kept_in_the_words_it_was_given_in() -> None:
    reply = reply_by(ASKED, "  We changed this in May.\nAsk us. ", "J.  Lane", AT + timedelta(days=1))

    assert (reply.engager, reply.words, reply.signed) == ("kestrel lane ltd", "We changed this in May.\nAsk us.", "J. Lane")


@pytest.mark.parametrize(
    ("invitation", "at"),
    [(replace(ASKED, used_at=AT), AT + timedelta(days=1)), (ASKED, AT + LASTS), (ASKED, AT - timedelta(seconds=1))],
    ids=["used already", "out of date", "before it was sent"],
)
def test_a_link_works_once_and_in_its_time(invitation: Invitation, at: datetime) -> None:
    with pytest.raises(NotFound):
        reply_by(invitation, "We changed this.", "J. Lane", at)


@pytest.mark.parametrize(("words", "signed"), [("", "J. Lane"), ("We changed this.", " "), ("a" * 5_001, "J. Lane")])
def test_a_reply_that_says_nothing_or_too_much_is_refused(words: str, signed: str) -> None:
    with pytest.raises(WrongUsage):
        reply_by(ASKED, words, signed, AT)


@pytest.mark.parametrize(
    "correction", [replace(CORRECTION, reason=""), replace(CORRECTION, now="since 2023"), replace(CORRECTION, was="a" * 1_001)]
)
def test_a_correction_says_what_stood_there_what_does_now_and_why(correction: Correction) -> None:
    with pytest.raises(WrongUsage):
        checked_correction(correction)


def test_the_log_has_the_corrections_under_every_name_the_latest_first() -> None:
    later = replace(CORRECTION, engager="kestrel lane ltd", at=AT + timedelta(days=3))

    assert log_of(
        frozenset({"kestrel", "kestrel lane ltd"}), [checked_correction(CORRECTION), later, replace(CORRECTION, engager="other")]
    ) == (later, CORRECTION)
