"""Where disputes go: courts with their place, arbitration with its seat, and whether they alone decide."""

from __future__ import annotations

import pytest

from contract_facts import facts_in


@pytest.mark.parametrize(
    ("text", "kind", "code", "exclusive"),
    [
        ("The parties submit to the exclusive jurisdiction of the courts of England and Wales.", "courts", "GB", True),
        ("The Scottish courts have non-exclusive jurisdiction over disputes.", "courts", "GB-SCT", False),
        ("Any action shall be brought in the state or federal courts located in Los Angeles County, California.", "courts", "US-CA", None),
        ("Venue shall be in Boston.", "courts", "US-MA", None),
        ("Exclusive jurisdiction: courts in Toronto", "courts", "CA-ON", True),
        ("Gerichtsstand ist München.", "courts", "DE", None),
        ("Tout litige relève de la compétence exclusive des tribunaux de Paris.", "courts", "FR", True),
        ("Las partes se someten a los juzgados y tribunales de la ciudad de Madrid.", "courts", "ES", None),
        ("Disputes are finally settled by arbitration in Geneva.", "arbitration", "CH", None),
        ("The seat of the arbitration shall be London.", "arbitration", "GB", None),
        ("All claims shall be resolved by binding arbitration.", "arbitration", "", None),
    ],
)
def test_a_forum_is_found(text, kind, code, exclusive):
    (forum,) = facts_in(text).forum

    assert (forum.kind, forum.jurisdiction, forum.is_exclusive) == (kind, code, exclusive)


@pytest.mark.parametrize(
    "text",
    [
        "unless required by a court of competent jurisdiction",
        "You must be of age in your jurisdiction of residence (18 years in Ontario).",
        "The venue for the concert is the Royal Albert Hall.",
        "The tennis court in Paris is closed.",
    ],
)
def test_this_is_no_forum(text):
    assert facts_in(text).forum == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Disputes are decided by arbitration in Wilmington, Delaware.", "arbitration in Wilmington, Delaware"),
        ("Arbitration. Any dispute shall be resolved in Wilmington, Delaware.", "resolved in Wilmington, Delaware"),
        (
            "Disputes shall be settled by arbitration under the rules of the American Arbitration Association in Boston, Massachusetts.",
            "arbitration under the rules of the American Arbitration Association in Boston, Massachusetts",
        ),
        ("The courts of Wilmington, Delaware have exclusive jurisdiction.", "courts of Wilmington, Delaware"),
    ],
)
def test_the_place_is_told_whole_and_without_the_heading(text, words):
    assert [forum.words for forum in facts_in(text).forum] == [words]
