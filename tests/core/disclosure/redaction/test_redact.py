"""What is taken out, what is left, how an owner sees and changes it, and the way back to the contract's own text."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_registry.core.clauses.segment import segment
from contract_registry.core.disclosure.redaction.redact import Redaction, redact
from contract_registry.core.disclosure.redaction.removal import Kind
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.text import Span

OPENING = 'This agreement is between Saltmarsh Books Ltd (the "Publisher") and Zoë Wren-Llewellyn (the "Illustrator").\n'
WORDS = st.sampled_from(
    'Zoë Wren LTD the The 12 £400 Lane, @ . \n " ( ) Mr and 3 March 2026 - / + at. of \u200b ß İ harpist IBAN'.split(" ")
)


def redaction_of(text: str, opening: str = OPENING) -> Redaction:
    return redact(segment(document_of(opening + text)))


def read(text: str, opening: str = OPENING) -> str:
    """What others read of the clause that follows the opening."""
    redaction = redaction_of(text, opening)
    whole = redaction.clauses.document.text
    return redaction.at(Span(whole.index(text.split(maxsplit=1)[0], len(opening.rstrip())), len(whole))).text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1. Zoë Wren-Llewellyn waives all moral rights.", "1. [creator] waives all moral rights."),
        ("1. Wren-Llewellyn's rights pass to Saltmarsh.", "1. [creator]'s rights pass to [engager]."),
        ("1. ZOE WREN-LLEWELLYN waives them.", "1. [creator] waives them."),
        ("1. The Illustrator waives all moral rights in the Work.", "1. The Illustrator waives all moral rights in the Work."),
        ("1. The Publisher pays a fee of £437 on 14 May 2026.", "1. The Publisher pays a fee of [GBP 250 to 500] on [Q2 2026]."),
        ("1. The Publisher pays four hundred and thirty-seven pounds.", "1. The Publisher pays [GBP 250 to 500]."),
        ("1. The Publisher prints 12,437 copies.", "1. The Publisher prints [10,000 to 25,000] copies."),
        ("1. The Publisher pays within 30 days, ten per cent. of net receipts.", "1. The Publisher pays within 30 days, ten per cent. of net receipts."),
        ("1. The Work is a theorbo part for a puppeteer.", "1. The Work is a [instrument] part for a [performer]."),
        ("1. The Work is translated from Basque into Welsh.", "1. The Work is translated [languages]."),
        ("1. The Publisher may use the\u200b Work.", "1. The Publisher may use the Work."),
        ("1. This agreement is governed by the laws of Scotland.", "1. This agreement is governed by the laws of Scotland."),
        ('1. "Net Receipts" means all sums received.', '1. "Net Receipts" means all sums received.'),
        ("1. The Work may be used to train AI under the GDPR and section 29A of the Copyright, Designs and Patents Act 1988.",) * 2,
    ],
)  # fmt: skip
def test_what_tells_who_it_is_goes_and_what_binds_stays(text: str, left: str) -> None:
    assert read(text) == left


@pytest.mark.parametrize(
    ("opening", "text", "gone"),
    [
        (
            "VERTRAG\nzwischen der Salzmoor Verlag GmbH, Lindenstraße 14, 10969 Berlin (nachfolgend „Verlag“) und Frau Ottilie Brandhuber, wohnhaft in Gartenweg 3, 04109 Leipzig (nachfolgend „Autorin“).\n",
            "1. Die Autorin Brandhuber räumt dem Verlag alle Rechte ein. Das Honorar von 1.275,00 EUR geht auf IBAN DE89 3704 0044 0532 0130 00 am 3. März 2026.",
            ["Brandhuber", "1.275", "DE89", "März"],
        ),
        (
            "CONTRAT\nEntre les soussignés : Éditions du Sel SARL, dont le siège est 12 rue des Tanneurs, 35000 Rennes (ci-après « l'Éditeur ») et Madame Apolline Kerguelen, demeurant 4 quai Lamennais, 35000 Rennes (ci-après « l'Autrice »).\n",
            "1. Madame Kerguelen cède à l'Éditeur tous ses droits pour 1 275 € le 3 mars 2026. Contact : apolline@kerguelen.fr.",
            ["Kerguelen", "1 275", "3 mars", "apolline"],
        ),
    ],
)
def test_other_languages_are_redacted_too(opening: str, text: str, gone: list[str]) -> None:
    left = read(text, opening)

    assert [words for words in gone if words.casefold() in left.casefold()] == []


def test_every_place_leads_back_to_the_contract() -> None:
    redaction = redaction_of("1. Zoë Wren-Llewellyn waives all moral rights on 3 May 2026 for ever.")
    text = redaction.clauses.document.text

    whole = redaction.at(Span(0, len(text)))

    for words in ("waives all moral rights", "for ever"):
        at = whole.text.index(words)
        assert whole.map.raw(Span(at, at + len(words))).of(text) == words


def test_an_owner_keeps_what_was_guessed_wrongly_and_takes_out_more() -> None:
    redaction = redaction_of("1. The Illustrator paints the Gloaming Effect for her cousin, and her cousin pays.")
    text = redaction.clauses.document.text
    guess = next(removal.span for removal in redaction.removals if removal.kind is Kind.NAME)
    cousin = Span(text.index("her cousin"), text.index("her cousin") + 10)

    changed = redaction.confirmed(kept=[guess], added=[cousin])

    assert (
        changed.at(Span(text.index("1."), len(text))).text
        == "1. The Illustrator paints the Gloaming Effect for [taken out], and [taken out] pays."
    )
    assert "its owner wants it out" in [removal.because for removal in changed.removals]


def test_the_name_of_a_party_goes_whatever_its_owner_keeps() -> None:
    redaction = redaction_of("1. Wren-Llewellyn waives them.")

    assert redaction.confirmed(kept=[removal.span for removal in redaction.removals if removal.kind is Kind.PARTY]) == redaction


class Lowercase:
    """A finder that knows one name, however it is written."""

    def names_in(self, text: str) -> list[Span]:
        at = text.find("brindle")
        return [Span(at, at + len("brindle"))]


def test_a_finder_of_names_adds_what_it_finds() -> None:
    clauses = segment(document_of(f"{OPENING}1. everything goes to brindle and brindle alone."))

    alone, helped = (redact(clauses, finder) for finder in (None, Lowercase()))

    assert "brindle" in alone.at(Span(0, len(clauses.document.text))).text
    assert helped.at(Span(0, len(clauses.document.text))).text.endswith("1. everything goes to [name] and [name] alone.")


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_whatever_the_text_removals_stand_apart_and_show_nothing_of_what_went(text: str) -> None:
    redaction = redaction_of(text, "")
    whole = redaction.clauses.document.text

    assert all(one.span.end <= other.span.start for one, other in zip(redaction.removals, redaction.removals[1:], strict=False))
    pieces = [redaction.at(clause.own) for clause in redaction.clauses.clauses]
    assert all(len(piece.text) <= len(whole) + 40 * len(redaction.removals) for piece in pieces)
    names = [each.span.of(whole) for each in redaction.removals if each.kind is not Kind.ADDRESS]  # who lives in Zoë Lane need not be Zoë
    assert all("Zoë" not in piece.text or not any("Zoë" in name for name in names) for piece in pieces)


@pytest.mark.parametrize("piece", ["12-", "a.", "Ab ", "A of ", "+0", "located at ", "the book A ", "account ", '"A', "1 Aa "])
def test_time_rises_with_length_and_no_faster(piece: str) -> None:
    short, long = (min(redact_time(piece * count) for _ in range(2)) for count in (800, 3200))

    assert long < 12 * short + 0.3


def redact_time(text: str) -> float:
    clauses = segment(document_of(text))
    started = time.process_time()
    redact(clauses)
    return time.process_time() - started


def test_what_its_owner_has_seen_taken_out_stays_out_whatever_is_found_later() -> None:
    redaction = redaction_of("1. The Illustrator gives the drawings to Quillwort Marrow on 3 May 2026 for £437.")
    whole = Span(0, len(redaction.clauses.document.text))
    later = replace(redaction, removals=redaction.removals[:1])

    again = later.confirmed(seen=redaction.removals)

    assert len(redaction.removals) > 1
    assert again.at(whole).text == redaction.at(whole).text
    assert redaction.confirmed(seen=redaction.removals).removals == redaction.removals
