"""The short way to tell until when is counted says the same as the long one, wherever it says anything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.disclosure.gate.admission import counted_until, newest_entry
from contract_registry.core.disclosure.gate.policy import INSIDE

OPENED = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.one_of(
    st.integers(0, 400 * 24).map(lambda hours: OPENED + timedelta(hours=hours)), st.sampled_from(newest_entry(INSIDE, OPENED))
)
given_by_people = st.lists(st.tuples(st.integers(1, 30).map(str), moments), max_size=80)


@given(given_by_people, moments)
def test_where_enough_people_came_lately_all_until_then_is_counted(every: list[tuple[str, datetime]], now: datetime) -> None:
    after, until = newest_entry(INSIDE, now)
    joined = {person: min(at for each, at in every if each == person) for person, _ in every}

    if sum(after < at <= until for at in joined.values()) >= INSIDE.least:
        assert counted_until(every, INSIDE, now) == until


def test_five_people_of_the_last_month_are_enough() -> None:
    now = datetime(2026, 6, 10, tzinfo=UTC)
    after, until = newest_entry(INSIDE, now)
    every = [(str(person), until - timedelta(days=person)) for person in range(INSIDE.least)]

    assert (after, until) == (datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 5, 2, tzinfo=UTC))
    assert counted_until(every, INSIDE, now) == until
