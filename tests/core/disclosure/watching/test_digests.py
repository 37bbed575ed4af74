"""Digests come together, tell of whole months, are none where nothing is new, and stop with one click."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.disclosure.watching.digest import digests, new_clauses
from contract_registry.core.disclosure.watching.saved_search import MOST, Every, SavedSearch, Window, due, saved, stopped, told
from contract_registry.errors import WrongUsage
from contract_registry.exporting.digest_letter import digest_letter

NOW = datetime(2026, 12, 17, 9, 30, tzinfo=UTC)
NOVEMBER, DECEMBER, JANUARY = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
WINDOW = Window(NOVEMBER, DECEMBER)


def a_search(name: str = "Waivers in games", person: str = "ada", every: Every = Every.MONTH) -> SavedSearch:
    return saved(f"{person} {name}", person, name, "q=waives&sector=games", every, NOW, 0)


@pytest.mark.parametrize(
    ("every", "now", "window"),
    [
        (Every.MONTH, NOW, None),
        (Every.MONTH, DECEMBER.replace(day=31), None),
        (Every.MONTH, JANUARY, Window(DECEMBER, JANUARY)),
        (Every.QUARTER, JANUARY, None),
        (Every.QUARTER, datetime(2027, 3, 5, tzinfo=UTC), Window(DECEMBER, datetime(2027, 3, 1, tzinfo=UTC))),
    ],
)
def test_a_digest_tells_of_whole_months_once_they_are_over(every: Every, now: datetime, window: Window | None) -> None:
    assert due(a_search(every=every), now) == window


@given(st.lists(st.integers(0, 40), max_size=30))
def test_whenever_it_is_asked_every_month_is_told_once(gaps: list[int]) -> None:
    search, now, windows = a_search(), NOW, []
    for gap in gaps:
        now += timedelta(days=gap)
        if window := due(search, now):
            windows.append(window)
            search = told(search, window)

    assert all(one.until == other.since for one, other in pairwise(windows))
    assert [window.since for window in windows[:1]] in ([], [DECEMBER])
    assert all(window.until <= now for window in windows)


def test_all_searches_of_a_person_come_in_one_letter_and_those_without_news_in_none() -> None:
    parts = [
        new_clauses(a_search("Waivers"), WINDOW, [("moral-waiver-general",)] * 40),
        new_clauses(a_search("AI"), WINDOW, [("ai-training-express", "ai-tdm-grant"), ("ai-training-express",)]),
        new_clauses(a_search("Nothing new"), WINDOW, []),
        new_clauses(a_search("His", "ben"), WINDOW, []),
    ]

    (digest,) = digests(parts)

    assert [part.search.name for part in digest.parts] == ["AI", "Waivers"]
    assert digest.clauses == 42
    assert digest.parts[0].types == (("ai-training-express", 2), ("ai-tdm-grant", 1))


def test_the_letter_has_counts_and_months_and_no_words_of_a_contract() -> None:
    (digest,) = digests([new_clauses(a_search("Waivers"), WINDOW, [("moral-waiver-general",)] * 40)])

    letter = digest_letter(
        digest, {"moral-waiver-general": "Moral rights waived"}, page="http://here/searches", stop="http://here/stop/xyz"
    )

    assert letter.subject == "40 new clauses in 1 saved search"
    assert letter.text.splitlines()[:2] == ["Waivers: 40 new clauses, shared in 2026-11", "  40 × Moral rights waived"]
    assert letter.headers == {"List-Unsubscribe": "<http://here/stop/xyz>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}


def test_months_over_new_year_are_named_by_their_own_years() -> None:
    part = new_clauses(a_search(), Window(NOVEMBER, JANUARY), [("a",)])

    assert "shared from 2026-11 to 2026-12" in digest_letter(digests([part])[0], {}, page="", stop="").text


def test_one_click_stops_every_letter_and_keeps_the_searches() -> None:
    both = stopped([a_search(), a_search("AI")], NOW)

    assert [due(each, JANUARY) for each in both] == [None, None]
    assert stopped(both, JANUARY) == both


@pytest.mark.parametrize(("name", "others"), [("", 0), ("a" * 101, 0), ("Waivers", MOST)])
def test_a_search_without_a_name_or_one_too_many_is_refused(name: str, others: int) -> None:
    with pytest.raises(WrongUsage):
        saved("s", "ada", name, "", Every.MONTH, NOW, others)


def test_counts_that_are_cut_off_say_so() -> None:
    part = replace(new_clauses(a_search(), WINDOW, [("a",)] * 3), is_more=True)

    assert "3 new clauses or more" in digest_letter(digests([part])[0], {}, page="", stop="").text
