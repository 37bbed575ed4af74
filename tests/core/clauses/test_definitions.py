"""Defined terms are found in whatever way they are defined, with what they stand for."""

from __future__ import annotations

import pytest

from builders import a_document, a_laid_out_document
from contract_registry.core.clauses.segment import segment
from contract_registry.core.text import Span


def defined(marked: str) -> dict[str, str]:
    clauses = segment(a_laid_out_document(marked))
    return {one.term: one.meaning.of(clauses.document.text) for one in clauses.definitions}


@pytest.mark.parametrize(
    ("line", "term", "meaning"),
    [
        ("“Work” means the novel called Dusk.", "Work", "the novel called Dusk."),
        ('"Works" shall mean all texts. It is final.', "Works", "all texts."),
        ("'Media' means all media.", "Media", "all media."),
        ("« Œuvre » désigne le roman.", "Œuvre", "le roman."),
        ("„Werk“ bezeichnet den Roman.", "Werk", "den Roman."),
        ("«Obra» significa la novela.", "Obra", "la novela."),
        ("Marketing Materials shall mean those materials that show Ann.", "Marketing Materials", "those materials that show Ann."),
        ("“Asset” — any audio made with the model.", "Asset", "any audio made with the model."),
        ("You post photos and text. We call this “User Content”.", "User Content", "You post photos and text."),
        ("The parties (collectively, the “Group”) agree.", "Group", "The parties"),
        (
            "You license any content you upload, post or submit (“User Content”) to us.",
            "User Content",
            "any content you upload, post or submit",
        ),
        ("Each provides the films listed in the Schedule (the “Films”).", "Films", "the films listed in the Schedule"),
        ("The Author delivers a novel of 80,000 words (the Work) by May.", "Work", "a novel of 80,000 words"),
        ("Acme Studios, Inc. (hereinafter “Company”) agrees.", "Company", "Acme Studios, Inc."),
        ("Claire Petit, ci-après dénommée « l'Auteur », accepte.", "l'Auteur", "Claire Petit"),
        ("Ihre Texte und Bilder (nachfolgend gemeinsam „Inhalte“) bleiben Ihre.", "Inhalte", "Ihre Texte und Bilder"),
    ],
)
def test_a_definition_is_found_with_its_meaning(line, term, meaning):
    assert defined(line).get(term) == meaning


def test_terms_defined_together_share_their_meaning():
    terms = defined("“You” (or “Your”) shall mean the copyright owner.")

    assert terms["You"] == terms["Your"] == "the copyright owner."


def test_a_meaning_that_leads_into_a_list_holds_the_list():
    meaning = defined("“Rights” means:\n(a) all rights to print; and\n(b) all rights to train.")["Rights"]

    assert meaning.endswith("all rights to train.")


def test_entries_under_definitions_are_definitions():
    terms = defined("## Definitions\nWork: the novel called Dusk.\nFee | the sum of £500 for the Work")

    assert terms == {"Work": "the novel called Dusk.", "Fee": "the sum of £500 for the Work"}


@pytest.mark.parametrize(
    "line", ["You waive so-called “moral rights” in it.", "Put the words “All rights reserved” on it.", "The “as is” text is yours."]
)
def test_words_only_quoted_are_not_defined(line):
    assert defined(line) == {}


def test_every_meaning_is_in_the_text():
    clauses = segment(a_document("“Purpose” means any use of the Materials.\n“Materials” means the Recordings and scripts."))

    assert len(clauses.definitions) == 2
    assert all(Span(0, len(clauses.document.text)).contains(one.meaning) for one in clauses.definitions)
