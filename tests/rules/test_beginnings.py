"""A harm is found whatever is denied of something else before it: beginnings of sentences that deny, restrict or set a condition, before five harms."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

BEGINNINGS = (
    "No later than on delivery,",
    "Not later than 5 May,",
    "Failing payment,",
    "The fee is not refundable, and",
    "The fee is not refundable;",
    "The Author shall not be paid more than £100, and",
    "Whether or not the Work is published,",
    "The Publisher may reject the Work, failing which",
    "In the event that the Work is not delivered,",
    "The Work is delivered in May; in the event that it is not,",
    "Where nothing else is agreed,",
    "Unless otherwise agreed in writing,",
    "If nothing is said within ten days,",
    "Save where the law does not allow it,",
    "Except as not permitted by law,",
    "To the extent not prohibited by law,",
    "As far as the law does not forbid it,",
    "Without any obligation to publish,",
    "The Publisher is under no duty to publish, but",
    "Although the Publisher need not publish the Work,",
    "Nothing in clause 3 limits this:",
    "This is not a loan; rather,",
    "The Author is not an employee, and accordingly",
    "Notwithstanding that the Work was not commissioned,",
    "For the avoidance of doubt, and not by way of limitation,",
    "It is not disputed that",
    "There is no doubt that",
    "The parties do not dispute that",
    "The Author cannot withdraw and",
    "Because no royalties are due,",
    "Since the Author has not paid for studio time,",
    "No fee being due,",
    "Not being a member of the union,",
    "Regardless of whether the Work is not used,",
    "The Author acknowledges that the Publisher does not pay royalties and that",
    "The Author confirms that no other person has rights in the Work and that",
    "The Author has not granted rights to others, and",
    "The Author warrants that the Work does not infringe any right, and",
    "The Publisher shall not be liable for loss, and",
    "You must not upload unlawful content, and",
    "Do not sign if you disagree; by signing,",
    "If you do not agree, do not use the Service. By using it,",
    "The Work will not be returned and",
    "Delivery is in May (no extension is given) and",
    "Should the Author fail to object,",
    "Should the fee not be claimed,",
    "Other than the fee, no sum is due, and",
    "Subject to clause 4, which does not limit this,",
    "Nothing being agreed to the contrary,",
    "Neither party may cancel, and",
)
HARMS = (
    "the Author assigns all rights in the Work to the Publisher",
    "the Author waives all moral rights in the Work",
    "the Publisher may use the Work to train AI models",
    "all copyright in the Work belongs to the Publisher",
    "the Publisher may use the Work without further payment to the Author",
)
NOT_YET = {
    "The Work is delivered in May; in the event that it is not, all copyright in the Work belongs to the Publisher.",
    "This is not a loan; rather, all copyright in the Work belongs to the Publisher.",
    "Neither party may cancel, and the Publisher may use the Work without further payment to the Author.",
    "The Publisher may reject the Work, failing which the Publisher may use the Work without further payment to the Author.",
}
"""Sentences in which the harm is still lost."""


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_what_is_denied_before_a_harm_does_not_hide_it(beginning: str, harm: str) -> None:
    scanner = shipped()[1]
    assert scanner is not None
    sentence = f"{beginning} {harm}."

    scan = scan_with(segment(document_of(sentence)), scanner, Circumstances())

    assert bool([each for each in scan.findings if each.family != "terms"]) is (sentence not in NOT_YET)
