"""Who is who: the parties, every word for them, and the side they are on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import a_document, a_laid_out_document
from contract_registry.core.clauses.evidence import evidence_for
from contract_registry.core.clauses.segment import segment
from contract_registry.core.clauses.tree import Clauses


def parties_in(marked: str) -> Clauses:
    return segment(a_laid_out_document(marked))


def side_of(marked: str, word: str) -> str:
    return next(
        (party.role for party in parties_in(marked).parties if word.lower() in {party.name.lower(), *map(str.lower, party.aliases)}),
        "nobody",
    )


@pytest.mark.parametrize(
    ("text", "creator", "engager"),
    [
        ("This Agreement is made between X Press Ltd (the “Publisher”) and Jane Roe (the “Author”).", "Jane Roe", "X Press Ltd"),
        (
            "THIS AGREEMENT is made on 5 May between Northlight Books Ltd (the Publisher) and Ada Ferrer (the Author).",
            "Ada Ferrer",
            "Northlight Books",
        ),
        (
            "BETWEEN:\n(1) Acme Studios Limited, a company registered in England (the “Company”); and\n(2) Sam Jones of 4 High Street (the “Artist”).",
            "Sam Jones",
            "Acme Studios",
        ),
        (
            "This agreement is between Orchard Lane Ltd, a publisher (the “First Party”), and Mina Petrov, a freelance illustrator of Leeds (the “Second Party”).",
            "Second Party",
            "First Party",
        ),
        (
            "This agreement is between Mina Petrov, a translator (“Petrov”), and Orchard Lane Ltd, a company (“Orchard”).",
            "Petrov",
            "Orchard",
        ),
        ("Artist: Jane Doe\nCompany: Acme Music Ltd\nTerritory: Universe", "Jane Doe", "Acme Music"),
        ("Artist | Jane Doe\nLabel | Acme Music Ltd\nTerritory | Universe", "Jane Doe", "Acme Music"),
        ("Dear Sam,\nWe offer you £500 for your illustration. You assign all copyright to us.", "Sam", "us"),
        ("I, the undersigned, grant Acme Pictures Ltd the right to use my image and voice in the Film.", "my", "Acme Pictures"),
        (
            "Model Release\nI grant the Photographer the right to use my likeness. I release the Photographer from all claims.",
            "I",
            "Photographer",
        ),
        ("You grant us a licence to use your content. We may remove it. You keep your copyright.", "your", "our"),
        ("Users keep ownership of their content and grant Flixy a licence to host it. Flixy may remove it.", "users", "Flixy"),
        (
            "You grant Google a licence to your Contributions. Google may reject Contributions. Except for the licence to Google you keep all rights.",
            "you",
            "Google",
        ),
        ("The Entrant grants the Promoter a licence to use the Entry.", "Entrant", "Promoter"),
        ("Employee agrees that inventions created by Employee belong to Employer.", "Employee", "Employer"),
        ("L'Auteur cède à l'Éditeur l'ensemble des droits. L'Éditeur verse à l'Auteur une avance.", "auteur", "éditeur"),
        (
            "Entre :\nÉditions du Nord SARL, ci-après dénommée « l'Éditeur »,\net\nClaire Petit, ci-après dénommée « l'Auteur »,\nIl a été convenu ce qui suit.",
            "Claire Petit",
            "Éditions du Nord",
        ),
        (
            "Hiermit räumt der Urheber dem Auftraggeber sämtliche Rechte an den Werken ein, die er für ihn schafft.",
            "Urheber",
            "Auftraggeber",
        ),
        (
            "El Autor cede a la Editorial todos los derechos sobre la Obra, y la Editorial pagará al Autor un anticipo.",
            "Autor",
            "Editorial",
        ),
    ],
)
def test_the_two_sides_are_told_apart(text, creator, engager):
    assert (side_of(text, creator), side_of(text, engager)) == ("creator", "engager")


@pytest.mark.parametrize(
    "text",
    [
        "I keep the copyright in all my artwork. You, the client, may use the finished piece at home. You pay a deposit before I begin.",
        "We design your logo. We retain the copyright in the designs until you pay us; you may then use the final design. You commission us by paying.",
    ],
)
def test_artists_own_terms_are_the_other_way_round(text):
    assert side_of(text, "you") == "engager"


def test_a_client_in_small_letters_is_the_engager_of_an_artist_who_says_i():
    assert side_of("I draw what the client asks for. The client may print it once.", "client") == "engager"


def test_in_business_contracts_the_side_whose_likeness_is_taken_is_the_creator():
    text = (
        "This Agreement is between Golfers Inc. (“Golfers”) and Andy North (“North”). North grants Golfers the right to use North's name and likeness. "
        "Golfers shall pay North a fee."
    )

    assert (side_of(text, "North"), side_of(text, "Golfers")) == ("creator", "engager")


@pytest.mark.parametrize(
    "text",
    [
        "This Agreement is between Alpha Inc. (“Alpha”) and Beta LLC (“Beta”). Alpha and Beta may each end it on notice.",
        "This Agreement is between Alpha Inc. (“Alpha”) and Beta LLC (“Beta”). Alpha grants Beta a license to the Alpha marks and name. Beta grants Alpha a license to the Beta marks and name.",
    ],
)
def test_balanced_evidence_decides_nothing(text):
    assert {party.role for party in parties_in(text).parties} == {"unknown"}


def test_every_word_for_a_party_is_an_alias():
    (engager,) = [
        party
        for party in parties_in("Acme Studios, Inc. (“Acme”, “we” or “us”) runs the site. You grant us rights in your content.").parties
        if party.role == "engager"
    ]

    assert engager.name == "Acme Studios, Inc."
    assert {"Acme", "Acme Studios", "we", "us", "our"} <= set(engager.aliases)


def test_words_of_a_side_are_in_small_letters():
    clauses = parties_in("This Agreement is made between X Press Ltd (the “Publisher”) and Jane Roe (the “Author”).")

    assert clauses.words("creator") == {"author", "jane roe"}


def test_a_party_is_placed_where_it_is_first_named():
    clauses = parties_in("This Agreement is made between X Press Ltd (the “Publisher”) and Jane Roe (the “Author”).")

    assert [party.at.of(clauses.document.text) for party in clauses.parties] == ["X Press Ltd", "Jane Roe"]


def test_a_roman_one_is_nobody():
    assert side_of("Part I of this agreement. The Author grants the Publisher all rights (i) in print and (ii) in film.", "I") == "nobody"


def test_a_bystander_is_no_party():
    assert (
        side_of("You grant us a licence to use your content. Our employees and actors may see it. We may remove it.", "actors") == "nobody"
    )


def test_a_text_without_people_has_no_parties():
    assert parties_in("Payment is due after 30 days.").parties == ()


@pytest.mark.parametrize(
    ("text", "creator", "engager"),
    [
        ("We're Inkdrop, a home for comics. You grant us a licence to use your drawings.", "you", "Inkdrop"),
        ("I, Dele Amadi, assign my performer's rights to Grey Heron Music Ltd (the “Company”).", "Dele Amadi", "Grey Heron Music Ltd"),
        (
            "Between Cobalt Outdoor Ltd (we) and Hannah Brandt (you), Hebden Bridge. You assign the copyright to us.",
            "Hannah Brandt",
            "Cobalt Outdoor Ltd",
        ),
        (
            (
                "BETWEEN\n(1) Fennel Press\nSARL (the “Publisher”); and\n(2) Hannah Brandt,\n5 Lock Road,\nHebden Bridge (the “Artist”).\n"
                "The Artist assigns the copyright to the Publisher."
            ),
            "Hannah Brandt",
            "Fennel Press SARL",
        ),
        (
            "“Client” means Harbour Media Group plc. The Contributor assigns the copyright to the Client.",
            "Contributor",
            "Harbour Media Group plc",
        ),
        (
            "Dear Contributor,\nYou grant us all rights in the piece. We pay you £600.\nSigned for and on behalf of Harbour Media Group plc\nWriter: Samira Haddad",
            "Samira Haddad",
            "Harbour Media Group plc",
        ),
        ("Hi Ola,\nYou would assign all rights to us.\nBest,\nTomasz Lind\nBramble & Brand Ltd", "Ola", "Bramble & Brand Ltd"),
        (
            "Agreement between Northlight Ltd and Ada Ferrer.\nWe pay you £500. You assign the copyright to us.",
            "Ada Ferrer",
            "Northlight Ltd",
        ),
    ],
)
def test_a_party_has_the_name_that_stands_in_the_document(text, creator, engager):
    told = {(party.name, party.role) for party in parties_in(text).parties}

    assert told == {(creator, "creator"), (engager, "engager")}


def test_a_name_stands_some_lines_above_its_bracket():
    text = "The parties\nHalden Verlag\nGmbH, Berlin (“Publisher”)\nRosa Whitlock,\n9 Mill Hill,\nTodmorden (“Translator”)\nThe Translator assigns the copyright to the Publisher."

    assert [party.name for party in parties_in(text).parties] == ["Halden Verlag GmbH", "Rosa Whitlock"]


def test_a_stage_name_does_not_hide_the_artist():
    text = (
        "Made between Brightwater Films Inc. (the “Company”) and Leila Okoro p/k/a “Lumen” (the “Artist”).\n"
        "Vocals by Teo Marin (the “Vocalist”). The Vocalist's name is given."
    )

    assert [(party.name, party.role) for party in parties_in(text).parties] == [
        ("Brightwater Films Inc.", "engager"),
        ("Leila Okoro", "creator"),
    ]


def test_a_typed_letter_says_from_and_to():
    text = "From: Juniper Row Ltd\nTo: Asha Penrose\nYou give us the exclusive right to use the cover. We pay you £1,100."

    assert [(party.name, party.role) for party in parties_in(text).parties] == [
        ("Juniper Row Ltd", "engager"),
        ("Asha Penrose", "creator"),
    ]


def test_who_writes_and_reads_an_email_is_named_in_its_header():
    header, body = (
        "From: Tomasz Lind <tomasz@brand.example>\nTo: Ola Fenwick <ola@draws.example>",
        "Hi Ola,\nYou would assign all rights to us.",
    )
    text = f"{header}\n{body}"
    document = a_document(text)
    blocks = tuple(replace(block, source="mail header") if block.span.end <= len(header) else block for block in document.blocks)

    told = {(party.name, party.role) for party in segment(replace(document, blocks=blocks)).parties}

    assert told == {("Ola Fenwick", "creator"), ("Tomasz Lind", "engager")}


def test_the_artist_that_a_producer_works_with_is_no_party():
    text = (
        "This agreement is made between Tallow Records Ltd (“the Company”) and Joss Arkwright (“the Producer”).\n"
        "The Producer shall produce a recording that features Mira Okafor (“the Artist”). The Artist's name may stand on the sleeve.\n"
        "The Producer assigns the copyright in the recording to the Company."
    )

    assert [(party.name, party.role) for party in parties_in(text).parties] == [
        ("Tallow Records Ltd", "engager"),
        ("Joss Arkwright", "creator"),
    ]


def test_a_roman_one_before_a_heading_is_nobody():
    text = "I. Term\nIllustrations are made for a year.\nII. Grant\nThe Illustrator grants the Publisher all rights."

    assert [party.name for party in parties_in(text).parties] == ["Illustrator", "Publisher"]


def test_words_of_a_shouted_title_name_nobody():
    text = "SESSION MUSICIAN RELEASE\nI, Dele Amadi, assign all rights to Grey Heron Music Ltd (the “Company”)."

    assert side_of(text, "Musician") == "nobody"


def test_a_name_with_an_apostrophe_is_called_by_its_beginning_and_each_side_is_told_from_the_hands():
    text = (
        "This Agreement is made by and among, on the one hand, RBG-Leo, LLC, a Delaware limited liability company (“RBG”) for the personal services of "
        "Leonard Hill (“CELEBRITY”), and, on the other hand, Mama Rosa’s International, Inc. (“MRI”) (“MAMA ROSA’S”).\n"
        "1. RBG grants MAMA ROSA’S the right to use CELEBRITY’s name and likeness. MAMA ROSA’S shall pay RBG £500."
    )
    names = {party.name: party for party in parties_in(text).parties}

    assert names["RBG-Leo, LLC"].role == "creator"
    assert names["Mama Rosa’s International, Inc."].role == "engager"
    assert "MAMA ROSA’S" in names["Mama Rosa’s International, Inc."].aliases
    assert "Mama" not in names["Mama Rosa’s International, Inc."].aliases


def test_a_pronoun_in_brackets_behind_a_run_of_words_without_an_end_names_nobody():
    text = "Terms\n\n1. " + "This policy tells how personal information that is given " * 5 + "to the people of the site (us) is kept"

    assert "This policy" not in [party.name for party in parties_in(text).parties]
    assert parties_in("x " * 200 + "(we) may use it.") is not None


def test_what_is_released_is_nobody():
    text = "“Released Claims” includes claims as to authorship. The Writer releases the Released Claims."

    assert [party.name for party in parties_in(text).parties] == ["Writer"]


PLATFORM = (
    "Terms of Service\n\nThese Terms of Service are made between Harbour Post Ltd (“Harbour”) and whoever agrees to them (the “Customer”). You may post content "
    "on the Site and you grant us a licence to use your content. We may remove your content. Harbour reserves all rights in the works of Harbour. Our services "
    "are provided as they are."
)


@pytest.mark.parametrize(("word", "side"), [("Harbour", "engager"), ("Customer", "creator")])
def test_platform_terms_know_the_platform_and_whom_it_serves(word: str, side: str) -> None:
    assert side_of(PLATFORM, word) == side


@pytest.mark.parametrize(
    ("text", "word", "side"),
    [
        (
            "These terms are an agreement between Orbit Labs, Inc. and the person accepting them (“Customer”). Customer uploads content. Customer grants Orbit Labs a licence to its content.",
            "Orbit Labs",
            "engager",
        ),
        (
            "This agreement explains your rights as a subscriber of Puddle from Lantern Corporation, a corporation of Ohio (“Lantern”). You grant Lantern a licence to your content.",
            "Lantern Corporation",
            "engager",
        ),
        (
            "This Agreement is between Red Fern Racing, Inc. (“RFR”) and Miller's Diner, Inc. (“Miller's”). RFR grants the Sponsor the right to use its name and images. RFR shall deliver the recordings.",
            "Miller's",
            "engager",
        ),
        (
            "Contributor License Agreement\nYou accept these terms for your present and future Contributions submitted to Puddle Foundation (the “Foundation”). For the purposes of this agreement “Corporation” means the entity for whom you sign. You grant the Foundation a copyright licence to your Contributions.",
            "Corporation",
            "nobody",
        ),
        ("Einwilligung\nDer Rechteinhaber räumt dem Empfänger das Recht ein, die Filmaufnahmen zu nutzen.", "Empfänger", "engager"),
        (
            "Shop\nThis agreement is governed by the law of the United States (“US”). You grant us a licence to your content.",
            "United States",
            "nobody",
        ),
        (
            "Licence\n“Model” means machine-learning weights and parameters. Licensor grants You a licence to use, reproduce and transfer the Model and the works of the Model.",
            "Model",
            "nobody",
        ),
    ],
)
def test_who_is_named_beside_somebody_or_something_else(text: str, word: str, side: str) -> None:
    assert side_of(text, word) == side


def test_what_is_not_kept_speaks_for_nobody() -> None:
    assert evidence_for("Palette Room retains no ownership of your works.", [["Palette Room"]]) == (0.0,)
    assert evidence_for("Images created by Palette Room's tools.", [["Palette Room"]]) == (0.0,)


@pytest.mark.parametrize(
    "opening",
    [
        "Data Provider and you agree as follows.",
        "You and the Data Provider agree to these terms.",
        "This is an agreement between you and the Data Provider.",
        "This is an agreement between the Data Provider and you.",
    ],
)
def test_who_stands_beside_you_in_the_opening_is_a_party_though_it_does_nothing(opening):
    text = f"{opening}\n\nYou may use the Data made available to you by the Data Provider for machine learning."

    assert side_of(text, "Data Provider") == "creator"
    assert side_of(text, "you") == "engager"


def test_who_produces_something_is_a_party_by_its_short_name() -> None:
    text = (
        "Guest Release Form for The Long Table podcast (“the Podcast”), produced by Hearth Audio (“Hearth”). The person signing is the “Guest”.\n"
        "Hearth may use the recording of the conversation. The Guest grants Hearth the right to edit it."
    )
    assert side_of(text, "Hearth") == "engager"
    assert side_of(text, "Guest") == "creator"


def test_whoever_a_book_is_about_is_no_side_of_its_contract() -> None:
    text = (
        "The Author writes a book on the works by Pablo Picasso (“Picasso”) for the Publisher.\n"
        "The Author assigns the copyright in the book to the Publisher."
    )
    assert side_of(text, "Picasso") in {"nobody", "unknown"}
    assert (side_of(text, "Author"), side_of(text, "Publisher")) == ("creator", "engager")


@pytest.mark.parametrize("agreed", ["By clicking “I agree”,", 'By clicking "I agree",', "By clicking I agree,"])
def test_words_to_click_on_are_nobody_who_speaks(agreed: str) -> None:
    assert side_of(f"{agreed} the Author waives all moral rights in the Work.", "I") == "nobody"
