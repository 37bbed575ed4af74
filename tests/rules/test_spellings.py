"""Words whose spelling is folded before they are compared ("shall", "licence", "organisation") steer how a sentence is read as other words do."""

from __future__ import annotations

import pytest

from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances, Scan
from contract_registry.core.scanning.scan import scan_with
from rules.conftest import shipped

FOUND = {
    "The Author agrees that the Publisher shall cut the Work and waives all moral rights.": "common.moral-waiver",
    "If you upload pictures, Acme shall train its models on them.": "common.ai-training",
    "The Author shall not challenge any licence of the Work to AI companies by the Publisher.": "common.ai-supply",
    "You may not challenge our use of your content to train AI models.": "common.ai-training",
    "The right of the Author to prevent distortion of the Work shall be waived.": "common.moral-integrity",
    "All drawings, excluding sketches, shall be works made for hire.": "common.buyout-work-for-hire",
    "All rights in the Work, excluding the title, shall be assigned to the Publisher.": "common.buyout-assignment",
    "The Author shall not be paid and perpetually assigns all copyright in the Work to the Publisher.": "common.buyout-assignment",
    "The Author shall not be paid and fully waives all moral rights.": "common.moral-waiver",
    "The Author shall not be credited and unconditionally waives all moral rights.": "common.moral-waiver",
    "The Author shall not be credited and hence waives all moral rights.": "common.moral-waiver",
    "The Author shall not be credited and likewise waives all moral rights.": "common.moral-waiver",
    "The Author waives all ´moral´ rights in the Work.": "common.moral-waiver",
}
LEFT_ALONE = (
    "A perpetual licence allows the Author to print the Work in any media.",
    '"Contributor" means an organisation that has assigned all copyright to the Publisher.',
    "The Author checks whether files are stored in layers and shall train AI models on them.",
    "A journalist said that the Author waives all moral rights.",
    "The court said that the Author assigns all copyright to the Publisher.",
    "The survey tells us that the Author waives all moral rights.",
    'The union objects to provisions such as "the Author waives all moral rights".',
    'The union objects to a sentence like "the Author waives all moral rights".',
    'The union objects to sentences such as "the Author waives all moral rights".',
    "The Publisher will not sell the Work and uses shall not include AI training.",
)
AT_THEIR_WILL = "Audiobooks shall be narrated by a human unless the Publisher states otherwise."
"""A promise of which the engager alone decides what is left."""
PROMISED = (
    "Audiobooks shall be narrated by a human unless the Author agrees otherwise in writing.",
    "Audiobooks shall be narrated by a human unless otherwise agreed in writing.",
    "Audiobooks shall be narrated by a human unless the Author wishes for a synthetic voice.",
)


def scan(text: str) -> Scan:
    scanner = shipped()[1]
    assert scanner
    return scan_with(segment(document_of(text)), scanner, Circumstances())


@pytest.mark.parametrize(("text", "rule"), FOUND.items())
def test_a_harm_is_found(text: str, rule: str) -> None:
    assert rule in {each.rule for each in scan(text).findings}


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_does_no_harm_is_left_alone(text: str) -> None:
    assert [each.rule for each in scan(text).findings] == []


def test_a_promise_is_unclear_that_is_kept_unless_they_say_otherwise() -> None:
    told = scan(AT_THEIR_WILL)

    assert [each.rule for each in told.unclear] == ["common.protect-human-work"]
    assert told.protections == ()


@pytest.mark.parametrize("text", PROMISED)
def test_a_promise_holds_that_the_creator_alone_or_both_may_change(text: str) -> None:
    assert [each.rule for each in scan(text).protections] == ["common.protect-human-work"]
