"""What is taken out of the registry as a file tells no more of anybody than enough people share, says from where it came, and commands no spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import UTC, datetime

import pytest

from contract_registry.core.disclosure.consent.ladder import PUBLIC, Circle, Purpose
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.disclosure.searching.question import Asked
from contract_registry.operations.audit import entries_of
from contract_registry.operations.service import Service
from contract_registry.storage.registry.asking import Question
from contract_registry.storage.registry.rows import take_rows
from contract_registry.storage.registry.searching import parts_asked
from members import Member, Someone, someone
from planted_registry import Planted, plant

EXPORTS = "/api/v1/registry/exports"


@pytest.fixture
def person(service: Service, union: str) -> Someone:
    return someone(service.access, Role.OFFICER, union)


@pytest.fixture
def officer(service: Service, person: Someone) -> Member:
    return Member(service, person)


def rows(answer: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def six(union: str, **more: object) -> list[Planted]:
    return [Planted(f"{union} {number} {more}", f"person {number}", Circle(union), **more) for number in range(6)]


def test_rows_are_told_as_far_as_enough_people_have_the_same(service: Service, union: str, officer: Member) -> None:
    rare = Planted(f"{union} rare", "person 9", Circle(union), sector="puppetry", text="The Author waives the marmalade right.")
    plant(service, [*six(union), rare])

    told = rows(officer.post(EXPORTS))

    assert len(told) == 6, "a seventh that tells no sector would be one person's"
    assert {row["sector"] for row in told} == {"publishing"}
    assert sum(row["text"] == "The Author waives all moral rights." for row in told) == 6
    assert "marmalade" not in str(told), "words that stand in one contract are nobody's to quote"
    assert {row["engager"] for row in told} == {""}


def test_what_too_few_share_is_left_out_and_so_is_what_was_not_given_as_evidence_or_is_too_new(
    service: Service, union: str, officer: Member
) -> None:
    plant(service, six(union)[:4])
    plant(service, six(union, type="ai-training", purposes=frozenset({Purpose.SEARCH})))
    plant(service, six(union, type="buyout-all", at=datetime.now(UTC)))

    assert rows(officer.post(EXPORTS)) == []


def test_words_are_quoted_once_three_people_who_have_them_are_counted(service: Service, union: str, officer: Member) -> None:
    rare = "The Author waives the marmalade right."
    alike = {"type": "moral-waiver-total"}
    others = [Planted(f"{union} other {number}", f"other {number}", Circle(union), **alike) for number in range(6)]
    early = [Planted(f"{union} early {number}", f"early {number}", Circle(union), rare, **alike) for number in range(2)]
    plant(service, [*others, *early, Planted(f"{union} late", "late", Circle(union), rare, **alike, at=service.store.clock())])

    assert "marmalade" not in officer.post(EXPORTS).text

    plant(service, [Planted(f"{union} third", "third", Circle(union), rare, **alike)])
    assert officer.post(EXPORTS).text.count("marmalade") == 3


def test_each_row_says_from_which_export_it_is_and_the_audit_trail_who_took_it(
    service: Service, union: str, officer: Member, person: Someone
) -> None:
    plant(service, six(union))

    answer = officer.post(EXPORTS, params={"q": "waives"})

    (mark,) = {row["export"] for row in rows(answer)}
    entry = next(entries_of(service.access, 1))
    assert (entry["by"], entry["did"]) == (person.id, "clauses of the registry taken out as a file")
    assert entry["about"] == {"export": mark, "clauses": "6", "form": "csv"}
    assert "waives" not in str(entry)


def test_every_form_says_the_same(service: Service, union: str, officer: Member) -> None:
    plant(service, six(union))

    as_csv, as_lines, as_book = (officer.post(EXPORTS, params={"format": form}) for form in ("csv", "jsonl", "xlsx"))

    told = [{**row, "export": ""} for row in rows(as_csv)]
    assert [{**json.loads(line), "export": ""} for line in as_lines.text.splitlines()] == told
    sheet = zipfile.ZipFile(io.BytesIO(as_book.content)).read("xl/worksheets/sheet1.xml").decode()
    cells = re.findall(r"<t xml:space=\"preserve\">([^<]*)</t>", sheet)
    width = len(told[0])
    assert [cells[at + 1 : at + width] for at in range(width, len(cells), width)] == [list(row.values())[1:] for row in told]
    assert "<f>" not in sheet


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", "\r@"])
def test_no_cell_is_a_formula(service: Service, union: str, officer: Member, begins: str) -> None:
    plant(service, six(union, text=f"{begins}HYPERLINK(1) the Author waives"))

    answer = officer.post(EXPORTS, params={"format": "csv"})

    assert len(rows(answer)) == 6
    assert all(row["text"].startswith("'") for row in rows(answer))


def test_public_terms_are_told_whole_to_everybody(service: Service, union: str) -> None:
    public = Planted(
        "public terms", "importer", PUBLIC, text="You let us train on your pictures.", type="ai-training", sector="platform terms"
    )
    plant(service, [public])
    member = Member(service, someone(service.access, Role.MEMBER, union))

    (row,) = rows(member.post(EXPORTS, params={"sector": "platform terms"}))

    assert (row["text"], row["engager"], row["public"]) == ("You let us train on your pictures.", "Northlight Books", "yes")
    found = member.get("/api/v1/registry/clauses", params={"sector": "platform terms"}).json()
    with service.store.writing() as writing:
        take_rows(writing.connection, public.contract)
    types = next(each["values"] for each in found["facets"] if each["facet"] == "type")
    assert types == [{"value": "ai-training", "name": "ai-training", "public": 1, "people": None, "engagements": None}]


def test_figures_beside_a_search_are_told_of_enough_people_alone(service: Service, union: str, officer: Member) -> None:
    plant(service, [*six(union), *six(union, sector="games")[:4], *six(union, sector="music", type="ai-training", at=datetime.now(UTC))])

    facets = {
        each["facet"]: [value for value in each["values"] if value["people"]]
        for each in officer.get("/api/v1/registry/clauses").json()["facets"]
    }

    assert facets["sector"] == [], "four people are left out beside six: the six are kept back, too"
    assert [(each["value"], each["people"]) for each in facets["type"]] == [("moral-waiver-total", {"at_least": 5, "at_most": 9})]
    assert facets["engager"] == [], "no engager is told of before two officers saw the documents"


ONE_EACH = " or ".join(f"herb{number}" for number in range(5))


@pytest.mark.parametrize(
    "asked",
    [
        {"q": ONE_EACH},
        {"q": "waives -thyme -sage"},
        {"q": "waives", "quarter": [f"2026 Q{number}" for number in range(5)]},
        {"q": ONE_EACH * 4},
    ],
    ids=["joined by or", "excluded", "several values of a facet", "more parts than are counted"],
)
def test_who_chooses_clauses_one_by_one_does_not_learn_whether_two_are_one_persons(
    asked: dict[str, str | list[str]], service: Service, union: str, officer: Member
) -> None:
    answers = []
    for other in ("person 4", "person 3"):
        people = [*(f"person {number}" for number in range(4)), other]
        herbs = [
            Planted(f"{union} {number}", person, Circle(union), f"The Author waives herb{number} rights.", quarter=f"2026 Q{number}")
            for number, person in enumerate(people)
        ]
        excluded = [Planted(f"{union} {word}", other, Circle(union), f"The Author waives {word} rights.") for word in ("thyme", "sage")]
        plant(service, [*herbs, *excluded])
        found = officer.get("/api/v1/registry/clauses", params=asked).json()
        answers.append((found["facets"], [list(row.values())[1:] for row in rows(officer.post(EXPORTS, params=asked))]))
        assert found["count"] == 5

    assert answers[0] == answers[1]


def test_what_enough_people_have_in_each_part_is_told_of_a_question_that_leaves_a_choice(
    service: Service, union: str, officer: Member
) -> None:
    plant(service, [*six(union), *six(union, type="ai-training", text="The Publisher may train models.")])

    for asked in ({"q": "moral or models"}, {"q": "rights -marmalade"}, {"type": ["moral-waiver-total", "ai-training"]}):
        facets = {each["facet"]: each["values"] for each in officer.get("/api/v1/registry/clauses", params=asked).json()["facets"]}
        assert [each["people"] for each in facets["sector"]] == [{"at_least": 5, "at_most": 9}], asked
        assert rows(officer.post(EXPORTS, params=asked)), asked


def test_no_part_is_sought_for_who_reads_public_terms_alone(service: Service, union: str) -> None:
    with service.store.reading() as reading:
        asked = Asked("moral or models")
        public, shared = (parts_asked(reading.connection, Question(asked, circles)) for circles in ((PUBLIC,), (Circle(union), PUBLIC)))

    assert public == []
    assert [part.circles for part in shared] == [(Circle(union),)] * 2


def herbs(union: str, people: str) -> list[Planted]:
    return [
        Planted(f"{union} herb{number}", f"of herbs {person}", Circle(union), f"The Author waives ½ herb{number} rights.")
        for number, person in enumerate(people)
    ]


def crowd(union: str, people: str, **more: object) -> list[Planted]:
    return [
        Planted(f"{union} crowd {number}", f"of the crowd {person}", Circle(union), "The Author waives basil rights.", **more)
        for number, person in enumerate(people)
    ]


GAMES = {"type": "ai-training", "sector": "games"}
PARTLY = {"type": "moral-waiver-partial"}


@pytest.mark.parametrize(
    ("asked", "of_crowd", "of_herbs"),
    [
        (" or½ ".join(f"herb{number}" for number in range(5)), ("", {}), ("abcde", "abcdd")),
        (f"basil or {ONE_EACH}", ("vwxyz", GAMES), ("abcde", "abcdd")),
        ("waives -herb5 -herb6", ("vwxyz", GAMES), ("abcdeff", "abcddff")),
        ("waives or rosemary", ("", {}), ("aaaabcde", "aaabbcde")),
        ("basil or herb0 or herb1 or herb2", ("vwxyz", PARTLY), ("aaa", "aab")),
    ],
    ids=[
        "what the database alone reads as or",
        "who is left out beside a value",
        "who is left out beside a value, others excluded",
        "how much is one person's",
        "how much of the rows of a family is one person's",
    ],
)
def test_who_chooses_clauses_does_not_learn_whose_they_are_from_what_is_told_beside_them(
    asked: str, of_crowd: tuple[str, dict[str, object]], of_herbs: tuple[str, str], service: Service, union: str, officer: Member
) -> None:
    others = [
        Planted(f"{union} other {number}", f"other {number}", Circle(union), "The Author grants rosemary rights.") for number in range(5)
    ]
    answers = []
    for people in of_herbs:
        plant(service, [*herbs(union, people), *crowd(union, of_crowd[0], **of_crowd[1]), *others])
        found = officer.get("/api/v1/registry/clauses", params={"q": asked}).json()
        answers.append((found["facets"], [list(row.values())[1:] for row in rows(officer.post(EXPORTS, params={"q": asked}))]))
        assert found["count"] >= 5

    assert answers[0] == answers[1]
