"""What a threshold hears is what the facts say: one number, however it is written."""

from __future__ import annotations

import pytest

from builders import a_rule
from contract_facts import facts_in
from contract_registry.core.rules.rule import Rule
from hearing import speaks


def exactly(worth: float, unit: str, patterns: str) -> Rule:
    """A rule that speaks where the quantity its patterns hear is worth just so much."""
    return a_rule(patterns, id="common.exact", family="terms", flow="any", threshold={"unit": unit, "at_least": worth, "at_most": worth})


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("30 days", 30),
        ("thirty (30) days", 30),
        ("90 (ninety) days", 90),
        ("sixty-five days", 65),
        ("seventeen days", 17),
        ("one hundred and twenty days", 120),
        ("one hundred and twenty (120) calendar days", 120),
        ("a hundred days", 100),
        ("1,000 days", 1000),
        ("120 business days", 120),
        ("ninety banking days", 90),
        ("10-15 days", 15),
        ("eight weeks", 56),
        ("three (3) months", 90),
    ],
)
def test_a_threshold_in_days_hears_what_the_facts_say(period: str, days: int) -> None:
    text = f"The Publisher shall pay the Illustrator within {period} after receipt of the invoice."

    assert [term.days for term in facts_in(text).payment] == [days]
    assert speaks(text, exactly(days, "days", "pay … #days"))
    assert not speaks(text, exactly(days + 1, "days", "pay … #days"))


@pytest.mark.parametrize(
    ("period", "years"),
    [("ten years", 10), ("twenty-one (21) years", 21), ("one hundred and twenty months", 10), ("18 months", 1.5), ("1.5 years", 1.5)],
)
def test_a_threshold_in_years_hears_what_the_facts_say(period: str, years: float) -> None:
    text = f"The term of this Agreement is {period} from the date of signature."

    (term,) = facts_in(text).term
    assert term.period
    assert term.period.days == pytest.approx(years * 365, rel=0.02)
    assert speaks(text, exactly(years, "years", "term … #years"))


@pytest.mark.parametrize(
    ("share", "percent"),
    [("12.5%", "12.5"), ("twelve per cent (12%)", "12"), ("twenty-five percent", "25"), ("7,5 %", "7.5")],
)
def test_a_threshold_in_percent_hears_what_the_facts_say(share: str, percent: str) -> None:
    text = f"The Publisher shall pay the Author a royalty of {share} of net receipts."

    assert [str(fee.percent) for fee in facts_in(text).fee] == [percent]
    assert speaks(text, exactly(float(percent), "percent", "royalty of #percent"))


def test_a_percentage_above_the_whole_is_heard() -> None:
    assert speaks("A second use is paid at 150% of the fee.", exactly(150, "percent", "at #percent"))


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("Das Honorar ist zahlbar binnen dreißig Tagen nach Erhalt der Rechnung durch den Verlag.", "de", ("binnen #days", 30, "days")),
        ("Le contrat est conclu pour une durée de vingt et un ans à compter de la signature.", "fr", ("de #years", 21, "years")),
    ],
)
def test_numbers_of_other_languages_are_heard(text: str, language: str, rule: tuple[str, float, str]) -> None:
    patterns, worth, unit = rule
    limit = {"unit": unit, "at_least": worth, "at_most": worth}
    spoken = a_rule(patterns, family="terms", flow="any", threshold=limit, applies_to={"languages": [language]})

    assert speaks(text, spoken)
