"""The lineage of a wording counts contracts, tells its variants apart, and does not depend on the order of what it is told from."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from contract_registry.core.comparing.lineage import Lineage, Sighting, lineage_of

WAIVER = "The creator waives all moral rights in the Work."
LIMITED = "The creator waives all moral rights in the Illustrations for this edition."
SIGHTINGS = (
    Sighting("c1", "Northlight Books", "publishing", "SoA", date(2023, 4, 2), "aa", WAIVER, "narrowed", LIMITED),
    Sighting("c2", "Northlight Books", "publishing", "SoA", date(2024, 1, 9), "aa", WAIVER, "unchanged"),
    Sighting("c2", "Northlight Books", "publishing", "SoA", date(2024, 1, 9), "aa", WAIVER, "unchanged"),
    Sighting("c3", "Kestrel Lane", "games", "", date(2026, 10, 1), "bb", LIMITED),
    Sighting("c4", "Kestrel Lane", "games", "SoA", date(2025, 3, 3), "aa", WAIVER, "narrowed", LIMITED),
)
CONTRACTS = {"Northlight Books": ["c1", "c2", "c5"], "Kestrel Lane": ["c3", "c4"], "Nobody else": ["c9"]}


@pytest.fixture(scope="module")
def lineage() -> Lineage:
    return lineage_of(SIGHTINGS, CONTRACTS)


def test_contracts_are_counted_and_not_sightings(lineage: Lineage) -> None:
    assert lineage.contracts == 4
    assert lineage.engagers == (("Kestrel Lane", 2), ("Northlight Books", 2))
    assert lineage.sectors == (("games", 2), ("publishing", 2))
    assert lineage.unions == (("SoA", 3),)


def test_it_tells_when_a_wording_was_seen_first_and_last(lineage: Lineage) -> None:
    assert (lineage.first, lineage.last) == (date(2023, 4, 2), date(2026, 10, 1))


def test_the_commonest_variant_stands_first_and_the_others_say_what_they_have_instead(lineage: Lineage) -> None:
    usual, other = lineage.variants

    assert (usual.text, usual.contracts, usual.differs) == (WAIVER, 3, ())
    assert [span.of(other.text) for span in other.differs] == ["Illustrations for this edition"]
    assert other.without == ("Work",)


def test_what_became_of_it_and_what_was_accepted_instead_is_counted(lineage: Lineage) -> None:
    assert lineage.became == (("narrowed", 2), ("unchanged", 1))
    assert lineage.counters == ((LIMITED, 2),)


def test_contracts_of_the_same_engagers_without_it_are_named(lineage: Lineage) -> None:
    assert lineage.lacking == (("Northlight Books", ("c5",)),)


def test_the_order_of_the_sightings_does_not_matter(lineage: Lineage) -> None:
    assert {lineage_of(every, CONTRACTS) for every in permutations(SIGHTINGS)} == {lineage}


def test_a_wording_that_nobody_saw_has_no_lineage() -> None:
    assert lineage_of((), CONTRACTS) == Lineage(0, None, None)
