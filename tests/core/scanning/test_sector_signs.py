"""The rules of a sector speak where somebody names it or the document shows it, and the scan says which packs spoke and why."""

from __future__ import annotations

import pytest

from builders import a_rule, a_vocabulary
from contract_registry.core.clauses.segment import segment
from contract_registry.core.rules.build import build_pack, build_rulebook
from contract_registry.core.rules.rulebook import Rulebook
from contract_registry.core.rules.schema import checked
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.scan import scan

BOOK = "The Author delivers the manuscript by 1 May. The Publisher prints a paperback. The Author waives the remainder."
TERMS = "TERMS OF SERVICE\nBy using the site you accept these terms. Your account is yours. You waive the remainder of your content.\n"
NEITHER = "The Author waives the remainder."
FILLER = "The parties shall meet in the office of the company on the day on which they agree to meet. "


def rulebook() -> Rulebook:
    """A pack for everybody, one of books that two ideas show, and one of terms that the kind of document shows."""
    packs = [
        checked("pack", {"schema": 1, "title": title, "version": "1", "date": "2026-05-01", **more})[0]
        for title, more in (
            ("Common", {"id": "common"}),
            ("Books", {"id": "books", "sectors": ["publishing"], "shown_by": {"ideas": ["manuscript", "binding"]}}),
            ("Terms", {"id": "terms", "sectors": ["platform terms"], "shown_by": {"document_kinds": ["platform terms"]}}),
        )
    ]
    rules = [a_rule("{gives-up} … remainder", id=f"{pack}.one", flow="any", type=f"moral-{pack}") for pack in ("common", "books", "terms")]
    words = a_vocabulary(manuscript={"nouns": ["manuscript"]}, binding={"nouns": ["paperback", "hardback"]})
    return build_rulebook([build_pack(pack) for pack in packs if pack], rules, [words])


def scanned(text: str, sector: str = "") -> Scan:
    return scan(segment(document_of(text)), rulebook(), Circumstances(sector))


def packs(said: Scan) -> list[str]:
    return [pack.id for pack in said.packs]


def spoken(said: Scan) -> list[str]:
    return sorted({each.partition(".")[0] for finding in said.findings for each in finding.spoken_as if each.endswith(".one")})


@pytest.mark.parametrize(
    ("text", "sector", "speaking"),
    [
        (NEITHER, "", ["common"]),
        (NEITHER, "publishing", ["books", "common"]),
        (NEITHER, "music", ["common"]),
        (BOOK, "", ["books", "common"]),
        (BOOK, "platform terms", ["common", "terms"]),
        (BOOK, "dance", ["books", "common"]),
        (BOOK.replace("paperback", "poster"), "", ["common"]),
        (TERMS, "", ["common", "terms"]),
        (TERMS, "publishing", ["books", "common", "terms"]),
    ],
    ids=[
        "nothing shows it",
        "it is named",
        "another is named",
        "two ideas show it",
        "the person's word goes first",
        "a sector without rules leaves it to the document",
        "one idea is not enough",
        "the kind of document shows it",
        "the kind of document shows it whatever is named",
    ],
)
def test_the_rules_of_a_sector_speak_where_it_is_named_or_shown(text: str, sector: str, speaking: list[str]) -> None:
    said = scanned(text, sector)

    assert spoken(said) == speaking
    assert packs(said) == speaking


def test_a_long_document_must_speak_of_its_trade_again_and_again() -> None:
    once = BOOK + "\n" + (FILLER + "\n") * 60
    often = (BOOK + "\n" + FILLER * 4 + "\n") * 12

    assert packs(scanned(once)) == ["common"]
    assert packs(scanned(often)) == ["books", "common"]


def test_the_scan_says_why_a_pack_spoke() -> None:
    by_words, by_kind, by_name = (scanned(text, sector) for text, sector in ((BOOK, ""), (TERMS, ""), (NEITHER, "publishing")))

    assert [pack.because for pack in by_words.packs] == ["the document speaks of “manuscript” and “paperback”", ""]
    assert [pack.because for pack in by_kind.packs] == ["", "the document looks like platform terms"]
    assert [pack.because for pack in by_name.packs] == ["you named the sector publishing", ""]
