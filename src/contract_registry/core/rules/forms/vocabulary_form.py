"""The form of a vocabulary: concepts, and the words in which each is said."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from contract_registry.core.rules.forms.fields import Form, Name, Part, Words


class ConceptForm(Part):
    """One idea and the ways to say it."""

    means: str = Field(default="", description="The idea in one line")
    act: Literal["", "gives", "lets", "takes", "passes", "keeps"] = Field(default="", description="What its doer does with a right")
    verbs: list[Words] = Field(default=[], description="English verbs; their forms are made: waive, waives, waived, waiving")
    nouns: list[Words] = Field(default=[], description="English nouns; their plurals are made")
    phrases: list[Words] = Field(default=[], description="Anything else, as it stands; (a|b|) are choices, ? marks what may be missing")
    but_not: list[Words] = Field(
        default=[], description="Phrases in which those words do not mean it: copyright, but not the Copyright Act"
    )
    includes: list[Name] = Field(default=[], description="Other concepts that say this too")


class VocabularyForm(Form):
    """A list of concepts in one language."""

    language: Name
    version: int = Field(ge=1, description="Raised whenever the list says something else")
    concepts: dict[Name, ConceptForm] = Field(min_length=1, description="Each idea by the name that stands in braces in patterns")
