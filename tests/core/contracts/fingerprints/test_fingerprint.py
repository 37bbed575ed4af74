"""A wording keeps its fingerprint in another contract, is found again when it was changed, and is not held for another of its type."""

from __future__ import annotations

from random import Random

import pytest
from fingerprints import OURS, changed_pairs, different_pairs, near, wordings
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint, fingerprints_of
from contract_registry.core.scanning.cases import document_of

OPENING = "AGREEMENT\nThis agreement is between {company} (the {engager}) and {person} (the {creator}).\n"
CLAUSE = (
    'The {creator} grants the {engager} an exclusive licence of the Work for {sum}, subject to clause {number}, from {day}, in "all media".'
)
USUAL = {"company": "Northlight Books Ltd", "engager": "Publisher", "person": "Ada Ferrer", "creator": "Illustrator"}
USUAL |= {"sum": "£400", "number": "4.2", "day": "3 March 2026"}


def of_clause(printed: str = "1. ", opening: str = OPENING, clause: str = CLAUSE, **said: str) -> Fingerprint:
    """The fingerprint of the one clause of a small contract; of all parts only those given are not the usual ones."""
    clauses = segment(document_of((opening + printed + clause).format(**{**USUAL, **said})))
    return fingerprints_of(clauses)[-1]


@pytest.mark.parametrize(
    "said",
    [
        {"printed": "17.3 "},
        {"company": "Kestrel Lane GmbH", "person": "Hal Winterbourne"},
        {"engager": "Company", "creator": "Artist"},
        {"sum": "£450"},
        {"sum": "four hundred pounds (£400)"},
        {"number": "11.7(c)"},
        {"day": "2027-11-30"},
        {"clause": CLAUSE.replace('"all media"', "“all  Media”")},
        {"clause": CLAUSE.replace("exclusive licence of the Work", "EXCLUSIVE LICENCE OF THE WORK")},
        {"clause": CLAUSE.replace("The {creator}", "{person}").replace("the {engager}", "{company}")},
    ],
)
def test_what_a_new_contract_changes_of_itself_changes_no_fingerprint(said: dict[str, str]) -> None:
    assert of_clause(**said).exact == of_clause().exact


@pytest.mark.parametrize(
    "clause",
    [
        CLAUSE.replace("exclusive", "non-exclusive"),
        CLAUSE.replace("grants the {engager}", "does not grant the {engager}"),
        CLAUSE.replace("{sum}", "£40,000"),
        CLAUSE.replace("The {creator} grants the {engager}", "The {engager} grants the {creator}"),
    ],
)
def test_what_changes_the_bargain_changes_the_fingerprint_and_is_found_all_the_same(clause: str) -> None:
    usual, changed = of_clause(), of_clause(clause=clause)

    assert changed.exact != usual.exact
    assert changed.is_near(usual)


def test_a_number_is_the_same_in_figures_and_in_words() -> None:
    one, other = (of_clause(clause=f"The {{engager}} pays within {said} days of receipt of an invoice.") for said in ("thirty (30)", "30"))

    assert one.exact == other.exact


def test_wordings_changed_as_people_change_them_are_found_again() -> None:
    changed = changed_pairs(wordings(OURS), 200, Random(11))

    assert len(changed) == 200
    assert sum(map(near, changed)) >= 190


def test_different_wordings_of_one_type_are_held_apart() -> None:
    different = different_pairs(wordings(OURS), 200, Random(12))

    assert len(different) == 200
    assert sum(map(near, different)) <= 2


def test_a_clause_counts_with_the_list_below_it() -> None:
    text = "1. The Publisher may\n(a) edit the Work;\n(b) translate the Work."

    whole, _, below = fingerprints_of(segment(document_of(text)))

    assert whole.likeness(below) < 1
    assert whole.exact != fingerprints_of(segment(document_of("1. The Publisher may")))[0].exact


@given(st.text())
def test_whatever_the_text_it_has_fingerprints_that_are_near_themselves(text: str) -> None:
    for each in fingerprints_of(segment(document_of(text))):
        assert each.is_near(each) == bool(each.sketch)
        assert all(-(2**31) <= band < 2**31 for band in each.bands)


def test_nothing_is_near_to_a_wording_without_words() -> None:
    empty = fingerprints_of(segment(document_of("* * *")))[0]

    assert (empty.sketch, empty.bands, empty.is_near(empty), empty.likeness(of_clause())) == ((), (), False, 0.0)


def test_fingerprints_of_two_schemes_are_never_compared() -> None:
    one = of_clause()

    assert Fingerprint(one.exact, one.sketch, one.bands, one.scheme + 1).likeness(one) == 0.0


def test_a_fingerprint_stays_the_same_from_release_to_release() -> None:
    kept = of_clause()

    assert kept.exact == "c5c9ba83c22033785cf5141078eca598"
    assert kept.bands[:3] == (-182997320, -583165583, 104975307)
