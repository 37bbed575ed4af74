"""Two people decide on an engager: one alone does nothing, reasons are asked for, and what was joined can be taken apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.disclosure.engagers.decision import (
    WAITS,
    Confirmation,
    Decision,
    Proposal,
    What,
    checked_proposal,
    decided,
    may_be_shown,
    waiting,
)
from contract_registry.core.disclosure.engagers.identity import identities, identity_of
from contract_registry.errors import WrongUsage

AT = datetime(2026, 12, 1, tzinfo=UTC)
DAY = timedelta(days=1)
KESTREL, LANE, BOOKS, HOLDING = "kestrel", "kestrel lane ltd", "lane books", "lane holding"


def propose(what: What, *names: str, by: str = "ada", days: int = 0, number: str = "", **more: object) -> Proposal:
    at = AT + days * DAY
    plain = Proposal(number or f"{what.name}{days}", what, frozenset(names), "The imprint names both.", by, at)
    return replace(plain, **more)  # type: ignore[arg-type]


def confirm(proposal: Proposal, by: str = "ben", days: int = 1) -> Confirmation:
    return Confirmation(proposal.id, by, proposal.at + days * DAY)


def stand(*proposals: Proposal) -> tuple[Decision, ...]:
    """These, each confirmed a day later."""
    return decided(proposals, map(confirm, proposals), AT + 300 * DAY)


SAME = propose(What.SAME, KESTREL, LANE)


def groups(*proposals: Proposal, names: tuple[str, ...] = (KESTREL, LANE, BOOKS)) -> list[set[str]]:
    return [set(each.names) for each in identities(names, stand(*proposals))]


@pytest.mark.parametrize("confirmations", [[], [confirm(SAME, "ada")]], ids=["nobody", "the proposer"])
def test_one_person_alone_joins_nothing(confirmations: list[Confirmation]) -> None:
    decisions = decided([SAME], confirmations, AT + 2 * DAY)

    assert decisions == ()
    assert [set(each.names) for each in identities([KESTREL, LANE], decisions)] == [{KESTREL}, {LANE}]
    assert waiting([SAME], confirmations, AT + 2 * DAY) == (SAME,)


def test_two_people_join_names_from_the_moment_the_second_confirms() -> None:
    moment = AT + DAY

    assert decided([SAME], [confirm(SAME)], moment - timedelta(seconds=1)) == ()
    (decision,) = decided([SAME], [confirm(SAME)], moment)
    assert (decision.confirmed_by, decision.at) == ("ben", moment)
    assert groups(SAME) == [{KESTREL, LANE}, {BOOKS}]


def test_a_confirmation_that_comes_too_late_does_nothing() -> None:
    late = confirm(SAME, days=WAITS.days + 1)

    assert decided([SAME], [late], AT + 300 * DAY) == ()
    assert waiting([SAME], [late], AT + 300 * DAY) == ()


def test_what_was_joined_in_a_chain_is_taken_apart_with_nothing_left_between() -> None:
    chain = (SAME, propose(What.SAME, LANE, BOOKS, days=2), propose(What.SAME, KESTREL, BOOKS, days=3))

    assert groups(*chain) == [{KESTREL, LANE, BOOKS}]
    assert groups(*chain, propose(What.APART, BOOKS, days=5)) == [{KESTREL, LANE}, {BOOKS}]
    assert groups(*chain, propose(What.APART, KESTREL, LANE, days=5)) == [{KESTREL, LANE}, {BOOKS}]


def test_a_later_join_holds_against_an_earlier_parting() -> None:
    assert groups(SAME, propose(What.APART, LANE, days=2), propose(What.SAME, KESTREL, LANE, days=5)) == [{KESTREL, LANE}, {BOOKS}]


def test_names_that_look_alike_are_not_joined_by_that() -> None:
    assert len(identities(["kestrel lane ltd", "kestrel lane limited", "kestrel-lane ltd"], ())) == 3


def test_brands_and_groups_stand_beside_an_engager_and_are_not_it() -> None:
    decisions = stand(SAME, propose(What.BRAND, BOOKS, of=LANE), propose(What.GROUP, KESTREL, of=HOLDING))
    every = identities([KESTREL, LANE, BOOKS], decisions)

    engager = identity_of(LANE, every)
    assert (set(engager.names), set(engager.brands), set(engager.groups)) == ({KESTREL, LANE}, {BOOKS}, {HOLDING})
    assert set(identity_of(BOOKS, every).names) == {BOOKS}
    assert identity_of("somebody else", every).name == "somebody else"


@pytest.mark.parametrize("confirmed", [True, False])
def test_nothing_is_shown_outside_without_two_people_nor_after_its_day(confirmed: bool) -> None:
    release = propose(What.RELEASE, LANE, until=AT + 100 * DAY)
    decisions = decided([release], [confirm(release)] if confirmed else [], AT + 300 * DAY)

    assert may_be_shown([KESTREL, LANE], decisions, AT + 50 * DAY) is confirmed
    assert not may_be_shown([KESTREL, LANE], decisions, AT + 100 * DAY)
    assert not may_be_shown([BOOKS], decisions, AT + 50 * DAY)


@pytest.mark.parametrize(
    "proposal",
    [
        replace(SAME, reason=" "),
        replace(SAME, names=frozenset({LANE})),
        propose(What.BRAND, BOOKS),
        propose(What.BRAND, BOOKS, of=BOOKS),
        propose(What.RELEASE, LANE),
        propose(What.RELEASE, LANE, until=AT),
        propose(What.SAME, KESTREL, LANE, until=AT + DAY),
    ],
    ids=["no reason", "one name", "whose brand", "its own brand", "no end", "ends at once", "a join that ends"],
)
def test_a_proposal_that_makes_no_sense_is_refused(proposal: Proposal) -> None:
    with pytest.raises(WrongUsage):
        checked_proposal(proposal)


@given(
    st.lists(st.tuples(st.booleans(), st.frozensets(st.sampled_from("abcde"), min_size=2, max_size=3)), max_size=8),
    st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=2),
)
def test_whatever_was_decided_before_what_is_taken_apart_last_is_apart(
    history: list[tuple[bool, frozenset[str]]], parts: frozenset[str]
) -> None:
    before = [propose(What.SAME if is_join else What.APART, *names, days=2 * at) for at, (is_join, names) in enumerate(history)]

    every = identities("abcde", stand(*before, propose(What.APART, *parts, days=100)))

    assert sorted(name for each in every for name in each.names) == list("abcde")
    assert all(each.names <= parts or each.names.isdisjoint(parts) for each in every)
