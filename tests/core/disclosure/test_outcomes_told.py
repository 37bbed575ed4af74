"""What became of a clause is told from a first of a month on, thirty days after it was recorded, and till then as it was told before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.disclosure.consent.outcomes_told import (
    KeptOutcome,
    changes_next,
    counter_told,
    noted,
    outcome_told,
    takes_back,
    told_wholly_from,
)
from contract_registry.core.disclosure.gate.admission import newest_entry, told_from
from contract_registry.core.disclosure.gate.policy import OUTSIDE
from contract_registry.core.records.outcome import OUTCOMES, ClauseOutcome

MARCH = datetime(2027, 3, 9, 15, 0, tzinfo=UTC)
"""What is recorded then is told from the first of May on."""
APRIL, MAY, JUNE = (datetime(2027, month, 1, tzinfo=UTC) for month in (4, 5, 6))
TIMES = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  they get theirs


def said(outcome: str, counter: str = "") -> ClauseOutcome:
    return ClauseOutcome("finding", outcome, counter=counter)


def recorded(*records: tuple[ClauseOutcome, datetime]) -> KeptOutcome:
    kept = None
    for one, at in records:
        kept = noted(one, kept, at)
    assert kept
    return kept


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(2027, 4, 1, tzinfo=UTC), datetime(2027, 5, 1, tzinfo=UTC)),
        (datetime(2027, 4, 1, 0, 0, 1, tzinfo=UTC), datetime(2027, 6, 1, tzinfo=UTC)),
        (datetime(2026, 12, 2, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)),
        (datetime(2027, 1, 15, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)),
    ],
)
def test_it_is_told_from_the_first_of_a_month_on(at: datetime, told: datetime) -> None:
    kept = recorded((said("narrowed", "Named."), at))

    assert (told_from(at, OUTSIDE), told_wholly_from(kept), changes_next([kept], at)) == (told, told, told)
    assert (outcome_told(kept, told - timedelta(seconds=1)), counter_told(kept, told - timedelta(seconds=1))) == ("", "")
    assert (outcome_told(kept, told), counter_told(kept, told), changes_next([kept], told)) == ("narrowed", "Named.", None)


def test_a_changed_outcome_is_told_as_it_was_until_the_change_is() -> None:
    kept = recorded(
        (said("unchanged"), MARCH - timedelta(days=99)), (said("narrowed", "Named."), MARCH), (said("removed", "Named."), APRIL)
    )

    assert [outcome_told(kept, at) for at in (APRIL, MAY - timedelta(1), MAY)] == ["unchanged", "unchanged", "removed"]
    assert [counter_told(kept, at) for at in (APRIL, MAY)] == ["", "Named."], "since March it is what was agreed"


def test_what_is_taken_back_is_told_no_more_at_once() -> None:
    kept = recorded((said("narrowed", "Named."), MARCH), (said("unknown"), JUNE))

    assert [(outcome_told(kept, at), counter_told(kept, at)) for at in (JUNE, JUNE + timedelta(99))] == [("", "")] * 2
    assert told_wholly_from(kept) is None


@pytest.mark.parametrize(
    ("at", "now", "is_taken_back"),
    [
        (JUNE, said("unknown"), True),
        (JUNE, said("removed"), True),
        (JUNE, said("removed", "Named."), False),
        (APRIL, said("unknown"), False),
        (APRIL, said("narrowed", "Named twice."), False),
    ],
)
def test_only_what_is_told_can_be_taken_back(at: datetime, now: ClauseOutcome, is_taken_back: bool) -> None:
    known = recorded((said("narrowed", "Named."), MARCH))

    assert takes_back(noted(now, known, at), known, at) is is_taken_back
    assert not takes_back(noted(now, None, at), None, at)


def test_the_same_recorded_again_does_not_wait_again() -> None:
    kept = recorded((said("narrowed", "Named."), MARCH), (ClauseOutcome("finding", "narrowed", "2027-03", "a mail", "Named."), JUNE))

    assert (outcome_told(kept, JUNE), counter_told(kept, JUNE), changes_next([kept], JUNE)) == ("narrowed", "Named.", None)


def test_a_record_without_a_time_is_told_as_it_was() -> None:
    kept = KeptOutcome(said("narrowed", "Named."))

    assert (outcome_told(kept, MARCH), counter_told(kept, MARCH), changes_next([kept], MARCH), told_wholly_from(kept)) == (
        "narrowed",
        "Named.",
        None,
        None,
    )


@given(st.lists(st.tuples(st.sampled_from(OUTCOMES), TIMES), min_size=1, max_size=6), TIMES)
def test_between_two_firsts_of_a_month_nothing_new_is_told(records: list[tuple[str, datetime]], now: datetime) -> None:
    every = sorted(records, key=lambda record: record[1])
    kept = recorded(*((said(outcome), at) for outcome, at in every))
    _, until = newest_entry(OUTSIDE, now)

    told = outcome_told(kept, max(now, every[-1][1]))

    old_enough = {outcome for outcome, at in every if at <= max(until, newest_entry(OUTSIDE, every[-1][1])[1])}
    assert told in old_enough | {""}
