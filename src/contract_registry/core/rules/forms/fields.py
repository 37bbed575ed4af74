"""What the fields of every form are made of: ids, names, dates, patterns, and a version of the form."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Id = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$", description="pack.rule, in small letters and hyphens; never reused")
]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", description="Small letters, digits and hyphens")]
Sector = Annotated[
    str, Field(pattern=r"^[a-z][a-z0-9-]*( [a-z0-9-]+)*$", description="Small letters, as in the list of sectors: screen and stage")
]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="2024, 2024-06 or 2024-06-30")]
Words = Annotated[str, Field(min_length=1)]
Patterns = list[Words]
OneOrMore = Annotated[
    Patterns, BeforeValidator(lambda said: [said] if isinstance(said, str) else said, json_schema_input_type=Words | Patterns)
]
NamedPatterns = dict[Name, OneOrMore]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class Form(Part):
    schema_: Literal[1] = Field(alias="schema", description="The version of this form: 1")
