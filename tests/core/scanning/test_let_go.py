"""Who is not held back from an act is heard as one who may do it, on whichever side of the contract."""

from __future__ import annotations

import pytest

from builders import a_rule, a_rulebook
from contract_registry.core.clauses.segment import segment
from contract_registry.core.scanning.cases import document_of
from contract_registry.core.scanning.findings import Circumstances
from contract_registry.core.scanning.prepare import prepare
from contract_registry.core.scanning.scan import scan_with

MAY_CROP = a_rule("{entitled} … {crops}", id="common.may-crop", flow="by engager")
SCANNER = prepare(
    a_rulebook(MAY_CROP, entitled={"act": "takes", "phrases": ["may", "can"]}, crops={"act": "takes", "verbs": ["crop", "repaint"]})
)


def is_found(text: str) -> bool:
    return bool(scan_with(segment(document_of(text)), SCANNER, Circumstances()).findings)


@pytest.mark.parametrize(
    "text",
    [
        "The Publisher may crop the drawings.",
        "Nothing in this agreement shall prevent the Publisher from cropping the drawings.",
        "The Publisher shall not be restricted from repainting the drawings.",
        "The Publisher is not prohibited by clause 4 from repainting them.",
    ],
)
def test_who_is_not_held_back_may_act(text: str) -> None:
    assert is_found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing in this agreement shall prevent the Author from cropping the drawings.",
        "The Publisher is prohibited from cropping the drawings.",
        "The Publisher cannot prevent others from cropping the drawings.",
        "The Publisher does not crop the drawings and shall prevent others from cropping them.",
    ],
)
def test_the_creators_freedom_and_what_nobody_can_prevent_are_no_harm(text: str) -> None:
    assert not is_found(text)
