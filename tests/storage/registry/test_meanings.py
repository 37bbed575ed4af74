"""What a number stands for is asked once, and again after an hour or when too much is kept."""

from __future__ import annotations

from contract_registry.storage.registry.meanings import SECONDS, Meanings, Number

OFFICERS, OTHERS = frozenset({"of the union"}), frozenset({"of a clinic"})


class Asked:
    def __init__(self) -> None:
        self.numbers: list[list[Number]] = []
        self.now = 0.0

    def __call__(self, numbers: list[Number]) -> dict[Number, str]:
        self.numbers.append(numbers)
        return {each: f"value {each[1]}" for each in numbers}

    def time(self) -> float:
        return self.now


def named(*numbers: int) -> list[Number]:
    return [("sector", each) for each in numbers]


def saying(*numbers: int) -> dict[Number, str]:
    return {("sector", each): f"value {each}" for each in numbers}


def test_what_is_known_is_not_asked_again_within_the_hour() -> None:
    asked = Asked()
    meanings = Meanings(now=asked.time)

    assert meanings.of(OFFICERS, named(1, 2), asked) == saying(1, 2)
    assert meanings.of(OFFICERS, named(2, 3), asked) == saying(2, 3)
    assert meanings.of(OFFICERS, named(1, 2, 3), asked) == saying(1, 2, 3)
    assert asked.numbers == [named(1, 2), named(3)]

    asked.now = SECONDS + 1
    assert meanings.of(OFFICERS, named(1), asked) == saying(1)
    assert asked.numbers[-1] == named(1)


def test_no_more_is_kept_than_there_is_room_for() -> None:
    asked = Asked()
    meanings = Meanings(most=3, now=asked.time)
    for number in range(5):
        assert meanings.of(OFFICERS, named(number), asked) == saying(number)

    meanings.of(OFFICERS, named(0), asked)
    assert asked.numbers == [named(each) for each in (0, 1, 2, 3, 4, 0)]


def test_nobody_profits_from_what_others_asked() -> None:
    asked = Asked()
    meanings = Meanings()
    meanings.of(OFFICERS, named(1), asked)

    meanings.of(OTHERS, named(1), lambda numbers: dict.fromkeys(numbers, "otherwise"))

    assert meanings.of(OFFICERS, named(1), asked) == saying(1)
    assert meanings.of(OTHERS, named(1), asked) == {("sector", 1): "otherwise"}
    assert asked.numbers == [named(1)]
