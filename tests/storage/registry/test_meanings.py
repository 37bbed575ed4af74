"""What a number stands for is asked once, and again after an hour or when too much is kept."""

from __future__ import annotations

from contract_registry.storage.registry.meanings import SECONDS, Meanings


class Asked:
    def __init__(self) -> None:
        self.numbers: list[list[int]] = []
        self.now = 0.0

    def __call__(self, numbers: list[int]) -> dict[int, str]:
        self.numbers.append(numbers)
        return {each: f"value {each}" for each in numbers}

    def time(self) -> float:
        return self.now


def test_what_is_known_is_not_asked_again_within_the_hour() -> None:
    asked = Asked()
    meanings = Meanings(now=asked.time)

    assert meanings.of([1, 2], asked) == {1: "value 1", 2: "value 2"}
    assert meanings.of([2, 3], asked) == {2: "value 2", 3: "value 3"}
    assert meanings.of([1, 2, 3], asked).keys() == {1, 2, 3}
    assert asked.numbers == [[1, 2], [3]]

    asked.now = SECONDS + 1
    assert meanings.of([1], asked) == {1: "value 1"}
    assert asked.numbers[-1] == [1]


def test_no_more_is_kept_than_there_is_room_for() -> None:
    asked = Asked()
    meanings = Meanings(most=3, now=asked.time)
    for number in range(5):
        assert meanings.of([number], asked) == {number: f"value {number}"}

    meanings.of([0], asked)
    assert asked.numbers == [[0], [1], [2], [3], [4], [0]]
