"""The governing law is found with its code where the place is plain, and no other law is."""

from __future__ import annotations

import pytest

from contract_facts import facts_in


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("This agreement is governed by the law of England and Wales.", "GB", "law of England and Wales"),
        ("English law applies to this contract.", "GB", "English law"),
        ("This agreement shall be governed by and construed in accordance with Scots law.", "GB-SCT", "Scots law"),
        ("This contract is governed by Irish law.", "IE", "Irish law"),
        ("English law and the exclusive jurisdiction of the English courts apply.", "GB", "English law"),
        ("These terms are governed by the laws of the State of California.", "US-CA", "laws of the State of California"),
        ("This Agreement shall be interpreted under New York law.", "US-NY", "New York law"),
        ("The laws of the Province of Ontario govern this contract.", "CA-ON", "laws of the Province of Ontario"),
        (
            "This Agreement is made in the State of Nevada and governed by the laws thereof.",
            "US-NV",
            "Nevada and governed by the laws thereof",
        ),
        ("Governing law: England and Wales", "GB", "England and Wales"),
        ("Applicable law: Germany", "DE", "Germany"),
        ("Es gilt deutsches Recht.", "DE", "deutsches Recht"),
        ("Es gilt das Recht der Bundesrepublik Deutschland.", "DE", "Recht der Bundesrepublik Deutschland"),
        ("Le présent contrat est soumis au droit français.", "FR", "droit français"),
        ("Le contrat est régi par les lois de la France.", "FR", "lois de la France"),
        ("El contrato se rige por la ley española.", "ES", "ley española"),
        ("Ley aplicable: española", "ES", "española"),
    ],
)
def test_a_law_governs(text, code, words):
    (law,) = facts_in(text).governing_law

    assert (law.jurisdiction, law.words) == (code, words)


def test_a_law_without_a_plain_place_is_told_in_its_words():
    (law,) = facts_in("These terms are governed by the laws of the country in which you live.").governing_law

    assert (law.jurisdiction, law.words) == ("", "laws of the country in which you live")


@pytest.mark.parametrize(
    "text",
    [
        "The Work is protected by the copyright laws of the United States.",
        "Under copyright law the author is the first owner, which governs here.",
        "To the extent permitted by applicable law.",
        "You must comply with all laws, including export laws of the United States.",
        "These rules govern the site; consumer law applies.",
        "This agreement is governed by the laws of the Country.",
        "This Agreement is governed by the Federal Arbitration Act.",
        "Anna Law lives in France.",
    ],
)
def test_no_law_governs(text):
    assert facts_in(text).governing_law == ()


def test_the_first_of_a_state_and_its_country_stands_first():
    laws = facts_in("Governed by the laws of the State of Maine and applicable United States federal law.").governing_law

    assert [law.jurisdiction for law in laws] == ["US-ME", "US"]
