"""What stands in two rows in the same order, against a plain count of the best possible."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.comparing.in_order import in_order, longest_rising

ROWS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


def is_rising(pairs: list[tuple[int, int]]) -> bool:
    return all(one < other and two < three for (one, two), (other, three) in pairwise(pairs))


@given(ROWS, ROWS)
def test_pairs_are_equal_and_rise_on_both_sides(old: list[str], new: list[str]) -> None:
    pairs = in_order(old, new)

    assert all(old[one] == new[other] for one, other in pairs)
    assert is_rising(pairs)


@given(ROWS)
def test_a_row_stands_beside_itself_whole(row: list[str]) -> None:
    assert in_order(row, row) == [(place, place) for place in range(len(row))]


@given(ROWS, ROWS, ROWS)
def test_what_is_put_in_between_takes_nothing_away(before: list[str], between: list[str], after: list[str]) -> None:
    with_it = [*before, *("+" + each for each in between), *after]

    assert len(in_order([*before, *after], with_it)) == len(before) + len(after)


@given(st.permutations(range(7)), st.permutations(range(7)))
def test_of_things_that_stand_once_the_most_possible_are_kept(old: list[int], new: list[int]) -> None:
    best = max(
        size for size in range(8) for kept in combinations(range(7), size) if [x for x in old if x in kept] == [x for x in new if x in kept]
    )

    assert len(in_order(old, new)) == best


def test_a_copy_that_came_before_does_not_move_the_one_that_stayed() -> None:
    assert in_order(list("xaby"), list("axbaby"))[-3:] == [(1, 3), (2, 4), (3, 5)]


def test_the_longest_rise_is_found() -> None:
    assert longest_rising([(0, 5), (1, 0), (2, 1), (3, 9), (4, 2)]) == [(1, 0), (2, 1), (4, 2)]


def test_many_equal_lines_take_little() -> None:
    assert len(in_order(["row"] * 20_000 + ["end"], ["start"] + ["row"] * 30_000 + ["other"])) == 20_000
