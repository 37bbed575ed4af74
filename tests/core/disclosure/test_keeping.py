"""What the vault gives for sharing holds the wording of each clause, what was found in it, and nothing that tells whose contract it is."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.contracts.fingerprints.fingerprint import Fingerprint
from contract_registry.core.disclosure.consent.keeping import Scanned, kept_contract
from contract_registry.core.disclosure.consent.projection import Found, KeptContract
from contract_registry.core.disclosure.redaction.redact import redact
from contract_registry.core.records.particulars import Particulars
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances

TEXT = """ILLUSTRATION AGREEMENT
This agreement is made on 14 May 2026 between Saltmarsh Books Ltd (the "Publisher") and Mirela Quist (the "Illustrator").
1. The Illustrator irrevocably waives all moral rights in the Work.
2. The Publisher may
(a) show the drawings to Tomas Abara;
(b) license them to anyone.
3. The Publisher pays a fee of £437 within 45 days of invoice.
4. This agreement is governed by the laws of England and Wales.
Signed by: Mirela Quist
"""


@pytest.fixture(scope="module")
def kept() -> KeptContract:
    clauses = segment(document_of(TEXT))
    waiver = "The Illustrator irrevocably waives all moral rights in the Work."
    at = clauses.document.text.index(waiver)
    found = ((at, Found("moral-waiver-general", severity="low")), (at + 4, Found("moral-waiver-total", severity="critical")))
    return kept_contract("c1", "mirela", redact(clauses), Scanned(Circumstances(sector="publishing", role="illustrator"), found))


def test_clauses_come_redacted_with_what_was_found_in_them(kept: KeptContract) -> None:
    waiver = kept.clauses[0]

    assert (tuple(each.type for each in waiver.found), waiver.redacted) == (
        ("moral-waiver-total", "moral-waiver-general"),
        "The Illustrator irrevocably waives all moral rights in the Work.",
    )
    assert [clause.found for clause in kept.clauses[1:]] == [()] * 5


def test_of_two_passages_of_a_type_in_a_clause_it_is_told_what_was_said_and_what_became_of_either() -> None:
    clauses = segment(document_of(TEXT))
    at = clauses.document.text.index("The Illustrator irrevocably")
    first = Found("moral-waiver-total", severity="critical")
    second = Found("moral-waiver-total", severity="critical", became="narrowed", reviews=(("union", "dispute"),))

    kept = kept_contract("c1", "mirela", redact(clauses), Scanned(Circumstances(), ((at, first), (at + 20, second))))

    assert kept.clauses[0].found == (second,)


def test_an_item_comes_with_the_words_that_carry_into_it(kept: KeptContract) -> None:
    assert kept.clauses[2].redacted.startswith("The Publisher may show the drawings to [")


def test_parties_signatures_and_headings_are_not_given(kept: KeptContract) -> None:
    text = " ".join(clause.redacted for clause in kept.clauses)

    assert not any(name in text for name in ("Quist", "Saltmarsh", "Abara", "437", "May", "ILLUSTRATION"))


def test_facts_are_told_in_families_quarters_and_bands(kept: KeptContract) -> None:
    assert dict(kept.facts) == {
        "sector": "publishing",
        "role family": "visual artist",
        "year": "2026",
        "quarter": "2026 Q2",
        "jurisdiction": "GB",
        "fee": "GBP 250 to 500",
        "paid within": "31 to 60 days",
        "verification": "V1",
        "language": "en",
    }


def test_what_was_recorded_goes_before_what_the_contract_says() -> None:
    recorded = Particulars(
        engager_named="Saltmarsh", sector="games", agreement="Illustrators' agreement", agreement_edition="2025", verification="V3"
    )

    kept = kept_contract("c1", "mirela", redact(segment(document_of(TEXT))), Scanned(Circumstances(sector="publishing")), recorded)

    assert kept.engager == "Saltmarsh"
    assert {name: dict(kept.facts)[name] for name in ("sector", "agreement", "verification")} == {
        "sector": "games",
        "agreement": "Illustrators' agreement 2025",
        "verification": "V3",
    }


@pytest.mark.parametrize(
    ("named", "edition", "told"),
    [
        ("Pact/Equity Cinema Films Agreement", "2025-01", "Pact/Equity Cinema Films Agreement 2025-01"),
        ("Equity side letter for mirela quist, 0171 496 0123", "", "Equity side letter for [creator], [telephone]"),
        ("House terms of SALTMARSH BOOKS LTD", "as of 14 May 2026", "House terms of [engager] as of [Q2 2026]"),
    ],
)
def test_the_name_of_an_agreement_tells_nobody_and_nothing_of_the_contract(named: str, edition: str, told: str) -> None:
    recorded = Particulars(agreement=named, agreement_edition=edition)

    kept = kept_contract("c1", "mirela", redact(segment(document_of(TEXT))), Scanned(Circumstances()), recorded)

    assert dict(kept.facts)["agreement"] == told


def fingerprints(text: str) -> list[Fingerprint]:
    return [
        each.fingerprint for each in kept_contract("c1", "mirela", redact(segment(document_of(text))), Scanned(Circumstances())).clauses
    ]


@pytest.mark.parametrize(
    ("removed", "guessed"),
    [("Tomas Abara", "Wilma Ostrander"), ("Tomas Abara", "Tomas Ostrander"), ("£437", "£431"), ("Mirela Quist", "Wilma Ostrander")],
)
def test_whoever_guesses_at_what_was_taken_out_is_not_told_that_the_guess_is_right(removed: str, guessed: str) -> None:
    assert removed in TEXT

    assert fingerprints(TEXT.replace(removed, guessed)) == fingerprints(TEXT)


def test_the_engager_is_named_for_the_highest_rung_alone(kept: KeptContract) -> None:
    assert kept.engager == "Saltmarsh Books Ltd"


def test_of_a_text_that_says_nothing_nothing_is_made_up() -> None:
    kept = kept_contract("c2", "bo", redact(segment(document_of("We own the pictures."))), Scanned(Circumstances()))

    assert (kept.facts, kept.engager, len(kept.clauses)) == ((("verification", "V1"), ("language", "en")), "", 1)
