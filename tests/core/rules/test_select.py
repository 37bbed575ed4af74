"""Only the rules of the case speak: its sector, role, jurisdiction, language and date, and no draft unasked."""

from __future__ import annotations

import pytest

from builders import a_rule, a_vocabulary
from contract_registry.core.rules.build import build_pack, build_rulebook
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.schema import checked
from contract_registry.core.rules.select import in_force, packs_for, rules_for


def rulebook(**applies: object) -> Rulebook:
    """A rulebook with a rule for everybody, one for `applies`, and packs of music (which includes common), film and common."""
    packs = [
        checked("pack", {"schema": 1, "title": "x", "version": "1", "date": "2026-05-01", **more})[0]
        for more in (
            {"id": "common"},
            {"id": "music", "sectors": ["music"], "includes": ["common"]},
            {"id": "film", "sectors": ["film"]},
        )
    ]
    rules = [a_rule("{gives-up}", id="common.all"), a_rule("{gives-up}", id="common.some", **applies), a_rule("{gives-up}", id="film.one")]
    return build_rulebook([build_pack(pack) for pack in packs], rules, [a_vocabulary()])


def ids(book: Rulebook, **case: object) -> list[str]:
    return [rule.id.split(".")[1] for rule in rules_for(book, **case)]


@pytest.mark.parametrize(
    ("applies", "case", "speaking"),
    [
        ({}, {}, ["all", "some", "one"]),
        ({}, {"sector": "music"}, ["all", "some"]),
        ({}, {"sector": "film"}, ["all", "some", "one"]),
        ({}, {"sector": "dance"}, ["all", "some"]),
        ({"applies_to": {"roles": ["composer"]}}, {}, ["all", "some", "one"]),
        ({"applies_to": {"roles": ["composer"]}}, {"role": "composer"}, ["all", "some", "one"]),
        ({"applies_to": {"roles": ["composer"]}}, {"role": "dancer"}, ["all", "one"]),
        ({"applies_to": {"jurisdictions": ["US"]}}, {"jurisdiction": "US-CA"}, ["all", "some", "one"]),
        ({"applies_to": {"jurisdictions": ["US-CA"]}}, {"jurisdiction": "US"}, ["all", "one"]),
        ({"applies_to": {"jurisdictions": ["GB"]}}, {"jurisdiction": "IE"}, ["all", "one"]),
        ({"applies_to": {"languages": ["fr"]}}, {}, ["all", "one"]),
        ({"applies_to": {"languages": ["fr"]}}, {"languages": ("en", "fr")}, ["all", "some", "one"]),
        ({"in_force": {"from": "2026-06"}}, {}, ["all", "one"]),
        ({"in_force": {"from": "2026-06"}}, {"as_of": "2026-06-01"}, ["all", "some", "one"]),
        ({"in_force": {"until": "2025"}}, {"as_of": "2025-12-31"}, ["all", "some", "one"]),
        ({"in_force": {"until": "2025"}}, {"as_of": "2026-01-01"}, ["all", "one"]),
        ({"status": "draft"}, {}, ["all", "one"]),
        ({"status": "draft"}, {"drafts": True}, ["all", "some", "one"]),
        ({"status": "retired", "superseded_by": "common.all"}, {"drafts": True}, ["all", "one"]),
    ],
)
def test_only_the_rules_of_the_case_speak(applies: dict, case: dict, speaking: list[str]) -> None:
    assert ids(rulebook(**applies), **case) == speaking


def test_a_pack_brings_those_it_includes() -> None:
    assert [pack.id for pack in packs_for(rulebook(), "music")] == ["common", "music"]


@pytest.mark.parametrize(
    ("begins", "ends", "date", "is_in_force"),
    [
        ("", "", "2026-01-01", True),
        ("2026-01-01", "", "2026-01-01", True),
        ("2026-01-02", "", "2026-01-01", False),
        ("2026", "2026", "2026-12-31", True),
        ("2026-02", "2026-02", "2026-03-01", False),
    ],
)
def test_a_partial_date_counts_as_a_whole(begins: str, ends: str, date: str, is_in_force: bool) -> None:
    assert in_force(begins, ends, date) is is_in_force
