"""The law in sentences that can be read aloud: the place's own first, others apart, and none passed off as another's."""

from __future__ import annotations

import pytest

from contract_registry.core.rules.rule import LegalBasis
from contract_registry.exporting.case import Case
from contract_registry.exporting.law import law_sentence, law_told

ACT = "Copyright, Designs and Patents Act 1988"
BRITISH = LegalBasis("GB", f"{ACT}, s.87", "Moral rights may be waived.", "supports", "2026-07", "read")
FRENCH = LegalBasis("FR", "Code de la propriété intellectuelle, art. L121-1", "It is inalienable.", "voids", "2026-07", "read")
EUROPEAN = LegalBasis("EU", "Directive (EU) 2019/790, arts.18-20", "It must pay.", "limits", "2026-07", "read")


@pytest.mark.parametrize(
    ("law", "subject", "sentence"),
    [
        (
            BRITISH,
            "clause",
            f"United Kingdom: under the {ACT}, s.87, such a clause can stand. Moral rights may be waived. (read, as at 2026-07)",
        ),
        (
            FRENCH,
            "terms",
            "France: under the Code de la propriété intellectuelle, art. L121-1, such terms have no effect. It is inalienable. (read, as at 2026-07)",
        ),
        (
            EUROPEAN,
            "clause",
            "European Union: under Directive (EU) 2019/790, arts.18–20, such a clause can stand only within limits. It must pay. (read, as at 2026-07)",
        ),
        (
            LegalBasis("GB", "Schroeder v Macaulay [1974]", "It was too long.", "limits", "2026-07", "read"),
            "clause",
            "United Kingdom: after Schroeder v Macaulay [1974], such a clause can stand only within limits. It was too long. (read, as at 2026-07)",
        ),
        (
            LegalBasis("GB", f"{ACT}, ss.77-78", "The right must be asserted.", "supports", "2026-07", "read"),
            "gap",
            f"United Kingdom: under the {ACT}, ss.77–78: The right must be asserted. (read, as at 2026-07)",
        ),
        (
            LegalBasis("GB", "Unfair Contract Terms Act 1977, ss.2-4", "It protects consumers.", "none", "2026-07", "read"),
            "clause",
            "United Kingdom: under the Unfair Contract Terms Act 1977, ss.2–4: It protects consumers. (read, as at 2026-07)",
        ),
        (
            LegalBasis("US-NY", "General Obligations Law, s.5-302", "A tie ends.", "supports", "2026-07", "read"),
            "clause",
            "New York: under the General Obligations Law, s.5-302, such a clause can stand. A tie ends. (read, as at 2026-07)",
        ),
    ],
    ids=[
        "a statute",
        "several terms",
        "several articles",
        "a case",
        "what is missing",
        "a law that decides nothing",
        "a number with a dash",
    ],
)
def test_each_kind_of_source_and_effect_has_its_sentence(law: LegalBasis, subject: str, sentence: str) -> None:
    assert law_sentence(law, subject) == sentence


@pytest.mark.parametrize(
    ("confidence", "effect", "subject", "told"),
    [
        ("secondary", "voids", "clause", ", such a clause is likely to have no effect. It is so. (reported, as at 2026-07; to be checked)"),
        ("known", "limits", "terms", ", such terms are likely to stand only within limits. It is so. (as at 2026-07; to be checked)"),
        ("likely", "supports", "clause", ", such a clause is likely to stand. It is so. (uncertain, as at 2026-07; to be checked)"),
        ("known", "supports", "protection", ": It is so. (as at 2026-07; to be checked)"),
    ],
)
def test_a_law_that_nobody_read_is_told_with_care_and_marked(confidence: str, effect: str, subject: str, told: str) -> None:
    law = LegalBasis("NL", "Auteurswet, art. 25", "It is so.", effect, "2026-07", confidence)

    assert law_sentence(law, subject) == f"Netherlands: under the Auteurswet, art. 25{told}"
    assert law_told("unknown", (law,), "", subject).has_unread


def test_a_law_that_was_read_asks_for_no_check() -> None:
    assert not law_told("unknown", (BRITISH, FRENCH), "", "clause").has_unread


def test_the_law_of_the_place_stands_apart_from_that_of_others() -> None:
    told = law_told("void-in-jurisdiction", (BRITISH, FRENCH), "FR", "clause", is_asked=True)

    assert told.effect == "Likely to have no effect in France. It still discourages, so ask to have it taken out."
    assert [sentence[:6] for sentence in told.here] == ["France"]
    assert [sentence[:14] for sentence in told.elsewhere] == ["United Kingdom"]


def test_where_no_law_of_the_place_is_known_that_is_said() -> None:
    told = law_told("unknown", (BRITISH, FRENCH), "DE", "clause", is_asked=True)

    assert told.here == ("These rules know no law of Germany on this.",)
    assert len(told.elsewhere) == 2


def test_the_unions_law_counts_in_its_members_and_a_countrys_in_its_parts() -> None:
    assert law_told("limited", (EUROPEAN,), "DE", "clause").elsewhere == ()
    assert law_told("limited", (BRITISH,), "GB-SCT", "clause").elsewhere == ()
    assert law_told("limited", (EUROPEAN,), "GB", "clause").here == ("These rules know no law of the United Kingdom on this.",)


def test_without_a_place_all_laws_are_alike() -> None:
    assert len(law_told("unknown", (BRITISH, FRENCH), "", "clause").here) == 2


def test_the_law_that_the_contract_names_is_told_and_shown_first() -> None:
    case = Case(named_law="DE")

    assert case.place == "DE"
    assert case.remarks() == ("The contract names the law of Germany, so that law is shown first. The verdict does not depend on it.",)


def test_the_law_that_was_asked_for_goes_before_the_one_that_the_contract_names() -> None:
    case = Case(asked_law="FR", named_law="DE")

    assert case.place == "FR"
    assert case.remarks() == ("You asked for the law of France; the contract names the law of Germany.",)


def test_what_was_said_for_nothing_is_told() -> None:
    assert Case(idle=("music", "composer")).remarks() == (
        "These rules make no difference by “music” and “composer”: the report is the same without them.",
    )
