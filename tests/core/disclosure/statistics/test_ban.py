"""What a ban would catch is told only where neither it nor any ban beside it tells of a few people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contract_registry.core.disclosure.gate.cell import Band
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.disclosure.gate.policy import INSIDE
from contract_registry.core.disclosure.statistics.ban import Ban, Caught, caught_by, checked_ban
from contract_registry.errors import WrongUsage

NOW = datetime(2026, 12, 1, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=200)
SECTOR, TYPE = Dimension.SECTOR, Dimension.TYPE
TYPES = ("waiver", "assignment", "training")
POLICY = replace(INSIDE, least=3, small_field=1)
"""A small one, so that chance finds its edges."""


def of(number: int, *types: str, person: str = "", sector: str = "music") -> Contribution:
    return Contribution(person or f"p{number}", f"e{number}", LONG_AGO, {SECTOR: frozenset({sector}), TYPE: frozenset(types)})


def a_ban(*types: str, unless: Iterable[str] = ()) -> Ban:
    return Ban(frozenset((TYPE, name) for name in types), frozenset((TYPE, name) for name in unless))


def caught(ban: Ban, world: Iterable[Contribution]) -> Caught:
    return caught_by(ban, world, INSIDE, NOW, SECTOR)


def test_whoever_has_any_of_its_types_is_caught_and_what_stands_beside_them_excuses() -> None:
    world = [
        *(of(number, "waiver") for number in range(10)),
        *(of(20 + number, "assignment") for number in range(10)),
        *(of(40 + number, "waiver", "paid") for number in range(10)),
        *(of(60 + number, "nothing") for number in range(10)),
    ]

    both, excused = caught(a_ban("waiver", "assignment"), world), caught(a_ban("waiver", "assignment", unless=["paid"]), world)

    assert both.of_all.figure is not None
    assert both.of_all.figure.engagements == Band(30, 34)
    assert excused.of_all.figure is not None
    assert excused.of_all.figure.engagements == Band(20, 24)
    assert both.of_all.share is not None
    assert both.of_all.share.lower <= 30 / 40 <= both.of_all.share.upper
    assert list(both.by) == ["music"]


@pytest.mark.parametrize("few", [1, 4])
def test_a_part_that_adds_a_few_people_alone_silences_the_ban(few: int) -> None:
    world = [*(of(number, "waiver") for number in range(20)), *(of(40 + number, "nothing") for number in range(20))]
    world += [of(90 + number, "assignment") for number in range(few)]

    assert caught(a_ban("waiver"), world).of_all.figure is not None or few < 5
    assert caught(a_ban("waiver", "assignment"), world).of_all.figure is None


def test_an_exception_that_lets_a_few_go_silences_the_ban() -> None:
    world = [*(of(number, "waiver") for number in range(20)), *(of(40 + number, "nothing") for number in range(20))]
    world += [of(90, "waiver", "paid"), of(91, "waiver", "paid")]

    assert caught(a_ban("waiver", unless=["paid"]), world).of_all.figure is None


@pytest.mark.parametrize(
    "ban",
    [Ban(frozenset()), a_ban(*"abcdefg"), Ban(frozenset({(Dimension.FIELD, "harpist")}))],
    ids=["it forbids nothing", "it asks for too much", "it asks for people"],
)
def test_a_ban_that_makes_no_sense_is_refused(ban: Ban) -> None:
    with pytest.raises(WrongUsage):
        checked_ban(ban)


def worlds() -> st.SearchStrategy[list[Contribution]]:
    one = st.tuples(st.integers(0, 14), st.frozensets(st.sampled_from(TYPES)), st.sampled_from(["music", "games"]))
    return st.lists(one, max_size=40).map(
        lambda every: [
            of(number, *sorted(types), person=f"p{person}", sector=sector) for number, (person, types, sector) in enumerate(every)
        ]
    )


EVERY_BAN = [a_ban(*types) for types in chain.from_iterable(combinations(TYPES, size) for size in (1, 2, 3))]


@settings(max_examples=100, deadline=None)
@given(worlds())
def test_of_two_bans_that_are_told_neither_catches_a_few_whom_a_narrower_one_lets_go(world: list[Contribution]) -> None:
    told = {ban: caught_by(ban, world, POLICY, NOW, SECTOR) for ban in EVERY_BAN}
    for sector in ("", "music", "games"):
        people = {
            ban: {each.contributor for each in world if ban.holds(each) and (not sector or each.is_in([(SECTOR, sector)]))}
            for ban in EVERY_BAN
        }
        shown = [ban for ban, each in told.items() if (each.of_all.figure is not None if not sector else sector in each.by)]
        for ban in shown:
            assert len(people[ban]) >= POLICY.least
            for other in shown:
                rest = people[ban] - people[other]
                assert not (other.catches < ban.catches and 0 < len(rest) < POLICY.least)
