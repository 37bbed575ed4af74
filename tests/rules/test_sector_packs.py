"""A contract of a trade shows its trade, and the rules of that trade speak on it though nobody named a sector; other contracts show none."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

OF_A_TRADE = {
    "publishing": "The Author delivers the manuscript, and the Publisher issues it in hardback. "
    "The Work shall not be deemed out of print while any edition, including print on demand, is listed.",
    "music": "The Artist records one album of songs for the Label. All video costs and marketing costs shall be recoupable from the Artist's royalties.",
    "screen-stage": "The Performer plays in the film and attends each rehearsal on set. The Fee is inclusive of all repeat fees and residuals.",
    "visual": "The Illustrator makes six illustrations and sends the roughs. Original artwork becomes the property of the Client on delivery.",
    "games": "The Developer makes the video game and delivers level design. Each milestone is accepted in the Publisher's sole discretion.",
    "audio-voice": "The voice actor records an audiobook in a recording session. The session fee includes unlimited usage.",
    "journalism": "Freelance contributors file their copy to the sub-editor of the newspaper. We pay on publication.",
    "translation": "The Translator makes the translation. Fuzzy matches of 85% and more are paid at 40% of the word rate.",
    "platforms": "TERMS OF SERVICE\nBy using the site you accept these terms. If we terminate your account you forfeit any unpaid royalties.\n",
}
OF_NONE = (
    "This agreement is between Northlight Ltd (the Company) and Ada Ferrer (the Consultant). The Consultant advises the Company on budgets. "
    "The Company has an option to extend the term at its sole discretion. Acceptance of each report is for the Company. The fee is paid in 30 days."
)


def scanned(text: str, sector: str = "") -> Scan:
    scanner = shipped()[1]
    assert scanner
    return scan_with(segment(document_of(text)), scanner, Circumstances(sector))


@pytest.mark.parametrize("pack", OF_A_TRADE)
def test_a_contract_of_a_trade_is_heard_by_its_rules_though_nobody_named_it(pack: str) -> None:
    said = scanned(OF_A_TRADE[pack])

    assert any(rule.startswith(f"{pack}.") for finding in said.findings for rule in finding.spoken_as)
    assert {each.id: each.because for each in said.packs if each.because}[pack].startswith("the document ")


def test_a_contract_of_no_trade_is_heard_by_the_common_rules_alone() -> None:
    assert [pack.id for pack in scanned(OF_NONE).packs] == ["common"]


def test_every_sector_that_has_rules_can_be_named() -> None:
    scanner = shipped()[1]
    assert scanner
    sectors = {sector: pack.id for pack in scanner.rulebook.packs for sector in pack.sectors}

    assert len(sectors) == len(OF_A_TRADE)
    assert {sector: [pack.id for pack in scanned(OF_NONE, sector).packs if pack.because] for sector in sectors} == {
        sector: [pack] for sector, pack in sectors.items()
    }
