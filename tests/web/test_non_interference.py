"""Two registries that differ only in what somebody may not see answer them with the same bytes, whatever they ask, whoever they are, whichever route there is.

The same database is asked before and after rows are planted in it that are not for those who ask; its clock stands and its ids are counted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from uuid import UUID

import pytest
from httpx2 import Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from browser import Browser
from contract_registry.core.disclosure.consent.ladder import COUNTED, PUBLIC, Circle, Level, Purpose
from contract_registry.core.disclosure.people import OrganisationKind
from contract_registry.core.disclosure.roles import ALLOWED, May, Role
from contract_registry.operations.service import Service
from contract_registry.storage.registry import found
from contract_registry.storage.registry.meanings import Meanings
from contract_registry.storage.registry.rows import take_rows
from contract_registry.web.app import with_routes
from contract_registry.web.who import what_routes_ask
from members import an_organisation, someone
from planted_registry import LONG_AGO, Planted, plant

READING = sorted({path for method, path in what_routes_ask(with_routes()) if method == "GET"})
OF_REGISTRY = ("/api/v1/registry/clauses", "/registry")
BY_CHANCE = {"/account/second-factor"}
"""What shows a secret that nobody was shown before."""
TEXTS = (
    "The Author waives all moral rights.",
    "The Author for ever waives all of the moral rights.",
    "The Author may be named in the marmalade index.",
    "The Publisher may train models on the Work.",
)
QUESTIONS = (
    "",
    "q=waives",
    "q=marmalade&sort=newest",
    'q="moral rights" or models&sort=oldest',
    "sector=games",
    "type=ai-training&sort=severity",
)


class Asking:
    """People in every role, each with a browser; their questions, and what they are answered."""

    def __init__(self, service: Service) -> None:
        now = datetime.now(UTC)
        self.ids = count(1)
        store = replace(service.store, clock=lambda: now, new_id=lambda: str(UUID(int=next(self.ids))))
        self.service = replace(service, store=store, access=replace(service.access, store=store))
        self.union, self.other = an_organisation(service.access), an_organisation(service.access)
        self.clinic = an_organisation(service.access, OrganisationKind.CLINIC)
        people = {
            role: someone(service.access, role, self.clinic if role is Role.CASEWORKER else self.union)
            for role in Role
            if role is not Role.VISITOR
        }
        self.browsers = {role: person.browser(self.service) for role, person in people.items()} | {Role.VISITOR: Browser(self.service)}
        for browser in self.browsers.values():
            browser.form_token()

    def seen(self) -> tuple[Circle, ...]:
        """The circles in which somebody of these reads."""
        return Circle(self.union), Circle(self.clinic), PUBLIC

    def hidden(self) -> tuple[Circle, ...]:
        """Those in which nobody of them does."""
        return Circle(self.other), Circle(self.union, str(UUID(int=5))), COUNTED

    def answers(
        self, paths: Sequence[str], *, posts: Sequence[str] = (), roles: Collection[Role] = frozenset(Role)
    ) -> dict[tuple[Role, str], tuple[object, ...]]:
        """What each is answered on each path."""
        found = {}
        for role, browser in ((role, browser) for role, browser in self.browsers.items() if role in roles):
            for path in paths:
                found[role, path] = told(browser.get(path))
            for path in posts:
                self.ids = count(1)
                found[role, path] = told(browser.post(path, headers={"x-form-token": browser.form_token()}))
        return found

    def forget(self, every: Sequence[Planted]) -> None:
        with self.service.store.writing() as writing:
            for each in every:
                take_rows(writing.connection, each.contract)


def told(answer: Response) -> tuple[object, ...]:
    return answer.status_code, sorted(answer.headers.items()), answer.content


@pytest.fixture(scope="module")
def asking(service: Service) -> Iterator[Asking]:
    return Asking(service)


one = st.tuples(
    st.sampled_from(TEXTS),
    st.integers(0, 7),
    st.sampled_from(["publishing", "games"]),
    st.sampled_from(["moral-waiver-total", "ai-training"]),
    st.sampled_from([Level.FACTS, Level.ENGAGER]),
    st.sampled_from(["Northlight Books", "Quince Games"]),
    st.sampled_from([LONG_AGO, datetime(2026, 11, 20, tzinfo=UTC)]),
)


def planted(name: str, drawn: tuple[object, ...], circle: Circle, purposes: frozenset[Purpose] = frozenset(Purpose)) -> Planted:
    text, person, sector, type_, level, engager, at = drawn
    said = {"verification": "V2", "officer": int(person) % 3, "counter": TEXTS[int(person) % 2], "became": "narrowed"}
    return Planted(
        name, f"person {person}", circle, text, type_, sector=sector, level=level, engager=engager, at=at, purposes=purposes, **said
    )


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    seen=st.lists(st.tuples(one, st.integers(0, 2)), max_size=16),
    hidden=st.lists(st.tuples(one, st.integers(0, 3)), min_size=1, max_size=16),
)
def test_what_is_not_for_them_changes_no_answer_of_the_registry(
    asking: Asking, seen: list[tuple[tuple[object, ...], int]], hidden: list[tuple[tuple[object, ...], int]]
) -> None:
    theirs = [planted(f"seen {number}", drawn, asking.seen()[circle]) for number, (drawn, circle) in enumerate(seen)]
    without_search = frozenset(Purpose) - {Purpose.SEARCH, Purpose.EVIDENCE}
    others = [
        planted(f"hidden {number}", drawn, asking.hidden()[circle])
        if circle < len(asking.hidden())
        else planted(f"hidden {number}", drawn, Circle(asking.union), without_search)
        for number, (drawn, circle) in enumerate(hidden)
    ]
    plant(asking.service, theirs)
    clauses = re.findall(r"/registry/clauses/[0-9a-f]{16}", asking.browsers[Role.OFFICER].get("/registry?sort=oldest").text)[:2]
    paths = [f"{OF_REGISTRY[0]}?{question}" for question in QUESTIONS] + [f"{OF_REGISTRY[1]}?{question}" for question in QUESTIONS[:2]]
    paths += [path for clause in clauses for path in (clause, f"/api/v1{clause}", f"/api/v1{clause}/like")]
    posts = ["/api/v1/registry/exports?format=jsonl", "/api/v1/registry/exports?q=waives"]

    before = asking.answers(paths, posts=posts, roles=ALLOWED[May.SEARCH])
    plant(asking.service, others)
    after = asking.answers(paths, posts=posts, roles=ALLOWED[May.SEARCH])

    asking.forget([*theirs, *others])
    assert {where: answer for where, answer in after.items() if answer != before[where]} == {}


def every_path() -> list[str]:
    """Every address there is to read, with ids of nothing."""
    nobodys, nothing = str(UUID(int=77)), "0" * 16
    paths = (re.sub(r"\{\w+\}", nothing if "clause" in path else nobodys, re.sub(r"\{position\}", "0", path)) for path in READING)
    return [path for path in paths if path not in BY_CHANCE]


def hidden_of(asking: Asking, people: int, purposes: frozenset[Purpose]) -> list[Planted]:
    return [
        Planted(f"hidden {number} {circle}", f"person {number}", circle, TEXTS[number % 4], purposes=purposes)
        for number in range(people)
        for circle in asking.hidden()
    ]


def test_no_route_there_is_tells_anybody_of_what_is_not_for_them(asking: Asking) -> None:
    hidden = hidden_of(asking, 12, frozenset(Purpose) - {Purpose.STATISTICS})
    before = asking.answers(every_path())

    plant(asking.service, hidden)
    after = asking.answers(every_path())

    asking.forget(hidden)
    assert {where: answer for where, answer in after.items() if answer != before[where]} == {}


@pytest.mark.parametrize(("people", "changed"), [(4, set()), (24, {True})], ids=["too few", "enough"])
def test_what_is_given_to_statistics_changes_statistics_alone_and_only_where_enough_people_gave(
    asking: Asking, people: int, changed: set[bool]
) -> None:
    given = hidden_of(asking, people, frozenset({Purpose.STATISTICS}))
    before = asking.answers(every_path())

    plant(asking.service, given)
    after = asking.answers(every_path())

    asking.forget(given)
    changes = [path for (role, path), answer in after.items() if answer != before[role, path]]
    assert {"statistics" in path for path in changes} == changed, changes


def test_the_id_of_a_clause_that_is_not_for_them_is_that_of_nothing(asking: Asking) -> None:
    hidden = Planted("a hidden one", "person 1", Circle(asking.other), "The Author waives quodlibet rights.")
    other = someone(asking.service.access, Role.OFFICER, asking.other).browser(asking.service)
    plant(asking.service, [hidden])
    (clause,) = re.findall(r"/registry/clauses/[0-9a-f]{16}", other.get("/registry?q=quodlibet").text)
    paths = [clause, f"/api/v1{clause}", f"/api/v1{clause}/like"]
    assert {other.get(path).status_code for path in paths} == {200}

    theirs = asking.answers(paths)

    asking.forget([hidden])
    assert asking.answers(paths) == theirs


def test_what_is_for_them_does_change_their_answers(asking: Asking) -> None:
    before = asking.answers(OF_REGISTRY)
    theirs = Planted("for the union", "person 1", Circle(asking.union))

    plant(asking.service, [theirs])
    after = asking.answers(OF_REGISTRY)

    asking.forget([theirs])
    assert {role for (role, _), answer in after.items() if answer != before[role, _]} == {Role.OFFICER}


def test_since_when_people_are_counted_does_not_hang_on_what_was_shared_for_statistics_alone(asking: Asking) -> None:
    june, circle = datetime(2026, 6, 3, tzinfo=UTC), Circle(asking.union)
    theirs = [Planted(f"early {number}", f"early {number}", circle) for number in range(9)] + [Planted("late", "late", circle, at=june)]
    alone = frozenset({Purpose.STATISTICS})
    others = [Planted(f"hidden {number}", f"hidden {number}", circle, at=june, purposes=alone) for number in range(6)]
    plant(asking.service, theirs)
    before = asking.answers(OF_REGISTRY, roles={Role.OFFICER})
    assert b'"at_least":5,"at_most":9' in before[Role.OFFICER, OF_REGISTRY[0]][2], "the late one enters with others or not at all"

    plant(asking.service, others)
    after = asking.answers(OF_REGISTRY, roles={Role.OFFICER})

    asking.forget([*theirs, *others])
    assert after == before


def test_what_others_call_by_the_same_number_is_called_so_by_nobody_else(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    alike = "/43?rqF7sss"
    """The database's quick sum of it is that of "publishing", which a minute of searching finds."""
    monkeypatch.setattr(found, "_MEANINGS", Meanings())
    theirs = [Planted(f"seen {number}", f"person {number}", Circle(asking.union)) for number in range(9)]
    hidden = [Planted(f"hidden {number}", f"person {number}", Circle(asking.other), sector=alike) for number in range(9)]
    others = someone(asking.service.access, Role.OFFICER, asking.other).browser(asking.service)
    plant(asking.service, [*theirs, *hidden])

    answers = [browser.get(OF_REGISTRY[0]).json() for browser in (others, asking.browsers[Role.OFFICER])]

    asking.forget([*theirs, *hidden])
    assert [
        {value["name"] for each in answer["facets"] if each["facet"] == "sector" for value in each["values"]} for answer in answers
    ] == [
        {alike},
        {"publishing"},
    ]
