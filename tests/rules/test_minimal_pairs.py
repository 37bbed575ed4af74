"""Wordings said again by every recipe are heard as the recipe says: found where they still do harm, left alone where they no longer do."""

from __future__ import annotations

import pytest
from pairs.contract import contract
from pairs.outcome import heard, outcome, passes
from pairs.recipe import Variant
from pairs.variants import RECIPES, variants_of
from pairs.wordings import Wording

from rules.conftest import shipped

SAMPLE = (
    Wording("The Author irrevocably waives all moral rights in the Work.", "moral", "moral-waiver-general", "sample 1"),
    Wording("You waive any objection to derogatory treatment of your work.", "moral", "moral-waiver-integrity", "sample 2"),
    Wording("The Client may crop, composite or manipulate the Images and use them in any context.", "moral", "moral-waiver-integrity", "sample 3"),
    Wording("We may use your content to train our machine learning models.", "ai", "ai-training-express", "sample 4"),
    Wording("The Publisher may use the Articles for text and data mining.", "ai", "ai-tdm-grant", "sample 5"),
    Wording("The Producer may create and use a digital replica of the Performer in any production.", "ai", "ai-digital-replica", "sample 6"),
    Wording("The Company may use the Recordings to train and optimize its catalog of voice models.", "ai", "ai-training-express", "sample 10"),
    Wording("The Illustrator hereby assigns to the Publisher the entire copyright in the Illustrations.", "buyout", "buyout-copyright-assignment", "sample 7"),
    Wording("You grant us a worldwide, perpetual, irrevocable licence to use your content.", "buyout", "buyout-all-rights-licence", "sample 8"),
    Wording("The Company shall own all right, title and interest in the Work Product.", "buyout", "buyout-copyright-assignment", "sample 9"),
    Wording("All Deliverables shall be the sole property of the Client.", "buyout", "buyout-copyright-assignment", "sample 12"),
    Wording("All illustrations and the sketches that are commissioned shall be the sole property of the Client.", "buyout", "buyout-copyright-assignment", "sample 11"),
)  # fmt: skip
"""One wording for each way to say harm that recipes turn about: statements of either side, with and without "may", of parties and of you and us."""
KNOWN = {("the other side", "sample 2"): 'who waives a right in "our work", with nobody else named, is taken for its maker'}
"""Pairs that are still heard wrongly, each with its cause; one that comes to be heard rightly must leave the list."""
VARIANTS = [variant for wording in SAMPLE for variant in variants_of(wording)]


def name(variant: Variant) -> str:
    return f"{variant.recipe.name} of {variant.wording.source}"


@pytest.mark.parametrize("variant", VARIANTS, ids=name)
def test_a_pair_is_heard_as_its_recipe_says(variant: Variant, request: pytest.FixtureRequest) -> None:
    if cause := KNOWN.get((variant.recipe.name, variant.wording.source)):
        request.applymarker(pytest.mark.xfail(reason=cause, strict=True))
    scanner = shipped()[1]
    assert scanner

    scan = heard(variant.text, scanner, file=variant.recipe.file)

    assert passes(variant, scan), f"must be {variant.recipe.expects}: {variant.text}"


def test_the_sample_tries_every_recipe() -> None:
    assert {recipe.name for recipe in RECIPES} == {variant.recipe.name for variant in VARIANTS}


@pytest.mark.parametrize("text", [wording.text for wording in SAMPLE])
def test_the_contract_around_a_wording_is_harmless(text: str) -> None:
    scanner = shipped()[1]
    assert scanner

    scan = heard(contract(text, "2. Delivery is by e-mail."), scanner)

    assert {family: outcome(scan, family) for family in ("moral", "ai", "buyout", "terms")} == dict.fromkeys(
        ("moral", "ai", "buyout", "terms"), "silent"
    )
