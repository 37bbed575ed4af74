"""A text layer is believed where its letters make words."""

from __future__ import annotations

import pytest

from contract_registry.reading.legibility import legibility

PROSE = {
    "English": "The Author grants the Publisher the exclusive right to print the Work in volume form throughout the Territory for the full term.",
    "French": "L'auteur cède à l'éditeur le droit exclusif d'imprimer, de publier et de vendre l'œuvre dans tous les pays pour la durée légale.",
    "German": "Der Urheber räumt dem Verlag das ausschließliche Recht ein, das Werk in allen Ausgaben zu vervielfältigen und zu verbreiten.",
    "Spanish": "El autor cede al editor el derecho exclusivo de imprimir, publicar y vender la obra en todos los países durante el plazo legal.",
    "Italian": "L'autore cede all'editore tutti i diritti di sfruttamento economico dell'opera in ogni forma e modo per tutta la durata prevista.",
    "Dutch": "De auteur draagt hierbij alle rechten op het werk over aan de uitgever voor de gehele duur van het auteursrecht en zonder beperking.",
    "Polish": "Autor niniejszym przenosi na wydawcę wszelkie autorskie prawa majątkowe do utworu bez ograniczeń czasowych i terytorialnych.",
    "Finnish": "Tekijä luovuttaa kustantajalle kaikki oikeudet teokseen ilman ajallista tai maantieteellistä rajoitusta sekä luopuu oikeuksistaan.",
    "Czech": "Autor tímto postupuje nakladateli všechna majetková práva k dílu bez časového a územního omezení pro všechny způsoby užití.",
    "Chinese": "作者在此授予出版社在全世界以图书形式复制、发行作品的专有权利，期限为著作权的全部保护期。",
    "Greek": "Ο συγγραφέας παραχωρεί στον εκδότη το αποκλειστικό δικαίωμα να εκδώσει το έργο σε όλο τον κόσμο.",
}


@pytest.mark.parametrize("language", PROSE)
def test_prose_is_legible_in_any_language(language: str) -> None:
    assert legibility(PROSE[language] * 3) == "good"


@pytest.mark.parametrize("by", [1, 3, 7, 13, 20])
def test_letters_that_stand_for_others_are_rubbish(by: int) -> None:
    moved = "".join(chr((ord(letter) - 97 + by) % 26 + 97) if letter.isalpha() else letter for letter in PROSE["English"].lower())

    assert legibility(moved * 3) == "rubbish"


@pytest.mark.parametrize(
    "text",
    ["\ue012\ue034\ue056 \ue078\ue09a" * 5, "(cid:12)(cid:45)(cid:7) (cid:12)" * 5, "\ufffd\ufffd\ufffd a \ufffd", "#$%&@{}[]^~" * 20],
)
def test_signs_that_are_no_letters_are_rubbish(text: str) -> None:
    assert legibility(text) == "rubbish"


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_nothing_printed_is_none(text: str) -> None:
    assert legibility(text) == "none"


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE['English']} \ufffd",
        "Schedule 2",
        "BBC XYZ PLC LTD",
        "Name: ______________ Date: ______________ " * 5,
        "1,000.00 2,500.00 37.5% £1,200 £4,000 12/05/2025 " * 8,
        "ISBN 978-0-00-000000-2 www.example.org/terms?x=1&y=2",
    ],
)
def test_the_odd_sign_a_form_and_figures_condemn_no_page(text: str) -> None:
    assert legibility(text) == "good"
