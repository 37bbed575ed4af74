"""What a ban worded like this would catch: whatever says nearly the same, told beyond a few people, whichever words are tried."""

from __future__ import annotations

from uuid import uuid4

import pytest

from contract_registry.core.disclosure.consent.ladder import Circle, Level, Purpose
from contract_registry.core.disclosure.roles import Role
from contract_registry.operations.service import Service
from members import Member, an_organisation, someone
from planted_registry import Planted, plant

pytestmark = pytest.mark.usefixtures("alone_in_the_registry")

BAN = "/api/v1/registry/statistics/ban"
WAIVES = "The Author irrevocably waives all moral rights in the Work and shall not assert them against the Publisher."
NEARLY = "The Author hereby irrevocably waives all moral rights in the Work and shall not assert them against the Publisher at any time."
PLAIN = "The Author hands the text over in a common file format on the day that was agreed."
OTHERWISE = "The Publisher pays the fee within ninety days of an invoice that names the account."


def shared(service: Service, union: str, people: int, text: str, *, type: str = "moral-waiver-general", **more: str) -> None:  # noqa: A002
    """As many people shared a contract each with this clause, to be counted and not to be read."""
    mark, purposes = uuid4().hex, frozenset({Purpose.STATISTICS})
    said = {"level": Level.FACTS, "purposes": purposes, "quarter": "2026 Q1", **more}
    plant(service, [Planted(f"{mark} {each}", f"{mark} {each}", Circle(union), text, type, **said) for each in range(people)])


def caught(officer: Member, words: str, **more: object) -> dict[str, object]:
    told: dict[str, object] = officer.get(BAN, params={"whose": "mine", "words": words, **more}).json()
    return told


def engagements(told: dict[str, object]) -> object:
    return told["of_all"]["engagements"]


def test_a_ban_catches_its_words_and_whatever_says_nearly_the_same_by_sector_and_quarter(
    service: Service, officer: Member, union: str
) -> None:
    shared(service, union, 14, WAIVES)
    shared(service, union, 8, NEARLY)
    shared(service, union, 20, OTHERWISE, type="terms-late-payment")

    told = caught(officer, WAIVES)

    assert engagements(told) == {"at_least": 20, "at_most": 24}
    assert told["by"]["publishing"]["share"][0] <= 22 / 42 <= told["by"]["publishing"]["share"][1]
    assert caught(officer, WAIVES, by="quarter")["by"].keys() == {"2026 Q1"}
    assert engagements(caught(officer, NEARLY)) == engagements(told)
    assert told["found_in_words"] == ["moral-waiver-general", "moral-covenant-not-to-assert"]


def test_words_and_types_are_caught_together(service: Service, officer: Member, union: str) -> None:
    shared(service, union, 20, WAIVES)
    shared(service, union, 20, OTHERWISE, type="terms-late-payment")
    shared(service, union, 10, "The Publisher credits the Author on the cover.", type="terms-no-credit")

    told = caught(officer, WAIVES, catches="terms-late-payment")

    assert engagements(told) == {"at_least": 40, "at_most": 44}


def test_what_a_few_people_have_changes_no_answer_whichever_words_are_tried(service: Service, officer: Member, union: str) -> None:
    own = "The Author irrevocably waives all moral rights in the Work and shall not assert the marmalade index against anybody."
    tried = (WAIVES, NEARLY, OTHERWISE, own, "The Author shall not assert the marmalade index against anybody.")
    shared(service, union, 20, WAIVES)
    shared(service, union, 20, OTHERWISE, type="terms-late-payment")
    before = [officer.get(BAN, params={"whose": "mine", "words": each}).json() for each in tried]

    shared(service, union, 4, "The Author shall not assert the marmalade index against anybody at all.", type="terms-late-payment")

    after = [officer.get(BAN, params={"whose": "mine", "words": each}).json() for each in tried]
    assert [engagements(each) for each in after] == [engagements(each) for each in before]
    assert engagements(after[-1]) is None


