"""A threshold rule speaks from its number upwards, or up to it, however the number is written."""

from __future__ import annotations

import pytest

from builders import a_rule
from hearing import speaks

LATE = a_rule("{money} … #days", id="common.late", family="terms", flow="any", threshold={"unit": "days", "at_least": 45})
YEARS = a_rule("{licenses} … #years", id="common.years", family="terms", flow="any", threshold={"unit": "years", "at_least": 5})
KILL = a_rule("#percent … {money}", id="common.kill", family="terms", flow="any", threshold={"unit": "percent", "at_most": 49})


@pytest.mark.parametrize(
    ("text", "is_late"),
    [
        ("Invoices are paid within 60 days.", True),
        ("Invoices are paid within 45 days.", True),
        ("Invoices are paid within 44 days.", False),
        ("Invoices are paid within sixty (60) days.", True),
        ("Invoices are paid within thirty days.", False),
        ("Invoices are paid within ninety calendar days of receipt.", True),
        ("Invoices are paid within 8 weeks.", True),
        ("Invoices are paid within two months.", True),
        ("Invoices are paid within one month.", False),
        ("Invoices are paid in a 90-day cycle.", True),
    ],
)
def test_days_count_from_the_limit_upwards(text: str, *, is_late: bool) -> None:
    assert speaks(text, LATE) is is_late


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        ("We grant a licence for ten years.", True),
        ("We grant a licence for 36 months.", False),
        ("We grant a licence for 60 months.", True),
    ],
)
def test_months_are_years_too(text: str, *, is_long: bool) -> None:
    assert speaks(text, YEARS) is is_long


@pytest.mark.parametrize(
    ("text", "is_low"),
    [
        ("We pay 25% of the fee.", True),
        ("We pay twenty per cent of the fee.", True),
        ("We pay 12.5 percent of the fee.", True),
        ("We pay 50% of the fee.", False),
    ],
)
def test_percent_count_up_to_the_limit(text: str, *, is_low: bool) -> None:
    assert speaks(text, KILL) is is_low
