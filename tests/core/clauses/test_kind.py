"""What kind of document a text seems to be."""

from __future__ import annotations

import pytest

from builders import a_laid_out_document
from contract_registry.core.clauses.segment import segment


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "contract",
            "# Publishing Agreement\nThis Agreement is made between X Press Ltd and Jane Roe. The parties hereto agree. Either party may end it hereunder.",
        ),
        (
            "platform terms",
            "# Terms of Service\nBy using the Service you accept these Terms. Your account is yours. You own your User Content on our website.",
        ),
        (
            "licence",
            "# Open Content Licence\nPermission is hereby granted under this licence to redistribute the Licensed Material. The Licensor keeps copyright.",
        ),
        (
            "release",
            "# Appearance Release\nI hereby grant the Producer the right to use my name, my image and my voice. I understand that I release all claims.",
        ),
        (
            "contributor agreement",
            "# Contributor License Agreement\nYou grant a licence to your Contributions, and a patent licence, to the Project.",
        ),
        (
            "competition rules",
            "# Photo Competition Rules\nEntrants grant a licence to their entries. The judges choose the winners. Prizes are final.",
        ),
        ("deal memo", "Artist: Jane Doe\nCompany: Acme Ltd\nFee: £500\nTerritory: Universe\nTerm: Perpetuity\nUsage: all media"),
        ("e-mail", "Hi Sam,\nJust confirming £500 all-in for the cover, full buyout. OK?\nBest wishes\nAlex"),
        ("policy", "# Privacy Policy\nThis privacy policy says how we use cookies and your personal data."),
        ("unknown", "The option lapsed on 1 May."),
    ],
)
def test_a_document_seems_to_be_of_a_kind(kind, text):
    assert segment(a_laid_out_document(text)).kind == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "contract",
            (
                "GENERAL CONDITIONS OF COMMISSION\nFee: the fee is stated in the commission and is the only payment due for the contribution and every use of it.\n"
                "Delivery: the contributor delivers the contribution by the date that stands in the commission, in the form that the commission names.\n"
                "Credit: the client names the contributor where it is practical, seen the place, the size and the purpose of the publication."
            ),
        ),
        ("unknown", "hello"),
        (
            "platform terms",
            (
                "Plumeria is a place to publish serial fiction. When you use Plumeria you accept what follows.\n"
                "You must give a real address to open an account. You may not share your password.\n"
                "You own your stories. Plumeria may close your account. Plumeria may change these rules."
            ),
        ),
        (
            "contract",
            "DEED OF ASSIGNMENT\nDate: 3 February 2026\nThe Illustrator assigns the copyright to the Publisher.\nThe parties agree to Scots law.",
        ),
        ("deal memo", "Performer | Idris Vale\nProducer | Foxglove Ltd\nSession fee | £400\nOvertime | £110\nPayment terms | 45 days"),
    ],
)
def test_labels_and_greetings_do_not_make_a_kind_alone(kind, text):
    assert segment(a_laid_out_document(text)).kind == kind


CHAPTER = (
    "The writer was hired in 1962 and sued the studio ten years later. The court held that her agreement had assigned every right, and the studio was found "
    "to be the owner of the script. Critics argued that nobody had read the clause, which said that the work was made for hire. "
)


def test_a_chapter_about_contracts_is_commentary() -> None:
    assert segment(a_laid_out_document(CHAPTER * 25)).kind == "commentary"


@pytest.mark.parametrize(
    "text",
    [
        CHAPTER * 5,
        (CHAPTER + "The Writer hereby assigns the Script to the Studio, and the Studio shall pay the Writer what was agreed. ") * 20,
        (CHAPTER + "You give us your story, and we own it. You tell us what was yours, and we keep it. You agree. ") * 20,
        (CHAPTER + "Writer will deliver the Script under this agreement. This section ends with this agreement. ") * 20,
    ],
)
def test_what_binds_or_addresses_somebody_or_is_short_is_no_commentary(text: str) -> None:
    assert segment(a_laid_out_document(text)).kind != "commentary"
