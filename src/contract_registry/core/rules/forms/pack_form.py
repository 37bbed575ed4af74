"""The form of a pack of rules, and of the list of types."""

from __future__ import annotations

from pydantic import Field, model_validator

from contract_registry.core.clauses.tree import DocumentKind
from contract_registry.core.rules.forms.fields import Form, IsoDate, Name, Part, Sector, Words
from contract_registry.core.rules.mistakes import FieldMistake


class ShownByForm(Part):
    """How a document shows that it is of the pack's sector, for people who name none."""

    ideas: list[Name] = Field(default=[], description="Concepts of the vocabulary that only this trade speaks of")
    at_least: int = Field(default=2, ge=1, description="How many of these ideas the document must speak of")
    document_kinds: list[DocumentKind] = Field(default=[], description="Kinds of document that show it by themselves")

    @model_validator(mode="after")
    def _can_be_shown(self) -> ShownByForm:
        if not self.ideas and not self.document_kinds:
            raise FieldMistake("say what shows the sector: `ideas` (concepts) or `document_kinds`.")
        if self.ideas and self.at_least > len(self.ideas):
            raise FieldMistake(f"is {self.at_least}, and there are {len(self.ideas)} ideas.", "at_least")
        return self


class PackForm(Form):
    """A pack of rules: for whom, in which languages, and which packs it includes."""

    id: Name = Field(description="The name of its folder")
    title: Words
    version: Words = Field(description='Year and month of this edition, in quotes: "2026.11"')
    date: IsoDate = Field(description="The day of this edition, at which contracts are judged unless another is said")
    sectors: list[Sector] = Field(default=[], description="For whom; empty: for everybody")
    shown_by: ShownByForm | None = Field(
        default=None, description="What in a document shows the sector where nobody names one; left out: the pack speaks there in all"
    )
    languages: list[Name] = Field(default=["en"])
    includes: list[Name] = Field(default=[], description="Packs that count wherever this one does")
    owner: Words = "Contract Registry"


class TypeForm(Part):
    """One kind of clause."""

    title: Words = Field(description="The kind of clause in a few words")
    means: Words = Field(description="What such a clause does, in one sentence to the person it is done to")
    implies: list[Name] = Field(
        default=[], description="Types of its family that are not told beside it where the same words say both, since it says them too"
    )


class TypesForm(Form):
    """The list of types."""

    types: dict[Name, TypeForm] = Field(
        min_length=1, description="Each type by its id, which begins with its family or is that of a combination"
    )
