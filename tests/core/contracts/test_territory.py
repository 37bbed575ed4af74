"""Where the rights may be used."""

from __future__ import annotations

import pytest

from contract_facts import facts_in


@pytest.mark.parametrize(
    ("text", "scope", "codes", "without"),
    [
        ("Territory: UK and Ireland", "places", ("GB", "IE"), ()),
        ("Territory: uk", "places", ("GB",), ()),
        ("Territories: Worldwide excluding USA and Canada", "world", (), ("US", "CA")),
        ("The Territory shall be the United Kingdom and the European Union.", "places", ("GB", "EU"), ()),
        ("The Territory means the world.", "world", (), ()),
        ("You grant us a non-exclusive, worldwide licence.", "world", (), ()),
        ("The rights are assigned throughout the universe.", "universe", (), ()),
        ("Vertragsgebiet: Deutschland, Österreich und Schweiz", "places", ("DE", "AT", "CH"), ()),
        ("Die Rechte werden weltweit eingeräumt.", "world", (), ()),
        ("L'auteur cède ses droits pour le monde entier.", "world", (), ()),
        ("El Autor cede los derechos para todo el mundo.", "world", (), ()),
        ("Territorio: España y Latinoamérica", "places", ("ES", "latin america"), ()),
    ],
)
def test_a_territory_is_found(text, scope, codes, without):
    (territory,) = facts_in(text).territory

    assert (territory.scope, territory.codes, territory.without) == (scope, codes, without)


@pytest.mark.parametrize(
    "text",
    [
        "People around the world use our site and grant each other rights.",
        "The World Wide Web is open to all rights.",
        "He played in the World Cup and granted interviews.",
        "Worldwide Media Ltd publishes magazines.",
        "The Territory means the area agreed from time to time.",
    ],
)
def test_this_is_no_territory(text):
    assert facts_in(text).territory == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("You assign us the design. UK only.", ("GB",)),
        ("For use in France and Belgium only.", ("FR", "BE")),
        (
            "The Author grants the Publisher the right to publish the Work in France, Belgium and Luxembourg for three years.",
            ("FR", "BE", "LU"),
        ),
        ("You grant us an exclusive licence of all rights in the piece in the United Kingdom and Ireland.", ("GB", "IE")),
        ("Usage: two years, Europe, website and brochure", ("europe",)),
    ],
)
def test_places_are_heard_beside_a_grant(text, codes):
    assert [territory.codes for territory in facts_in(text).territory] == [codes]


@pytest.mark.parametrize(
    "text",
    [
        "The competition is open to UK residents only.",
        "This part is for those who live in the United States or Canada only if they are of age.",
        "Mobile payment (Japan only) is accepted.",
        "The Licensor grants a licence to Acme Ltd, a company registered in England, and the courts sit in France.",
    ],
)
def test_places_of_other_things_are_no_territory(text):
    assert facts_in(text).territory == ()
