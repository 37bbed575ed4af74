"""What somebody learns of one person who asks whatever a member may ask, day after day: nothing, and of a crowd what `docs/how-to/work-in-the-registry.md` says."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from contract_registry.core.disclosure.consent.ladder import COUNTED, Circle
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.service import Service
from contract_registry.operations.statistics import BY
from contract_registry.storage.registry.rows import take_rows
from members import an_organisation, someone
from planted_registry import LONG_AGO, Planted, plant

SHARED = datetime(2026, 6, 17, 9, tzinfo=UTC)
UNIQUE = "The Author may be named in the marmalade index for ever."
TRAINS = "The Publisher may train models on the Work."
QUESTIONS = (
    *(f"/api/v1/registry/statistics?by={by}" for by in BY),
    "/api/v1/registry/statistics/ban?catches=moral-waiver-general",
    "/api/v1/registry/statistics/ban?catches=ai-training-express&catches=moral-waiver-general",
    f"/api/v1/registry/statistics/ban?words={UNIQUE}",
    "/api/v1/registry/statistics/ban?words=The Author waives all moral rights.&by=quarter",
    "/api/v1/registry/statistics/good-work",
    *(
        f"/api/v1/registry/clauses?{asked}"
        for asked in ("", "q=marmalade", 'q="marmalade index"', "sector=games", "type=ai-training-express")
    ),
    "/api/v1/registry/engagers?name=Quince+Games",
)
DAYS = (0, 44, 45)
"""Days from the one on which somebody shared: that one, and around the first of a month that is the first behind the delay."""


class Attacker:
    """A member of the same organisation, who has a calendar and patience."""

    def __init__(self, service: Service) -> None:
        self.now = SHARED
        store = replace(service.store, clock=lambda: self.now)
        self.service = replace(service, store=store, access=replace(service.access, store=store))
        self.union = an_organisation(service.access)
        self.member = someone(self.service.access, Role.MEMBER, self.union)

    def notes(self, world: Collection[Planted]) -> dict[tuple[int, str], bytes]:
        """What they are told in this world on each day, question by question."""
        found = {}
        plant(self.service, world)
        for day in DAYS:
            self.now = SHARED + timedelta(days=day)
            browser = self.member.browser(self.service)
            for question in QUESTIONS:
                answer = browser.get(question)
                assert answer.status_code == 200, (question, answer.text)
                found[day, question] = answer.content
        with self.service.store.writing() as writing:
            for each in world:
                take_rows(writing.connection, each.contract)
        return found

    def learn(self, one: Collection[Planted], other: Collection[Planted]) -> set[tuple[int, str]]:
        """On which days which question tells these two worlds apart."""
        first, second = self.notes(one), self.notes(other)
        return {where for where, answer in first.items() if answer != second[where]}


@pytest.fixture
def attacker(service: Service) -> Iterator[Attacker]:
    return Attacker(service)


def figures_in(answer: bytes) -> set[tuple[str, str]]:
    """Every band that an answer tells, with where it stands."""

    def told(value: object, place: str) -> set[tuple[str, str]]:
        if isinstance(value, dict) and "at_least" in value:
            return {(place, str(value))}
        inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return set().union(*(told(each, f"{place}/{name}") for name, each in inside))

    return told(json.loads(answer), "")


def shared_by(attacker: Attacker, name: str, at: datetime, **said: str) -> list[Planted]:
    """What somebody shared with the members of the organisation, and what they gave to be counted."""
    circles = {"for the union": Circle(attacker.union), "to be counted": COUNTED}
    return [Planted(f"{name} {what}", name, circle, at=at, **said) for what, circle in circles.items()]


def people(attacker: Attacker, name: str, count: int, at: datetime = LONG_AGO, **more: str) -> list[Planted]:
    said = {"type": "moral-waiver-general", **more}
    return [each for number in range(count) for each in shared_by(attacker, f"{name} {number}", at, **said)]


def the_one(attacker: Attacker, **more: str) -> list[Planted]:
    """Somebody with a clause like no other, in a trade and with an engager of their own."""
    said = {"text": UNIQUE, "type": "ai-training-express", "sector": "games", "engager": "Quince Games", **more}
    return shared_by(attacker, "the one", SHARED, **said)


def test_that_somebody_shared_is_never_told_while_they_alone_did(attacker: Attacker) -> None:
    others = people(attacker, "other", 24)

    assert attacker.learn(others, [*others, *the_one(attacker)]) == set()


def test_whoever_enters_with_a_crowd_is_not_told_from_it(attacker: Attacker) -> None:
    newcomers = [
        *people(attacker, "newcomer", 12, SHARED),
        *people(attacker, "player", 12, SHARED, type="ai-training-express", sector="games", text=TRAINS),
    ]
    others = [*people(attacker, "other", 24), *newcomers]

    assert attacker.learn(others, [*others, *the_one(attacker)]) == set()


def test_what_is_particular_about_one_in_a_crowd_is_not_told(attacker: Attacker) -> None:
    others = [*people(attacker, "other", 24), *people(attacker, "newcomer", 12, SHARED)]
    otherwise = the_one(attacker, text="The Composer owes a quodlibet a year.", type="terms-portfolio-ban", sector="music", engager="Lark")

    assert attacker.learn([*others, *the_one(attacker)], [*others, *otherwise]) == set()


def test_that_one_is_unlike_everybody_else_is_told_by_silence_alone(attacker: Attacker) -> None:
    others = [*people(attacker, "other", 24), *people(attacker, "newcomer", 12, SHARED)]

    without, with_one = attacker.notes(others), attacker.notes([*others, *the_one(attacker)])

    assert all(figures_in(answer) <= figures_in(without[where]) for where, answer in with_one.items())


def test_a_crowd_is_told_and_only_from_the_month_on_in_which_it_enters(attacker: Attacker) -> None:
    others = people(attacker, "other", 24)
    crowd = people(attacker, "newcomer", 24, SHARED, type="ai-training-express", sector="games")

    learnt = attacker.learn(others, [*others, *crowd])

    assert {"statistics" in question for _, question in learnt} == {True}
    assert min(day for day, _ in learnt) == 45, "the first of August is the first of a month that is 30 days after they shared"
