"""Work for nothing is told apart from bills unpaid and from denials of *further* pay."""

from __future__ import annotations

import pytest

from contract_facts import facts_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No fee is payable for this work.", "No fee is payable"),
        ("The role is unpaid.", "is unpaid"),
        ("You grant us a licence to use the images without any compensation.", "without any compensation"),
        ("Fee: none", "none"),
        ("Remuneration: unpaid", "unpaid"),
        ("L'auteur cède ses droits à titre gratuit.", "à titre gratuit"),
        ("Der Autor räumt die Rechte unentgeltlich ein.", "unentgeltlich"),
    ],
)
def test_this_is_unpaid(text, words):
    assert [(fee.kind, fee.words) for fee in facts_in(text).fee] == [("unpaid", words)]


@pytest.mark.parametrize(
    "text",
    [
        "All unpaid invoices bear interest.",
        "The fee covers all uses, without further compensation.",
        "No additional payment is due for online use.",
        "You may send us feedback, which we use without compensation.",
        "Access to the site is given without payment.",
    ],
)
def test_this_is_not_unpaid(text):
    assert [fee for fee in facts_in(text).fee if fee.kind == "unpaid"] == []
