"""All recipes, and the variants they make of a wording."""

from __future__ import annotations

from collections.abc import Iterator

from pairs.apart import APART
from pairs.dress import DRESS
from pairs.functions import FUNCTIONS
from pairs.recipe import Variant, material
from pairs.settings import SETTINGS
from pairs.turned import TURNED
from pairs.wordings import Wording

RECIPES = (*SETTINGS, *DRESS, *TURNED, *FUNCTIONS, *APART)


def variants_of(wording: Wording) -> Iterator[Variant]:
    """What each recipe that applies makes of `wording`, in the order of the recipes."""
    said = material(wording)
    for recipe in RECIPES:
        text = recipe.make(said) if wording.family in recipe.families else None
        if text:
            yield Variant(recipe, wording, text)
