"""Figures beside hits and rows that leave the house stand on enough people each, and what is left out beside them is nobody or enough people."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.disclosure.gate.cell import Band
from contract_registry.core.disclosure.gate.contribution import Contribution
from contract_registry.core.disclosure.gate.facets import facets_told
from contract_registry.core.disclosure.gate.policy import INSIDE
from contract_registry.core.disclosure.gate.records import Record, told_values

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
people = st.integers(1, 9).map(str)
cells = st.dictionaries(st.sampled_from("abcdef"), st.lists(people, min_size=1, max_size=20))


@given(cells)
def test_a_figure_stands_on_enough_people_and_so_does_what_is_left_out_beside_it(cells: dict[str, list[str]]) -> None:
    told = facets_told(cells, INSIDE)

    for value, figure in told.items():
        counted = Counter(cells[value])
        assert len(counted) >= INSIDE.least
        assert max(counted.values()) <= INSIDE.largest_share * len(cells[value])
        assert figure.people.lower <= len(counted) <= figure.people.upper
        assert figure.engagements.lower <= len(cells[value]) <= figure.engagements.upper
    left_out = {person for value, cell in cells.items() if value not in told for person in cell}
    assert not told or not left_out or len(left_out) >= INSIDE.least


@given(cells, st.lists(cells, max_size=3))
def test_of_each_part_of_a_question_the_same_holds_as_of_the_whole(cells: dict[str, list[str]], parts: list[dict[str, list[str]]]) -> None:
    told = facets_told(cells, INSIDE, parts)

    for part in parts:
        for counted in (Counter(part.get(value, ())) for value in told):
            assert len(counted) in {0, *range(INSIDE.least, 10)}
            assert max(counted.values(), default=0) <= INSIDE.largest_share * counted.total()
        left_out = {person for value, cell in part.items() if value not in told for person in cell}
        assert not told or not left_out or len(left_out) >= INSIDE.least


def test_what_enough_people_have_is_told_in_bands() -> None:
    told = facets_told({"games": list("abcdefg"), "music": list("hijkl"), "theatre": list("abcde")}, INSIDE)

    assert {value: figure.people for value, figure in told.items()} == dict.fromkeys(("games", "music", "theatre"), Band(5, 9))


def test_beside_one_person_who_is_left_out_the_smallest_figure_is_kept_back() -> None:
    told = facets_told({"games": list("abcdefg"), "music": list("abcde"), "puppetry": ["z"]}, INSIDE)

    assert set(told) == {"games"}


records = st.lists(st.tuples(people, st.tuples(*(st.sampled_from(["", "x", "y"]) for _ in range(3)))), max_size=30)


@given(records, st.lists(st.sets(st.integers(0, 29)), max_size=3), st.sets(st.integers(0, 29)))
def test_rows_that_tell_the_same_are_of_enough_people_of_the_list_and_of_each_part_or_of_nobody_of_it(
    drawn: list[tuple[str, tuple[str, ...]]], parts: list[set[int]], unwanted: set[int]
) -> None:
    every = [Record(Contribution(person, str(number), NOON, {}), values) for number, (person, values) in enumerate(drawn)]
    wanted = set(range(len(every))) - unwanted

    told = told_values(every, INSIDE, wanted, parts)

    shown: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, (record, length) in enumerate(zip(every, told, strict=True)):
        if length:
            shown[record.values[:length]].add(place)
    for places in shown.values():
        assert places <= wanted
        assert len({drawn[place][0] for place in places}) >= INSIDE.least
        for part in parts:
            counted = Counter(drawn[place][0] for place in places & part)
            assert len(counted) in {0, *range(INSIDE.least, 10)}
            assert max(counted.values(), default=0) <= INSIDE.largest_share * counted.total()


def test_a_row_is_told_as_far_as_others_have_the_same() -> None:
    common = [Record(Contribution(person, person, NOON, {}), ("moral", "publishing")) for person in "abcdef"]
    rare = Record(Contribution("z", "z", NOON, {}), ("moral", "puppetry"))
    alone = Record(Contribution("y", "y", NOON, {}), ("ai", "publishing"))

    every = [*common, rare, alone]
    assert told_values(every, INSIDE, range(8)) == [2, 2, 2, 2, 2, 2, 0, 0], "a row that tells less than all others is one person's"

    rarities = [Record(Contribution(person, f"rare {person}", NOON, {}), ("moral", f"of {person}")) for person in "uvwxy"]
    assert told_values([*common, *rarities], INSIDE, range(11)) == [2] * 6 + [1] * 5
    assert told_values(common, INSIDE, range(6), [{0, 1}]) == [0] * 6, "two people have it in a part of what was asked"
    assert told_values(common, INSIDE, range(5), [{5}]) == [0] * 6, "one person has it in what was excluded"


def test_a_value_is_told_where_nobody_or_enough_people_have_it_in_each_part_of_the_question() -> None:
    cells = {"games": list("abcdef"), "music": list("ghijkl")}
    parts = [{"games": list("abcdef")}, {"games": ["a"], "music": list("ghijkl")}]
    one_persons = {"theatre": list("mnopqqqq")}

    told = facets_told({**cells, **one_persons}, INSIDE, [parts[0], {**parts[1], **one_persons}])

    assert set(told) == {"music"}
    assert facets_told(cells, INSIDE, parts) == {}, "one person alone is left out beside it in a part"
