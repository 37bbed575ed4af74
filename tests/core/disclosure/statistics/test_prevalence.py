"""How common a type is: told in bands with the share that follows from them, and never of a few."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_rule
from contract_registry.core.disclosure.gate.cell import Band, Figure
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension, Question
from contract_registry.core.disclosure.gate.gate import Gate
from contract_registry.core.disclosure.gate.policy import INSIDE, OUTSIDE, Policy
from contract_registry.core.disclosure.statistics.good_work import good_work, principles_by_type
from contract_registry.core.disclosure.statistics.prevalence import Prevalence, prevalence

NOW = datetime(2026, 12, 1, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=200)
SECTOR, TYPE, ENGAGER = Dimension.SECTOR, Dimension.TYPE, Dimension.ENGAGER


def of(number: int, types: Iterable[str] = ("waiver",), sector: str = "music", **more: str) -> Contribution:
    values = {SECTOR: frozenset({sector}), TYPE: frozenset(types), **{Dimension(name): frozenset({value}) for name, value in more.items()}}
    return Contribution(f"p{number}", f"e{number}", LONG_AGO, values)


def a_gate(contributions: Iterable[Contribution], policy: Policy = INSIDE) -> Gate:
    return Gate(contributions, policy, NOW)


def test_a_type_is_told_of_all_and_by_sector_with_its_share() -> None:
    world = [of(number, ["waiver"] if number < 22 else ["assignment"]) for number in range(50)]

    told = prevalence(a_gate(world), SECTOR)

    assert told.whole == Figure(Band(50, 59), Band(50, 59))
    assert told.rows["waiver"].of_all.figure == Figure(Band(20, 24), Band(20, 24))
    assert told.rows["waiver"].of_all.share is not None
    assert (round(told.rows["waiver"].of_all.share.lower, 3), round(told.rows["waiver"].of_all.share.upper, 3)) == (0.339, 0.48)
    assert told.rows["waiver"].cells["music"] == told.rows["waiver"].of_all


def test_the_share_holds_the_true_one() -> None:
    world = [of(number, ["waiver"] if number < 22 else ["assignment"]) for number in range(50)]

    share = prevalence(a_gate(world), SECTOR).rows["waiver"].of_all.share

    assert share is not None
    assert share.lower <= 22 / 50 <= share.upper


def test_a_type_that_few_have_has_no_row() -> None:
    world = [*(of(number) for number in range(40)), *(of(100 + number, ["rare"]) for number in range(4))]

    assert "rare" not in prevalence(a_gate(world), SECTOR).rows


def test_an_engager_is_a_column_only_where_documents_officers_and_an_original_stand_behind_it() -> None:
    seen = [of(number, engager="Kestrel Lane") for number in range(30)]
    others = [of(100 + number, engager="Northlight") for number in range(30)]
    shown = [
        Contribution(each.contributor, each.engagement, each.given_at, each.values, officer=f"o{number % 3}", has_original=number == 0)
        for number, each in enumerate(seen)
    ]

    assert dict(prevalence(a_gate([*seen, *others]), ENGAGER).wholes) == {}
    assert list(prevalence(a_gate([*shown, *others]), ENGAGER).wholes) == ["Kestrel Lane"]


def worlds() -> st.SearchStrategy[list[Contribution]]:
    one = st.tuples(
        st.integers(0, 30), st.frozensets(st.sampled_from(["waiver", "assignment", "training"])), st.sampled_from(["music", "games"])
    )
    return st.lists(one, max_size=60).map(
        lambda every: [
            Contribution(f"p{person}", f"e{number}", LONG_AGO, {SECTOR: frozenset({sector}), TYPE: types})
            for number, (person, types, sector) in enumerate(every)
        ]
    )


def figures_in(told: Prevalence) -> list[tuple[frozenset[tuple[Dimension, str]], Figure]]:
    cells = [
        (frozenset({(TYPE, name), (SECTOR, column)}), cell.figure) for name, row in told.rows.items() for column, cell in row.cells.items()
    ]
    alone = [(frozenset({(TYPE, name)}), row.of_all.figure) for name, row in told.rows.items()]
    return [(where, figure) for where, figure in (*cells, *alone) if figure is not None]


@settings(max_examples=60, deadline=None)
@given(worlds(), st.sampled_from([INSIDE, OUTSIDE]))
def test_every_figure_of_the_table_is_the_gates_own_and_has_enough_people(world: list[Contribution], policy: Policy) -> None:
    gate = a_gate(world, policy)

    for where, figure in figures_in(prevalence(gate, SECTOR)):
        people = {each.contributor for each in world if each.is_in(where)}
        assert gate.figure(Question(where)) == figure
        assert len(people) >= policy.least
        assert figure.people.lower <= len(people) <= figure.people.upper


@pytest.mark.parametrize("name", ["Fair Pay", "Dignity"])
def test_a_principle_has_the_types_that_touch_it_the_commonest_first(name: str) -> None:
    rules = [
        a_rule("{gives-up}", id="common.one", type="moral-waiver-general", principles=["Dignity"]),
        a_rule("{assigns}", id="common.two", type="moral-waiver-integrity", principles=["Fair Pay", "Dignity"]),
        a_rule("{trains}", id="common.three", type="moral-consent-to-acts", principles=["Fair Pay"]),
    ]
    world = [
        of(number, ["moral-waiver-general", "moral-waiver-integrity"] if number < 20 else ["moral-waiver-general"]) for number in range(50)
    ]

    told = {each.name: each for each in good_work(a_gate(world), principles_by_type(rules))}

    assert (
        list(told[name].types)
        == {"Fair Pay": ["moral-waiver-integrity"], "Dignity": ["moral-waiver-general", "moral-waiver-integrity"]}[name]
    )
    assert told["Fair Pay"].touching == ("moral-consent-to-acts", "moral-waiver-integrity")
    assert told["Learning"].types == {}
