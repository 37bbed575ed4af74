"""The form of the cases beside a rule: what it finds, and what it leaves alone."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from contract_registry.core.rules.forms.fields import Form, Id, Part, Words


class CaseForm(Part):
    """A text and what the rule must say to it."""

    says: Words = Field(description="A claim a lawyer can read: 'a blanket waiver is found'")
    text: Words = Field(description="A few sentences in words of your own, never copied from a real contract")
    finds: list[Words] = Field(default=[], description="Words of the text that a finding must quote; empty: the rule must stay silent")
    unclear: list[Words] = Field(default=[], description="Words of the text that the rule must ask about")
    speaks: bool | None = Field(
        default=None, description="Of a rule without words of its own (absence, combination): whether it must speak"
    )
    excused_by: str = Field(default="", description="The exception under `unless` that must be what keeps the rule silent")
    circumstances: dict[Literal["sector", "role", "jurisdiction", "as_of"], str] = Field(
        default={}, description="Whose contract it is, and when"
    )
    severity: Literal["", "critical", "high", "medium", "low", "info"] = Field(default="", description="The severity the finding must have")


class CasesForm(Form):
    """The cases of one rule, beside it under the same stem."""

    rule: Id
    cases: list[CaseForm] = Field(min_length=1)