@pytest.mark.parametrize("others", [0, 20], ids=["leads to none", "joins no two"])
def test_one_persons_wording_between_two_leads_to_no_group_and_joins_none(
    service: Service, officer: Member, union: str, others: int
) -> None:
    begins = "The Illustrator irrevocably waives all moral rights in the Work and in every"
    one = f"{begins} drawing made under this agreement for the whole of the term of copyright in every country of the world."
    between = f"{begins} picture painted beneath such commission during an entire of the term of copyright in every country of the world."
    other = f"{begins} picture painted beneath such commission during an entire life of protection across any territory on earth."
    shared(service, union, 20, one)
    shared(service, union, 40, OTHERWISE, type="terms-late-payment")
    shared(service, union, others, other)
    before = [engagements(caught(officer, each)) for each in (one, other)]
    assert before == [{"at_least": 20, "at_most": 24}, {"at_least": 20, "at_most": 24} if others else None]

    shared(service, union, 1, between)

    assert [engagements(caught(officer, each)) for each in (one, other)] == before


def test_what_another_organisation_counts_changes_no_byte(service: Service, officer: Member, union: str) -> None:
    shared(service, union, 20, WAIVES)
    before = officer.get(BAN, params={"whose": "mine", "words": WAIVES}).content

    shared(service, an_organisation(service.access), 20, NEARLY)

    assert officer.get(BAN, params={"whose": "mine", "words": WAIVES}).content == before


@pytest.mark.parametrize(
    "words", ["作者不可撤销地放弃作品中的一切精神权利。", "著作者は著作者人格権を行使しないものとする。"], ids=["Chinese", "Japanese"]
)
def test_a_ban_is_worded_without_blanks_where_its_script_sets_none(service: Service, officer: Member, union: str, words: str) -> None:
    shared(service, union, 20, words)
    shared(service, union, 20, OTHERWISE, type="terms-late-payment")

    assert engagements(caught(officer, words)) == {"at_least": 20, "at_most": 24}


@pytest.mark.parametrize(
    "asked",
    [{}, {"words": "waives rights"}, {"words": "放弃权利"}, {"words": WAIVES, "catches": ["moral-waiver-general"] * 7}],
    ids=["nothing", "two words", "two words without a blank", "seven"],
)
def test_a_ban_that_says_too_little_or_too_much_is_refused(officer: Member, asked: dict[str, object]) -> None:
    assert officer.get(BAN, params={"whose": "mine", **asked}).status_code in {400, 422}


def test_the_page_takes_words_and_leads_from_them_to_types(service: Service, union: str) -> None:
    shared(service, union, 20, WAIVES)
    browser = someone(service.access, Role.OFFICER, union).browser(service)

    page = browser.get("/registry/statistics", params={"words": WAIVES}).text

    assert "What a ban of these words or words near them would catch, by sector" in page
    assert "by quarter" in page
    assert page.count("20 to 24") >= 4
    assert "ban=moral-waiver-general" in page
    assert WAIVES in page


def test_the_page_says_what_to_ask_instead_where_the_rules_know_no_type_in_the_words(service: Service, union: str) -> None:
    shared(service, union, 20, WAIVES)
    browser = someone(service.access, Role.OFFICER, union).browser(service)

    unknown, known = (browser.get("/registry/statistics", params={"words": words}).text for words in (PLAIN, WAIVES))

    assert "a type stands in more contracts than one wording of it" in unknown
    assert "a type stands in more contracts than one wording of it" not in known


def test_the_page_says_what_is_wrong_with_words_and_keeps_them(service: Service, union: str) -> None:
    page = someone(service.access, Role.OFFICER, union).browser(service).get("/registry/statistics", params={"words": "waives rights"})

    assert page.status_code == 400
    assert "Write what is forbidden as a contract would word it" in page.text
    assert ">waives rights</textarea>" in page.text
