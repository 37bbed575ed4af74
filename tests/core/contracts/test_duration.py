"""How long the contract, its renewals and the licence last."""

from __future__ import annotations

import pytest

from contract_facts import facts_in
from contract_registry.core.quantities.periods import Period


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("This agreement shall continue for a period of two years.", "initial", Period(2, "year")),
        ("The initial term is twelve (12) months from the Commencement Date.", "initial", Period(12, "month")),
        ("Term: 2 years", "initial", Period(2, "year")),
        ("It renews automatically for successive periods of one year.", "renewal", Period(1, "year")),
        ("The Author grants the Publisher a licence for five years.", "licence", Period(5, "year")),
        ("Licence period: 5 years from first broadcast", "licence", Period(5, "year")),
        ("The rights granted shall last for a period of seven (7) years.", "licence", Period(7, "year")),
        ("Exclusivity: 6 months", "exclusivity", Period(6, "month")),
        ("The Fee covers UK television for two years.", "licence", Period(2, "year")),
        ("The Author grants an exclusive licence for ten years.", "licence", Period(10, "year")),
        ("Der Vertrag wird auf zwei Jahre geschlossen.", "initial", Period(2, "year")),
        ("Le contrat est conclu pour une durée de deux ans.", "initial", Period(2, "year")),
        ("El contrato tendrá una duración de un año.", "initial", Period(1, "year")),
    ],
)
def test_a_term_is_counted(text, kind, period):
    (term,) = facts_in(text).term

    assert (term.kind, term.length, term.period) == (kind, "period", period)


@pytest.mark.parametrize(
    ("text", "kind", "length", "words"),
    [
        ("You grant us a perpetual, worldwide licence.", "licence", "perpetual", "perpetual"),
        ("You grant us a non-exclusive, perpetual licence.", "licence", "perpetual", "perpetual"),
        ("You grant us the right to use the recording in perpetuity.", "licence", "perpetual", "in perpetuity"),
        ("The Author assigns the rights for the full term of copyright.", "assignment", "copyright", "full term of copyright"),
        ("This agreement continues indefinitely until terminated.", "initial", "open-ended", "indefinitely"),
        ("Die Nutzungsrechte werden zeitlich unbeschränkt eingeräumt.", "licence", "perpetual", "zeitlich unbeschränkt"),
    ],
)
def test_a_term_without_a_number_is_told(text, kind, length, words):
    (term,) = facts_in(text).term

    assert (term.kind, term.length, term.words) == (kind, length, words)


@pytest.mark.parametrize(
    "text",
    [
        "The licence is not perpetual.",
        "The licence is non-perpetual.",
        "Confidentiality lasts for five years after termination.",
        "The Consultant shall not compete for a period of two years.",
        "The site is open 24 hours a day, 7 days a week.",
        "The product carries a warranty for two years.",
        "You must be at least 18 years old.",
        "Records are kept for seven years.",
    ],
)
def test_this_is_no_term(text):
    assert facts_in(text).term == ()


def test_the_contract_s_own_term_stands_first():
    facts = facts_in("The licence is granted for ten years.\nThe initial term is one year.")

    assert [term.kind for term in facts.term] == ["initial", "licence"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Artist assigns the copyright to the Label in perpetuity.", "assignment"),
        ("The Artist assigns to the Label all rights for ten years.", "assignment"),
        ("The Artist grants the Label a perpetual licence of the recording.", "licence"),
        ("Term: In perpetuity", "initial"),
    ],
)
def test_an_assignment_is_told_from_a_licence(text, kind):
    assert [term.kind for term in facts_in(text).term] == [kind]
