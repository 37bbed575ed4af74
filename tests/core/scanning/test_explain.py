"""Every finding carries its why as a value: what was heard, how the context was read, what moved it, and what the law likely makes of it."""

from __future__ import annotations

import pytest

from builders import a_rule
from contract_registry.core.scanning.findings import Finding
from hearing import scanned

TEXT = "The Author waives all moral rights for ever."


def finding(text: str = TEXT, case: dict[str, str] | None = None, **more: object) -> Finding:
    scan = scanned(text, a_rule("{gives-up} … {moral-rights}", **more), **(case or {}))
    return next(iter((*scan.findings, *scan.protections, *scan.unclear)))


def law(jurisdiction: str, effect: str, **more: object) -> dict[str, object]:
    return {
        "jurisdiction": jurisdiction,
        "citation": "An Act, s.1",
        "proposition": "It says.",
        "effect": effect,
        "as_at": "2026-01",
        "confidence": "read",
        **more,
    }


def test_what_was_heard_is_told_with_its_words() -> None:
    why = finding().explanation

    assert why.pattern == "{gives-up} … {moral-rights}"
    assert [(heard.concept, heard.words) for heard in why.heard] == [("gives-up", "waives"), ("moral-rights", "moral rights")]
    assert (why.polarity, why.function, why.giver, why.receiver) == ("affirmed", "operative", "creator", "engager")


def test_a_double_negative_is_told_with_its_words() -> None:
    why = finding("Nothing prevents the Author from waiving the moral rights.").explanation

    assert why.polarity == "double negative: affirmed"
    assert why.nearly_excused_by == ("nothing", "prevents")


def test_the_words_that_lead_into_an_item_are_told() -> None:
    assert finding("The Author hereby:\n(a) waives all moral rights; and\n(b) goes home.").explanation.lead_in == "The Author hereby:"


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ({}, "high"),
        ({"raises": {"for-ever": "for ever"}}, "critical"),
        ({"lowers": {"for-ever": "for ever"}}, "medium"),
        ({"raises": {"for-ever": "for ever"}, "lowers": {"all": "all"}}, "high"),
        ({"raises": {"for-ever": "for ever", "all": "all"}}, "critical"),
        ({"raises": {"never-said": "worldwide"}}, "high"),
    ],
)
def test_severity_moves_one_step_at_most(more: dict[str, object], severity: str) -> None:
    assert finding(**more).severity == severity


def test_what_moved_the_severity_is_named() -> None:
    why = finding(raises={"for-ever": "for ever", "never-said": "worldwide"}).explanation

    assert why.raised_by == ("for-ever",)


@pytest.mark.parametrize(
    ("text", "status", "confidence"),
    [
        (TEXT, "stable", "high"),
        (TEXT, "trial", "high"),
        ("A waiver of all moral rights applies.", "stable", "medium"),
        ("Nothing prevents the Author from waiving the moral rights.", "stable", "medium"),
    ],
)
def test_confidence_falls_with_every_doubt(text: str, status: str, confidence: str) -> None:
    assert finding(text, status=status).confidence == confidence


@pytest.mark.parametrize(
    ("laws", "jurisdiction", "effect"),
    [
        ([], "GB", "unknown"),
        ([law("GB", "supports"), law("FR", "voids")], "", "unknown"),
        ([law("FR", "voids"), law("DE", "voids")], "", "possibly-void"),
        ([law("GB", "supports"), law("FR", "voids")], "FR", "void-in-jurisdiction"),
        ([law("GB", "supports"), law("FR", "voids")], "GB", "likely-effective"),
        ([law("GB", "supports"), law("GB", "limits")], "GB", "limited"),
        ([law("FR", "voids")], "GB", "unknown"),
        ([law("FR", "voids", until="2020")], "FR", "unknown"),
        ([law("FR", "voids", **{"from": "2025-10-01"})], "FR", "void-in-jurisdiction"),
        ([law("FR", "voids", **{"from": "2027"})], "FR", "unknown"),
    ],
)
def test_the_law_of_the_case_says_what_the_clause_is_worth(laws: list[dict[str, object]], jurisdiction: str, effect: str) -> None:
    assert finding(case={"jurisdiction": jurisdiction}, legal_basis=laws).legal_effect == effect


def test_only_the_law_of_the_case_is_told_where_there_is_some() -> None:
    told = finding(case={"jurisdiction": "FR"}, legal_basis=[law("GB", "supports"), law("FR", "voids")])

    assert [basis.jurisdiction for basis in told.basis] == ["FR"]


@pytest.mark.parametrize(("as_of", "cited"), [("1980-01-01", []), ("1989-07-31", []), ("1989-08-01", ["GB"]), ("", ["GB"])])
def test_a_law_is_not_cited_before_it_was_in_force(as_of: str, cited: list[str]) -> None:
    told = finding(case={"as_of": as_of}, legal_basis=[law("GB", "supports", **{"from": "1989-08-01"})])

    assert [basis.jurisdiction for basis in told.basis] == cited


def test_an_id_survives_layout_and_tells_equal_passages_apart() -> None:
    once = finding().id
    twice = [
        each.id
        for each in scanned(f"{TEXT}\nThe AUTHOR waives all “moral rights”, for ever!", a_rule("{gives-up} … {moral-rights}")).findings
    ]

    assert twice[0] == once
    assert twice[1] != once
    assert finding(version=2, title="Another title").id == once
