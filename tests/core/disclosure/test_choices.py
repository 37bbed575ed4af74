"""A question that leaves a choice has parts: each of what is joined by *or*, what is excluded, and each of several values of a facet."""

from __future__ import annotations

import pytest

from contract_registry.core.disclosure.searching.choices import MOST_PARTS, leaves_choice_of_words, parts_of
from contract_registry.core.disclosure.searching.question import Asked, Facet
from contract_registry.core.disclosure.searching.tokens import pairs_asked


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("'moral' & 'right'", ()),
        ("'buy-out' <-> 'buy' <-> 'out'", ()),
        ("'a' | 'b' & 'c'", ("'a'", "'b' & 'c'")),
        ("'a' & !'b' & !( 'c' <-> 'd' )", ("'a' & ! 'b' & ! ( 'c' <-> 'd' )", "'a' & 'b'", "'a' & ( 'c' <-> 'd' )")),
        ("'o''r' | 'a & b'", ("'o''r'", "'a & b'")),
    ],
)
def test_the_parts_of_what_is_joined_or_excluded(query: str, parts: tuple[str, ...]) -> None:
    assert tuple(words for _, words in parts_of(Asked("asked"), query)) == parts


def test_each_value_of_a_facet_is_a_part_with_each_of_the_words() -> None:
    asked = Asked("a or b", frozenset({(Facet.SECTOR, "games"), (Facet.SECTOR, "music"), (Facet.YEAR, "2026")}))

    parts = parts_of(asked, "'a' | 'b'")

    assert [(words, sorted(part.where)) for part, words in parts] == [
        (words, [(Facet.SECTOR, sector), (Facet.YEAR, "2026")]) for words in ("'a'", "'b'") for sector in ("games", "music")
    ]


def test_of_far_too_many_parts_no_more_are_written_down_than_show_that() -> None:
    asked = Asked("a or b", frozenset((facet, f"value {number}") for facet in Facet for number in range(20)))

    assert len(parts_of(asked, "'a' | 'b'")) == MOST_PARTS + 1


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ('"moral rights" buy-out', ["two:moral_rights"]),
        ('"moral rights" or½ models', []),
        ('"moral rights"-"train models"', []),
    ],
)
def test_words_are_sought_side_by_side_where_nothing_may_stand_in_their_place(words: str, pairs: list[str]) -> None:
    assert list(pairs_asked(words)) == pairs


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("moral rights", False),
        ("moral OR rights", True),
        ("moral -rights", True),
        ("oral", False),
        ("moral or½ rights", True),
        ("moral oré", True),
    ],
)
def test_only_what_may_leave_a_choice_is_shown_to_the_database(words: str, *, may: bool) -> None:
    assert leaves_choice_of_words(Asked(words)) is may
