"""The languages of a document are told, those nobody covers included."""

from __future__ import annotations

import pytest

from builders import a_document
from contract_registry.core.clauses.language import language_of, languages

SENTENCES = {
    "en": "The author grants the publisher an exclusive licence to publish the work in all territories and for all time.",
    "fr": "L'auteur cède à titre exclusif, pour le monde entier et pour toute la durée légale, l'ensemble des droits patrimoniaux.",
    "de": "Der Urheber verzichtet auf die Nennung seines Namens und auf sein Änderungsverbot, soweit dies zulässig ist.",
    "es": "El autor cede en exclusiva todos los derechos, para todo el mundo, por todo el plazo de protección y para cualquier modalidad.",
    "nl": "De maker draagt alle huidige en toekomstige auteursrechten over aan de opdrachtgever en doet afstand van zijn rechten.",
    "it": "L'autore cede in esclusiva tutti i diritti di sfruttamento economico dell'opera per il mondo intero e per tutta la durata.",
    "pt": "O autor cede com exclusividade todos os direitos patrimoniais sobre a obra para o mundo inteiro e por todo o prazo.",
    "sv": "Upphovsmannen överlåter samtliga rättigheter till verket till beställaren för all framtid och utan begränsning av område.",
    "pl": "Autor przenosi na wydawcę całość autorskich praw majątkowych do utworu na wszystkich polach eksploatacji oraz bez ograniczeń.",
    "cy": "Mae'r awdur yn rhoi i'r cyhoeddwr yr hawl i gyhoeddi'r gwaith ac mae hyn yn cynnwys unrhyw hawl arall.",
    "ru": "Автор передает издателю исключительные права на произведение на весь срок.",
    "uk": "Автор передає видавцю виключні права на твір на весь строк дії.",
    "el": "Ο συγγραφέας παραχωρεί στον εκδότη όλα τα δικαιώματα.",
    "zh": "作者将作品的全部著作权转让给出版社。",
    "ja": "著作者は出版社に著作権を譲渡する。",
    "ko": "저자는 출판사에 저작권을 양도한다.",
    "ar": "المؤلف يمنح الناشر حقوق النشر",
    "he": "המחבר מעניק למוציא לאור את כל הזכויות",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_tells_its_language(code):
    assert language_of(SENTENCES[code]) == code


def test_a_bilingual_contract_has_two_languages():
    text = "\n".join([SENTENCES["en"]] * 5 + [SENTENCES["fr"]] * 4)

    assert languages(a_document(text)) == ("en", "fr")


@pytest.mark.parametrize(
    ("main", "code", "clause"),
    [
        ("en", "fr", SENTENCES["fr"]),
        ("en", "de", SENTENCES["de"]),
        ("en", "es", SENTENCES["es"]),
        ("en", "de", "Der Künstler verzichtet auf alle Urheberpersönlichkeitsrechte."),
        ("en", "de", "8.3 Der Auftragnehmer überträgt dem Auftraggeber sämtliche Nutzungsrechte, zeitlich und räumlich unbeschränkt."),
        ("en", "es", "La productora podrá ceder a terceros los derechos adquiridos."),
        ("de", "en", "Artist hereby waives all moral rights."),
        ("fr", "en", "The Company may train artificial intelligence on the works without payment."),
    ],
)
def test_one_clause_in_another_language_makes_it_one_of_the_document(main, code, clause):
    assert languages(a_document(f"{SENTENCES[main]}\n" * 50 + clause)) == (main, code)


@pytest.mark.parametrize(
    "line",
    [
        "Force majeure and any clause de style are excluded from this agreement, as is the exceptio non adimpleti contractus.",
        "Published by La Maison de la Photo et des Arts in London for the whole of the term.",
        "Exhibit A Pro Football Legends Logo",
        'See [the Spanish forum](https://es.example.org/ "programadores y profesionales de la informática") for more of this.',
        "Jan van de Velde, Piet van den Berg, Koen de Vries, Anna van der Meer",
        "Ludwig von der Tann, Otto von und zu Guttenberg, Ursula von der Leyen",
        "Sociedad General de Autores y Editores, Calle de Fernando VI 4, Madrid",
        "Société des auteurs, compositeurs et éditeurs de musique (SACEM), 12 rue des Lilas, Paris",
        "Articles L.111-1, L.121-1 et L.131-3 du Code de la propriété intellectuelle",
        "Track 3: Je ne regrette rien de la vie en rose",
        "Der Tod und das Mädchen, Die Forelle, An die Musik, Die schöne Müllerin",
        "El amor en los tiempos del cólera y La casa de los espíritus",
        "Contrat de cession de droits d'auteur et de commande",
        "Los Angeles, Las Vegas, El Paso, La Jolla, Des Moines, Los Gatos",
        "De minimis non curat lex; de facto; de jure; de novo; en bloc; en masse",
    ],
)
def test_a_foreign_phrase_is_not_a_language_of_the_document(line):
    assert languages(a_document(f"{SENTENCES['en']}\n" * 5 + line)) == ("en",)


@pytest.mark.parametrize("main", ["fr", "de"])
def test_an_english_title_makes_no_language_of_a_document(main):
    assert languages(a_document(f"{SENTENCES[main]}\n" * 5 + "The Lord of the Rings: The Return of the King")) == (main,)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_in_letters_of_full_width_tells_its_language(code):
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in SENTENCES[code])
    assert languages(a_document(wide)) == languages(a_document(SENTENCES[code]))


@pytest.mark.parametrize("text", ["", "Territory: Universe", "Usage | full buyout"])
def test_too_little_text_counts_as_english(text):
    assert languages(a_document(text)) == ("en",)


def test_a_long_text_in_no_language_is_undetermined():
    assert languages(a_document("lorem ipsum dolor sit amet consectetur adipiscing elit " * 20)) == ("und",)


def test_words_that_only_one_language_has_tell_more():
    text = "Los datos de edad y acento nos ayudan a nosotros y a otras empresas a crear y mejorar herramientas de voz a texto."
    assert languages(a_document(text)) == ("es",)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Les œuvres primées deviennent la propriété de la Fondation."),
        ("de", "Der Autor überträgt dem Verlag alle Rechte."),
        ("es", "El autor renuncia a sus derechos morales."),
        ("en", "All rights vest in the Company."),
        ("en", "Contract Los Angeles Pictures"),
    ],
)
def test_a_clause_pasted_alone_tells_its_language(code, text):
    assert languages(a_document(text)) == (code,)
